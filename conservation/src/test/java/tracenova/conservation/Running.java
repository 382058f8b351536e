package tracenova.conservation;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import tracenova.aws.ClientLimits;
import tracenova.testkit.Crash;
import tracenova.testkit.Fault.Partial;
import tracenova.testkit.Fault.Partial.Side;
import tracenova.testkit.Garbage;
import tracenova.testkit.PartialFailure;
import tracenova.testkit.Refusal;
import tracenova.testkit.WireReply;
import tracenova.testkit.WireRequest;

/// One run of a function: every call it makes passes through here. A run with pauses has a thread of its own, but
/// only the one that holds the baton moves.
final class Running {

    private static final ThreadLocal<Running> CURRENT = new ThreadLocal<>();
    private static final Duration REQUEST = Duration.ofMillis(2_500);

    private final World world;
    private final Sandbox sandbox;
    private final byte[] input;
    private final List<Fault> faults;
    private final List<Pause> pauses;
    private final Consumer<Running> ended;
    private final Instant started;
    private final Semaphore go = new Semaphore(0);
    private final Semaphore back = new Semaphore(0);
    private final Map<String, Integer> callsAt = new HashMap<>();
    private final List<String> trace = new ArrayList<>();
    private final List<String> suffered = new ArrayList<>();
    private final int number;
    private IntFunction<String> about;
    private int calls;
    private Instant callStarted;
    private boolean paused;
    private boolean killed;
    private boolean outOfTime;
    private int wakesAt;
    private byte[] output;
    private Throwable failure;

    /// `ended` is told when the run is over, crashed or not.
    Running(World world, Sandbox sandbox, byte[] input, Act act, Consumer<Running> ended) {
        this.world = world;
        this.sandbox = sandbox;
        this.input = input;
        this.faults = act.faults();
        this.pauses = act.pauses();
        this.ended = ended;
        this.number = world.nextNumber();
        this.started = sandbox.clock().instant();
    }

    static Running current() {
        return CURRENT.get();
    }

    /// Runs to the end or to the first pause.
    void start() {
        sandbox.occupy(true);
        if (pauses.isEmpty()) {
            run();
        } else {
            var thread = new Thread(this::runAndReturn, "handler");
            thread.setDaemon(true);
            thread.start();
            back.acquireUninterruptibly();
        }
    }

    /// Goes on to the end or to the next pause.
    void resume() {
        go.release();
        back.acquireUninterruptibly();
    }

    /// Ends a paused run that nobody needs any more.
    void kill() {
        killed = true;
        resume();
    }

    private void runAndReturn() {
        try {
            run();
        } finally {
            back.release();
        }
    }

    private void run() {
        CURRENT.set(this);
        try {
            output = sandbox.handle(input, new Lambda(sandbox.clock(), started.plus(sandbox.role().timeout())));
        } catch (Throwable e) {
            failure = e;
        } finally {
            CURRENT.remove();
            outOfTime = Duration.between(started, sandbox.clock().instant()).compareTo(REQUEST) >= 0;
            sandbox.occupy(false);
        }
        if (isCrashed()) world.drop(sandbox);
        if (!killed) end();
    }

    private void end() {
        try {
            ended.accept(this);
        } catch (RuntimeException e) {
            world.facts().violated("the checker itself", e + " at " + e.getStackTrace()[0]);
        }
    }

    /// What the transport does with an attempt of this run.
    WireReply answer(WireRequest request) throws IOException {
        return world.mutant().pass(Call.of(sandbox.role(), request), this, this::attempt);
    }

    private WireReply attempt(Call call) throws IOException {
        if (call.attempt() == 1) {
            calls++;
            callsAt.merge(call.at(), 1, Integer::sum);
            trace.add(call.at());
            pauseIfDue();
            callStarted = world.now();
        }
        for (var fault : faults) {
            var number = fault.at().equals("*") ? calls : fault.at().equals(call.at()) ? callsAt.get(call.at()) : 0;
            if (fault.hits(number, call.attempt()) && fault.kind().fits(call.operation())) {
                suffered.add(call.at());
                world.report().injected(fault.kind());
                return suffer(fault, call);
            }
        }
        return world.apply(call, this);
    }

    private void pauseIfDue() {
        for (var pause : pauses) {
            if (pause.call() == calls) {
                paused = true;
                wakesAt = world.steps() + pause.steps();
                back.release();
                go.acquireUninterruptibly();
                paused = false;
                if (killed || isTimedOut()) throw new Crash("killed");
            }
        }
    }

