package tracenova.conservation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A short story with one step of interest, in which faults are to strike.
record Scenario(String name, List<Act> before, Step step, List<Act> after) {

    private static final Instant START = Instant.parse("2026-03-10T12:10:00Z");

    private static final int BATCH = 0;
    private static final int SYNCHRONOUS = 1;
    private static final int FUNNEL_STEPS = 2;
    private static final int ALL_WRONG = 3;
    private static final int OTHER_APP = 4;

    static List<Scenario> all() {
        return List.of(
                new Scenario("a batch whose client gives up", List.of(), sent(BATCH), List.of()),
                new Scenario("a batch whose client comes back", List.of(), sent(BATCH),
                        List.of(wait(30), Act.of(new Step.Send(BATCH, 0, true)), wait(40), Act.of(sent(BATCH)))),
                new Scenario("a synchronous event", List.of(), sent(SYNCHRONOUS), List.of()),
                new Scenario("funnel steps", List.of(), sent(FUNNEL_STEPS), List.of()),
                new Scenario("nothing passes", List.of(), sent(ALL_WRONG), List.of()),
                new Scenario("collect of two apps", acts(sent(BATCH), sent(OTHER_APP), sent(SYNCHRONOUS)), delivered(),
                        List.of()),
                new Scenario("compact into partitions that are there",
                        acts(sent(BATCH), delivered(), tick(Role.COMPACT),
                                seconds(120), sent(FUNNEL_STEPS), sent(OTHER_APP), delivered(), seconds(60)),
                        tick(Role.COMPACT), List.of()),
                new Scenario("compact that closes a day",
                        acts(sent(BATCH), delivered(), tick(Role.COMPACT), seconds(45_000),
                                sent(FUNNEL_STEPS), delivered(), seconds(60)),
                        tick(Role.COMPACT), List.of()),
                new Scenario("insights that have been before", acts(sent(BATCH), delivered(), tick(Role.COMPACT),
                        tick(Role.INSIGHTS), seconds(3_700), sent(FUNNEL_STEPS), delivered(), tick(Role.COMPACT)),
                        tick(Role.INSIGHTS), List.of()),
                new Scenario("reconcile of what was never queued",
                        List.of(unqueued(BATCH), unqueued(OTHER_APP), wait(5_400)),
                        tick(Role.RECONCILE), List.of()),
                new Scenario("redrive of what nobody could read", dead(), new Step.Redrive(), List.of()),
                new Scenario("rebuild of what is there",
                        acts(sent(BATCH), delivered(), tick(Role.COMPACT), sent(FUNNEL_STEPS)),
                        new Step.Rebuild(0), List.of()));
    }

    /// With these faults at the step of interest.
    Schedule with(Fault... faults) {
        var acts = new ArrayList<>(before);
        acts.add(Act.of(step, faults));
        acts.addAll(after);
        return new Schedule(1, name, START, requests(), acts);
    }

    int stepOfInterest() {
        return before.size();
    }

    private static List<Request> requests() {
        var first = START.minusSeconds(50);
        var early = START.minus(Duration.ofHours(2));
        return List.of(
                new Request(0, Gate.BATCH, "b0", false, 1, List.of(
                        event("m0", Event.Sort.SCREEN, "s0", null, false),
                        event("m1", Event.Sort.ERROR, "s1", first, false),
                        event("m2", Event.Sort.SCREEN, "s0", early, true))),
                new Request(0, Gate.TRACK, null, false, 1, List.of(event("m3", Event.Sort.CUSTOM, "s0", first, false))),
                new Request(0, Gate.STEPS, "b2", true, 2, List.of(event("m4", Event.Sort.STEP, "s0", first, false))),
                new Request(0, Gate.SCREENS, "b3", false, 2,
                        List.of(event("m5", Event.Sort.SCREEN, "s0", first, true))),
                new Request(1, Gate.SCREENS, "b4", false, 3,
                        List.of(event("m6", Event.Sort.SCREEN, "s0", first, false))));
    }

    private static Event event(String mark, Event.Sort sort, String session, Instant time, boolean flawed) {
        return new Event(mark, sort, null, session, "u1", "v1", time, flawed, false);
    }

    private static List<Act> acts(Step... steps) {
        return Stream.of(steps).map(Act::of).toList();
    }

    private static Step sent(int request) {
        return new Step.Send(request, 0, false);
    }

    private static Act unqueued(int request) {
        return Act.of(sent(request), Fault.lasting(Positions.SEND, 1, Kind.E500));
    }

    private static Step delivered() {
        return new Step.Deliver(1, 500, 1, 0, false);
    }

    private static Step tick(Role role) {
        return new Step.Tick(role, Duration.ZERO);
    }

    private static Step seconds(int seconds) {
        return new Step.Wait(Duration.ofSeconds(seconds));
    }

    private static Act wait(int seconds) {
        return Act.of(seconds(seconds));
    }

    private static List<Act> dead() {
        var acts = new ArrayList<>(acts(sent(BATCH), new Step.Poison(0, 1)));
        for (int i = 0; i < 7; i++) acts.addAll(acts(delivered(), seconds(101)));
        return acts;
    }
}
