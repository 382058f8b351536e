package tracenova.local;

import com.amazonaws.services.lambda.crac.Core;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/// One function in a JVM of its own, as Lambda runs it: its jar under AWS's runtime interface client, which asks
/// us for events. For measurements; the product itself runs its functions in process. Where the environment says
/// that the function is initialised for SnapStart, it stops at its checkpoint until it is restored.
public final class RuntimeApi implements AutoCloseable {

    private static final String RUNTIME = "/2018-06-01/runtime/";
    private static final String INVOCATION = RUNTIME + "invocation/";

    private final HttpServer server;
    private final Process process;
    private final LinkedBlockingQueue<Invocation> waiting = new LinkedBlockingQueue<>();
    private final Map<String, CompletableFuture<byte[]>> answers = new ConcurrentHashMap<>();

    /// Never completes but with the reason why there will be no answer.
    private final CompletableFuture<byte[]> unable = new CompletableFuture<>();

    private final CompletableFuture<Void> checkpoint = new CompletableFuture<>();
    private final CompletableFuture<Void> restored = new CompletableFuture<>();

    private record Invocation(String id, byte[] event) {}

    /// Starts `handler` out of `jar`; `environment` is added to ours, `options` go to its JVM.
    public static RuntimeApi start(Path jar, String handler, Map<String, String> environment, List<String> options)
            throws IOException {
        return new RuntimeApi(jar, handler, environment, options);
    }

    private RuntimeApi(Path jar, String handler, Map<String, String> environment, List<String> options)
            throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(INVOCATION, this::serve);
        server.createContext(RUNTIME + "init/error", this::giveUp);
        server.createContext(RUNTIME + "restore/error", this::giveUp);
        server.createContext(RUNTIME + "restore/next", exchange -> {
            checkpoint.complete(null);
            restored.join();
            send(exchange, 200, new byte[0]);
        });
        server.start();
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString()));
        command.add("--enable-native-access=ALL-UNNAMED");
        // So does Lambda: org.crac's hooks are the client's.
        command.add("-Dorg.crac.Core.Compat=" + Core.class.getPackageName());
        command.addAll(options);
        command.addAll(List.of("-cp", classPath(jar), AWSLambda.class.getName(), handler));
        var builder = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        builder.environment().put("AWS_LAMBDA_RUNTIME_API", "127.0.0.1:" + server.getAddress().getPort());
        process = builder.start();
        process.onExit().thenRun(() -> unable.completeExceptionally(new IllegalStateException("its JVM has ended")));
    }

    /// The function's answer. Throws what the function reports, or that its JVM has ended.
    public byte[] invoke(byte[] event) {
        var invocation = new Invocation(UUID.randomUUID().toString(), event);
        var answer = new CompletableFuture<byte[]>();
        answers.put(invocation.id, answer);
        waiting.add(invocation);
        return (byte[]) CompletableFuture.anyOf(answer, unable).join();
    }

    /// Waits until the function's hooks before the checkpoint have run.
    public void awaitCheckpoint() {
        CompletableFuture.anyOf(checkpoint, unable).join();
    }

    /// Lets it go on from its checkpoint: its hooks run, then it asks for events.
    public void restore() {
        restored.complete(null);
    }

    /// Its JVM.
    public ProcessHandle process() {
        return process.toHandle();
    }

    @Override
    public void close() {
        restored.complete(null);
        process.destroyForcibly().onExit().join();
        server.stop(0);
    }

    private void giveUp(HttpExchange exchange) throws IOException {
        unable.completeExceptionally(new IllegalStateException(text(exchange)));
        send(exchange, 202, new byte[0]);
    }

    private void serve(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath().substring(INVOCATION.length()).split("/");
        if (path[0].equals("next")) {
            next(exchange);
            return;
        }
        var answer = answers.remove(path[0]);
        if (path[1].equals("response")) {
            answer.complete(exchange.getRequestBody().readAllBytes());
        } else {
            answer.completeExceptionally(new IllegalStateException(text(exchange)));
        }
        send(exchange, 202, new byte[0]);
    }

    private void next(HttpExchange exchange) throws IOException {
        try {
            var invocation = waiting.take();
            var headers = exchange.getResponseHeaders();
            // The client's native part does not live without a content type.
            headers.set("Content-Type", "application/json");
            headers.set("Lambda-Runtime-Aws-Request-Id", invocation.id);
            headers.set("Lambda-Runtime-Deadline-Ms", String.valueOf(System.currentTimeMillis() + 60_000));
            headers.set("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:local:000000000000:function:local");
            send(exchange, 200, invocation.event);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String text(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /// The function's jar, then what Lambda brings: the handlers' interfaces, the client, what it reads events with.
    private static String classPath(Path jar) {
        try {
            return String.join(System.getProperty("path.separator"), jar.toString(),
                    jarOf(RequestStreamHandler.class),
                    jarOf(AWSLambda.class),
                    jarOf(Class.forName("com.amazonaws.services.lambda.runtime.serialization.PojoSerializer")));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("the runtime interface client is not whole", e);
        }
    }

    private static String jarOf(Class<?> type) {
        return ModuleLoader.location(type).getPath();
    }
}
