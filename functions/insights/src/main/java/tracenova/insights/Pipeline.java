package tracenova.insights;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.math.BigDecimal;
import java.util.List;

/// How events come through, by when they were received.
///
/// @param mergedAt the run that brought the last received event into the lake
/// @param lagMs how long after its receipt that was
/// @param waitingChunks in the table and not in the lake, as reconcile saw it last
/// @param latest the ten events received last, the newest first
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Pipeline(
        String lastReceived,
        String mergedAt,
        long lagMs,
        LastDay lastDay,
        Files lake,
        long waitingChunks,
        List<StuckChunk> stuckChunks,
        Processing processing,
        Quality quality,
        List<Arrival> latest,
        String dataThrough) {

    /// What came in the last 24 hours of receipt, from this one on (UTC): chunks, the events in them, events rejected
    /// before, and events in the lake, where what repeats counts once.
    @Serdeable
    public record LastDay(String since, long chunks, long events, long rejected, long accepted) {}

    /// What the manifest names; rows are those of events, not those of receipts.
    @Serdeable(naming = SnakeCaseStrategy.class)
    public record Files(long partitions, long marts, long rows, long bytes, long setAside) {}

    /// A chunk that never reached the lake, and the hour of its receipt.
    @Serdeable
    public record StuckChunk(String hour, String chunk) {}

    /// The quarter of an hour that runs and the four before it.
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Processing(String since, List<TypeTime> types) {

        public Processing {
            types = types == null ? List.of() : types;
        }
    }

    /// Mean time from receipt until the chunk was ready to be written.
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record TypeTime(String type, long events, @Nullable BigDecimal averageMs) {

        public TypeTime {
            averageMs = averageMs == null ? null : Weight.of(averageMs);
        }
    }

    /// The accepted events of the quarter of an hour that runs and of 24 hours before it (D21).
    ///
    /// @param average mean score; absent where nothing came
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Quality(
            String since, long events, @Nullable BigDecimal average, long valid, long warn, long invalid,
            List<Score> scores) {

        public Quality {
            average = average == null ? null : Weight.of(average);
            scores = scores == null ? List.of() : scores;
        }
    }

    @Serdeable
    public record Score(int score, long events) {}

    /// An event as it came; `status` and `score` by D21.
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Arrival(
            String eventId, String type, @Nullable String name, @Nullable String sessionId, String occurredAt,
            String receivedAt, @Nullable Integer score, @Nullable String status, @Nullable BigDecimal processingMs) {

        public Arrival {
            processingMs = processingMs == null ? null : Weight.of(processingMs);
        }
    }

    public Pipeline {
        latest = latest == null ? List.of() : latest;
        stuckChunks = stuckChunks == null ? List.of() : stuckChunks;
    }
}
