package tracenova.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static tracenova.normalise.Rows.column;
import static tracenova.normalise.Rows.data;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tracenova.event.Json;
import tracenova.ingest.Chunk.StoredEvent;

/// What the conflicts between the sources were decided to become.
class RowTest {

    private static final String TRACK = "/api/v1/track";
    private static final String METRICS = "/api/v1/performance-metrics";

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
        "{'type':'x','url':'https://a.example/orders/42?q=1#top'}|https://a.example/orders/42?q=1#top|/orders/42|/orders/:id",
        "{'type':'x','url':'https://a.example'}|https://a.example|/|/",
        "{'type':'x','url':'/cart'}|/cart|/cart|/cart",
        "{'type':'x','url':'app://home/tab'}|app://home/tab|/tab|/tab",
        "{'type':'x','payload':{'path':'/p/7'}}|''|/p/7|/p/:id",
        "{'type':'x','url':'https://a.example/a','payload':{'path':'/b'}}|https://a.example/a|/b|/b",
        "{'type':'screen_view','screen_name':'Home','url':'https://a.example/a'}|https://a.example/a|/a|Home",
        "{'event_type':'x','page_slug':'cart','page_path':'/cart?x=1'}|''|/cart|cart",
        "{'event_type':'x','page_url':'/only/path'}|/only/path|/only/path|/only/path",
        "{'type':'x'}|''|''|''"})
    void findsThePlace(String event, String url, String path, String screen) {
        var row = Rows.of(TRACK, event.replace('\'', '"'));

        assertThat(List.of(column(row, "url"), column(row, "path"), column(row, "screen")))
                .containsExactly(url, path, screen);
    }

    @ParameterizedTest
    @CsvSource({
        "/orders/1a2b3c4d, /orders/:id", "/u/123e4567-e89b-12d3-a456-426614174000/x, /u/:id/x", "/2026/01, /:id/:id",
        "/t/V1StGXR8Z5jdHi6BmyTkw, /t/:id", "/facade/deadbeef, /facade/deadbeef", "/how-to-write-100-good-tests, same",
        "/v2/api, /v2/api", "/products/blue-running-shoes, same", "/, /", "/a//7/, /a//:id/",
        "/caf\u00e9/5, /caf\u00e9/:id"})
    void replacesIdsInPaths(String path, String screen) {
        assertThat(Places.screen(path)).isEqualTo(screen.equals("same") ? path : screen);
    }

    @Test
    void keepsAnUnusableUrlInDataOnly() {
        var row = Rows.of(TRACK, "{\"type\":\"x\",\"url\":\"javascript:alert(1)\",\"n\":1}");

        assertThat(column(row, "url")).isEmpty();
        assertThat(column(row, "path")).isEmpty();
        assertThat(data(row).text()).isEqualTo("{\"type\":\"x\",\"n\":1,\"url\":\"javascript:alert(1)\"}");
        assertThat(column(row, "validation_status")).isEqualTo("INVALID");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "screen_load|1240.5|ms|1240.5", "session_duration|90|s|90000.0", "api_response|0.25|s|250.0",
        "screen_load|5||5.0", "session_duration|2||2000.0", "custom|7||", "custom|-3|ms|"})
    void storesDurationsInMilliseconds(String type, String value, String unit, String duration) {
        var row = Rows.of(METRICS, "{\"metric_type\":\"" + type + "\",\"value\":" + value
                + (unit == null ? "" : ",\"value_unit\":\"" + unit + "\"") + "}");

        assertThat(column(row, "duration_ms")).isEqualTo(duration == null ? "" : duration);
        assertThat(column(row, "value")).isEqualTo(String.valueOf(Double.parseDouble(value)));
        assertThat(column(row, "unit")).isEqualTo(unit == null ? "" : unit);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "'value':10,'is_slow':true,'metric_type':'custom'|true|",
        "'value':10,'is_slow':false,'threshold':5,'metric_type':'custom'|false|",
        "'value':10,'threshold':10,'metric_type':'custom'|false|10.0",
        "'value':10.1,'threshold':10,'metric_type':'custom'|true|10.0",
        "'value':0.6,'value_unit':'s','metric_type':'api_response'|true|500.0",
        "'value':500,'metric_type':'api_response'|false|500.0",
        "'value':9000,'metric_type':'screen_load'||"})
    void computesSlownessWhereItIsMissing(String fields, String slow, String threshold) {
        var data = data(Rows.of(METRICS, "{" + fields.replace('\'', '"') + "}"));

        assertThat(data.get("is_slow").map(Json::text).orElse("")).isEqualTo(slow == null ? "" : slow);
        assertThat(data.get("is_slow_threshold").map(Json::text).orElse(""))
                .isEqualTo(threshold == null ? "" : threshold);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{'message':'m'}|/api/v1/errors|error", "{'message':'m','severity':'info'}|/api/v1/errors|info",
        "{'endpoint_path':'/','http_method':'GET','status_code':500,'error_message':'m'}|/api/v1/api-errors|error",
        "{'endpoint_path':'/','http_method':'GET','status_code':404,'error_message':'m'}|/api/v1/api-errors|warning",
        "{}|/api/v1/database-errors|error", "{'alert_type':'error_spike'}|/api/v1/alerts|",
        "{'crash_type':'c','crash_message':'m','crash_stack':'s','environment':'production'}|/api/v1/crashes|critical"})
    void givesErrorsTheirDefaultSeverity(String event, String path, String severity) {
        var row = Rows.of(path, event.replace('\'', '"'));

        assertThat(column(row, "severity")).isEqualTo(severity == null ? "" : severity);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "99.99|99.99", "1e3|1000", "-5|-5", "0.1234567891|", "12345678901234567890|",
        "9999999999999999999.999999999|same"})
    void keepsAmountsExactOrNotAtAll(String sent, String amount) {
        var row = Rows.of("/api/v1/financial-impacts",
                "{\"impact_type\":\"downtime\",\"amount\":" + sent + ",\"currency\":\"usd\"}");

        assertThat(column(row, "amount")).isEqualTo(amount == null ? "" : amount.equals("same") ? sent : amount);
        assertThat(column(row, "currency")).isEqualTo("USD");
        assertThat(data(row).get("amount").map(Json::text).orElse("")).isEqualTo(amount == null ? sent : "");
    }

    @Test
    void countsNoAmountWhoseCurrencyIsUnusable() {
        var row = Rows.of("/api/v1/financial-impacts",
                "{\"impact_type\":\"downtime\",\"amount\":5.50,\"currency\":\"DOUBLOON\"}");

        assertThat(column(row, "amount") + column(row, "currency")).isEmpty();
        assertThat(data(row).text())
                .isEqualTo("{\"impact_type\":\"downtime\",\"amount\":5.50,\"currency\":\"DOUBLOON\"}");
    }

    @Test
    void takesThePlaceOfTheClientUnlessTheEventNamesOne() {
        assertThat(column(Rows.of(TRACK, "{\"type\":\"x\"}"), "country")).isEqualTo("DE");
        assertThat(column(Rows.of(METRICS, metric("\"country_code\":\"us\",\"country\":\"United States\"")), "country"))
                .isEqualTo("US");
        assertThat(column(Rows.of(METRICS, metric("\"country\":\"Neverland\",\"city\":\"Cove\"")), "country"))
                .isEqualTo("Neverland");
    }

    @Test
    void derivesAVisitorForPeopleOnly() {
        assertThat(column(Rows.of(TRACK, "{\"type\":\"x\"}"), "visitor_id")).isEqualTo("visitor_derived");
        assertThat(column(Rows.of(TRACK, "{\"type\":\"x\",\"visitor_id\":\"v\"}"), "visitor_id")).isEqualTo("v");
        assertThat(column(Rows.of("/api/v1/server-performance", "{\"cpu_usage\":1}"), "visitor_id")).isEmpty();
    }

    @Test
    void knowsTheDeviceIdOfTheRealTimeTracker() {
        var row = Rows.of("/api/events/ingest", "{\"event_type\":\"x\",\"user_id\":\"user_1700000000000_abcdefghi\"}");

        assertThat(column(row, "visitor_id")).isEqualTo("user_1700000000000_abcdefghi");
        assertThat(column(row, "user_id")).isEmpty();
        assertThat(column(row, "source")).isEqualTo("rt");
    }

    @Test
    void keepsDigitsStringsAndUnknownFieldsAsSent() {
        var row = Rows.of(TRACK, "{\"type\":\"x\",\"payload\":{\"n\":1.50,\"big\":9007199254740993},"
                + "\"app_id\":\"forged\",\"s\":\"\\u00e9\\/\",\"metadata\":{\"a\":[1e2]},\"none\":null}");

        assertThat(data(row).text()).isEqualTo("{\"properties\":{\"n\":1.50,\"big\":9007199254740993},\"type\":\"x\","
                + "\"app_id\":\"forged\",\"s\":\"\\u00e9\\/\",\"metadata\":{\"a\":[1e2]}}");
        assertThat(column(row, "app_id")).isEqualTo("shop");
    }

    @Test
    void neverHasTwoMembersOfOneNameInData() {
        var row = Rows.of(TRACK, "{\"type\":\"x\",\"payload\":{\"a\":1},\"properties\":{\"b\":2}}");

        assertThat(data(row).text()).isEqualTo("{\"payload\":{\"a\":1},\"type\":\"x\",\"properties\":{\"b\":2}}");
    }

    @Test
    void keepsTheTimeAsSentWhereItWasAdjusted() {
        var event = Json.of("{\"type\":\"x\",\"occurred_at\":\"1999-01-01T00:00:00+02:00\"}");
        var view = Rows.views(TRACK, event).getFirst();
        var stored = new StoredEvent(0, "e", view.type(), Rows.RECEIVED, true, false, List.of(), event.text());

        var row = rowOf(stored);

        assertThat(column(row, "client_time")).isEqualTo("1999-01-01T00:00:00+02:00");
        assertThat(column(row, "adjusted")).isEqualTo("true");
        assertThat(column(row, "occurred_at")).isEqualTo("2026-01-31T12:00:00.250Z");
    }

    @Test
    void cutsTimesToMicroseconds() {
        assertThat(Row.time(Instant.parse("2026-01-31T12:00:00.123456789Z"))).isEqualTo("2026-01-31T12:00:00.123456Z");
    }

    @Test
    void makesTwoRowsOfASessionSentWhole() {
        var rows = Rows.linesOf("/api/v1/sessions/start", """
                {"id":"s-1","session_start":"2026-01-31T11:00:00Z","session_end":"2026-01-31T11:05:00Z",
                 "session_duration":300}""").stream().map(Json::of).toList();

        assertThat(rows).extracting(row -> column(row, "type")).containsExactly("session_start", "session_end");
        assertThat(rows).extracting(row -> column(row, "occurred_at"))
                .containsExactly("2026-01-31T11:00:00Z", "2026-01-31T11:05:00Z");
        assertThat(rows).extracting(row -> column(row, "duration_ms")).containsExactly("", "300000.0");
    }

    private static String metric(String fields) {
        return "{\"metric_type\":\"custom\",\"value\":1," + fields + "}";
    }

    private static Json rowOf(StoredEvent stored) {
        var chunk = Rows.chunk(TRACK, List.of(stored));
        return Json.of(Normaliser.lines(Rows.KEY, chunk, java.util.Optional.empty()).getFirst());
    }
}
