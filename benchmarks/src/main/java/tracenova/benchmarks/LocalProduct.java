package tracenova.benchmarks;

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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import tracenova.app.AppId;
import tracenova.lake.ObjectNames;
import tracenova.testkit.Examples;

/// The product as its user starts it on a machine, its schedules stopped: what is to run is asked for.
final class LocalProduct implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.createDefault();
    private static final Pattern DATA = Pattern.compile("connect-src 'self' (http://[^ ;]+)");
    private static final String BUCKET = "tracenova-databucket";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path data;
    private final Process process;
    private final JsonNode ready;
    private final S3Client buckets;

    LocalProduct() throws IOException {
        data = Files.createTempDirectory("product");
        process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED",
                "-Dtracenova.root=" + Examples.root(), "-cp", System.getProperty("java.class.path"),
                "tracenova.local.Main", "start", "--port", "0", "--data", data.toString(), "--demo", "none", "--json")
                .redirectError(data.resolve("log").toFile()).start();
        var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        var line = out.readLine();
        if (line == null) throw new IllegalStateException(Files.readString(data.resolve("log")));
        ready = JSON.readValue(line, JsonNode.class);
        post("/_local/pause", "");
        buckets = buckets();
    }

    /// What it said: `url`, `email`, `password`.
    String said(String name) {
        return ready.get(name).getStringValue();
    }

    AppId makeApp(String name) throws IOException {
        var made = post("/_local/apps", "{\"name\":\"" + name
                + "\",\"platform\":\"Web\",\"time_zone\":\"Europe/Berlin\",\"currency\":\"EUR\",\"funnels\":{}}");
        return new AppId(made.get("app").getStringValue());
    }

    void putInbox(AppId app, String name, byte[] bytes) {
        buckets.putObject(put -> put.bucket(BUCKET).key(ObjectNames.inbox(app, name)), RequestBody.fromBytes(bytes));
    }

    /// Until nothing is left to compact; then what the dashboard reads.
    void digest() throws IOException {
        for (int left = 1; left > 0;) left = post("/_local/run/CompactFunction", "").get("left").getIntValue();
        // A run leaves an app for which it failed to the next one.
        for (int open = 1; open > 0;) {
            var report = post("/_local/run/InsightsFunction", "");
            open = report.get("published").getIntValue() + report.get("failed_apps").getIntValue();
        }
    }

    private JsonNode post(String path, String body) throws IOException {
        var answer = send(HttpRequest.newBuilder(URI.create(said("url") + path)).POST(BodyPublishers.ofString(body)));
        if (answer.statusCode() / 100 != 2) throw new IllegalStateException(path + " answered " + answer.body());
        return JSON.readValue(answer.body(), JsonNode.class);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Where the page's policy says that the data are.
    private S3Client buckets() throws IOException {
        var policy = send(HttpRequest.newBuilder(URI.create(said("url") + "/"))).headers()
                .firstValue("content-security-policy").orElseThrow();
        var place = DATA.matcher(policy);
        if (!place.find()) throw new IllegalStateException(policy);
        return S3Client.builder()
                .region(Region.US_EAST_1)
                .endpointOverride(URI.create(place.group(1)))
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(20, TimeUnit.SECONDS).join();
        buckets.close();
        try (var files = Files.walk(data)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
