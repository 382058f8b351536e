package tracenova.insights;

import java.util.Locale;
import tracenova.lake.Sql;

/// Every insight, one row each: the question stands in `<name>.sql`, the answer is the record.
public enum Insight {
    OVERVIEW(Overview.class),
    ERRORS(Errors.class),
    LEDGER(Ledger.class),
    FRESHNESS(Freshness.class);

    private final Class<? extends Record> answer;
    private final String sql;

    Insight(Class<? extends Record> answer) {
        this.answer = answer;
        this.sql = Sql.of(Insight.class, this + ".sql");
    }

    public Class<? extends Record> answer() {
        return answer;
    }

    String sql() {
        return sql;
    }

    /// Its name in snapshots and the API: `overview`.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
