package tracenova.testkit.badinput;

import static java.nio.charset.StandardCharsets.UTF_8;
import static tracenova.testkit.badinput.Expected.accepted;
import static tracenova.testkit.badinput.Expected.invalid;
import static tracenova.testkit.badinput.Expected.mixed;
import static tracenova.testkit.badinput.Expected.tooLarge;
import static tracenova.testkit.badinput.Expected.unauthenticated;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import tracenova.event.Limits;

/// B054 to B063: every limit, exactly and one more.
final class SizeCases {

    private final Keys keys;
    private final Cases cases;

    SizeCases(Cases cases) {
        this.cases = cases;
        this.keys = cases.keys;
    }

    void add() {
        for (var place : Place.values()) {
            wire(place);
            events(place);
            eventBytes(place);
            ids(place);
        }
        batches();
        keyInBody();
    }

    private void wire(Place place) {
        var event = place.event(id("B054"), "\"note\":\"ü€😀\"");
        add("B054", post(place, padded(place.document(event), Limits.WIRE_BYTES)), accepted(event));
        add("B054", post(place, padded(place.document(event), Limits.WIRE_BYTES + 1)), tooLarge());
        add("B058", post(place, padded(place.document(event), 9_000_000)), tooLarge());
        add("B058", post(place, padded("{", 9_000_000)), tooLarge());
        add("B063", post(place, place.document(event)).with("x-api-key", "k".repeat(9_000)), unauthenticated());
    }

    private static String padded(String document, int bytes) {
        return document + " ".repeat(bytes - document.getBytes(UTF_8).length);
    }

    private void events(Place place) {
        var most = events(place, Limits.EVENTS_PER_BATCH);
        add("B055", post(place, Place.events(most)), accepted(most));
        add("B055", post(place, Place.events(events(place, Limits.EVENTS_PER_BATCH + 1))), tooLarge());
    }

    private List<String> events(Place place, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> place.event(id("B055") + "-" + i, "s", ""))
                .toList();
    }

    private void eventBytes(Place place) {
        var exact = sized(place, id("B056"), Limits.EVENT_BYTES);
        add("B056", post(place, place.document(exact)), accepted(exact));
        add("B056", post(place, place.document(sized(place, id("B056"), Limits.EVENT_BYTES + 1))),
                invalid("event_too_large", place.pointer("")));
    }

    private static String sized(Place place, String id, int bytes) {
        var event = place.event(id, "\"payload\":{\"a\":\"ü\"}");
        return event.replace("ü", "ü" + "a".repeat(bytes - event.getBytes(UTF_8).length));
    }

    private void ids(Place place) {
        for (var character : List.of("x", "😀", "ü")) {
            var session = character.repeat(Limits.ID_CHARACTERS);
            var taken = place.event(id("B059"), session, "");
            add("B059", post(place, place.document(taken)), accepted(taken));
            add("B059", post(place, place.document(place.event(id("B059"), session + character, ""))),
                    invalid("invalid_id", place.pointer("/session_id")));
        }
        var longest = place.event(filled(id("B059-"), Limits.ID_CHARACTERS), "s", "");
        add("B059", post(place, place.document(longest)), accepted(longest));
        add("B059", post(place, place.document(place.event(filled("", Limits.ID_CHARACTERS + 1), "s", ""))),
                invalid("invalid_id", place.pointer("/event_id")));
        var event = place.event(id("B059"));
        add("B059", post(place, place.document(event)).with("idempotency-key",
                filled(id("B059-"), Limits.ID_CHARACTERS)), accepted(event));
        var tooLong = filled("", Limits.ID_CHARACTERS + 1);
        add("B059", post(place, place.document(event)).with("idempotency-key", tooLong), invalid("invalid_id", ""));
        add("B059", post(place, "{\"batch_id\":\"" + tooLong + "\"," + place.document(event).substring(1)),
                invalid("invalid_id", "/batch_id"));
    }

    private static String filled(String start, int length) {
        return start + "x".repeat(length - start.length());
    }

    private void batches() {
        var place = Place.BATCH;
        var small = place.event(id("B057") + "-0");
        var last = place.event(id("B057") + "-2");
        add("B057", post(place, Place.events(List.of(small, sized(place, "large", Limits.EVENT_BYTES + 1), last))),
                mixed(List.of(small, last), Map.of(1, "event_too_large")));
        var random = random(place, 11);
        add("B060", post(place, Place.events(random)), accepted(random));
        var people = IntStream.range(0, 1_000).mapToObj(i -> place.event(id("B061") + "-" + i)).toList();
        add("B061", post(place, Place.events(people)), accepted(people));
        var valid = place.event(id("B062"));
        var events = new ArrayList<>(IntStream.range(0, 99).mapToObj("{\"type\":5,\"n\":%d}"::formatted).toList());
        events.add(57, valid);
        var rejected = new TreeMap<Integer, String>();
        IntStream.range(0, 100).filter(i -> i != 57).forEach(i -> rejected.put(i, "wrong_type"));
        add("B062", post(place, Place.events(events)), mixed(List.of(valid), rejected));
    }

    /// So many events of one session, about 46 KB each, that no compression makes small.
    private List<String> random(Place place, int count) {
        var random = new Random(60);
        return IntStream.range(0, count).mapToObj(i -> {
            var bytes = new byte[34_000];
            random.nextBytes(bytes);
            return place.event(id("B060") + "-" + i, id("B060"),
                    "\"payload\":{\"a\":\"" + Base64.getEncoder().encodeToString(bytes) + "\"}");
        }).toList();
    }

    /// The key is looked for in the first 64 KiB only.
    private void keyInBody() {
        var place = Place.TRACK;
        var member = "\"api_key\":\"" + keys.live() + "\"";
        int room = Limits.KEY_SEARCH_BYTES - member.length() - 1;
        var event = place.event(id("B129"));
        add("B129", post(place, "{" + " ".repeat(room) + member + "," + event.substring(1)).without("x-api-key"),
                accepted(event));
        add("B129", post(place, "{" + " ".repeat(room + 1) + member + "," + event.substring(1)).without("x-api-key"),
                unauthenticated());
    }

    private Wire post(Place place, String body) {
        return Wire.post(place.path, keys.live(), body);
    }

    private String id(String row) {
        return cases.id(row);
    }

    private void add(String row, Wire sent, Expected expected) {
        cases.add(row, sent, expected);
    }
}
