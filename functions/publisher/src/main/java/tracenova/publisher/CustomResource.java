package tracenova.publisher;

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
        @Nullable @JsonProperty("ResourceProperties") Map<String, Object> properties) {

    /// One physical id for every version of this resource: no update is followed by the removal of an older one.
    Answer answer(Answer.Status status, String reason) {
        return new Answer(status, reason, logicalResourceId, stackId, requestId, logicalResourceId);
    }

    /// `Reason` is shown to whoever deploys.
    @Serdeable
    record Answer(
            @JsonProperty("Status") Status status,
            @JsonProperty("Reason") String reason,
            @JsonProperty("PhysicalResourceId") String physicalResourceId,
            @JsonProperty("StackId") String stackId,
            @JsonProperty("RequestId") String requestId,
            @JsonProperty("LogicalResourceId") String logicalResourceId) {

        enum Status {
            SUCCESS, FAILED
        }
    }
}
