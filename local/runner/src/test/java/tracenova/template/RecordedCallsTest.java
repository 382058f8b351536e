package tracenova.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
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
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import tracenova.app.App;
import tracenova.app.Apps;
import tracenova.aws.HttpTransport;
import tracenova.aws.Retrying;
import tracenova.event.Json;
import tracenova.lake.Bucket;
import tracenova.testkit.Examples;
import tracenova.testkit.FakeAws;
import tracenova.testkit.TestClients;
import tracenova.testkit.TestClock;
import tracenova.testkit.TestContext;

/// T46: every function runs, and what it asks of AWS is held against its policies, both ways.
class RecordedCallsTest {

    private static final String KEY_OF_PARAMETERS = "arn:${AWS::Partition}:kms:${AWS::Region}:${AWS::AccountId}:key/* "
            + "kms:ViaService {Fn::Sub=ssm.${AWS::Region}.${AWS::URLSuffix}}";

    /// Granted for calls that others make for us, or that no run here makes.
    private static final Set<String> NOT_RECORDED = Set.of(
            // Lambda polls and a move task moves by the function's role.
            "CollectFunction sqs:ReceiveMessage Queue",
            "CollectFunction sqs:DeleteMessage Queue",
            "CollectFunction sqs:GetQueueAttributes Queue",
            "ReplayFunction sqs:ReceiveMessage DeadLetters",
            "ReplayFunction sqs:DeleteMessage DeadLetters",
            // The reader calls, with a URL that the function signed.
            "ManagementFunction s3:GetObject DataBucket/snapshots/*",
            // Parameter Store asks for the account's key in our name.
            "PublisherFunction kms:Encrypt " + KEY_OF_PARAMETERS,
            "ManagementFunction kms:Decrypt " + KEY_OF_PARAMETERS,
            "SignInFunction kms:Decrypt " + KEY_OF_PARAMETERS,
            // Whoever is the first of the day makes its salt.
            "ManagementFunction dynamodb:PutItem Salts",
            // Of two registrations at once one is undone.
            "SignInFunction dynamodb:DeleteItem Table dynamodb:LeadingKeys ACCOUNT#*",
            // So that what is absent is answered 404 instead of 403.
            "PublisherFunction s3:ListBucket DashboardBucket",
            "ReconcileFunction s3:ListBucket DataBucket s3:prefix lake/receipts/* manifests/*",
            "ManagementFunction s3:ListBucket DataBucket s3:prefix pointers/* snapshots/*");

    private static final String REGISTRATION = "/tracenova/tracenova/registration";
    private static final HttpServer WAITING = waiting();
    private static final TestClock CLOCK = new TestClock();
    private static final FakeAws AWS = TestContext.aws(CLOCK);
    private static final Map<String, Set<Call>> CALLS = new TreeMap<>();
    private static final Set<String> REFUSED = new TreeSet<>();
    private static final Set<String> UNUSED = new TreeSet<>();
    private static App app;
    private static String key;

    @Test
    void T46_everyCallIsGranted() {
        assertThat(REFUSED).isEmpty();
    }

    @Test
    void T46_everyGrantIsUsed() {
        assertThat(UNUSED).isEmpty();
    }

    @BeforeAll
    static void runEveryFunction() throws Exception {
        try (var context = TestContext.start(AWS, CLOCK)) {
            var apps = context.getBean(Apps.class);
            app = apps.create("ws", "shop", "Web", ZoneId.of("UTC"), "EUR");
            key = apps.issueKey(app).text();
            apps.defineFunnel(app, "checkout", List.of("cart", "payment", "done"));
        }
        for (var function : Written.apiFunctions()) {
            record(AWS.copy(), function.id(), requestsTo(function));
        }
        TestClients.over(AWS).ssm().putParameter(put -> put.name(REGISTRATION).value("first").type("String"));
        record("PublisherFunction", deployment("create"));
        manage(AWS.copy());
        for (var round = 0; round < 4; round++) {
            track("early" + round, Duration.ofHours(5));
            CLOCK.advance(Duration.ofMinutes(5));
            track("late" + round, Duration.ofHours(round % 2 == 0 ? 5 : 30));
            record("ReconcileFunction", tick());
            CLOCK.advance(Duration.ofHours(7));
        }
        // Never collected: missing, sent again, stuck at last.
        record("ScreenViewFunction", screenView("stuck", Duration.ZERO));
        for (var hour = 0; hour < 6; hour++) {
            CLOCK.advance(Duration.ofHours(1));
            record("ReconcileFunction", tick());
        }
        record("PublisherFunction", deployment("delete"));
        record("SaltFunction", tick());
        record("ReplayFunction", "{\"redrive\":true}");
        loseAMart();
        record("ReplayFunction", "{\"app\":\"" + app.id() + "\",\"from\":\"" + app.created() + "\"}");
        CALLS.forEach(RecordedCallsTest::judge);
    }

