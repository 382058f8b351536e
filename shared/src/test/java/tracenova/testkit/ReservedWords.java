package tracenova.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/// Attribute names that DynamoDB accepts in an expression only behind a `#placeholder`.
final class ReservedWords {

    private static final Set<String> WORDS = read();

    private ReservedWords() {}

    static boolean contains(String name) {
        return WORDS.contains(name.toUpperCase(Locale.ROOT));
    }

    private static Set<String> read() {
        try (var list = ReservedWords.class.getResourceAsStream("dynamodb-reserved-words.txt")) {
            return Set.of(new String(list.readAllBytes(), StandardCharsets.US_ASCII).strip().split("\\s+"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
