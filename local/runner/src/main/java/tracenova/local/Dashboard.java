package tracenova.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tracenova.publisher.SiteConfig;
import tracenova.publisher.SiteFile;

/// The dashboard's files as CloudFront shows them, read anew each time, and the configuration that the custom resource
/// would have published beside them.
final class Dashboard {

    private static final String PAGE = "index.html";
    private static final String NOT_BUILT = """
            The dashboard is not built. This builds it, and the next start of ./tracenova does so too:

              ./mvnw -q -pl dashboard-static process-classes
            """;

    private final Path site;
    private final SiteFile config;
    private final Map<String, String> headers;

    /// @param headers what stands on each answer besides
    Dashboard(Path site, SiteFile config, Map<String, String> headers) {
        this.site = site.toAbsolutePath().normalize();
        this.config = config;
        this.headers = headers;
    }

    /// Empty where there is no such file.
    Optional<Reply> find(Request request) {
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            return Optional.empty();
        }
        var path = request.path().equals("/") ? PAGE : request.path().substring(1);
        return path.equals(SiteConfig.PATH) ? Optional.of(reply(config)) : file(path).map(this::reply).or(
                () -> path.equals(PAGE) ? Optional.of(notBuilt()) : Optional.empty());
    }

    /// Nothing that lies elsewhere, however the path or a link leads there.
    private Optional<SiteFile> file(String path) {
        try {
            var file = site.resolve(path).normalize();
            return file.startsWith(site) && Files.isRegularFile(file) && file.toRealPath().startsWith(site.toRealPath())
                    ? Optional.of(new SiteFile(path, Files.readAllBytes(file)))
                    : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Reply reply(SiteFile file) {
        return reply(200, file.contentType(), file.cacheControl(), file.bytes());
    }

    private Reply notBuilt() {
        return reply(503, "text/plain; charset=utf-8", "no-store", NOT_BUILT.getBytes(StandardCharsets.UTF_8));
    }

    private Reply reply(int status, String type, String cache, byte[] body) {
        var all = new LinkedHashMap<String, List<String>>();
        headers.forEach((name, value) -> all.put(name, List.of(value)));
        all.put("content-type", List.of(type));
        all.put("cache-control", List.of(cache));
        return new Reply(status, all, body);
    }
}
