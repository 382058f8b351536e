package tracenova.testkit;

import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import tracenova.aws.ClientLimits;
import tracenova.aws.HttpTransport;

/// Stands between the SDK and a service: sees every physical attempt, does to it what the plan says, and
/// records it. The SDK's own retries run for real; time passes on the test clock only.
public final class FaultyTransport implements HttpTransport {

    private static final Pattern ATTEMPT = Pattern.compile("attempt=(\\d+).*");
    private static final String ALL = "";
    private static final int REMEMBERED = 1000;

    private final Wire wire;
    private final TestClock clock;
    private volatile Plan plan = Plan.nothingFails();
    private final List<PhysicalCall> calls = new ArrayList<>();
    private final Map<String, Started> started = lastOnes();
    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<String, WireReply> earlier = lastOnes();
    private final Queue<Late> late = new PriorityQueue<>(Comparator.comparing(Late::due));

    public FaultyTransport(SdkHttpClient service, TestClock clock) {
        this.wire = Wire.of(service);
        this.clock = clock;
    }

    /// A logical call: when its first attempt began, and its numbers.
    private record Started(Instant at, int position, int nth) {}

    private record Late(Instant due, WireRequest request) {}

    public FaultyTransport plan(Plan plan) {
        this.plan = plan;
        return this;
    }

    /// All attempts so far, in order.
    public synchronized List<PhysicalCall> calls() {
        return List.copyOf(calls);
    }

    /// Forgets the attempts so far and counts from 1 again.
    public synchronized void forget() {
        calls.clear();
        counts.clear();
        started.clear();
    }

    /// Lets requests that were [Fault.Slow.Effect#LATE] take effect if their time has come, or all of them.
    public void deliverLate(boolean all) throws IOException {
        for (var next = nextLate(all); next != null; next = nextLate(all)) wire.answer(next.request());
    }

    private synchronized Late nextLate(boolean all) {
        var next = late.peek();
        return next == null || !all && next.due().isAfter(clock.instant()) ? null : late.poll();
    }

    @Override
    public SdkHttpClient open(Duration socketTimeout) {
        return new Client(limitsOf(socketTimeout));
    }

    private static ClientLimits limitsOf(Duration socketTimeout) {
        return Arrays.stream(ClientLimits.values())
                .filter(limits -> limits.socket().equals(socketTimeout))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No client's time-out: " + socketTimeout));
    }

    private final class Client implements SdkHttpClient {

        private final ClientLimits limits;

        private Client(ClientLimits limits) {
            this.limits = limits;
        }

        @Override
        public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
            return new ExecutableHttpRequest() {
                @Override
                public HttpExecuteResponse call() throws IOException {
                    return attempt(WireRequest.of(request), limits).toSdk();
                }

                @Override
                public void abort() {}
            };
        }

