package tracenova.benchmarks;

/// Who uses something. The order is that of the table.
enum Stage {
    SETUP, FRONT_DOOR, TRACKING, QUEUE, COLLECT, COMPACT, INSIGHTS, RECONCILE, SALT, STORAGE;

    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
