package tracenova.local.demo;

import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.CallerRunsPolicy;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// Fills a running product with apps that look lived in.
public final class Demo {

    private static final int CONNECTIONS = 3;
    private static final Duration KEPT = Duration.ofDays(30).minusMinutes(10);

    private final InstantSource clock;
    private final Sender sender;
    private final PrintStream out;
    private final boolean isTerminal;

    public Demo(URI product, InstantSource clock, PrintStream out, boolean isTerminal) {
        this.clock = clock;
        this.sender = new Sender(product);
        this.out = out;
        this.isTerminal = isTerminal;
    }

    /// An app that is filled, and how often what happened in it can be told.
    public record Filled(String app, String apiKey, String name, DemoApp what) {

        /// Each of its events, as often as one asks: to count them by hand.
        public void forEach(Consumer<DemoEvent> counter) {
            what.play(visit -> visit.events().forEach(counter));
        }
    }

    /// Makes the apps, sends what happened in them until now, and waits until it is in the figures.
    public List<Filled> fill(DemoSize size) throws InterruptedException {
        return fill(Unfinished.of(size, clock.instant()), _ -> {});
    }

    /// The same of a demo that was begun; `keep` is told what to begin with if this too is interrupted.
    public List<Filled> fill(Unfinished begun, Consumer<Unfinished> keep) throws InterruptedException {
        var size = begun.size();
        var progress = new Progress(out, isTerminal, size.events());
        var filled = new ArrayList<Filled>();
        var demo = begun;
        keep.accept(demo);
        for (int number = 0; number < size.apps(); number++) {
            var app = new DemoApp(number, demo.until(), size.days(), size.eventsOf(number));
            if (number == demo.made().size()) {
                demo = demo.with(sender.make(app));
                keep.accept(demo);
            }
            var made = demo.made().get(number);
            send(app, made.apiKey(), progress);
            filled.add(new Filled(made.app(), made.apiKey(), app.title(), app));
        }
        progress.sent();
        sender.settle();
        progress.end();
        return filled;
    }

    /// What has become so old that it would get another time is left out.
    private void send(DemoApp app, String apiKey, Progress progress) throws InterruptedException {
        var now = clock.instant();
        var failure = new AtomicReference<RuntimeException>();
        // Whoever makes the batches lends a hand when all connections are busy.
        var connections = new ThreadPoolExecutor(CONNECTIONS, CONNECTIONS, 0, TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(CONNECTIONS), new CallerRunsPolicy());
        try (connections) {
            var batches = new Batches(Long.toString(now.toEpochMilli(), 36), batch -> connections.execute(() -> {
                try {
                    if (failure.get() == null) sender.send(batch, apiKey);
                    progress.add(batch.events().size());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                } catch (RuntimeException e) {
                    failure.compareAndSet(null, e);
                }
            }));
            app.play(visit -> batches.accept(visit.within(now.minus(KEPT), app.until())));
            batches.end();
        }
        if (failure.get() != null) throw failure.get();
    }
}
