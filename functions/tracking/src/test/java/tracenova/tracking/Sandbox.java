package tracenova.tracking;

import io.micronaut.context.ApplicationContext;
import tracenova.ingest.Sender;
import tracenova.testkit.FaultyTransport;
import tracenova.testkit.RewindableAws;
import tracenova.testkit.SilentLog;
import tracenova.testkit.TestClock;
import tracenova.testkit.TestContext;
import tracenova.testkit.badinput.Answered;
import tracenova.testkit.badinput.Wire;

/// The tracking functions as they run in one sandbox, over an AWS in memory.
final class Sandbox implements AutoCloseable {

    final TestClock clock;
    final RewindableAws aws;
    final FaultyTransport transport;
    final SilentLog log = new SilentLog();
    private final ApplicationContext context;
    private final Endpoints endpoints;

    Sandbox() {
        this(new TestClock());
    }

    private Sandbox(TestClock clock) {
        this(clock, new RewindableAws(clock));
    }

    /// One that knows CloudFront.
    Sandbox(Sender sender) {
        this(new TestClock(), sender);
    }

    private Sandbox(TestClock clock, Sender sender) {
        this(clock, new RewindableAws(clock), sender);
    }

    private Sandbox(TestClock clock, RewindableAws aws) {
        this(clock, aws, new Sender(""));
    }

    private Sandbox(TestClock clock, RewindableAws aws, Sender sender) {
        this.clock = clock;
        this.aws = aws;
        this.transport = new FaultyTransport(aws, clock);
        this.context = TestContext.start(transport, clock, log, sender);
        this.endpoints = new Endpoints(context);
    }

    /// Another one beside it: the same tables and queue, nothing else in common.
    Sandbox another() {
        return new Sandbox(clock, aws);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    Answered send(Wire wire) {
        return endpoints.send(wire);
    }

    Answered send(String path, byte[] event) {
        return endpoints.send(path, event);
    }

    @Override
    public void close() {
        context.close();
    }
}
