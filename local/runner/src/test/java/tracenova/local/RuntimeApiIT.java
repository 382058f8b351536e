package tracenova.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RuntimeApiIT {

    private static final Map<String, String> ENVIRONMENT = Map.of("AWS_REGION", "us-east-1", "TABLE_NAME", "table",
            "SALTS_TABLE_NAME", "salts", "QUEUE_URL", "http://127.0.0.1:1/queue");
    private static final Path JAR =
            Path.of(System.getProperty("tracenova.root"), "functions/tracking/target/tracking.jar");

    @Test
    void functionRunsOutOfItsJarUnderTheRealClient() throws IOException {
        try (var function = start("tracenova.tracking.NotFoundFunction")) {
            var answer = new String(function.invoke("{\"rawPath\":\"/nowhere\"}".getBytes(StandardCharsets.UTF_8)),
                    StandardCharsets.UTF_8);

            assertThat(answer).contains("\"statusCode\":404", "problems/not-found");
        }
    }

    @Test
    void handlerThatIsNotThereIsReported() throws IOException {
        try (var function = start("no.such.Handler")) {
            assertThatThrownBy(() -> function.invoke(new byte[] {'{', '}'})).hasMessageContaining("no.such.Handler");
        }
    }

    private static RuntimeApi start(String handler) throws IOException {
        return RuntimeApi.start(JAR, handler, ENVIRONMENT, List.of("-XX:TieredStopAtLevel=1"));
    }
}
