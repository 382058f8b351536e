package tracenova.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Optional;
import tracenova.app.ApiKey;
import tracenova.app.KeyEntry;
import tracenova.app.KeyLookup;
import tracenova.event.Limits;
import tracenova.log.Log;
import tracenova.log.Metric;

/// Who sends: the key header, else a bearer key, else `api_key` in the body. The first present one decides alone.
@Singleton
class Credentials {

    // Names of strangers are not interned: hostile ones would fill the table.
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();
    private static final String BEARER = "bearer ";

    private final KeyLookup keys;
    private final Log log;

    Credentials(KeyLookup keys, Log log) {
        this.keys = keys;
        this.log = log;
    }

    /// The live key behind the request. Malformed, unknown, revoked and expired look the same.
    Optional<KeyEntry> authenticate(IngestRequest request) {
        var key = presented(request).flatMap(ApiKey::parse);
        var entry = key.flatMap(keys::find);
        if (key.isPresent() && entry.isEmpty()) {
            log.count(Metric.UNKNOWN_KEY);
        }
        return entry;
    }

    private static Optional<String> presented(IngestRequest request) {
        return request.header("x-api-key")
                .or(() -> request.header("authorization").map(Credentials::token))
                .or(() -> inBody(request));
    }

    private static String token(String authorization) {
        return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? authorization.substring(BEARER.length()).strip()
                : "";
    }

    /// The only parsing before the credential is known: top level, one name, the first 64 KiB.
    private static Optional<String> inBody(IngestRequest request) {
        var head = request.head(Limits.KEY_SEARCH_BYTES);
        int start = head.startsWith("\uFEFF") ? 1 : 0;
        return head.contains("\"api_key\"") ? apiKey(head.substring(start)) : Optional.empty();
    }

    private static Optional<String> apiKey(String document) {
        try (var parser = JSON.createParser(document)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                var isKey = parser.currentName().equals("api_key");
                if (parser.nextToken() == JsonToken.VALUE_STRING && isKey) {
                    return Optional.of(parser.getText());
                }
                parser.skipChildren();
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
