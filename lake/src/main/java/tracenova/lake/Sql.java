package tracenova.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/// SQL texts, which stand in files beside the class that runs them, and the literals of their variables.
public final class Sql {

    private Sql() {}

    /// The text of a file beside `owner`.
    public static String of(Class<?> owner, String file) {
        try (var in = owner.getResourceAsStream(file)) {
            if (in == null) throw new IllegalStateException("no " + file + " beside " + owner.getName());
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    static String literal(Object value) {
        return switch (value) {
            case Number number -> number.toString();
            case Instant instant -> "TIMESTAMP '" + instant.toString().replace("Z", "") + "'";
            case List<?> list -> list.stream().map(Sql::literal).collect(Collectors.joining(", ", "[", "]::VARCHAR[]"));
            default -> "'" + value.toString().replace("'", "''") + "'";
        };
    }
}
