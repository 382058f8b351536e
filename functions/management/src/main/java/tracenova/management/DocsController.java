package tracenova.management;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// What this API is: for programs, for people, and whether it answers.
@Controller("/api/v1")
@Secured(SecurityRule.IS_ANONYMOUS)
class DocsController {

    /// Swagger UI has pictures in its style sheet and styles in its pictures.
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final Map<String, String> FILES = Map.of(
            "swagger-ui.css", "text/css; charset=utf-8",
            "swagger-ui-bundle.js", "text/javascript; charset=utf-8",
            "start.js", "text/javascript; charset=utf-8");

    @Get("/health")
    Map<String, String> health() {
        return Map.of("status", "ok");
    }

    @Get("/openapi.yaml")
    HttpResponse<String> openapi() {
        return file("openapi.yaml", "application/yaml; charset=utf-8");
    }

    @Get("/docs")
    HttpResponse<String> docs() {
        return file("index.html", "text/html; charset=utf-8");
    }

    @Get("/docs/{file}")
    HttpResponse<String> docs(@PathVariable("file") String name) {
        if (!FILES.containsKey(name)) {
            throw Refused.notFound();
        }
        return file(name, FILES.get(name));
    }

    private static HttpResponse<String> file(String name, String type) {
        try (var in = DocsController.class.getResourceAsStream("docs/" + name)) {
            return HttpResponse.ok(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .header(HttpHeaders.CONTENT_TYPE, type)
                    .header(HttpHeaders.CACHE_CONTROL, "public, max-age=3600")
                    .header("content-security-policy", POLICY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
