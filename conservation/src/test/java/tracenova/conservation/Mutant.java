package tracenova.conservation;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import tracenova.testkit.WireReply;

/// A way in which the product could be wrong, made by rewriting what it says and hears; or none.
class Mutant {

    static final Mutant NONE = new Mutant();

    /// The rest of a call's way: faults, then AWS.
    interface Rest {
        WireReply answer(Call call) throws IOException;
    }

    /// What the product hears to this call.
    WireReply pass(Call call, Running running, Rest rest) throws IOException {
        return rest.answer(call);
    }

    /// What collect says.
    Map<String, Object> answered(Map<String, Object> byCollect) {
        return byCollect;
    }

    /// Whether the schedules of this role run at all.
    boolean runs(Role role) {
        return true;
    }

    /// How often each of its ticks runs.
    int times(Role role) {
        return 1;
    }

    /// What it takes a tick for.
    Instant tick(Role role, Instant at) {
        return at;
    }

    /// Whether the queue delivers in order.
    boolean inOrder() {
        return false;
    }

    boolean sdkRetries() {
        return true;
    }
}
