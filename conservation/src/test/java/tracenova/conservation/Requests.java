package tracenova.conservation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Makes the requests of one schedule: batches with and without names, of one session and of many, whole and
/// partly wrong, with every sort of time, and now and then the same ids with other content.
final class Requests {

    private static final int MANY = 9;

    private final Dice dice;
    private final Flavour flavour;
    private final Instant start;
    private final List<Request> made = new ArrayList<>();
    private final List<String> ids = new ArrayList<>();
    private int marks;

    Requests(Dice dice, Flavour flavour, Instant start) {
        this.dice = dice;
        this.flavour = flavour;
        this.start = start;
    }

    List<Request> made() {
        return made;
    }

    /// Adds one more and says its number.
    int add() {
        made.add(!made.isEmpty() && dice.percent(flavour == Flavour.OTHER_CONTENT ? 50 : 5) ? changed(dice.of(made))
                : fresh());
        return made.size() - 1;
    }

    /// The same name with other content: other marks, perhaps other sessions.
    private Request changed(Request request) {
        if (request.name() == null) return fresh();
        var events = new ArrayList<Event>();
        for (var event : request.events()) events.add(dice.percent(70) ? event.marked(mark()) : event);
        if (dice.percent(50)) Collections.rotate(events, 1);
        return new Request(request.app(), request.gate(), request.batchId(), request.header(), request.client(),
                events);
    }

    private Request fresh() {
        var gate = flavour == Flavour.SETTINGS ? dice.of(Gate.STEPS, Gate.STEPS, Gate.ERRORS, Gate.BATCH)
                : dice.of(Gate.SCREENS, Gate.ERRORS, Gate.BATCH, Gate.BATCH, Gate.BATCH, Gate.TRACK, Gate.STEPS);
        boolean many = gate == Gate.BATCH && dice.percent(4);
        int count = gate == Gate.TRACK ? 1 : many ? MANY : dice.between(1, 5);
        boolean allIds = dice.percent(45);
        int sessions = many ? MANY : dice.between(1, 3);
        var events = new ArrayList<Event>();
        for (int i = 0; i < count; i++) events.add(event(gate, allIds, many ? "s" + i : session(sessions)));
        if (count > 1 && dice.percent(8)) events.add(dice.of(events));
        boolean named = gate != Gate.TRACK && dice.percent(45);
        boolean header = named && dice.percent(30);
        return new Request(dice.percent(75) ? 0 : 1, gate, named ? "b" + made.size() : null, header, dice.below(4),
                events);
    }

    private String session(int sessions) {
        if (dice.percent(8)) return null;
        return dice.percent(5) ? dice.of("s#1", "-", "sé 😀", "*", "s%23") : "s" + dice.below(sessions);
    }

    private Event event(Gate gate, boolean withId, String session) {
        var sort = switch (gate) {
            case SCREENS -> Event.Sort.SCREEN;
            case ERRORS -> Event.Sort.ERROR;
            case STEPS -> Event.Sort.STEP;
            case BATCH, TRACK -> dice.of(Event.Sort.SCREEN, Event.Sort.ERROR, Event.Sort.CUSTOM);
        };
        var id = withId || dice.percent(20) ? id() : null;
        var inSession = sort == Event.Sort.STEP && session == null ? "s0" : session;
        return new Event(mark(), sort, id, inSession, dice.percent(50) ? "u" + dice.below(3) : null,
                "v" + dice.below(3), time(), gate != Gate.TRACK && dice.percent(10), dice.percent(25));
    }

    private String id() {
        if (!ids.isEmpty() && dice.percent(6)) return dice.of(ids);
        ids.add("e" + ids.size());
        return ids.getLast();
    }

    private String mark() {
        return "m" + marks++;
    }

    private Instant time() {
        return switch (dice.below(20)) {
            case 0, 1, 2, 3, 4, 5 -> null;
            case 6, 7, 8 -> start.minus(Duration.ofHours(2));
            case 9 -> start.plus(Duration.ofMinutes(5));
            case 10 -> start.plus(Duration.ofDays(3));
            case 11 -> start.minus(Duration.ofDays(31));
            case 12 -> start.minus(Duration.ofHours(29 * 24));
            case 13 -> start.minus(Duration.ofDays(10));
            default -> start.minus(Duration.ofSeconds(dice.between(1, 600)));
        };
    }
}
