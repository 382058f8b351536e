package tracenova.testkit.badinput;

import static tracenova.testkit.badinput.Expected.accepted;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/// B093 to B104: times are exact texts, and no event is refused for its clock.
final class TimeCases {

    private final Instant now;
    private final Cases cases;

    TimeCases(Cases cases, Instant now) {
        this.cases = cases;
        this.now = now;
    }

    void add() {
        for (var place : Place.values()) {
            wrong(place);
            for (var none : List.of("null", "")) {
                taken("B104", place, none, at -> at.at(now));
            }
            for (var seconds : List.of(540L, -29 * 86_400L)) {
                var sent = now.plusSeconds(seconds);
                taken("B100", place, quoted(sent.toString()), at -> at.at(sent));
            }
            for (var far : List.of(now.plus(Duration.ofMinutes(11)).toString(),
                    now.minus(Duration.ofDays(31)).toString(),
                    "1970-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "0000-01-01T00:00:00Z", "2016-12-31T23:59:60Z",
                    "0000-01-01T00:00:00+23:59", "9999-12-31T23:59:59.999999999-23:59")) {
                taken("B101-B102", place, quoted(far), at -> at.adjustedTo(now));
            }
            spellings(place);
        }
    }

    private void wrong(Place place) {
        for (var time : List.of("2026-02-29T00:00:00Z", "2026-01-00T00:00:00Z", "2026-13-01T00:00:00Z",
                "2026-11-20T25:00:00Z", "2026-11-20T24:00:00Z", "2026-11-20T10:60:00Z", "2026-11-20T10:00:61Z",
                "2026-11-20T10:00:00", "2026-11-20", "2026-W47-5", "2026-11-20 10:00:00Z", "1763632800",
                "2026-11-20T10:00:00.Z", "2026-11-20T10:00:00.0123456789Z", "2026-11-20T10:00Z",
                "2026-11-20T10:00:00+0200",
                "2026-11-20T10:00:00+24:00", "+2026-11-20T10:00:00Z", "-001-11-20T10:00:00Z", "2026-11-20T12:30:60Z",
                "٢٠٢٦-11-20T10:00:00Z", " 2026-11-20T10:00:00Z", "2026-11-20T10:00:00Z ", "", "now", "null")) {
            refused("B093-B103", place, quoted(time));
        }
        for (var time : List.of("1763632800", "1763632800000", "true", "{}", "[]")) {
            refused("B098", place, time);
        }
    }

    /// The same instant in every spelling there is.
    private void spellings(Place place) {
        var sent = Instant.parse(now.minusSeconds(60).toString().substring(0, 19) + "Z");
        var text = sent.toString().replace("Z", "");
        var west = sent.minusSeconds(11 * 3_600 + 30 * 60).toString().replace("Z", "-11:30");
        var east = sent.plusSeconds(2 * 3_600).toString().replace("Z", "+02:00");
        for (var spelling : List.of(west, east, text + "z", text.replace('T', 't') + "Z", text + "-00:00",
                text + ".0Z")) {
            taken("B096", place, quoted(spelling), at -> at.at(sent));
        }
        for (int digits = 1; digits <= 9; digits++) {
            var fraction = "123456789".substring(0, digits);
            taken("B099", place, quoted(text + "." + fraction + "Z"),
                    at -> at.at(sent.plusNanos(Long.parseLong((fraction + "00000000").substring(0, 9)))));
        }
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }

    private void taken(String row, Place place, String time, UnaryOperator<Expected> settled) {
        var event = place.event(cases.id(row), time.isEmpty() ? "" : "\"occurred_at\":" + time);
        cases.add(row, place, place.document(event), settled.apply(accepted(event)));
    }

    private void refused(String row, Place place, String time) {
        cases.invalid(row, place, "\"occurred_at\":" + time, "invalid_time", "/occurred_at");
    }
}
