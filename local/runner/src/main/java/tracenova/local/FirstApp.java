package tracenova.local;

import io.micronaut.json.JsonMapper;
import io.micronaut.serde.annotation.Serdeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import tracenova.app.App;
import tracenova.app.AppId;
import tracenova.app.Apps;

/// The app to try things with: made when there is none. Its key is kept beside the data, for its owner only, so
/// that a restart prints the same one.
@Serdeable
record FirstApp(String app, String apiKey) {

    static final String FILE = "app.json";
    private static final String OWNER_ONLY = "rw-------";

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
        write(file, json.writeValueAsBytes(made));
        return made;
    }

    private static App make(Apps apps) {
        var app = apps.create("local", "My app", "Web", ZoneId.of("UTC"), "USD");
        apps.defineFunnel(app, "checkout", List.of("cart", "address", "payment", "done"));
        return app;
    }

    private static void write(Path file, byte[] content) throws IOException {
        Files.deleteIfExists(file);
        var posix = Files.getFileStore(file.getParent()).supportsFileAttributeView("posix");
        var rights = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY));
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = posix ? Files.newByteChannel(file, options, rights) : Files.newByteChannel(file, options)) {
            channel.write(ByteBuffer.wrap(content));
        }
    }
}
