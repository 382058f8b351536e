package tracenova.local;

import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// The HTTP API of the template: finds the function of a request, and speaks its language.
final class Gateway {

    private final Routes routes;
    private final Function<String, UnaryOperator<byte[]>> functions;
    private final JsonMapper json;
    private final InstantSource clock;

    /// @param functions by logical id
    Gateway(Routes routes, Function<String, UnaryOperator<byte[]>> functions, JsonMapper json, InstantSource clock) {
        this.routes = routes;
        this.functions = functions;
        this.json = json;
        this.clock = clock;
    }

    Reply handle(Request request) {
        return routes.match(request.method(), request.path())
                .map(match -> call(request, match))
                .orElseGet(() -> Refusal.reply(404, "not-found", "Nothing is here"));
    }

    private Reply call(Request request, Routes.Match match) {
        var event = GatewayEvent.of(request, match, UUID.randomUUID().toString(), clock.instant());
        try {
            var answer = functions.apply(match.route().function()).apply(json.writeValueAsBytes(event));
            return json.readValue(answer, GatewayAnswer.class).reply();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
