package tracenova.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Keeps the first entries of a batch from the service and reports them failed in its stead.
public final class PartialFailure {

    private static final Refusal SENDER = new Refusal(400, "InvalidParameterValue", "Refused by the plan");
    private static final Refusal SERVICE = new Refusal(500, "InternalError", "Failed by the plan");

    private PartialFailure() {}

    public static WireReply of(AwsCall call, Fault.Partial partial, WireRequest request, Wire wire)
            throws IOException {
        return switch (call.operation()) {
            case "SendMessageBatch" -> messages(partial, request, wire);
            case "DeleteObjects" -> objects(partial, request, wire);
            default -> throw new IllegalArgumentException(call.operation() + " cannot fail in part");
        };
    }

    private static WireReply messages(Fault.Partial partial, WireRequest request, Wire wire)
            throws IOException {
        var input = new LinkedHashMap<>(Json.object(request.body()));
        var entries = Json.<Map<String, Object>>list(input.get("Entries"));
        int kept = Math.min(partial.entries(), entries.size());
        input.put("Entries", entries.subList(kept, entries.size()));
        var rest = request.withBody(Json.bytes(input));
        var reply = kept == entries.size() ? SqsWire.nothing() : wire.answer(rest);
        var output = new LinkedHashMap<>(Json.object(reply.body()));
        var failed = new ArrayList<>(Json.list(output.get("Failed")));
        for (var entry : entries.subList(0, kept))
            failure(partial).ifPresent(why -> failed.add(SqsWire.failed(entry.get("Id"), why)));
        output.put("Failed", failed);
        return reply.withBody(Json.bytes(output));
    }

    private static WireReply objects(Fault.Partial partial, WireRequest request, Wire wire)
            throws IOException {
        var keys = S3Xml.keysToDelete(request.body());
        int kept = Math.min(partial.entries(), keys.size());
        var rest = request.withBody(S3Xml.delete(keys.subList(kept, keys.size())));
        var reply = kept == keys.size() ? FakeS3.nothingDeleted() : wire.answer(rest);
        var errors = new StringBuilder();
        for (var key : keys.subList(0, kept))
            failure(partial).ifPresent(why -> errors.append(S3Xml.deleteError(key, why)));
        var body = new String(reply.body(), StandardCharsets.UTF_8)
                .replace("</DeleteResult>", errors + "</DeleteResult>");
        return reply.withBody(body.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<Refusal> failure(Fault.Partial partial) {
        return switch (partial.side()) {
            case SENDER -> Optional.of(SENDER);
            case SERVICE -> Optional.of(SERVICE);
            case UNACCOUNTED -> Optional.empty();
        };
    }
}