    /// A request does not wait for its function: Lambda ends that. Scheduled runs may turn up as zombies.
    private boolean isTimedOut() {
        return sandbox.role() == Role.TRACK
                && sandbox.clock().instant().isAfter(started.plus(sandbox.role().timeout()));
    }

    private WireReply suffer(Fault fault, Call call) throws IOException {
        return switch (fault.kind()) {
            case THROTTLE -> Refusal.throttled(call.aws().service());
            case E500 -> Refusal.failed(call.aws().service());
            case IO_BEFORE -> throw new IOException("injected before");
            case IO_AFTER -> {
                world.apply(call, this);
                throw new IOException("injected after");
            }
            case SLOW -> slow(fault.amount(), call);
            case LATE -> {
                world.later(fault.amount(), () -> world.apply(call, this));
                throw givenUp(call);
            }
            case CRASH_BEFORE -> throw new Crash("before " + call.at());
            case CRASH_AFTER -> {
                world.apply(call, this);
                throw new Crash("after " + call.at());
            }
            case PARTIAL -> partly(fault.amount(), amountIsEven(fault) ? Side.SENDER : Side.SERVICE, call);
            case DROP -> partly(fault.amount(), Side.UNACCOUNTED, call);
            case PAGE -> Garbage.html();
            case CUT -> Garbage.truncated(world.apply(call, this));
            case SPOILT -> Garbage.withWrongChecksum(world.apply(call, this));
            case STALE -> world.stale(call, this);
        };
    }

    private static boolean amountIsEven(Fault fault) {
        return fault.amount() % 2 == 0;
    }

    private WireReply partly(int entries, Side side, Call call) throws IOException {
        return PartialFailure.of(call.aws(), new Partial(entries, side), call.request(),
                rest -> world.apply(call.with(rest), this));
    }

    private WireReply slow(int millis, Call call) throws IOException {
        var reply = world.apply(call, this);
        if (Duration.ofMillis(millis).compareTo(limit(call)) > 0) throw givenUp(call);
        world.advance(Duration.ofMillis(millis));
        return reply;
    }

    /// What the SDK's own timers would do: an attempt may be tried again, a whole call not.
    private IOException givenUp(Call call) {
        var attempt = ClientTimes.of(call).attempt();
        var limit = limit(call);
        world.advance(limit);
        if (limit.compareTo(attempt) < 0) throw ApiCallTimeoutException.create(limit.toMillis());
        return new SocketTimeoutException("injected: too slow");
    }

    private Duration limit(Call call) {
        ClientLimits limits = ClientTimes.of(call);
        var limit = limits.attempt();
        var ofCall = limits.call().minus(Duration.between(callStarted, world.now()));
        limit = ofCall.compareTo(limit) < 0 ? ofCall : limit;
        if (sandbox.role() == Role.TRACK && !call.thing().equals("key")) {
            var ofRequest = REQUEST.minus(Duration.between(started, sandbox.clock().instant()));
            limit = ofRequest.compareTo(limit) < 0 ? ofRequest : limit;
        }
        return limit.isNegative() ? Duration.ZERO : limit;
    }

    World world() {
        return world;
    }

    /// Its number among the runs of its world.
    int number() {
        return number;
    }

    /// Which event a request had at this position, as the client sent it.
    String asSent(int position) {
        return about.apply(position);
    }

    void about(IntFunction<String> events) {
        about = events;
    }

    Sandbox sandbox() {
        return sandbox;
    }

    /// By the sandbox's own clock.
    Instant started() {
        return started;
    }

    /// Whether it ended when a request must have been answered.
    boolean isOutOfTime() {
        return outOfTime;
    }

    boolean isPaused() {
        return paused;
    }

    boolean isDue(int step) {
        return paused && wakesAt <= step;
    }

    boolean isCrashed() {
        return failure instanceof Crash;
    }

    /// Absent after a crash or an exception.
    byte[] output() {
        return output;
    }

    Throwable failure() {
        return failure;
    }

    /// The positions of its calls, in order.
    List<String> trace() {
        return trace;
    }

    /// The positions of its faults, in order.
    List<String> suffered() {
        return suffered;
    }

    boolean sufferedAt(String at) {
        return suffered.contains(at);
    }

    long sufferedTimes(String at) {
        return suffered.stream().filter(at::equals).count();
    }
}
