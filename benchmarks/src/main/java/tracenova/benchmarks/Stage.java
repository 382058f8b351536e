package tracenova.benchmarks;

import java.util.Locale;

/// Who uses something, in the order of the table. Whatever goes to the queue is the queue's, and what tracking and
/// collect read and write in the table is the table's.
enum Stage {
    SETUP, FRONT_DOOR, TABLE, QUEUE, STORAGE, COLLECT, COMPACT, INSIGHTS, RECONCILE, SALT;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
