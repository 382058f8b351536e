package tracenova.aws;

import io.micronaut.context.annotation.Property;
import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;

/// Where the AWS calls go: a region, and on a laptop an endpoint per service.
@Singleton
public record AwsSettings(
        @Property(name = "aws.region") @Nullable String regionName,
        @Property(name = "aws.endpoint.url") @Nullable String endpoint,
        @Property(name = "aws.endpoint.url.dynamodb") @Nullable String dynamodb,
        @Property(name = "aws.endpoint.url.sqs") @Nullable String sqs,
        @Property(name = "aws.endpoint.url.s3") @Nullable String s3,
        @Property(name = "aws.access.key.id") @Nullable String accessKeyId,
        @Property(name = "aws.secret.access.key") @Nullable String secretAccessKey) {

    String region() {
        return regionName == null ? "us-east-1" : regionName;
    }

    /// The endpoint of a service, by the SDK's name for it; empty means AWS itself.
    Optional<URI> endpointOf(String service) {
        var own = switch (service) {
            case "dynamodb" -> dynamodb;
            case "sqs" -> sqs;
            case "s3" -> s3;
            default -> null;
        };
        return Optional.ofNullable(own != null ? own : endpoint).filter(url -> !url.isBlank()).map(URI::create);
    }
}
