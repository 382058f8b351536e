package tracenova.publisher;

import com.amazonaws.services.lambda.runtime.Context;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micronaut.context.ApplicationContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import tracenova.log.Log;
import tracenova.testkit.FakeAws;
import tracenova.testkit.Fault;
import tracenova.testkit.FaultyTransport;
import tracenova.testkit.Json;
import tracenova.testkit.SilentLog;
import tracenova.testkit.TestClients;
import tracenova.testkit.TestClock;
import tracenova.testkit.TestContext;

/// CloudFormation, as far as a custom resource sees it: sends the events of `events/triggers/` and takes the answers.
final class Deployment implements AutoCloseable {

    private static final Path EVENTS = Path.of(System.getProperty("tracenova.root"), "events/triggers");

    private final TestClock clock = new TestClock();
    private final FakeAws aws = TestContext.aws(clock);
    private final FaultyTransport transport = new FaultyTransport(aws, clock);
    private final SilentLog log = new SilentLog();
    private final ApplicationContext context =
            TestContext.start(transport, clock, (Log) log);
    private final HttpServer server = listen();
    private final ByteArrayOutputStream replies = new ByteArrayOutputStream();
    private final List<Map<String, Object>> answers = new ArrayList<>();
    private final List<String> contentTypes = new ArrayList<>();
    private int refusals;
    private int millisLeft = 120_000;

    FakeAws aws() {
        return aws;
    }

    DashboardBucket bucket() {
        return context.getBean(DashboardBucket.class);
    }

    void put(String parameter, String value) {
        TestClients.over(aws).ssm()
                .putParameter(put -> put.name(parameter).value(value).type("SecureString"));
    }

    void create() throws IOException {
        send("create");
    }

    void update() throws IOException {
        send("update");
    }

    void delete() throws IOException {
        send("delete");
    }

    void send(String event) throws IOException {
        send(event, UnaryOperator.identity());
    }

    void send(String event, UnaryOperator<String> change) throws IOException {
        var text = Files.readString(EVENTS.resolve("publisher-" + event + ".json"))
                .replaceFirst("\"ResponseURL\": \"[^\"]*\"", "\"ResponseURL\": \"" + url() + "\"");
        new PublisherFunction(context).handleRequest(
                new ByteArrayInputStream(change.apply(text).getBytes(StandardCharsets.UTF_8)),
                replies, lambda());
    }

    /// From the given call on, counted from now, every attempt ends so.
    void failFrom(int call, Fault fault) {
        transport.forget();
        transport.plan(attempt -> attempt.position() >= call ? fault : Fault.Plain.NONE);
    }

    void refuseAnswers(int times) {
        refusals = times;
    }

    void millisLeft(int millis) {
        millisLeft = millis;
    }

    /// The last one.
    Map<String, Object> answer() {
        return answers.getLast();
    }

    List<Map<String, Object>> answers() {
        return answers;
    }

    /// What the function itself answered, which nobody waits for.
    ByteArrayOutputStream replies() {
        return replies;
    }

    String lines() {
        return log.lines().toString();
    }

    List<String> contentTypes() {
        return contentTypes;
    }

    @Override
    public void close() {
        server.stop(0);
        context.close();
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/answer?X-Amz-Signature=0";
    }

    private HttpServer listen() {
        try {
            var listening = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            listening.createContext("/", this::take);
            listening.start();
            return listening;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        answers.add(Json.object(exchange.getRequestBody().readAllBytes()));
        contentTypes.add(exchange.getRequestHeaders().getFirst("Content-Type"));
        var isPut = exchange.getRequestMethod().equals("PUT");
        exchange.sendResponseHeaders(!isPut ? 405 : refusals-- > 0 ? 503 : 200, -1);
        exchange.close();
    }

    private Context lambda() {
        return (Context) Proxy.newProxyInstance(Context.class.getClassLoader(), new Class<?>[] {Context.class},
                (proxy, method, arguments) -> method.getReturnType() == int.class ? millisLeft : null);
    }
}
