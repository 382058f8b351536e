package tracenova.insights;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tracenova.app.App;
import tracenova.lake.Lake;
import tracenova.lake.LakeClass;
import tracenova.lake.LakeFile;
import tracenova.lake.Manifest;
import tracenova.lake.QueryFailed;
import tracenova.lake.Session;
import tracenova.lake.Sql;
import tracenova.log.Log;
import tracenova.log.Metric;

/// Asks an app's lake, as one manifest names it, every insight.
@Singleton
class Questions {

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
        var calendar = new Calendar(manifest.now(), app.timeZone());
        return lake.ask(app.id(), manifest, calendar.reach(), session -> {
            give(session, calendar, manifest, reconciled);
            var answers = new EnumMap<Insight, Record>(Insight.class);
            var questions =
                    Arrays.stream(Insight.values()).collect(groupingBy(Insight::sql, LinkedHashMap::new, toList()));
            questions.forEach((sql, insights) -> ask(session, app, sql, insights, answers));
            return answers;
        });
    }

    private void give(Session session, Calendar calendar, Manifest manifest, String reconciled) {
        session.set(calendar.moments());
        session.set(Map.of(
                "windows", written(calendar.windows(manifest.begin().orElse(manifest.now()))),
                "files", written(filesOf(manifest)),
                "merged_at", manifest.mergedAt().toString(),
                "in_detail", calendar.reach().inDetail().toString(),
                "reconciled", reconciled,
                "zone", calendar.zone().getId(),
                "now", manifest.now(),
                "data_through", manifest.now().toString()));
        session.run(GIVEN);
    }

    private void ask(Session session, App app, String sql, List<Insight> insights, Map<Insight, Record> answers) {
        try {
            for (var answer : session.ask(sql, Answer::of)) {
                answers.put(answer.insight, json.readValue(answer.text, answer.insight.answer()));
            }
        } catch (QueryFailed | IOException e) {
            insights.stream().filter(insight -> !answers.containsKey(insight)).forEach(insight -> {
                log.count(Metric.INSIGHT_FAILED);
                log.line("insight_failed", Map.of("app", app.id().value(), "insight", insight.toString(), "cause",
                        String.valueOf(e.getMessage())));
            });
        }
    }

    private record Answer(Insight insight, String text) {
        static Answer of(ResultSet row) throws SQLException {
            return new Answer(Insight.parse(row.getString("insight")), row.getString("answer"));
        }
    }

    private static Pipeline.Files filesOf(Manifest manifest) {
        var files = Stream.concat(manifest.partitions().values().stream(), manifest.marts().values().stream()).toList();
        return new Pipeline.Files(manifest.partitions().size(), manifest.marts().size(),
                manifest.files().entrySet().stream().filter(file -> file.getKey().in() != LakeClass.RECEIPTS)
                        .mapToLong(file -> file.getValue().rows()).sum(),
                files.stream().mapToLong(LakeFile::bytes).sum(), manifest.setAside().size());
    }

    private String written(Object given) {
        try {
            return json.writeValueAsString(given);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write what insights are given", e);
        }
    }
}
