package tracenova.conservation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A request as a client makes it, once or again.
///
/// @param app which of the schedule's apps
/// @param batchId the client's, or `null`; `header`: it stands in `Idempotency-Key`
/// @param client which client: its address and user agent
record Request(int app, Gate gate, String batchId, boolean header, int client, List<Event> events) {

    /// What the client itself would call this batch, or `null` where it has no name for it.
    String name() {
        if (batchId != null) return batchId;
        return events.stream().anyMatch(event -> event.id() == null) ? null
                : events.stream().map(Event::id).collect(Collectors.joining("|"));
    }

    /// What makes two requests with one name the same or not.
    String content() {
        return gate + events.stream().map(event -> event.json(gate, "", "")).collect(Collectors.joining(","));
    }

    Request with(List<Event> others) {
        return new Request(app, gate, batchId, header, client, others);
    }

    String address() {
        return Canary.ADDRESS + client;
    }

    /// The event of the gateway.
    Map<String, Object> input(String apiKey) {
        var headers = new TreeMap<String, Object>(Map.of(
                "content-type", "application/json", "x-api-key", apiKey, "user-agent", "client/" + client));
        if (header) headers.put("idempotency-key", batchId);
        return Map.of(
                "rawPath", gate.path,
                "headers", headers,
                "requestContext", Map.of("http", Map.of("method", "POST", "sourceIp", address()), "requestId", "r"),
                "body", body(apiKey),
                "isBase64Encoded", false);
    }

    private String body(String apiKey) {
        var texts = events.stream().map(event -> event.json(gate, apiKey, address())).toList();
        var id = batchId == null || header ? "" : "\"batch_id\":\"" + batchId + "\",";
        if (gate == Gate.TRACK) return texts.getFirst();
        return "{" + id + "\"events\":[" + String.join(",", texts) + "]}";
    }
}
