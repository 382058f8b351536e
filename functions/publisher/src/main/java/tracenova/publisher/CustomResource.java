package tracenova.publisher;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Map;

/// What CloudFormation asks of a custom resource, and where it waits for the answer.
@Serdeable
record CustomResource(
        @JsonProperty("RequestType") String requestType,
        @JsonProperty("ResponseURL") String responseUrl,
        @JsonProperty("StackId") String stackId,
        @JsonProperty("RequestId") String requestId,
        @JsonProperty("LogicalResourceId") String logicalResourceId,
        @JsonProperty("ResourceType") String type,
        @Nullable @JsonProperty("ResourceProperties") Map<String, Object> properties) {

    /// One physical id for every version of this resource: no update is followed by the removal of an older one.
    Answer answer(Answer.Status status, String reason) {
        return new Answer(status, reason, logicalResourceId, stackId, requestId, logicalResourceId, null, null);
    }

    /// `Reason` is shown to whoever deploys. `Data` is what the template refers to, and is shown to nobody.
    @Serdeable
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(
            @JsonProperty("Status") Status status,
            @JsonProperty("Reason") String reason,
            @JsonProperty("PhysicalResourceId") String physicalResourceId,
            @JsonProperty("StackId") String stackId,
            @JsonProperty("RequestId") String requestId,
            @JsonProperty("LogicalResourceId") String logicalResourceId,
            @Nullable @JsonProperty("NoEcho") Boolean noEcho,
            @Nullable @JsonProperty("Data") Map<String, String> data) {

        Answer with(Map<String, String> secrets) {
            return new Answer(status, reason, physicalResourceId, stackId, requestId, logicalResourceId, true, secrets);
        }

        enum Status {
            SUCCESS, FAILED
        }
    }
}
