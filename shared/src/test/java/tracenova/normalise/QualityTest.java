package tracenova.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static tracenova.normalise.Rows.column;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tracenova.event.Json;
import tracenova.ingest.Chunk.StoredEvent;

class QualityTest {

    private static final String FULL = "'session_id':'sess_1','user_id':'u','occurred_at':'2026-01-31T11:00:00Z'";

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
        "/api/v1/track|{'type':'x',FULL}||100|VALID",
        "/api/v1/track|{'type':'x','session_id':'s','user_id':'u'}|no_time|95|VALID",
        "/api/v1/track|{'type':'x','session_id':'s','occurred_at':'2026-01-31T11:00:00Z'}|no_person|95|VALID",
        "/api/v1/track|{'type':'x','visitor_id':'v','occurred_at':'2026-01-31T11:00:00Z'}|no_session|95|VALID",
        "/api/v1/track|{'type':'x'}|no_time,no_person,no_session|85|WARN",
        "/api/v1/alerts|{'alert_type':'error_spike','occurred_at':'2026-01-31T11:00:00Z'}||100|VALID",
        "/api/v1/api-errors|{'endpoint_path':'/','http_method':'GET','status_code':500,'error_message':'m','user_id':'u',"
                + "'error_timestamp':'2026-01-31T11:00:00Z'}||100|VALID",
        "/api/v1/track|{'event_type':'x','page_url':'/'}||100|VALID",
        "/api/v1/events/ingest|{'event':'x','session_id':'s','timestamp':'2026-01-31T11:00:00Z'}||100|VALID",
        "/api/v1/performance-metrics|{'metric_type':'custom','value':5,'is_slow':true,'threshold':5,FULL}|slow_mismatch|90|WARN",
        "/api/v1/performance-metrics|{'metric_type':'custom','value':6,'is_slow':true,'threshold':5,FULL}||100|VALID",
        "/api/v1/track|{'event_type':'x','page_url':'/','session_id':'s-1'}|id_pattern|70|INVALID",
        "/api/v1/track|{'event_type':'x','page_url':'/','session_id':'session_1','visitor_id':'1','event_id':'1'}"
                + "|id_pattern,id_pattern|40|INVALID",
        "/api/v1/track|{'event_type':'x','page_url':'/','session_id':'1','visitor_id':'1','event_id':'1'}"
                + "|id_pattern,id_pattern,id_pattern|10|INVALID",
        "/api/v1/track|{'type':'x','url':'no url',FULL}|bad_reference|80|INVALID",
        "/api/v1/track|{'type':'x','url':'no url','time_zone':'Mars/Base',FULL}|bad_reference,bad_reference|60|INVALID",
        "/api/v1/track|{'type':'x','timezone':'Europe/Berlin',FULL}||100|VALID",
        "/api/v1/performance-metrics|{'metric_type':'custom','value':5,'country_code':'XX',FULL}|bad_reference|80|INVALID",
        "/api/v1/financial-impacts|{'impact_type':'custom','amount':5,'currency':'XX',FULL}|bad_reference|80|INVALID",
        "/api/v1/sessions/end|{'duration_seconds':10,'foreground_seconds':8,'background_seconds':3,FULL}"
                + "|contradiction|70|INVALID",
        "/api/v1/sessions/end|{'duration_seconds':11,'foreground_seconds':8,'background_seconds':3,FULL}||100|VALID",
        "/api/v1/sessions/end|{'session_start':'2026-01-31T11:00:00Z','session_end':'2026-01-31T10:00:00Z',"
                + "'duration_seconds':1,'foreground_seconds':2,FULL}|contradiction,contradiction|40|INVALID"})
    void scoresWhatIsDoubtful(String path, String event, String remarks, int score, String status) {
        var row = Rows.of(path, event.replace("FULL", FULL).replace('\'', '"'));

        assertRow(row, remarks == null ? "" : remarks, score, status);
    }

    @ParameterizedTest
    @CsvSource({
        "not_idempotent, 98, VALID", "masked, 95, VALID", "scrub_failed, 95, VALID", "repaired, 95, VALID",
        "not_in_schema, 90, WARN"})
    void takesOverWhatIngestRemarked(String remark, int score, String status) {
        assertRow(stored(List.of(remark), false), remark, score, status);
    }

    @Test
    void addsUp() {
        assertRow(stored(List.of("repaired", "masked", "not_idempotent"), true),
                "not_idempotent,masked,repaired,adjusted", 73, "WARN");
    }

    @Test
    void isInvalidBelowSixtyAndNeverNegative() {
        var many = List.of(Remark.ADJUSTED, Remark.NOT_IN_SCHEMA, Remark.SLOW_MISMATCH, Remark.NO_TIME);

        assertThat(Quality.of(many)).extracting(Quality::score, Quality::status).containsExactly(60, "WARN");
        assertThat(Quality.of(List.of(Remark.ADJUSTED, Remark.ADJUSTED, Remark.ADJUSTED)))
                .extracting(Quality::score, Quality::status).containsExactly(55, "INVALID");
        assertThat(Quality.of(List.of(Remark.ID_PATTERN, Remark.ID_PATTERN, Remark.ID_PATTERN, Remark.CONTRADICTION))
                .score()).isZero();
    }

    @Test
    void leavesAContradictoryDurationOut() {
        var row = Rows.of("/api/v1/sessions/end",
                "{\"session_id\":\"s\",\"duration_seconds\":10,\"foreground_seconds\":11}");

        assertThat(column(row, "duration_ms")).isEmpty();
        assertThat(Rows.data(row).get("duration_seconds")).map(Json::text).contains("10");
    }

    private static Json stored(List<String> remarks, boolean adjusted) {
        var event = Json.of(("{'type':'x'," + FULL + "}").replace('\'', '"'));
        var view = Rows.views("/api/v1/track", event).getFirst();
        var stored = new StoredEvent(0, "e", view.type(), Rows.RECEIVED, adjusted, false, remarks, event.text());
        var chunk = Rows.chunk("/api/v1/track", List.of(stored));
        return Json.of(Normaliser.lines(Rows.KEY, chunk, Optional.empty()).getFirst());
    }

    private static void assertRow(Json row, String remarks, int score, String status) {
        assertThat(List.of(column(row, "remarks"), column(row, "quality_score"), column(row, "validation_status")))
                .containsExactly(remarks, String.valueOf(score), status);
    }
}
