package tracenova.local.demo;

import java.io.PrintStream;
import java.time.Duration;

/// A bar with the time that is left: redrawn on a terminal, elsewhere a line now and then.
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

    synchronized void add(long more) {
        done = Math.min(whole, done + more);
        var percent = (int) (100 * done / whole);
        if (percent == shown || !isTerminal && percent / STEP_OF_A_LOG == shown / STEP_OF_A_LOG) return;
        shown = percent;
        draw(percent);
    }

    synchronized void end() {
        add(whole - done);
    }

    private void draw(int percent) {
        var bar = "#".repeat(WIDTH * percent / 100);
        var line = "demo data [%-30s] %3d %%, %s".formatted(bar, percent,
                done == whole ? "all there" : "%d s left".formatted(secondsLeft()));
        out.print(isTerminal ? "\r%-70s%s".formatted(line, done == whole ? "\n" : "") : line + "\n");
        out.flush();
    }

    private long secondsLeft() {
        var elapsed = Duration.ofNanos(System.nanoTime() - started).toMillis();
        return done == 0 ? 0 : 1 + elapsed * (whole - done) / done / 1_000;
    }
}
