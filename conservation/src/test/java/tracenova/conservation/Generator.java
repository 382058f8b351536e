package tracenova.conservation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Makes schedules out of seeds. What a flavour is after happens often, all else now and then.
final class Generator {

    private static final List<Instant> STARTS = List.of(
            Instant.parse("2026-03-10T12:10:00Z"), Instant.parse("2026-03-10T13:20:00Z"),
            Instant.parse("2026-06-30T21:35:00Z"));
    private static final List<Instant> EDGES = List.of(
            Instant.parse("2026-03-10T12:58:30Z"), Instant.parse("2026-03-28T23:57:00Z"),
            Instant.parse("2026-10-25T00:58:40Z"), Instant.parse("2026-12-31T23:58:00Z"));

    private final long seed;
    private final Flavour flavour;
    private final Dice dice;
    private final Instant start;
    private final Requests requests;
    private final List<Timed> timeline = new ArrayList<>();
    private final String position;

    private record Timed(Duration at, int order, Act act) {}

    private Generator(long seed, Flavour flavour) {
        this.seed = seed;
        this.flavour = flavour;
        this.dice = new Dice(seed);
        this.start = dice.of(isAtEdge(flavour) ? EDGES : STARTS);
        this.requests = new Requests(dice, flavour, start);
        this.position = dice.of(Positions.all());
    }

    private static boolean isAtEdge(Flavour flavour) {
        return flavour == Flavour.HOUR_END || flavour == Flavour.LATE_COPIES;
    }

    /// Half of all schedules put their faults on one position, a tenth have only clients that give up.
    static Schedule schedule(long seed) {
        var choice = Math.floorMod(seed * 0x9E3779B97F4A7C15L >>> 20, 20);
        var others = Flavour.values();
        return choice < 9 ? schedule(seed, Flavour.ONE_POSITION)
                : choice < 11 ? schedule(seed, Flavour.GIVING_UP)
                        : schedule(seed, others[(int) Math.floorMod(seed, (long) others.length)]);
    }

    static Schedule schedule(long seed, Flavour flavour) {
        return new Generator(seed, flavour).make();
    }

    private Schedule make() {
        clients();
        background();
        special();
        timeline.sort(Comparator.comparing(Timed::at).thenComparing(Timed::order));
        var acts = new ArrayList<Act>();
        var now = Duration.ZERO;
        for (var timed : timeline) {
            if (timed.at.compareTo(now) > 0) acts.add(Act.of(new Step.Wait(timed.at.minus(now))));
            now = timed.at;
            acts.add(timed.act);
        }
        var what = flavour == Flavour.ONE_POSITION ? flavour + ": " + position : flavour.toString();
        return new Schedule(seed, what, start, requests.made(), acts);
    }

    private void at(Duration when, Step step) {
        at(when, new Act(step, faults(step), pauses(step)));
    }

    private void at(Duration when, Act act) {
        timeline.add(new Timed(when, timeline.size(), act));
    }

    private Duration within(int seconds) {
        return Duration.ofSeconds(dice.below(Math.max(1, seconds)));
    }

    /// How long the clients are active, in seconds.
    private int span() {
        return flavour == Flavour.HOUR_END ? 180 : 1_500;
    }

    private void clients() {
        int count = dice.between(2, 6);
        for (int i = 0; i < count; i++) {
            var number = requests.add();
            var when = within(span());
            at(when, new Step.Send(number, dice.below(2), false));
            again(number, when);
        }
    }

    /// Clients that did not hear that all is well come back, some come back anyway.
    private void again(int number, Duration first) {
        if (flavour == Flavour.GIVING_UP) return;
        boolean stubborn = dice.percent(80);
        if (stubborn) {
            for (int i = 1; i <= 3; i++) {
                at(first.plusSeconds(40L * i), Act.of(new Step.Send(number, dice.below(3), true)));
            }
        }
        int repeats =
                flavour == Flavour.STORM || flavour == Flavour.SETTINGS ? dice.between(1, 4) : dice.percent(25) ? 1 : 0;
        for (int i = 0; i < repeats; i++) at(first.plus(within(600)), new Step.Send(number, dice.below(3), false));
        if (flavour == Flavour.LATE_COPIES || dice.percent(4)) {
            var later =
                    dice.of(Duration.ofMinutes(55), Duration.ofMinutes(70), Duration.ofHours(2), Duration.ofHours(25),
                            Duration.ofHours(47));
            if (later.toHours() < 3 || dice.percent(25)) at(first.plus(later), new Step.Send(number, 0, false));
        }
    }

