package tracenova.publisher;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.json.JsonMapper;
import io.micronaut.serde.annotation.Serdeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// What the dashboard reads of the deployment that it belongs to.
@Serdeable
public record SiteConfig(@JsonProperty("api_url") String apiUrl, String region, String version, String stack) {

    /// Where it stands, beside the files.
    public static final String PATH = "config.json";

    /// Of this version of the product.
    public static SiteConfig of(String apiUrl, String region, String stack) {
        try (var in = SiteConfig.class.getResourceAsStream("version.txt")) {
            return new SiteConfig(apiUrl, region, new String(in.readAllBytes(), StandardCharsets.UTF_8).strip(), stack);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public SiteFile file(JsonMapper json) {
        try {
            return new SiteFile(PATH, json.writeValueAsBytes(this));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
