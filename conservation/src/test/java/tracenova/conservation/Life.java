package tracenova.conservation;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import tracenova.app.App;
import tracenova.app.Apps;
import tracenova.app.Switches;
import tracenova.testkit.Json;
import tracenova.testkit.TestContext;

/// Lives through one schedule, lets the dust settle, and looks whether every promise was kept.
final class Life {

    static final int REBUILT_EVERY = 5;

    private static final Map<String, Object> NOTHING_LEFT = Map.of("queued", 0, "stuck", 0, "failed_apps", 0);

    private final Schedule schedule;
    private final Bench.Prepared prepared;
    private final World world;
    private final History history;
    private final Pump pump;
    private final Checks checks;
    private Running last;
    private boolean figures = true;

    Life(Bench bench, Schedule schedule, Mutant mutant, Report report) {
        this.schedule = schedule;
        this.prepared = bench.at(schedule.start());
        this.world = new World(prepared.aws(), bench, schedule.seed(), mutant, report)
                .ofApps(prepared.apps().stream().map(App::id).toList());
        this.history = new History();
        this.pump = new Pump(world);
        this.checks = new Checks(world, history, prepared, bench);
    }

    static Life of(Bench bench, Schedule schedule, Mutant mutant, Report report) {
        return new Life(bench, schedule, mutant, report);
    }

    /// Nobody computes figures at its end: for what happens far from them.
    Life withoutFigures() {
        figures = false;
        return this;
    }

    World world() {
        return world;
    }

    History history() {
        return history;
    }

    /// The first promise that was not kept.
    Optional<String> violation() {
        return violation((act, run) -> {});
    }

    /// The same, showing each step and its first run.
    Optional<String> violation(BiConsumer<Act, Running> watcher) {
        try {
            for (var act : schedule.acts()) {
                take(act);
                watcher.accept(act, last);
                if (isViolated()) return first();
            }
            world.report().lived(schedule);
            return settled();
        } finally {
            world.close();
        }
    }

    private boolean isViolated() {
        return !world.facts().violations().isEmpty();
    }

    private Optional<String> first() {
        return world.facts().violations().stream().findFirst();
    }

    void take(Act act) {
        last = null;
        switch (act.step()) {
            case Step.Send(var request, var sandbox, var unlessAnswered) -> {
                if (!unlessAnswered || !history.isSettled(schedule.requests().get(request))) {
                    send(schedule.requests().get(request), sandbox, act);
                }
            }
            case Step.Deliver deliver -> last = pump.deliver(deliver, act);
            case Step.Tick(var role, var late) -> tick(role, late, act);
            case Step.Wait(var time) -> world.advance(time);
            case Step.Purge() -> pump.purge();
            case Step.Poison(var which, var how) -> pump.poison(which, how);
            case Step.Change(var app, var setting) -> change(app, setting);
            case Step.Deploy(var error) -> {
                world.setClockError(error);
                world.dropAll();
            }
            case Step.Redrive() -> scheduled(Role.REPLAY, Map.of("redrive", true), act);
            case Step.Rebuild(var app) -> rebuild(app, act);
        }
        world.stepDone();
        checks.committed();
        checks.published();
    }

    private void send(Request request, int sandbox, Act act) {
        world.advance(Duration.ofMillis(7));
        var key = prepared.keys().get(request.app()).text();
        var run = world.prepare(Role.TRACK, sandbox, request.input(key), act,
                ended -> history.by(ended).ifPresent(checks::answered));
        last = run;
        history.begin(request, run.started()).run = run;
        run.about(position -> request.events().get(position).json(request.gate(), key, request.address()));
        world.start(run);
    }

    private void tick(Role role, Duration late, Act act) {
        if (world.mutant().runs(role)) {
            for (int i = 0; i < world.mutant().times(role); i++) {
                scheduled(role, Map.of("at", world.mutant().tick(role, world.now().minus(late)).toString()), act);
            }
        }
    }

    private void scheduled(Role role, Object input, Act act) {
        last = world.prepare(role, 0, input, act, this::scheduledEnded);
        world.start(last);
    }

