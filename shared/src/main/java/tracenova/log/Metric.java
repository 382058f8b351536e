package tracenova.log;

import java.util.Locale;

/// Every metric there is; the alarms of the template name these and no others.
public enum Metric {
    ENQUEUE_FAILED,
    SALT_UNAVAILABLE,
    SCRUB_FAILED,
    UNKNOWN_KEY,
    POISON_MESSAGE,
    APP_DELETED,
    INBOX_SET_ASIDE,
    LAKE_AGE_SECONDS,
    RECONCILE_REQUEUED,
    STUCK_CHUNKS,
    UNRECONCILED_HOURS,
    LEDGER_OPEN,
    INSIGHT_FAILED,
    APP_RUN_FAILED;

    /// Its name in CloudWatch: `enqueue_failed`.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
