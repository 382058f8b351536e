package tracenova.management;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.http.SdkHttpClient;
import tracenova.account.Accounts;
import tracenova.account.SignIns;
import tracenova.aws.HttpTransport;
import tracenova.aws.Retrying;
import tracenova.event.Json;
import tracenova.ingest.Sender;
import tracenova.testkit.FakeAws;
import tracenova.testkit.SilentLog;
import tracenova.testkit.TestClock;
import tracenova.testkit.TestContext;

/// The management function as it runs in one sandbox, over an AWS in memory.
final class Sandbox implements AutoCloseable {

    static final String PASSWORD = "a long enough one";

    final TestClock clock;
    final FakeAws aws;
    final SilentLog log = new SilentLog();
    final ApplicationContext context;
    private final ManagementFunction function;
    private final Map<String, String> ids = new HashMap<>();

    Sandbox() {
        this(new TestClock());
    }

    private Sandbox(TestClock clock) {
        this(clock, TestContext.aws(clock));
    }

    private Sandbox(TestClock clock, FakeAws aws) {
        this(clock, aws, aws, Map.of());
    }

    /// One that knows CloudFront.
    Sandbox(TestClock clock, FakeAws aws, Sender sender) {
        this(clock, aws, aws, Map.of(), sender);
    }

    /// One whose calls go through `transport`, with a configuration of its own.
    Sandbox(TestClock clock, FakeAws aws, SdkHttpClient transport, Map<String, Object> properties) {
        this(clock, aws, transport, properties, new Sender(""));
    }

    private Sandbox(TestClock clock, FakeAws aws, SdkHttpClient transport, Map<String, Object> properties,
            Sender sender) {
        this.clock = clock;
        this.aws = aws;
        this.context = TestContext.builder()
                .propertySources(PropertySource.of("sandbox", properties))
                .singletons((HttpTransport) _ -> transport, Retrying.immediate(), log)
                .beanDefinitions(TestContext.instead(InstantSource.class, clock),
                        TestContext.instead(Sender.class, sender))
                .start();
        this.function = new ManagementFunction(context);
    }

    /// Another one beside it: the same tables and nothing else in common.
    Sandbox another() {
        return new Sandbox(clock, aws);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    Answer send(Request request) {
        var out = new ByteArrayOutputStream();
        try {
            function.handleRequest(
                    new ByteArrayInputStream(request.event().getBytes(StandardCharsets.UTF_8)), out, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var reply = Json.of(out.toString(StandardCharsets.UTF_8));
        var headers = new HashMap<String, String>();
        reply.get("headers").orElseThrow().members().forEach(h -> headers.put(h.name(), h.value().string()));
        var answer = new Answer((int) reply.get("statusCode").orElseThrow().number(), headers,
                reply.get("cookies").orElseThrow().elements().stream().map(Json::string).toList(),
                reply.get("body").orElseThrow().string());
        Description.check(request, answer);
        return answer;
    }

    Answer post(String path, String body) {
        return send(Request.post(path, body));
    }

    /// Registers, and gives the access token.
    String register(String email) {
        var answer = post("/api/v1/auth/register", credentials(email, PASSWORD));
        ids.put(email, answer.text("user", "id"));
        return answer.text("access_token");
    }

    /// A token that is good now, without the way through the API.
    String tokenOf(String email) {
        var account = bean(Accounts.class).find(ids.get(email)).orElseThrow();
        return bean(AccessTokens.class).issue(bean(SignIns.class).open(account));
    }

    Answer login(String email, String password) {
        return post("/api/v1/auth/login", credentials(email, password));
    }

    static String credentials(String email, String password) {
        return "{\"email\":" + Json.ofText(email) + ",\"password\":" + Json.ofText(password) + "}";
    }

    @Override
    public void close() {
        context.close();
    }
}