    /// Every documented request that the function takes, twice.
    private static List<String> requestsTo(Written.Resource function) {
        var requests = new ArrayList<String>();
        for (var name : Examples.names()) {
            if (function.routes().contains("ANY " + Examples.path(name))) {
                requests.add(Examples.request(name));
            }
        }
        requests.addAll(List.copyOf(requests));
        return requests;
    }

    /// What a person does in the signed-in API, each step in a sandbox that has just started.
    private static void manage(FakeAws aws) throws Exception {
        var credentials = "{\"email\":\"ada@example.com\",\"password\":\"a long enough one\"";
        var token = field(manage(aws, "POST /api/v1/auth/register", "", credentials + "}"), "access_token");
        manage(aws, "POST /api/v1/auth/login", "", credentials + ",\"username\":\"ada\"}");
        var made = manage(aws, "POST /api/v1/apps", token, "{\"name\":\"Shop\",\"platform\":\"Web\"}");
        var path = " /api/v1/apps/" + field(made, "id");
        for (var call : List.of("GET /api/v1/me", "GET /api/v1/apps", "GET" + path, "GET" + path + "/keys",
                "GET" + path + "/funnels", "GET" + path + "/insights/overview",
                "GET" + path + "/sessions/sess_123/timeline")) {
            manage(aws, call, token, "");
        }
        change(aws, path, "PATCH", token, "{\"name\":\"Store\",\"tracking_enabled\":false}");
        manage(aws, "POST" + path + "/keys", token, "{\"name\":\"Second\"}");
        manage(aws, "POST" + path + "/keys", token, "{\"name\":\"Third\"}");
        var funnel = "{\"name\":\"Checkout\",\"steps\":[{\"key\":\"cart\"},{\"key\":\"done\"}]}";
        manage(aws, "POST" + path + "/funnels", token, funnel);
        change(aws, path + "/funnels/checkout", "PUT", token, funnel);
        manage(aws, "DELETE" + path + "/funnels/checkout", token, "");
        manage(aws, "DELETE" + path, token, "");
        manage(aws, "POST /api/v1/auth/logout", token, "");
    }

    private static void change(FakeAws aws, String path, String method, String token, String body) throws Exception {
        var read = Json.of(manage(aws, "GET" + path, token, ""));
        var tag = read.get("headers").orElseThrow().get("etag").orElseThrow().string();
        var answer = manage(aws, method + path, token, body, ",\"if-match\":" + quoted(tag));
        assertThat(Json.of(answer).get("statusCode").orElseThrow().number()).isEqualTo(200);
    }

    private static String manage(FakeAws aws, String call, String token, String body) throws Exception {
        return manage(aws, call, token, body, "");
    }

    private static String manage(FakeAws aws, String call, String token, String body, String headers)
            throws Exception {
        var parts = call.split(" ");
        var function = Written.resource("SignInFunction").routes().contains("ANY " + parts[1]) ? "SignInFunction"
                : "ManagementFunction";
        return record(aws, function, List.of("""
                {"rawPath":%s,"headers":{"content-type":"application/json","authorization":"Bearer %s"%s},"body":%s,
                 "isBase64Encoded":false,"requestContext":{"http":{"method":"%s","sourceIp":"203.0.113.7"}}}"""
                .formatted(quoted(parts[1]), token, headers, quoted(body), parts[0])));
    }

