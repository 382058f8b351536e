package tracenova.tracking;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.micronaut.context.ApplicationContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tracenova.event.Door;
import tracenova.event.EventType;
import tracenova.event.Json;
import tracenova.event.MixedDoor;
import tracenova.testkit.badinput.Answered;
import tracenova.testkit.badinput.GatewayEvents;
import tracenova.testkit.badinput.Wire;

/// The functions behind the gateway's routes, called with the events it would make.
final class Endpoints {

    private final ApplicationContext context;
    private final Map<String, RequestStreamHandler> functions = new ConcurrentHashMap<>();

    Endpoints(ApplicationContext context) {
        this.context = context;
    }

    Answered send(Wire wire) {
        return send(GatewayEvents.path(wire), GatewayEvents.of(wire, "203.0.113.7"));
    }

    Answered send(String path, byte[] event) {
        var out = new ByteArrayOutputStream();
        try {
            functions.computeIfAbsent(name(path), this::make).handleRequest(new ByteArrayInputStream(event), out, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var reply = Json.of(out.toString(StandardCharsets.UTF_8));
        var headers = new LinkedHashMap<String, String>();
        reply.get("headers").orElseThrow().members().forEach(h -> headers.put(h.name(), h.value().string()));
        return new Answered((int) reply.get("statusCode").orElseThrow().number(), headers,
                reply.get("body").map(Json::string).orElse(""));
    }

    /// The class behind a path: its name follows from the event type's or the mixed door's.
    static String name(String path) {
        var plain = path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return Door.at(plain).map(door -> switch (door) {
            case EventType type -> camelCase(type.name());
            case MixedDoor mixed -> mixed == MixedDoor.API_EVENTS_INGEST ? "EventsIngest" : camelCase(mixed.name());
        }).orElse("NotFound") + "Function";
    }

    private static String camelCase(String name) {
        return Stream.of(name.split("_")).map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }

    private RequestStreamHandler make(String name) {
        try {
            return (RequestStreamHandler) Class.forName("tracenova.tracking." + name)
                    .getConstructor(ApplicationContext.class).newInstance(context);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no function " + name, e);
        }
    }
}
