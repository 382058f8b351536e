package tracenova.testkit;

import java.util.Map;

/// A fake service says no: HTTP status, the service's error code, and what else its error body carries.
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;
    private final transient Map<String, Object> details;

    Refusal(int status, String code, String message, Map<String, Object> details) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.details = details;
    }

    Refusal(int status, String code, String message) {
        this(status, code, message, Map.of());
    }

    /// What a service answers to too many requests.
    public static WireReply throttled(String service) {
        return switch (service) {
            case "dynamodb" -> FakeDynamoDb.error(
                    new Refusal(400, "ProvisionedThroughputExceededException", "Slow down"));
            case "sqs" -> SqsWire.error(new Refusal(403, "RequestThrottled", "Slow down"));
            case "ssm" -> FakeParameters.error(new Refusal(400, "ThrottlingException", "Slow down"));
            default -> FakeS3.error(new Refusal(503, "SlowDown", "Please reduce your request rate."));
        };
    }

    /// What a service answers when it is at fault.
    public static WireReply failed(String service) {
        return switch (service) {
            case "dynamodb" -> FakeDynamoDb.error(new Refusal(500, "InternalServerError", "Internal error"));
            case "sqs" -> SqsWire.error(new Refusal(500, "InternalFailure", "Internal failure"));
            case "ssm" -> FakeParameters.error(new Refusal(500, "InternalServerError", "Internal error"));
            default -> FakeS3.error(new Refusal(500, "InternalError", "We encountered an internal error."));
        };
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    Map<String, Object> details() {
        return details;
    }
}
