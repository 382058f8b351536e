package tracenova.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tracenova.event.Code;
import tracenova.event.Json;

/// What was decided of each position of a request when its first chunk was written; later attempts and the
/// ledger go by it. Positions that are neither repeats nor rejected were stored.
///
/// @param positions how many events the request had, rejected ones included
/// @param extra how many events were stored beyond one per stored position: a session sent whole is two
/// @param repeats positions that repeat an earlier one of the same request
public record Verdicts(int positions, int extra, Set<Integer> repeats, Map<Integer, Rejection> rejected) {

    /// Why a position was not stored. `pointer` is from the root of the body.
    public record Rejection(Code code, String pointer, String detail) {}

    private static final JsonFactory JSON = new JsonFactory();

    public Verdicts {
        repeats = new TreeSet<>(repeats);
        rejected = new LinkedHashMap<>(rejected);
    }

    public boolean isStored(int position) {
        return !repeats.contains(position) && !rejected.containsKey(position);
    }

    /// How many events were stored.
    public int stored() {
        return positions + extra - repeats.size() - rejected.size();
    }

    public Optional<Rejection> rejection(int position) {
        return Optional.ofNullable(rejected.get(position));
    }

    /// The text that stands in the first chunk: `{"n":3,"repeats":[1],"rejected":[[2,"blank","/events/2/name","…"]]}`.
    public String toJson() {
        var text = new StringWriter();
        try (var json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeNumberField("n", positions);
            if (extra > 0) {
                json.writeNumberField("extra", extra);
            }
            if (!repeats.isEmpty()) {
                json.writeArrayFieldStart("repeats");
                for (var position : repeats) {
                    json.writeNumber(position);
                }
                json.writeEndArray();
            }
            if (!rejected.isEmpty()) {
                json.writeArrayFieldStart("rejected");
                for (var entry : rejected.entrySet()) {
                    write(json, entry.getKey(), entry.getValue());
                }
                json.writeEndArray();
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, int position, Rejection rejection) throws IOException {
        json.writeStartArray();
        json.writeNumber(position);
        json.writeString(rejection.code.toString());
        json.writeString(rejection.pointer);
        json.writeString(rejection.detail);
        json.writeEndArray();
    }

    /// Reads [#toJson].
    public static Verdicts parse(String text) {
        var json = Json.of(text);
        var repeats = new ArrayList<Integer>();
        json.get("repeats").ifPresent(list -> list.elements()
                .forEach(position -> repeats.add(Integer.valueOf(position.text()))));
        var rejected = new LinkedHashMap<Integer, Rejection>();
        json.get("rejected").ifPresent(list -> list.elements().forEach(entry -> {
            List<Json> fields = entry.elements();
            rejected.put(Integer.valueOf(fields.get(0).text()), new Rejection(
                    Code.valueOf(fields.get(1).string().toUpperCase(Locale.ROOT)), fields.get(2).string(),
                    fields.get(3).string()));
        }));
        var positions = json.get("n").orElseThrow(() -> new IllegalArgumentException("verdicts without n"));
        var extra = json.get("extra").map(Json::text).map(Integer::valueOf).orElse(0);
        return new Verdicts(Integer.parseInt(positions.text()), extra, Set.copyOf(repeats), rejected);
    }
}
