package tracenova.local.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;

/// What an app's servers send by themselves each day: the health of its modules, load, slow queries.
final class Machinery {

    private static final Client SERVER = new Client("Java-http-client/25", "DE");

    private final DemoApp app;
    private final LocalDate day;
    private final Random random;
    private final List<DemoEvent> events = new ArrayList<>();

    Machinery(DemoApp app, LocalDate day, Random random) {
        this.app = app;
        this.day = day;
        this.random = random;
    }

    Visit run() {
        for (int hour = 3; hour < 24; hour += 6) server(hour);
        for (var module : app.kind().modules()) health(module);
        if (random.nextDouble() < 0.1) {
            add(15, "data_integrity", "event_type", "negative_stock", "description", "sku-17 stands at -2");
        }
        if (app.hasOutageOn(day)) {
            add(16, "alert", "alert_type", "revenue_risk", "severity", "high", "title", "Payments fail",
                    "message", "More than half of the charges of the last 10 minutes were declined");
        }
        return new Visit(SERVER, at(23), events);
    }

    private void server(int hour) {
        add(hour, "server_performance", "cpu_usage", 18 + random.nextInt(50), "memory_usage_mb",
                700 + random.nextInt(300), "event_loop_lag_ms", random.nextInt(30), "uptime_seconds",
                3_600 * (hour + 24 * (day.getDayOfMonth() % 7)));
        var millis = 4 + random.nextInt(60) + (random.nextDouble() < 0.1 ? 900 : 0);
        add(hour, "database_performance", "query_type", "SELECT", "table_name", "orders", "query_duration_ms", millis,
                "slow_query", millis > 500, "rows_affected", random.nextInt(200));
    }

    private void health(String module) {
        var dip = app.hasOutageOn(day) && module.equals("checkout") ? 38 : 0;
        var errors = 97 - random.nextInt(9) - dip;
        var speed = 93 - random.nextInt(14) - dip;
        var dropOff = 88 - random.nextInt(16) - dip;
        add(23, "module_health", "module_id", module, "module_name",
                Character.toUpperCase(module.charAt(0)) + module.substring(1),
                "score", (4 * errors + 3 * speed + 3 * dropOff) / 10, "period_type", "daily",
                "period_start", day.toString(), "period_end", day.toString(), "errors_count", 100 - errors,
                "errors_score", errors, "speed_score", speed, "drop_off_score", dropOff);
    }

    private void add(int hour, String type, Object... fields) {
        var event = new LinkedHashMap<String, Object>();
        var at = at(hour);
        event.put("type", type);
        event.put("event_id", "m-" + day + "-" + events.size());
        event.put("occurred_at", at.toString());
        event.put("environment", "production");
        for (int i = 0; i < fields.length; i += 2) event.put((String) fields[i], fields[i + 1]);
        events.add(new DemoEvent(at, event));
    }

    private Instant at(int hour) {
        return day.atTime(hour, 0).toInstant(ZoneOffset.UTC);
    }
}
