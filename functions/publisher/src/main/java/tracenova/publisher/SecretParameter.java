package tracenova.publisher;

import jakarta.inject.Singleton;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterAlreadyExistsException;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;
import software.amazon.awssdk.services.ssm.model.ParameterType;
import tracenova.aws.AwsClients;
import tracenova.aws.ClientLimits;
import tracenova.id.Secrets;

/// The secret that access tokens are signed with, in Parameter Store, encrypted with the account's own key there.
@Singleton
final class SecretParameter {

    private static final int LENGTH = 64;

    private final SsmClient client;
    private final Secrets secrets;

    SecretParameter(AwsClients clients, Secrets secrets) {
        this.client = clients.build("ssm", SsmClient.builder(), ClientLimits.PARAMETER);
        this.secrets = secrets;
    }

    boolean isThere(String name) {
        try {
            client.getParameter(request -> request.name(name));
            return true;
        } catch (ParameterNotFoundException e) {
            return false;
        }
    }

    /// Makes it where it is absent; one that is there is never written.
    void make(String name) {
        try {
            client.putParameter(request -> request.name(name).type(ParameterType.SECURE_STRING).overwrite(false)
                    .value(secrets.base62(LENGTH)));
        } catch (ParameterAlreadyExistsException e) {
            // Access tokens are signed with it.
        }
    }

    void delete(String name) {
        try {
            client.deleteParameter(request -> request.name(name));
        } catch (ParameterNotFoundException e) {
            // An earlier attempt did it.
        }
    }
}
