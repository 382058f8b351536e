package tracenova.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// The dashboard's pure modules, each case of `dashboard-static/src/test/site` in the browser that will run them.
@InBrowser
class DashboardModulesIT {

    private static final Path SOURCES = Path.of(System.getProperty("tracenova.root"), "dashboard-static/src");
    private static final Map<String, Path> SERVED =
            Map.of("/site/", SOURCES.resolve("main/site"), "/test/", SOURCES.resolve("test/site"));

    @TestFactory
    Stream<DynamicTest> everyCase(@TempDir Path profile) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        SERVED.forEach((path, directory) -> server.createContext(path, exchange -> answer(exchange, path, directory)));
        server.start();
        try (var browser = new Browser(URI.create("http://localhost:" + server.getAddress().getPort()), profile)) {
            var outcomes = (List<?>) browser.result("/test/index.html", "outcomes");
            assertThat(outcomes).hasSizeGreaterThan(50);
            return outcomes.stream().map(outcome -> (Map<?, ?>) outcome).map(outcome -> dynamicTest(
                    outcome.get("name").toString(), () -> assertThat(outcome.get("wrong")).isNull()));
        } finally {
            server.stop(0);
        }
    }

    private static void answer(HttpExchange exchange, String path, Path directory) throws IOException {
        var file = directory.resolve(exchange.getRequestURI().getPath().substring(path.length()));
        var type = file.toString().endsWith(".js") ? "text/javascript" : "text/html";
        var bytes = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
        exchange.getResponseHeaders().set("content-type", type);
        exchange.sendResponseHeaders(Files.exists(file) ? 200 : 404, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
