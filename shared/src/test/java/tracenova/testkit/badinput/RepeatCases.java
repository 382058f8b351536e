package tracenova.testkit.badinput;

import static tracenova.testkit.badinput.Expected.accepted;
import static tracenova.testkit.badinput.Expected.mixed;
import static tracenova.testkit.badinput.Expected.refused;

import java.util.List;
import java.util.Map;
import tracenova.testkit.badinput.BadInput.Exchange;

/// B165 to B167 and R16: the same ids, with the same and with other content.
final class RepeatCases {

    private final Keys keys;
    private final Cases cases;

    RepeatCases(Cases cases) {
        this.cases = cases;
        this.keys = cases.keys;
    }

    void add() {
        for (var place : Place.values()) {
            sameEvent(place);
            sameBatch(place);
            withinARequest(place);
            twoApps(place);
        }
    }

    private static Expected duplicate(int count) {
        return accepted().duplicates(count);
    }

    private static Expected conflict() {
        return refused(409, "conflict");
    }

    private void sameEvent(Place place) {
        var event = place.event(id("B165"));
        var other = place.event(id("B165"), "\"note\":1");
        add("B165", send(place, place.document(event), accepted(event)),
                send(place, place.document(event), duplicate(1)),
                send(place, place.document(other), conflict()), send(place, place.document(event), duplicate(1)));
        // The key moves from the header to the body, or a time of sending comes along: nothing new was sent.
        var again = place.event(id("B165"));
        var beside = "{\"api_key\":\"" + keys.live() + "\",\"sent_at\":\"2026-01-31T12:00:00Z\","
                + place.document(again).substring(1);
        add("B165", send(place, place.document(again), accepted(again)), send(place, beside, duplicate(1)));
    }

    private void sameBatch(Place place) {
        var nameless = place.event("x", id("R16"), "").replace("\"event_id\":\"x\",", "");
        var other = nameless.replace("\"session_id\"", "\"note\":1,\"session_id\"");
        var key = id("R16-key");
        add("R16", new Exchange(wire(place, nameless).with("idempotency-key", key), accepted(nameless)),
                new Exchange(wire(place, nameless).with("idempotency-key", key), duplicate(1)),
                new Exchange(wire(place, other).with("idempotency-key", key), conflict()),
                new Exchange(wire(place, other).with("idempotency-key", key + "2"), accepted(other)));
        var named = "{\"batch_id\":\"" + id("R16") + "\"," + place.document(nameless).substring(1);
        add("R16", send(place, named, accepted(nameless)), send(place, named, duplicate(1)));
        // Without any id each request is new.
        add("R16", send(place, place.document(nameless), accepted(nameless)),
                send(place, place.document(nameless), accepted(nameless)));
    }

    private void withinARequest(Place place) {
        var event = place.event(id("B166"));
        var same = Place.events(List.of(event, event));
        add("B166", send(place, same, accepted(event).duplicates(1)), send(place, same, duplicate(2)));
        var first = place.event(id("B166"));
        var second = place.event(id("B166"), "\"note\":1");
        add("B166", send(place, Place.events(List.of(first, second, first)),
                mixed(List.of(first), Map.of(1, "conflict")).duplicates(1)));
    }

    private void twoApps(Place place) {
        var event = place.event(id("B167"));
        add("B167", send(place, place.document(event), accepted(event)),
                new Exchange(wire(place, event).with("x-api-key", keys.neighbour()), accepted(event)));
    }

    private Wire wire(Place place, String event) {
        return Wire.post(place.path, keys.live(), place.document(event));
    }

    private Exchange send(Place place, String body, Expected expected) {
        return new Exchange(Wire.post(place.path, keys.live(), body), expected);
    }

    private void add(String row, Exchange... exchanges) {
        cases.add(row, exchanges);
    }

    private String id(String row) {
        return cases.id(row);
    }
}
