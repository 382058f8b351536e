package tracenova.insights;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;

/// Through which time the figures are complete. Which manifest they are of, the pointer says.
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Freshness(
        String dataThrough,
        @Nullable String reconciledThrough,
        @Nullable String oldestUnreconciledHour,
        long unreconciledHours,
        long stuckChunks) {}
