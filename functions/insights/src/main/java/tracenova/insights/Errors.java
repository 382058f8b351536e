package tracenova.insights;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.math.BigDecimal;
import java.util.List;

/// Errors of the last 30 days.
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Errors(
        Range range,
        BigDecimal totalErrors,
        boolean estimated,
        List<SeverityCount> bySeverity,
        List<TypeCount> byType,
        List<DayPoint> days,
        String dataThrough) {

    @Serdeable
    public record SeverityCount(String severity, BigDecimal events) {

        public SeverityCount {
            events = Weight.of(events);
        }
    }

    @Serdeable
    public record TypeCount(String type, BigDecimal events) {

        public TypeCount {
            events = Weight.of(events);
        }
    }

    /// A day, every one of the range, and what its errors were.
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record DayPoint(String day, BigDecimal events, List<Part> parts) {

        public DayPoint {
            events = Weight.of(events);
            parts = parts == null ? List.of() : parts;
        }
    }

    @Serdeable
    public record Part(String severity, String type, BigDecimal events) {

        public Part {
            events = Weight.of(events);
        }
    }

    public Errors {
        totalErrors = Weight.of(totalErrors);
        bySeverity = bySeverity == null ? List.of() : bySeverity;
        byType = byType == null ? List.of() : byType;
    }
}