    private void background() {
        int deliveries = dice.between(1, 4);
        for (int i = 0; i < deliveries; i++) at(within(span() + 300), delivery());
        int compactions = dice.between(1, 3);
        for (int i = 0; i < compactions; i++) at(within(span() + 600), new Step.Tick(Role.COMPACT, lateness()));
        if (dice.percent(60)) at(within(span() + 600), new Step.Tick(Role.INSIGHTS, lateness()));
        int hours = flavour == Flavour.LOSSES ? 4
                : wants(Role.RECONCILE) || flavour == Flavour.LOST_SENDS ? 2 : dice.percent(20) ? 1 : 0;
        for (int i = 1; i <= hours; i++) {
            at(Duration.ofMinutes(64L * i), new Step.Tick(Role.RECONCILE, lateness()));
            at(Duration.ofMinutes(64L * i + 2), delivery());
            at(Duration.ofMinutes(64L * i + 4), new Step.Tick(Role.COMPACT, lateness()));
        }
        if (dice.percent(10)) at(within(span()), new Step.Deploy(Duration.ofSeconds(dice.between(-120, 120))));
    }

    private boolean wants(Role role) {
        return flavour == Flavour.ONE_POSITION && Positions.roleOf(position) == role;
    }

    private Duration lateness() {
        return dice.percent(80) ? Duration.ZERO : Duration.ofSeconds(dice.between(1, 600));
    }

    private Step delivery() {
        var storm = flavour == Flavour.STORM || dice.percent(20);
        var lost = flavour == Flavour.LOSSES || dice.percent(4) ? dice.between(1, 255) : 0;
        return new Step.Deliver(storm ? dice.between(2, 5) : 1, dice.of(1, 2, 3, 500), dice.seed(), lost,
                dice.percent(10));
    }

    private void special() {
        switch (flavour) {
            case LOSSES -> {
                if (dice.percent(40)) at(within(span() + 7_200), new Step.Purge());
            }
            case POISON -> {
                for (int i = 0; i < 2; i++) {
                    var when = within(span());
                    at(when, new Step.Poison(dice.below(9), dice.below(Pump.Poison.values().length)));
                    at(when.plusSeconds(1), delivery());
                }
                at(within(span() + 3_600), new Step.Redrive());
            }
            case HOUR_END ->
                    at(Duration.ofSeconds(dice.between(100, 200)), new Step.Tick(Role.RECONCILE, Duration.ZERO));
            case SETTINGS -> settings();
            case REBUILD -> {
                for (int i = 0; i < 2; i++) at(within(span() + 3_600), new Step.Rebuild(dice.below(2)));
            }
            case OVERLAP, ZOMBIE -> {
                for (int i = 0; i < 3; i++) at(within(span() + 600), new Step.Tick(Role.COMPACT, lateness()));
                for (int i = 0; i < 3; i++) at(within(span() + 600), new Step.Tick(Role.INSIGHTS, lateness()));
                if (flavour == Flavour.ZOMBIE) wholeHour();
            }
            case FIGURES -> {
                for (int i = 0; i < 3; i++) movesWhileComputed(Duration.ofSeconds(span() + 200L * i));
            }
            default -> {
                if (wants(Role.REPLAY))
                    at(within(span() + 3_600), dice.percent(50) ? new Step.Redrive() : new Step.Rebuild(0));
            }
        }
    }

    private void movesWhileComputed(Duration when) {
        arrives(when);
        at(when.plusSeconds(60), new Act(new Step.Tick(Role.INSIGHTS, Duration.ZERO), List.of(),
                List.of(new Pause(dice.between(2, 12), dice.between(4, 10)))));
        arrives(when.plusSeconds(70));
        at(when.plusSeconds(130), Act.of(new Step.Tick(Role.INSIGHTS, Duration.ZERO)));
    }

    /// An event comes all the way into the lake.
    private void arrives(Duration when) {
        at(when, Act.of(new Step.Send(requests.add(), 0, false)));
        at(when.plusSeconds(20), Act.of(new Step.Deliver(1, 500, dice.seed(), 0, false)));
        at(when.plusSeconds(40), Act.of(new Step.Tick(Role.COMPACT, Duration.ZERO)));
    }

    /// While somebody stands still, an hour goes by and others tidy up.
    private void wholeHour() {
        for (int i = 1; i <= 4; i++) {
            var number = requests.add();
            var when = Duration.ofMinutes(20L * i);
            at(when, new Step.Send(number, 0, false));
            at(when.plusSeconds(60), delivery());
            at(when.plusSeconds(120), new Step.Tick(Role.COMPACT, Duration.ZERO));
        }
    }