    private void scheduledEnded(Running running) {
        if (running.trace().contains("COMPACT PutObject lake")
                && !running.trace().contains("COMPACT DeleteObjects objects")) {
            world.report().exercised(Rule.X8);
        }
        if (running.failure() != null && !running.isCrashed() && running.suffered().isEmpty()) {
            world.facts().violated("C7", running.sandbox().role() + " failed by itself: " + running.failure());
        }
    }

    private void rebuild(int app, Act act) {
        var from = schedule.start().minus(Duration.ofHours(1)).toString();
        scheduled(Role.REPLAY, Map.of("app", prepared.apps().get(app).id().value(), "from", from), act);
    }

    private void change(int number, Step.Setting setting) {
        var app = prepared.apps().get(number);
        var apps = new Apps(world.table(), world::now, world.secrets());
        switch (setting) {
            case NO_FUNNEL -> apps.deleteFunnel(app, Event.FUNNEL);
            case FUNNEL -> apps.defineFunnel(app, Event.FUNNEL, List.of(Event.STEP_KEY, "pay"));
            case ERRORS_OFF -> apps.setSwitches(app, new Switches(true, Set.of("crash")));
            case ERRORS_ON -> apps.setSwitches(app, Switches.ALL_ON);
            case REVOKE -> {
                apps.revokeKey(app, prepared.keys().get(number).id());
                world.facts().revoked(number);
            }
        }
    }

    /// The faults stop; queue, inbox and every hour are worked off, and then all must be right.
    private Optional<String> settled() {
        world.finishAll();
        history.sendings().forEach(checks::queuedAtOnce);
        workOff();
        checks.drainedWithoutReconcile();
        var close = lastHour().plus(Duration.ofMinutes(76));
        if (world.now().isBefore(close)) world.advance(Duration.between(world.now(), close));
        boolean isReconciled = false;
        for (int i = 0; i < 3 && !isReconciled && !isViolated(); i++) {
            take(Act.of(new Step.Tick(Role.RECONCILE, Duration.ZERO)));
            isReconciled = last != null && NOTHING_LEFT.equals(outcome(last));
            workOff();
            world.advance(Duration.ofHours(1));
        }
        if (!isReconciled || !world.aws().messages(TestContext.DEAD_LETTERS).isEmpty()) {
            take(Act.of(new Step.Redrive()));
            workOff();
            take(Act.of(new Step.Tick(Role.RECONCILE, Duration.ZERO)));
        }
        if (figures) take(Act.of(new Step.Tick(Role.INSIGHTS, Duration.ZERO)));
        checks.drained();
        checks.tableAgainstHistory();
        checks.lakeAgainstTable();
        checks.secrecy();
        if (figures) checks.figuresAgainstHistory();
        if (!isViolated() && schedule.seed() % REBUILT_EVERY == 0) rebuiltFromTheTable();
        return first();
    }

    /// What reconcile says that it found, beside the number of hours.
    private static Map<String, Object> outcome(Running reconcile) {
        var outcome = new HashMap<>(Json.object(reconcile.output()));
        outcome.remove("hours");
        return outcome;
    }

    /// C9: from the table alone comes the same lake, byte for byte, and once more changes nothing.
    private void rebuiltFromTheTable() {
        var before = checks.lakes();
        world.emptyTheBucket();
        for (int app = 0; app < 2; app++) take(Act.of(new Step.Rebuild(app)));
        for (int i = 0; i < 2; i++) {
            take(Act.of(new Step.Tick(Role.COMPACT, Duration.ZERO)));
            take(Act.of(new Step.Tick(Role.RECONCILE, Duration.ZERO)));
            take(Act.of(new Step.Tick(Role.INSIGHTS, Duration.ZERO)));
        }
        checks.sameLakes(before, checks.lakes());
    }

    /// The start of the last hour in which anything was received, or may have been.
    private Instant lastHour() {
        return history.sendings().stream().map(sending -> sending.received).max(Instant::compareTo)
                .orElse(world.now()).truncatedTo(ChronoUnit.HOURS);
    }

    private void workOff() {
        for (int i = 0; i < 8 && !pump.isEmpty(); i++) {
            take(Act.of(new Step.Deliver(1, 500, 0, 0, false)));
            world.advance(Duration.ofSeconds(101));
        }
        take(Act.of(new Step.Tick(Role.COMPACT, Duration.ZERO)));
    }
}
