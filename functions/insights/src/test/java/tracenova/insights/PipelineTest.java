package tracenova.insights;

import static org.assertj.core.api.Assertions.assertThat;
import static tracenova.insights.TestInsights.NOON;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tracenova.insights.Pipeline.LastDay;
import tracenova.insights.Pipeline.Score;
import tracenova.insights.Pipeline.StuckChunk;
import tracenova.insights.Pipeline.TypeTime;
import tracenova.lake.TestRequest;

class PipelineTest {

    private final TestInsights insights = new TestInsights();

    @AfterEach
    void close() {
        insights.close();
    }

    @Test
    void saysHowFastAndHowGoodEventsCame() {
        var old = NOON.minus(Duration.ofHours(2));
        insights.with(TestRequest.of("shop", "b1", old)
                .event("a", "page_view", old, "s1", "quality_score", 98, "validation_status", "VALID",
                        "processing_duration_ms", 100)
                .rejected("invalid"),
                TestRequest.of("shop", "b2", NOON)
                        .event("b", "page_view", old, "s1", "quality_score", 98, "validation_status", "VALID",
                                "processing_duration_ms", 2.5)
                        .event("c", "page_view", NOON, "s1", "quality_score", 70, "validation_status", "INVALID",
                                "processing_duration_ms", 1)
                        .event("a", "page_view", old, "s1", "quality_score", 98, "validation_status", "VALID"));

        var pipeline = insights.ask(Pipeline.class);

        assertThat(pipeline.lastReceived()).isEqualTo("2026-01-31T12:00:00Z");
        assertThat(pipeline.processing().since()).isEqualTo("2026-01-31T11:00Z");
        assertThat(pipeline.processing().types())
                .containsExactly(new TypeTime("page_view", 2, new BigDecimal("1.75")));
        assertThat(pipeline.quality()).isEqualTo(new Pipeline.Quality("2026-01-30T12:00Z", 3,
                new BigDecimal("88.667"), 2, 0, 1, List.of(new Score(98, 2), new Score(70, 1))));
        assertThat(pipeline.lastDay()).isEqualTo(new LastDay("2026-01-30T13", 2, 4, 1, 3));
        assertThat(pipeline.lake().rows()).isEqualTo(pipeline.lastDay().accepted());
        assertThat(pipeline.lake().bytes()).isPositive();
    }

    @Test
    void saysHowLongTheLastEventTookToTheLake() {
        insights.lake().clock().set(NOON.minusSeconds(20));
        insights.with(TestRequest.of("shop", "b1", NOON).event("a", "page_view", NOON, "s1"));

        var pipeline = insights.ask(Pipeline.class);

        assertThat(pipeline.mergedAt()).isEqualTo("2026-01-31T12:00:40Z");
        assertThat(pipeline.lagMs()).isEqualTo(40_000);
    }

    @Test
    void namesTheTenEventsThatCameLastHoweverOldTheyAre() {
        var old = NOON.minus(Duration.ofDays(20));
        insights.with(TestRequest.of("shop", "b1", old).event("first", "page_view", old, "s1"));
        for (int i = 0; i < 3; i++) {
            var received = old.plus(Duration.ofDays(6L * i)).plusSeconds(5);
            var request = TestRequest.of("shop", "n" + i, received);
            for (int k = 0; k < 3; k++) {
                request.event("e" + i + k, "custom", old, "s1", "name", "checkout", "quality_score", 90,
                        "validation_status", "WARN", "processing_duration_ms", 1.5);
            }
            insights.with(request);
        }

        var latest = insights.ask(Pipeline.class).latest();

        assertThat(latest).extracting(Pipeline.Arrival::eventId)
                .containsExactly("e22", "e21", "e20", "e12", "e11", "e10", "e02", "e01", "e00", "first");
        assertThat(latest.getFirst()).isEqualTo(new Pipeline.Arrival("e22", "custom", "checkout", "s1",
                "2026-01-11T12:00:00.000Z", "2026-01-23T12:00:05.000Z", 90, "WARN", new BigDecimal("1.5")));
    }

    @Test
    void saysWhatWaitsAndWhatIsStuck() {
        insights.with(TestRequest.of("shop", "b1", NOON).event("a", "page_view", NOON, "s1")).reconciled("""
                {"through":"2026-01-31T10","hours":{
                 "2026-01-31T10":{"chunks":2,"marked":true,"queued":{"x":3},"stuck":["x"]},
                 "2026-01-31T11":{"chunks":3,"marked":false,"queued":{"y":1,"z":2}}}}""");

        var pipeline = insights.ask(Pipeline.class);

        assertThat(pipeline.waitingChunks()).isEqualTo(2);
        assertThat(pipeline.stuckChunks()).containsExactly(new StuckChunk("2026-01-31T10", "x"));
    }
}
