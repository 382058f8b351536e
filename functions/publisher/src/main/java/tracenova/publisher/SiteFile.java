package tracenova.publisher;

import java.util.Map;

/// One file of the dashboard, by its path below the site's root, and how it is served.
public record SiteFile(String path, byte[] bytes) {

    private static final String ASSETS = "assets/";
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "json", "application/json",
            "svg", "image/svg+xml",
            "png", "image/png",
            "ico", "image/x-icon",
            "txt", "text/plain; charset=utf-8",
            "woff2", "font/woff2");

    public String contentType() {
        return TYPES.getOrDefault(path.substring(path.lastIndexOf('.') + 1), "application/octet-stream");
    }

    /// Assets are named by their content, so what is fetched once never changes; the others are asked for each time.
    public String cacheControl() {
        return path.startsWith(ASSETS) ? "public, max-age=31536000, immutable" : "no-cache";
    }
}
