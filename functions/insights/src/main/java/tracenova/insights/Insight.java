package tracenova.insights;

import java.util.Locale;
import tracenova.lake.Sql;

/// Every insight, one row each: the question stands in `<name>.sql`, or in one that answers several; the answer is
/// the record.
public enum Insight {
    OVERVIEW_24H(Overview.class, "overview"),
    OVERVIEW_7D(Overview.class, "overview"),
    OVERVIEW(Overview.class, "overview"),
    OVERVIEW_90D(Overview.class, "overview"),
    ERRORS(Errors.class, "errors"),
    SESSIONS(Sessions.class, "sessions"),
    LEDGER(Ledger.class, "ledger"),
    FRESHNESS(Freshness.class, "freshness"),
    PIPELINE(Pipeline.class, "pipeline");

    private final Class<? extends Record> answer;
    private final String sql;

    Insight(Class<? extends Record> answer, String question) {
        this.answer = answer;
        this.sql = Sql.of(Insight.class, question + ".sql");
    }

    public Class<? extends Record> answer() {
        return answer;
    }

    /// Whether it has an object of its own: the others are small and read together.
    boolean standsAlone() {
        return this == SESSIONS;
    }

    String sql() {
        return sql;
    }

    /// Reads the word of [#toString].
    static Insight parse(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /// Its name in snapshots and the API: `overview`.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
