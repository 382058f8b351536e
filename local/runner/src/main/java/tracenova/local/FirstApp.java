package tracenova.local;

import io.micronaut.json.JsonMapper;
import io.micronaut.serde.annotation.Serdeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import tracenova.app.App;
import tracenova.app.AppId;
import tracenova.app.Apps;

/// The app to try things with: made when there is none. Its key is kept beside the data, for its owner only, so
/// that a restart prints the same one.
@Serdeable
record FirstApp(String app, String apiKey) {

    static final String FILE = "app.json";

    static FirstApp in(Path data, Apps apps, JsonMapper json) throws IOException {
        var file = data.resolve(FILE);
        if (Files.exists(file)) {
            var kept = json.readValue(Files.readAllBytes(file), FirstApp.class);
            if (apps.find(new AppId(kept.app)).isPresent()) {
                return kept;
            }
        }
        var app = apps.list().stream().findFirst().orElseGet(() -> make(apps));
        var made = new FirstApp(app.id().value(), apps.issueKey(app).text());
        OwnersFile.write(file, json.writeValueAsBytes(made));
        return made;
    }

    private static App make(Apps apps) {
        var app = apps.create("local", "My app", "Web", ZoneId.of("UTC"), "USD");
        apps.defineFunnel(app, "checkout", List.of("cart", "address", "payment", "done"));
        return app;
    }
}
