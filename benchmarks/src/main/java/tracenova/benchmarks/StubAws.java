package tracenova.benchmarks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;

/// The fake AWS behind plain HTTP on the loopback interface, for functions in a JVM of their own.
final class StubAws implements AutoCloseable {

    static {
        // Else an answer in two packets waits for the acknowledgement of the first, 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static final Pattern ITEM = Pattern.compile("\"pk\":\\{\"S\":\"([^\"]*)\"");

    private final HttpServer server;
    private final SdkHttpClient aws;
    private final List<Asked> asked = new ArrayList<>();

    /// One request.
    ///
    /// @param connection its client's port
    /// @param item the partition key it names, where it names one
    record Asked(int connection, String item) {}

    StubAws(SdkHttpClient aws) {
        this.aws = aws;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /// What was asked since the start or the last time.
    synchronized List<Asked> asked() {
        var all = List.copyOf(asked);
        asked.clear();
        return all;
    }

    private synchronized void keep(HttpExchange exchange, byte[] body) {
        var item = ITEM.matcher(new String(body, StandardCharsets.UTF_8));
        asked.add(new Asked(exchange.getRemoteAddress().getPort(), item.find() ? item.group(1) : ""));
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            keep(exchange, body);
            var http = SdkHttpFullRequest.builder()
                    .method(SdkHttpMethod.valueOf(exchange.getRequestMethod()))
                    .uri(URI.create(url() + exchange.getRequestURI()));
            exchange.getRequestHeaders().forEach((name, values) -> http.putHeader(name, List.copyOf(values)));
            var answer = aws.prepareRequest(HttpExecuteRequest.builder()
                    .request(http.build())
                    .contentStreamProvider(() -> new ByteArrayInputStream(body))
                    .build()).call();
            answer.httpResponse().forEachHeader((name, values) -> {
                if (!name.equalsIgnoreCase("content-length")) exchange.getResponseHeaders().put(name, values);
            });
            var bytes = answer.responseBody().isPresent() ? answer.responseBody().get().readAllBytes() : new byte[0];
            exchange.sendResponseHeaders(answer.httpResponse().statusCode(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
