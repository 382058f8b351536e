package tracenova.conservation;

import java.time.Duration;

/// What happens next in a schedule.
sealed interface Step {

    /// A client sends a request; `unlessAnswered`: only if it has no answer yet that settles it.
    record Send(int request, int sandbox, boolean unlessAnswered) implements Step {}

    /// The queue delivers what is visible: `copies` times each, in groups, in an order that `order` decides; the
    /// messages in the bits of `lost` it loses; `kept`: their visibility ends before they are deleted.
    record Deliver(int copies, int group, long order, int lost, boolean kept) implements Step {}

    /// A schedule fires, late or early.
    record Tick(Role role, Duration late) implements Step {}

    record Wait(Duration time) implements Step {}

    /// The queue is purged.
    record Purge() implements Step {}

    /// A message is replaced by one that nobody can read.
    record Poison(int which, int how) implements Step {}

    /// Somebody changes the settings of an app.
    record Change(int app, Setting setting) implements Step {}

    /// All sandboxes are replaced; the new ones' clocks are this wrong.
    record Deploy(Duration clockError) implements Step {}

    /// Dead letters and stuck chunks once more.
    record Redrive() implements Step {}

    /// The lake of an app again, from its table.
    record Rebuild(int app) implements Step {}

    /// What can be changed.
    enum Setting {
        NO_FUNNEL,
        FUNNEL,
        ERRORS_OFF,
        ERRORS_ON,
        REVOKE
    }
}
