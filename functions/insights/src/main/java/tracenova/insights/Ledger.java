package tracenova.insights;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;

/// Where every event went, by received hour (UTC) of the last 7 days; hours in which nothing came are left out.
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Ledger(List<HourRow> hours, String dataThrough) {

    /// `received = accepted + duplicate + rejected`. Outside of it stand events whose chunk has not arrived
    /// (`unfinished`), chunks that are `stuck`, and requests `refused` as a whole.
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record HourRow(
            String hour,
            long received,
            long accepted,
            long duplicate,
            long rejected,
            List<Rejected> rejectedByReason,
            long unfinished,
            List<Refused> refused,
            long stuck,
            boolean reconciled) {

        public HourRow {
            rejectedByReason = rejectedByReason == null ? List.of() : rejectedByReason;
            refused = refused == null ? List.of() : refused;
        }

        boolean closes() {
            return received == accepted + duplicate + rejected && duplicate >= 0 && unfinished >= 0;
        }
    }

    @Serdeable
    public record Rejected(String reason, long events) {}

    @Serdeable
    public record Refused(String reason, long requests) {}

    /// How many hours that are reconciled do not close.
    long open() {
        return hours.stream().filter(hour -> hour.reconciled && !hour.closes()).count();
    }

    public Ledger {
        hours = hours == null ? List.of() : hours;
    }
}
