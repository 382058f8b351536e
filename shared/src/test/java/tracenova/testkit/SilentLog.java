package tracenova.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tracenova.log.Log;
import tracenova.log.Metric;

/// Keeps what is logged instead of printing it.
public final class SilentLog implements Log {

    private final List<Map<String, String>> lines = new ArrayList<>();
    private final List<Metric> metrics = new ArrayList<>();

    @Override
    public void line(String event, Map<String, String> values) {
        lines.add(values);
    }

    @Override
    public void count(Metric metric, long value) {
        metrics.add(metric);
    }

    public List<Map<String, String>> lines() {
        return lines;
    }

    public List<Metric> metrics() {
        return metrics;
    }
}
