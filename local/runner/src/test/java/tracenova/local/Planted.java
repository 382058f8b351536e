package tracenova.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import tracenova.event.Door;
import tracenova.event.EventType;
import tracenova.event.Field;
import tracenova.event.Retention;
import tracenova.testkit.Canaries;
import tracenova.testkit.Canaries.Secret;
import tracenova.testkit.Examples;
import tracenova.testkit.Json;

/// Documented requests with the canaries of one run planted in them.
final class Planted {

    /// How many variants of a request bring every canary into every text field.
    static final int VARIANTS = 5;

    /// Texts that must name something the app has.
    private static final Set<String> REFERENCES = Set.of("funnel_slug", "step_key");
    private static final List<String> IDS = List.of("session_id", "user_id", "visitor_id");

    final String mark;
    private final List<Secret> secrets;
    private final Secret foreignAddress;

    /// @param ipv4 the address from which the requests will come
    Planted(String ipv4) {
        var random = new Random();
        this.mark = Canaries.mark(random);
        var all = Canaries.values(random, ipv4, "2001:db8:4:1f::" + Integer.toHexString(random.nextInt(1, 0xffff)));
        this.secrets = all.subList(0, all.size() - 1);
        this.foreignAddress = all.getLast();
    }

    int canaries() {
        return Canaries.NAMES.size() + secrets.size() + 1;
    }

    /// What must be found nowhere.
    List<String> markers() {
        return Stream.concat(Stream.of(mark, foreignAddress.marker()), secrets.stream().map(Secret::marker))
                .flatMap(marker -> Stream.of(marker, URLEncoder.encode(marker, UTF_8))).distinct().toList();
    }

    /// The documented body with secrets in its texts, names and nested values; valid, and unlike any other variant.
    Map<String, Object> body(String example, int variant) {
        return each(example, variant, event -> {
            for (var text : texts(example)) {
                event.put(text, "before " + secret(3 * variant).text() + " between\n" + secret(3 * variant + 1).text()
                        + " (" + secret(3 * variant + 2).text() + ") after");
            }
            event.put("planted", everyForm(variant));
            if (isOfErrors(example)) event.put("seen", foreignAddress.text());
            // Of a day that is over, some of them.
            if (variant % 2 == 1) event.put("occurred_at", Instant.now().minus(Duration.ofDays(2)).toString());
            for (var name : Canaries.NAMES) {
                event.put(spelled(name, variant), mark);
            }
        });
    }

    /// The same with secrets for ids; empty where this variant's cannot be an id.
    Optional<Map<String, Object>> withSecretIds(String example, int variant) {
        var id = example + ":" + secret(3 * variant + example.length()).text();
        if (!id.chars().allMatch(c -> c > ' ' && c < 0x7f)) return Optional.empty();
        var body = each(example, variant, event -> {
            IDS.forEach(name -> event.put(name, id));
            event.computeIfPresent("event_id", (_, old) -> old + ":" + id);
        });
        if (body.containsKey("batch_id")) body.put("batch_id", id);
        return Optional.of(body);
    }

    /// What every path refuses, and has to name in its answer.
    Map<String, Object> invalid(String example) {
        return each(example, VARIANTS, event -> {
            event.put("occurred_at", mark);
            event.put("sample_rate", mark);
            event.put("session_id", Map.of(mark, mark));
        });
    }

    /// Headers and query that carry secrets beside the body.
    Map<String, String> headers(int variant) {
        var text = secret(variant).text().replace('\n', ' ');
        return Map.of(
                "user-agent", "Mozilla/5.0 (" + text + ") password=" + mark,
                "referer", "https://shop.example.com/?token=" + mark,
                "cookie", "session=" + mark,
                "x-forwarded-for", mark,
                "x-csrf-token", mark,
                "x-own", text);
    }

    String query() {
        return "?token=" + mark + "&password=" + mark;
    }

    Secret secret(int number) {
        return secrets.get(Math.floorMod(number, secrets.size()));
    }

    private interface Change {
        void of(Map<String, Object> event);
    }

    private static Map<String, Object> each(String example, int variant, Change change) {
        var body = new LinkedHashMap<>(Json.object(Examples.body(example).getBytes(UTF_8)));
        body.computeIfPresent("batch_id", (_, id) -> id + "-" + variant);
        if (body.get("events") instanceof List<?> events) {
            var changed = new ArrayList<Object>();
            events.forEach(event -> changed.add(changed(Json.map(event), variant, change)));
            body.put("events", changed);
            return body;
        }
        return changed(body, variant, change);
    }

    private static Map<String, Object> changed(Map<String, Object> event, int variant, Change change) {
        var changed = new LinkedHashMap<>(event);
        changed.computeIfPresent("event_id", (_, id) -> id + "-" + variant);
        change.of(changed);
        return changed;
    }

    /// Only there other addresses than the sender's are masked too.
    private static boolean isOfErrors(String example) {
        return Door.at(Examples.path(example)).orElseThrow() instanceof EventType type
                && type.retention() == Retention.ERRORS;
    }

    /// The free texts that a request's own path takes.
    private static List<String> texts(String example) {
        var common = Stream.of("user_role", "url", "release");
        var own =
                Door.at(Examples.path(example)).filter(EventType.class::isInstance).map(EventType.class::cast).stream()
                        .flatMap(type -> type.fields().stream())
                        .filter(field -> field.kind() == Field.Kind.TEXT && field.values().isEmpty())
                        .map(Field::name)
                        .filter(name -> !REFERENCES.contains(name));
        return Stream.concat(common, own).distinct().toList();
    }

    private Map<String, Object> everyForm(int variant) {
        var forms = new LinkedHashMap<String, Object>();
        for (var secret : secrets) {
            forms.put(secret.text(), Map.of("as", "name"));
            forms.put("nested " + forms.size(), Map.of("a", List.of(Map.of("b", secret.text()))));
            forms.put("text " + forms.size(), text(Map.of("a", text(Map.of("b", secret.text())))));
            forms.put("url " + forms.size(), "https://a.example/p?x=" + URLEncoder.encode(secret.text(), UTF_8));
        }
        for (var name : Canaries.NAMES) {
            var spelled = spelled(name, variant);
            var word = spelled.replace(' ', '_');
            forms.put("nested " + name, List.of(Map.of("a", Map.of(spelled, Map.of("b", List.of(mark))))));
            forms.put("text " + name, text(Map.of("inner", text(Map.of(spelled, mark)))));
            forms.put("url " + name, "https://a.example/p?x=1&" + word + "=" + mark + "#top");
            forms.put("form " + name, word + "=" + mark + "&b=2");
            forms.put("?" + word + "=" + mark, 1);
        }
        return forms;
    }

    private static String text(Map<String, Object> value) {
        return new String(Json.bytes(value), UTF_8);
    }

    private static String spelled(String name, int variant) {
        var spellings = Canaries.spellings(name).toList();
        return spellings.get(variant % spellings.size());
    }
}
