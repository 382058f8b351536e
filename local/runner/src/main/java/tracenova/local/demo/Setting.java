package tracenova.local.demo;

/// What it is like when somebody comes: the release they have, how often something fails in it, and whether the
/// payment provider has trouble.
record Setting(String release, double trouble, boolean isOutage) {}
