package tracenova.testkit;

import java.util.Map;
import java.util.TreeMap;

/// The part of Parameter Store that we use, in its JSON 1.1 protocol. Keeps the newest version of each.
final class FakeParameters {

    private final Map<String, StoredParameter> parameters = new TreeMap<>();

    synchronized FakeParameters copy() {
        var copy = new FakeParameters();
        copy.parameters.putAll(parameters);
        return copy;
    }

    synchronized Map<String, StoredParameter> all() {
        return Map.copyOf(parameters);
    }

    WireReply answer(String operation, WireRequest request) {
        try {
            return reply(200, answer(operation, Json.object(request.body())));
        } catch (Refusal refusal) {
            return error(refusal);
        }
    }

    static WireReply error(Refusal refusal) {
        return reply(refusal.status(), Map.of("__type", refusal.code(), "message", refusal.getMessage()));
    }

    private synchronized Map<String, ?> answer(String operation, Map<String, Object> input) {
        var name = (String) input.get("Name");
        return switch (operation) {
            case "PutParameter" -> put(name, input);
            case "GetParameter" -> Map.of("Parameter", get(name, Boolean.TRUE.equals(input.get("WithDecryption"))));
            case "DeleteParameter" -> {
                present(name);
                parameters.remove(name);
                yield Map.of();
            }
            default -> throw new Refusal(400, "InvalidAction", "The fake does not know " + operation);
        };
    }

    private Map<String, ?> put(String name, Map<String, Object> input) {
        var there = parameters.get(name);
        if (there != null && !Boolean.TRUE.equals(input.get("Overwrite")))
            throw new Refusal(400, "ParameterAlreadyExists", "The parameter already exists.");
        int version = there == null ? 1 : there.version() + 1;
        var type = there == null ? (String) input.get("Type") : there.type();
        parameters.put(name, new StoredParameter(type, (String) input.get("Value"), version));
        return Map.of("Version", version, "Tier", "Standard");
    }

    private Map<String, ?> get(String name, boolean decrypted) {
        var parameter = present(name);
        var readable = decrypted || !parameter.type().equals("SecureString");
        return Map.of("Name", name, "Type", parameter.type(), "Version", parameter.version(), "Value",
                readable ? parameter.value() : "encrypted");
    }

    private StoredParameter present(String name) {
        var parameter = parameters.get(name);
        if (parameter == null) throw new Refusal(400, "ParameterNotFound", "Parameter " + name + " not found.");
        return parameter;
    }

    private static WireReply reply(int status, Map<String, ?> body) {
        return new WireReply(status, Map.of("Content-Type", "application/x-amz-json-1.1"), Json.bytes(body));
    }
}
