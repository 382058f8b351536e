package tracenova.local.demo;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// A demo that is not all there yet. With the same moment and size the same story is told again, event ids too, so that
/// what was sent before counts once.
///
/// @param until the moment at which its time ends
/// @param made the apps that were made, in their order
@Serdeable
public record Unfinished(Instant until, DemoSize size, List<Credentials> made) {

    public static Unfinished of(DemoSize size, Instant until) {
        return new Unfinished(until, size, List.of());
    }

    /// An app's id and its key.
    @Serdeable
    public record Credentials(String app, String apiKey) {}

    Unfinished with(Credentials app) {
        return new Unfinished(until, size, Stream.concat(made.stream(), Stream.of(app)).toList());
    }
}
