package tracenova.log;

import java.util.Map;

/// One JSON line per call on standard output, where Lambda reads it. User text only ever as values.
public interface Log {

    /// A fact worth a line: `{"event":"refused","status":"401",…}`.
    void line(String event, Map<String, String> values);

    /// A metric in the embedded format, one line: no client, no call.
    void count(Metric metric, long value);

    default void count(Metric metric) {
        count(metric, 1);
    }
}
