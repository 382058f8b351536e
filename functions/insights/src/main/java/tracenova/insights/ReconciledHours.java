package tracenova.insights;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import tracenova.event.Json;
import tracenova.id.Hashes;
import tracenova.table.Hour;

/// What reconcile found, as far as an answer depends on it. That hours without events go by as reconciled is none of
/// it: an app in which nothing happens is not computed anew every hour.
final class ReconciledHours {

    private ReconciledHours() {}

    /// The same for documents that give the same answers at a lake's `now`.
    static String digest(String document, Instant now) {
        var json = Json.of(document);
        var through = json.get("through").filter(hour -> hour.is(Json.Kind.STRING)).map(Json::string).orElse("");
        var last = Hour.of(now).toString();
        var hours = json.get("hours").map(Json::members).stream().flatMap(List::stream)
                .filter(hour -> !isEmpty(hour.value()))
                .map(hour -> hour.name() + hour.value().text());
        return Hashes.shortSha256(Stream.concat(Stream.of(through.compareTo(last) < 0 ? through : last), hours)
                .toArray(String[]::new));
    }

    private static boolean isEmpty(Json hour) {
        return hour.get("chunks").map(Json::text).orElse("").equals("0")
                && hour.get("marked").filter(Json::isTrue).isPresent()
                && Stream.of("queued", "stuck", "refused")
                        .allMatch(name -> hour.get(name).map(ReconciledHours::isNothing).orElse(true));
    }

    private static boolean isNothing(Json collection) {
        return collection.text().equals("{}") || collection.text().equals("[]");
    }
}
