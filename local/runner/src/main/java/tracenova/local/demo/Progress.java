package tracenova.local.demo;

import java.io.PrintStream;
import java.time.Duration;

/// A bar of what is sent, with the time that this still takes: redrawn on a terminal, elsewhere a line now and then.
final class Progress {

    private static final int WIDTH = 30;
    private static final int STEP_OF_A_LOG = 20;

    private final PrintStream out;
    private final boolean isTerminal;
    private final long whole;
    private final long started = System.nanoTime();
    private long done;
    private int shown = -1;

    Progress(PrintStream out, boolean isTerminal, long whole) {
        this.out = out;
        this.isTerminal = isTerminal;
        this.whole = whole;
    }

    /// So many more are sent.
    synchronized void add(long more) {
        done = Math.min(whole, done + more);
        var percent = (int) (100 * done / whole);
        if (percent == shown || !isTerminal && percent / STEP_OF_A_LOG == shown / STEP_OF_A_LOG) return;
        shown = percent;
        draw(done == whole ? "sent; now into the figures" : "%d s left to send".formatted(secondsLeft()), "");
    }

    /// All are sent. How long the figures take is not known.
    synchronized void sent() {
        add(whole - done);
    }

    synchronized void end() {
        draw("all there", "\n");
    }

    private void draw(String phase, String end) {
        var percent = 100 * done / whole;
        var line = "demo data [%-30s] %3d %%, %s".formatted("#".repeat((int) (WIDTH * percent / 100)), percent, phase);
        out.print(isTerminal ? "\r%-76s%s".formatted(line, end) : line + "\n");
        out.flush();
    }

    private long secondsLeft() {
        var elapsed = Duration.ofNanos(System.nanoTime() - started).toMillis();
        return done == 0 ? 0 : 1 + elapsed * (whole - done) / done / 1_000;
    }
}
