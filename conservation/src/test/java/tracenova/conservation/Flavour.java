package tracenova.conservation;

/// What a random schedule is after.
///
/// Each is a way in which things have gone wrong in models of these rules.
enum Flavour {
    /// All faults at one call position.
    ONE_POSITION,
    /// Any fault anywhere.
    ANYWHERE,
    /// Clients that never come back after a failure, so that only reconcile helps.
    GIVING_UP,
    /// Clients and queue repeat everything.
    STORM,
    /// Sandboxes die.
    CRASHES,
    /// Calls take long, or land when nobody waits for them any more.
    SLOW,
    /// One service is away for a while.
    OUTAGE,
    /// The queue loses messages, again and again, and reconcile runs again and again.
    LOSSES,
    /// The queue takes a part of what is sent.
    LOST_SENDS,
    /// What is asked for happens, and nobody hears of it.
    LOST_ANSWERS,
    /// Messages that nobody can read, redrive.
    POISON,
    /// Copies in the next hour, the next day, after midnight.
    LATE_COPIES,
    /// The hour ends while requests are under way.
    HOUR_END,
    /// The same batch ids with other content and other sessions.
    OTHER_CONTENT,
    /// Funnels, switches and keys change between sends.
    SETTINGS,
    /// Runs of scheduled functions overlap.
    OVERLAP,
    /// The lake moves while its figures are computed.
    FIGURES,
    /// A run stops for more than an hour while others clean up.
    ZOMBIE,
    /// The lake is rebuilt in the middle of it.
    REBUILD
}
