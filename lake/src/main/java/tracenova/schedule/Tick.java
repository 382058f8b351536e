package tracenova.schedule;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/// What a schedule sends: the time it stands for. A run is named by it, never by the clock.
@Serdeable
public record Tick(Instant at, @Nullable @JsonProperty("open_hours") Boolean openHours) {

    public boolean withOpenHours() {
        return Boolean.TRUE.equals(openHours);
    }
}
