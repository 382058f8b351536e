package tracenova.testkit;

/// The sandbox is gone: killed, out of memory or out of time. No handler may catch it.
public final class Crash extends Error {

    private static final long serialVersionUID = 1;

    public Crash(String where) {
        super(where, null, false, false);
    }
}
