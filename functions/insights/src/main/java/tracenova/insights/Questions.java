package tracenova.insights;

import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import tracenova.app.App;
import tracenova.lake.Lake;
import tracenova.lake.Manifest;
import tracenova.lake.QueryFailed;
import tracenova.lake.Session;
import tracenova.lake.Sql;
import tracenova.log.Log;
import tracenova.log.Metric;
import tracenova.table.Hour;

/// Asks an app's lake, as one manifest names it, every insight.
@Singleton
class Questions {

    /// The ledger's 7 days, and the 32 days by which an event can be older than its request.
    private static final Duration REACHES_BACK = Duration.ofDays(40);
    private static final String GIVEN = Sql.of(Questions.class, "given.sql");

    private final Lake lake;
    private final JsonMapper json;
    private final Log log;

    Questions(Lake lake, JsonMapper json, Log log) {
        this.lake = lake;
        this.json = json;
        this.log = log;
    }

    /// The answers; an insight that fails is missing and stops no other.
    Map<Insight, Record> ask(App app, Manifest manifest, String reconciled) {
        var since = Hour.of(manifest.now().minus(REACHES_BACK)).day();
        try (var session = lake.open(app.id(), manifest, since)) {
            give(session, app, manifest, reconciled);
            var answers = new EnumMap<Insight, Record>(Insight.class);
            for (var insight : Insight.values()) ask(session, app, insight, answers);
            return answers;
        }
    }

    private static void give(Session session, App app, Manifest manifest, String reconciled) {
        session.set(Map.of(
                "calendar", session.file(".ndjson", Calendar.at(manifest.now(), app.timeZone()).lines()),
                "reconciled", session.file(".ndjson", reconciled),
                "zone", app.timeZone().getId(),
                "now", manifest.now(),
                "data_through", manifest.now().toString()));
        session.run(GIVEN);
    }

    private void ask(Session session, App app, Insight insight, Map<Insight, Record> answers) {
        try {
            var text = session.ask(insight.sql(), row -> row.getString(1)).getFirst();
            answers.put(insight, json.readValue(text, insight.answer()));
        } catch (QueryFailed | IOException e) {
            log.count(Metric.INSIGHT_FAILED);
            log.line("insight_failed", Map.of("app", app.id().value(), "insight", insight.toString(), "cause",
                    String.valueOf(e.getMessage())));
        }
    }
}
