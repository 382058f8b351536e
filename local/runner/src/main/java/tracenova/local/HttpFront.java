package tracenova.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/// Takes HTTP requests on the loopback interface, with the limits of the gateway: 10 MB of body, 10 KB of request
/// line and headers. A request that has not arrived within seconds is refused and its connection closed.
final class HttpFront implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(HttpFront.class.getName());
    private static final int MAX_BODY = 10 * 1024 * 1024;
    private static final int MAX_HEAD = 10 * 1024;
    private static final int BODY_SECONDS = 5;
    private static final Set<String> OURS = Set.of("connection", "content-length", "date", "transfer-encoding");

    static {
        try (var limits = HttpFront.class.getResourceAsStream("/http-server.properties")) {
            System.getProperties().load(limits);
        } catch (IOException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final HttpServer server;

    private HttpFront(HttpServer server) {
        this.server = server;
    }

    /// Takes the port, so that nobody else does; 0 takes a free one. Requests wait until [#serve].
    static HttpFront bind(int port) throws IOException {
        return new HttpFront(HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 1024));
    }

    int port() {
        return server.getAddress().getPort();
    }

    void serve(Function<Request, Reply> handler) {
        server.createContext("/", exchange -> answer(exchange, handler));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    @Override
    public void close() {
        server.stop(1);
    }

    private static void answer(HttpExchange exchange, Function<Request, Reply> handler) throws IOException {
        var reading = new FutureTask<>(() -> body(exchange));
        var reader = Thread.ofVirtual().start(reading);
        try {
            var tooBig = size(exchange) > MAX_HEAD;
            var body = reading.get(BODY_SECONDS, TimeUnit.SECONDS);
            send(exchange, tooBig
                    ? Refusal.reply(431, "too-large", "The request line and headers are over 10 KB")
                    : body.length > MAX_BODY
                            ? Refusal.reply(413, "too-large", "The body is over 10 MB")
                            : handled(request(exchange, body), handler));
        } catch (TimeoutException e) {
            refuse(exchange, Refusal.reply(408, "malformed", "The body did not arrive in time"));
        } catch (ExecutionException e) {
            refuse(exchange, Refusal.reply(400, "malformed", "The body is not as long as announced"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            // Ends a reader that still waits, and with it the connection: closing the exchange would wait for it.
            reader.interrupt();
            exchange.close();
        }
    }

    private static Reply handled(Request request, Function<Request, Reply> handler) {
        try {
            return handler.apply(request);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, request.method() + " " + request.path() + " failed", e);
            return Refusal.reply(500, "internal", "Internal Server Error");
        }
    }

    private static Request request(HttpExchange exchange, byte[] body) {
        return new Request(exchange.getRequestMethod(), exchange.getRequestURI(), exchange.getProtocol(),
                exchange.getRemoteAddress().getAddress().getHostAddress(), exchange.getRequestHeaders(), body);
    }

    /// The body; of one that is too long the rest is read and forgotten, else the client would not see our answer.
    private static byte[] body(HttpExchange exchange) throws IOException {
        var in = exchange.getRequestBody();
        var body = in.readNBytes(MAX_BODY + 1);
        in.transferTo(OutputStream.nullOutputStream());
        return body;
    }

    private static int size(HttpExchange exchange) {
        return exchange.getRequestURI().toString().length() + exchange.getRequestHeaders().entrySet().stream()
                .flatMap(header -> header.getValue().stream().map(value -> header.getKey().length() + value.length()))
                .mapToInt(Integer::intValue)
                .sum();
    }

    private static void refuse(HttpExchange exchange, Reply reply) throws IOException {
        exchange.getResponseHeaders().set("connection", "close");
        send(exchange, reply);
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        reply.headers().forEach((name, values) -> {
            if (!OURS.contains(name)) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        var silent = reply.body().length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(reply.status(), silent ? -1 : reply.body().length);
        if (!silent) {
            exchange.getResponseBody().write(reply.body());
            exchange.getResponseBody().flush();
        }
    }
}
