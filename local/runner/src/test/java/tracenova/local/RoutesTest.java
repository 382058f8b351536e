package tracenova.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.api.Test;

class RoutesTest {

    private final Routes routes = new Routes(List.of(
            Route.of("$default", "NotFoundFunction"),
            Route.of("ANY /files/{path+}", "FilesFunction"),
            Route.of("ANY /apps/{app}", "AppFunction"),
            Route.of("GET /apps/{app}", "ReadAppFunction"),
            Route.of("ANY /apps/first", "FirstAppFunction"),
            Route.of("ANY /apps/{app}/keys/{key}", "KeyFunction"),
            Route.of("ANY /api/v1/track", "TrackFunction"),
            Route.of("ANY /api/v1/track/", "TrackFunction"),
            Route.of("POST /files/upload", "UploadFunction")));

    @ParameterizedTest
    @CsvSource({
        "POST,   /api/v1/track,   ANY /api/v1/track",
        "POST,   /api/v1/track/,  ANY /api/v1/track/",
        "POST,   /api/v1/track//, $default",
        "POST,   /API/v1/track,   $default",
        "PUT,    /apps/a,         ANY /apps/{app}",
        "GET,    /apps/a,         GET /apps/{app}",
        "GET,    /apps/first,     ANY /apps/first",
        "GET,    /apps/a/keys/k,  ANY /apps/{app}/keys/{key}",
        "GET,    /apps/a/keys,    $default",
        "POST,   /files/upload,   POST /files/upload",
        "GET,    /files/upload,   ANY /files/{path+}",
        "GET,    /files/a/b/c,    ANY /files/{path+}",
        "GET,    /files,          $default",
        "DELETE, /,               $default"})
    void mostSpecificRouteTakesTheRequest(String method, String path, String key) {
        assertThat(routes.match(method, path).orElseThrow().route().key()).isEqualTo(key);
    }

    @Test
    void variablesOfThePathAreNamed() {
        assertThat(routes.match("GET", "/apps/a/keys/k").orElseThrow().variables())
                .isEqualTo(Map.of("app", "a", "key", "k"));
        assertThat(routes.match("GET", "/files/a/b").orElseThrow().variables()).isEqualTo(Map.of("path", "a/b"));
    }

    @Test
    void withoutDefaultNobodyTakesTheRest() {
        assertThat(new Routes(List.of(Route.of("GET /a", "A"))).match("GET", "/b")).isEmpty();
    }
}
