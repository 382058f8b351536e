package tracenova.testkit;

/// One physical attempt: its call, that call's position among all calls of the transport and among those of
/// the same operation, and the number of the attempt; all counted from 1.
public record Attempt(AwsCall call, int position, int nth, int attempt) {}
