package tracenova.conservation;

/// A run stops before its `call`-th call until `steps` more steps of the schedule are done: so runs overlap, and
/// a run that stops for long enough is a zombie.
record Pause(int call, int steps) {}
