package tracenova.log;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.time.InstantSource;
import java.util.Map;

/// Writes the lines. What goes wrong here never changes an answer, so it is swallowed.
@Singleton
@Requires(missingBeans = Log.class)
class JsonLog implements Log {

    private static final JsonFactory JSON = new JsonFactory();

    private final InstantSource clock;
    private final String namespace;
    private final PrintStream out = System.out;

    /// `namespace` tells the metrics of one deployment from those of another in the same account.
    JsonLog(InstantSource clock, @Property(name = "metric.namespace", defaultValue = "TraceNova") String namespace) {
        this.clock = clock;
        this.namespace = namespace;
    }

    @Override
    public void line(String event, Map<String, String> values) {
        write(json -> {
            json.writeStringField("timestamp", clock.instant().toString());
            json.writeStringField("event", event);
            for (var value : values.entrySet()) {
                json.writeStringField(value.getKey(), value.getValue());
            }
        });
    }

    @Override
    public void count(Metric metric, long value) {
        write(json -> {
            json.writeObjectFieldStart("_aws");
            json.writeNumberField("Timestamp", clock.instant().toEpochMilli());
            json.writeRaw(
                    ",\"CloudWatchMetrics\":[{\"Namespace\":\"" + namespace + "\",\"Dimensions\":[[]],\"Metrics\":"
                            + "[{\"Name\":\"" + metric + "\"}]}]");
            json.writeEndObject();
            json.writeNumberField(metric.toString(), value);
        });
    }

    private interface Fields {
        void write(JsonGenerator json) throws IOException;
    }

    private void write(Fields fields) {
        var text = new StringWriter();
        try (var json = JSON.createGenerator(text)) {
            json.writeStartObject();
            fields.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            return;
        }
        out.println(text);
    }
}
