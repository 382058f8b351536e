package tracenova.insights;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Map;
import java.util.TreeMap;
import tracenova.app.AppId;

/// The insights of an app as one object: a function of manifest, settings and reconciled hours, and of no clock.
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record Snapshot(int format, String app, Map<String, Object> insights) {

    private static final int FORMAT = 1;

    static Snapshot of(AppId app, Map<Insight, Record> answers) {
        var byName = new TreeMap<String, Object>();
        answers.forEach((insight, answer) -> byName.put(insight.toString(), answer));
        return new Snapshot(FORMAT, app.value(), byName);
    }
}