    private static String field(String reply, String name) {
        var body = Json.of(Json.of(reply).get("body").orElseThrow().string());
        return body.get(name).orElseThrow(() -> new AssertionError(body)).string();
    }

    /// One event, all the way to the snapshots.
    private static void track(String id, Duration late) throws Exception {
        record("ScreenViewFunction", screenView(id, late));
        record("CollectFunction", delivery());
        record("CompactFunction", tick());
        record("InsightsFunction", tick());
    }

    private static String screenView(String id, Duration late) {
        return Examples.request("screen_view").replace("evt_screen_view", id)
                .replace("{\\\"event_id",
                        "{\\\"occurred_at\\\":\\\"" + CLOCK.instant().minus(late) + "\\\",\\\"event_id");
    }

    private static String delivery() {
        var records = AWS.messages(TestContext.QUEUE).stream()
                .map(message -> "{\"messageId\":\"" + message.id() + "\",\"body\":" + quoted(message.body()) + "}")
                .toList();
        return "{\"Records\":[" + String.join(",", records) + "]}";
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static String tick() {
        return "{\"at\":\"" + CLOCK.instant() + "\"}";
    }

    private static String deployment(String event) {
        return Written.file("events/triggers/publisher-" + event + ".json")
                .replaceFirst("https://cloudformation[^\"]*", "http://127.0.0.1:" + WAITING.getAddress().getPort());
    }

    private static HttpServer waiting() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                exchange.sendResponseHeaders(200, -1);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    static void nobodyWaits() {
        WAITING.stop(0);
    }

    private static void loseAMart() {
        try (var context = TestContext.start(AWS, CLOCK)) {
            var marts = AWS.objects(TestContext.BUCKET).tailMap("marts/").firstKey();
            context.getBean(Bucket.class).delete(List.of(marts));
        }
    }

    private static void record(String id, String event) throws Exception {
        record(AWS, id, List.of(event));
    }

    /// In a sandbox that has just started: one that remembers asks for less.
    private static String record(FakeAws aws, String id, List<String> events) throws Exception {
        var out = new ByteArrayOutputStream();
        var calls = CALLS.computeIfAbsent(id, function -> new HashSet<>());
        try (var context = sandbox(recording(aws, calls))) {
            var handler = (RequestStreamHandler) Class.forName(Written.resource(id).at("Handler").text())
                    .getConstructor(ApplicationContext.class).newInstance(context);
            for (var event : events) {
                var in = new ByteArrayInputStream(event.replace("{{api_key}}", key).getBytes(StandardCharsets.UTF_8));
                out.reset();
                handler.handleRequest(in, out, lambda());
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static ApplicationContext sandbox(SdkHttpClient transport) {
        return TestContext.builder()
                .properties(Map.of("jwt.secret.parameter", "/tracenova/tracenova/jwt-secret",
                        "open.registration.parameter", REGISTRATION))
                .singletons((HttpTransport) _ -> transport, Retrying.immediate())
                .beanDefinitions(TestContext.instead(InstantSource.class, CLOCK))
                .start();
    }

    private static void judge(String id, Set<Call> calls) {
        var grants = Grant.allOf(Written.resource(id)).toList();
        calls.stream().filter(call -> grants.stream().noneMatch(grant -> grant.allows(call)))
                .forEach(call -> REFUSED.add(id + " " + call));
        grants.stream().filter(grant -> calls.stream().noneMatch(grant::allows)).map(grant -> id + " " + grant)
                .filter(grant -> !NOT_RECORDED.contains(grant)).forEach(UNUSED::add);
    }

    private static SdkHttpClient recording(FakeAws aws, Set<Call> calls) {
        return new SdkHttpClient() {
            @Override
            public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
                calls.addAll(Call.of(request));
                return aws.prepareRequest(request);
            }

            @Override
            public void close() {}
        };
    }

    private static Context lambda() {
        return (Context) Proxy.newProxyInstance(Context.class.getClassLoader(), new Class<?>[] {Context.class},
                (proxy, method, arguments) -> method.getReturnType() == int.class ? 60_000 : null);
    }
}