    private void settings() {
        int app = dice.below(2);
        var changes = dice.percent(15) ? List.of(Step.Setting.REVOKE)
                : dice.percent(60) ? List.of(Step.Setting.NO_FUNNEL, Step.Setting.FUNNEL)
                        : List.of(Step.Setting.ERRORS_OFF, Step.Setting.ERRORS_ON);
        int when = dice.below(span() / 2);
        for (var change : changes) {
            at(Duration.ofSeconds(when), Act.of(new Step.Change(app, change)));
            when += dice.between(31, span() / 2);
        }
    }

    private List<Fault> faults(Step step) {
        var role = roleOf(step);
        if (role == null) return List.of();
        return switch (flavour) {
            case ONE_POSITION -> Positions.roleOf(position) == role && dice.percent(70)
                    ? List.of(fault(position, kindFor(position))) : List.of();
            case CRASHES -> dice.percent(40)
                    ? List.of(fault(dice.of(Positions.of(role)), dice.of(Kind.CRASH_BEFORE, Kind.CRASH_AFTER)))
                    : List.of();
            case SLOW, HOUR_END -> dice.percent(40) ? slow(dice.of(Positions.of(role))) : List.of();
            case LOST_SENDS -> role == Role.TRACK || role == Role.RECONCILE
                    ? List.of(fault(role + " SendMessageBatch queue", dice.of(Kind.PARTIAL, Kind.DROP))) : List.of();
            case LOST_ANSWERS -> dice.percent(60)
                    ? List.of(Fault.once(dice.of(Positions.of(role)), 1, Kind.IO_AFTER)) : List.of();
            case OUTAGE -> dice.percent(50) ? List.of(Fault.lasting(dice.of(Positions.of(role)), 1,
                    dice.of(Kind.THROTTLE, Kind.E500, Kind.IO_BEFORE, Kind.IO_AFTER))) : List.of();
            case GIVING_UP, ANYWHERE -> dice.percent(45) ? List.of(anywhere(role)) : List.of();
            default -> dice.percent(20) ? List.of(anywhere(role)) : List.of();
        };
    }

    private Fault anywhere(Role role) {
        var at = dice.of(Positions.of(role));
        return fault(at, kindFor(at));
    }

    private List<Fault> slow(String at) {
        var kind = Kind.LATE.fits(Positions.operationOf(at)) && dice.percent(50) ? Kind.LATE : Kind.SLOW;
        return List.of(fault(at, kind));
    }

    private Kind kindFor(String at) {
        while (true) {
            var kind = dice.of(Kind.values());
            if (kind.fits(Positions.operationOf(at))) return kind;
        }
    }

    private Fault fault(String at, Kind kind) {
        int amount = switch (kind) {
            case SLOW -> dice.between(200, 3_000);
            case LATE -> dice.between(1, 6);
            case PARTIAL, DROP -> dice.between(1, 3);
            default -> 0;
        };
        int attempts = dice.percent(50) ? 1 : dice.percent(20) ? 2 : Fault.ALWAYS;
        return new Fault(at, dice.of(1, 1, 1, 1, 1, 2, 2, 3), dice.percent(20) ? Fault.ALWAYS : 1, attempts, kind,
                amount);
    }

    private List<Pause> pauses(Step step) {
        var role = roleOf(step);
        if (role == null) return List.of();
        if (flavour == Flavour.ZOMBIE && role == Role.COMPACT && dice.percent(30)) {
            return List.of(new Pause(dice.between(2, 9), dice.between(10, 30)));
        }
        int chance = switch (flavour) {
            case OVERLAP -> 60;
            case REBUILD, STORM, OTHER_CONTENT, HOUR_END -> 25;
            default -> 5;
        };
        return dice.percent(chance) ? List.of(new Pause(dice.between(1, 9), dice.between(1, 5))) : List.of();
    }

    private static Role roleOf(Step step) {
        return switch (step) {
            case Step.Send _ -> Role.TRACK;
            case Step.Deliver _ -> Role.COLLECT;
            case Step.Tick(var role, _) -> role;
            case Step.Redrive() -> Role.REPLAY;
            case Step.Rebuild _ -> Role.REPLAY;
            case Step.Wait _,Step.Purge _,Step.Poison _,Step.Change _,Step.Deploy _ -> null;
        };
    }
}
