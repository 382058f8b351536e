package tracenova.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tracenova.pipeline.Reconciled.HourReport;

class ReconciledTest {

    private final JsonMapper json = JsonMapper.createDefault();

    @Test
    void readsBackAnHourInWhichNothingWasMissing() throws IOException {
        var quiet = new Reconciled("2026-01-31T12", Map.of("2026-01-31T12",
                new HourReport(0, true, Map.of(), List.of(), Map.of())));

        assertThat(json.readValue(json.writeValueAsBytes(quiet), Reconciled.class)).isEqualTo(quiet);
    }
}
