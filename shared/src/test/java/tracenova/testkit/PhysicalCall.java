package tracenova.testkit;

/// What became of an attempt: the fault it met, the status answered (0: none), the bytes of the request's
/// body and the DynamoDB units it cost.
public record PhysicalCall(Attempt attempt, Fault fault, int status, int bytes, double capacityUnits) {

    public String operation() {
        return attempt.call().operation();
    }
}