        @Override
        public void close() {}
    }

    private WireReply attempt(WireRequest request, ClientLimits limits) throws IOException {
        deliverLate(false);
        var attempt = number(request);
        var fault = plan.at(attempt);
        WireReply reply = null;
        try {
            reply = suffer(fault, attempt, request, limits);
            return reply;
        } finally {
            record(attempt, fault, reply, request);
        }
    }

    private synchronized Attempt number(WireRequest request) {
        var call = AwsCall.of(request);
        var id = request.header("amz-sdk-invocation-id").orElseThrow();
        var first = started.computeIfAbsent(
                id, _ -> new Started(clock.instant(), next(ALL), next(call.operation())));
        var attempt = ATTEMPT.matcher(request.header("amz-sdk-request").orElseThrow());
        if (!attempt.matches()) throw new IllegalArgumentException("No number of the attempt in " + request);
        return new Attempt(call, first.position(), first.nth(), Integer.parseInt(attempt.group(1)));
    }

    private int next(String count) {
        return counts.merge(count, 1, Integer::sum);
    }

    private synchronized void record(Attempt attempt, Fault fault, WireReply reply, WireRequest request) {
        var seen = reply == null ? new WireReply(0, Map.of(), request.body()) : reply;
        double units = Double.parseDouble(seen.headers().getOrDefault(FakeAws.CAPACITY, "0"));
        calls.add(new PhysicalCall(attempt, fault, seen.status(), request.body().length, units));
    }

    private WireReply suffer(Fault fault, Attempt attempt, WireRequest request, ClientLimits limits)
            throws IOException {
        var call = attempt.call();
        return switch (fault) {
            case Fault.Plain plain -> switch (plain) {
                case NONE -> answer(call, request);
                case THROTTLE -> Refusal.throttled(call.service());
                case E500 -> Refusal.failed(call.service());
                case IO_BEFORE -> throw new SocketException("Connection refused, says the plan");
                case IO_AFTER -> {
                    answer(call, request);
                    throw new SocketException("Connection reset, says the plan");
                }
                case CRASH_BEFORE -> throw new Crash("before " + call.operation());
                case CRASH_AFTER -> {
                    answer(call, request);
                    throw new Crash("after " + call.operation());
                }
                case TRUNCATED -> Garbage.truncated(answer(call, request));
                case WRONG_CHECKSUM -> Garbage.withWrongChecksum(answer(call, request));
                case HTML -> Garbage.html();
                case STALE -> stale(call, request);
                case NO_OLD_ITEM -> FakeDynamoDb.withoutOldItem(answer(call, request));
                case CONFLICT -> FakeS3.error(new Refusal(409, "ConditionalRequestConflict", "Try again"));
            };
            case Fault.Slow slow -> slow(slow, call, request, limits);
            case Fault.Partial partial -> PartialFailure.of(call, partial, request, wire);
        };
    }

    private WireReply answer(AwsCall call, WireRequest request) throws IOException {
        var reply = wire.answer(request);
        if (call.eventual()) remember(identity(request), reply);
        return reply;
    }

    private WireReply stale(AwsCall call, WireRequest request) throws IOException {
        var before = remembered(identity(request));
        return before == null ? answer(call, request) : before;
    }

    private synchronized void remember(String read, WireReply reply) {
        earlier.put(read, reply);
    }

    private synchronized WireReply remembered(String read) {
        return earlier.get(read);
    }

    private static String identity(WireRequest request) {
        return request.http().getUri() + " " + Md5.hex(request.body());
    }

    private WireReply slow(Fault.Slow slow, AwsCall call, WireRequest request, ClientLimits limits)
            throws IOException {
        var sent = clock.instant();
        var patience = patience(request, limits);
        boolean inTime = slow.by().compareTo(patience) < 0;
        var reply = slow.effect() == Fault.Slow.Effect.AFTER ? answer(call, request) : null;
        clock.advance(inTime ? slow.by() : patience);
        if (inTime) return reply == null ? answer(call, request) : reply;
        if (slow.effect() == Fault.Slow.Effect.LATE) postpone(sent.plus(slow.by()), request);
        throw patience.equals(limits.attempt())
                ? ApiCallAttemptTimeoutException.create(patience.toMillis())
                : ApiCallTimeoutException.create(limits.call().toMillis());
    }

    /// What is left of the attempt's or the whole call's time.
    private synchronized Duration patience(WireRequest request, ClientLimits limits) {
        var first = started.get(request.header("amz-sdk-invocation-id").orElseThrow());
        var left = Duration.between(clock.instant(), first.at().plus(limits.call()));
        if (left.isNegative()) return Duration.ZERO;
        return left.compareTo(limits.attempt()) < 0 ? left : limits.attempt();
    }

    private synchronized void postpone(Instant due, WireRequest request) {
        late.add(new Late(due, request));
    }

    private static <V> Map<String, V> lastOnes() {
        return new LinkedHashMap<>() {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > REMEMBERED;
            }
        };
    }
}
