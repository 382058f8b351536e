package tracenova.local;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/// The product as its user starts it: the runner in a process of its own, on emulators.
final class LocalProduct implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.createDefault();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final JsonNode ready;

    private LocalProduct(Process process, JsonNode ready) {
        this.process = process;
        this.ready = ready;
    }

    static LocalProduct start(Path data) throws IOException {
        return start(data, Map.of());
    }

    /// The same with more in its environment.
    static LocalProduct start(Path data, Map<String, String> environment) throws IOException {
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED",
                "-Dtracenova.root=" + System.getProperty("tracenova.root"),
                "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                "-cp", System.getProperty("java.class.path"), Main.class.getName(),
                "start", "--port", "0", "--data", data.toString(), "--demo", "none", "--json")
                .redirectError(data.resolveSibling(data.getFileName() + ".log").toFile());
        builder.environment().putAll(environment);
        var process = builder.start();
        var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        var line = out.readLine();
        if (line == null) {
            throw new IllegalStateException("the runner did not start; why is in the log beside " + data);
        }
        return new LocalProduct(process, JSON.readValue(line, JsonNode.class));
    }

    URI url() {
        return URI.create(ready.get("url").getStringValue());
    }

    String app() {
        return ready.get("app").getStringValue();
    }

    String apiKey() {
        return ready.get("api_key").getStringValue();
    }

    /// What it said when it was ready, but for its address.
    Map<String, String> credentials() {
        var said = new TreeMap<String, String>();
        ready.entries().forEach(entry -> said.put(entry.getKey(), entry.getValue().getStringValue()));
        said.remove("url");
        return said;
    }

    /// Sends again what is answered 503, as every client should: a busy machine is no fault of the product.
    HttpResponse<String> post(String path, String body) {
        var request = request(path).header("content-type", "application/json").header("x-api-key", apiKey())
                .POST(BodyPublishers.ofString(body));
        var answer = send(request);
        for (var again = 0; again < 5 && answer.statusCode() == 503; again++) {
            answer = send(request);
        }
        return answer;
    }

    HttpResponse<String> get(String path) {
        return send(request(path));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(url().resolve(path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Waits until everything is in the figures.
    void settle() {
        var answer = post("/_local/settle", "");
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
    }

    JsonNode snapshot(String insight) {
        return snapshot(app(), insight);
    }

    JsonNode snapshot(String app, String insight) {
        return json(get("/_local/snapshots/" + app + "/" + insight).body());
    }

    static JsonNode json(String text) {
        try {
            return JSON.readValue(text, JsonNode.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// `kill -9`.
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(20, TimeUnit.SECONDS).join();
    }
}
