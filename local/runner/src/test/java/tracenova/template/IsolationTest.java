package tracenova.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.micronaut.context.ApplicationContext;
import io.micronaut.web.router.Router;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tracenova.account.Accounts;
import tracenova.account.EmailAddress;
import tracenova.account.PropertyRegistration;
import tracenova.account.Registration;
import tracenova.account.Role;
import tracenova.app.App;
import tracenova.app.Apps;
import tracenova.aws.HttpTransport;
import tracenova.aws.Retrying;
import tracenova.event.Json;
import tracenova.ingest.Ingest;
import tracenova.ingest.IngestRequest;
import tracenova.testkit.Examples;
import tracenova.testkit.RewindableAws;
import tracenova.testkit.SilentLog;
import tracenova.testkit.TestClock;
import tracenova.testkit.TestContext;

/// The isolation matrix: every route of the template and of the router, by everyone who might ask.
class IsolationTest {

    /// What a route is, which decides who gets what.
    private enum Kind {
        /// Asks nobody who they are.
        OPEN,
        /// About the caller and the caller's workspace.
        OWN,
        /// Makes something in the caller's workspace.
        MAKE,
        /// Reads an app.
        READ,
        /// Changes an app, or shows what only those see who may.
        CHANGE,
        /// Takes events.
        TRACK
    }

    /// The table of expectations. A route without a row fails the test.
    private static final Map<String, Kind> ROUTES = rows("""
            OPEN   POST /api/v1/auth/register
            OPEN   POST /api/v1/auth/login
            OPEN   POST /api/auth/login
            OPEN   POST /api/v1/auth/refresh
            OPEN   GET /api/v1/health
            OPEN   GET /api/v1/docs
            OPEN   GET /api/v1/docs/{file}
            OPEN   GET /api/v1/openapi.yaml
            OWN    POST /api/v1/auth/logout
            OWN    GET /api/v1/me
            OWN    GET /api/v1/apps
            OWN    GET /api/v1/projects
            MAKE   POST /api/v1/apps
            MAKE   POST /api/v1/projects
            READ   GET /api/v1/apps/{app_id}
            READ   GET /api/v1/apps/{app_id}/funnels
            READ   GET /api/v1/apps/{app_id}/funnels/{slug}
            READ   GET /api/v1/apps/{app_id}/insights/{insight}
            READ   GET /api/v1/apps/{app_id}/sessions/{session}/timeline
            CHANGE PATCH /api/v1/apps/{app_id}
            CHANGE DELETE /api/v1/apps/{app_id}
            CHANGE GET /api/v1/apps/{app_id}/keys
            CHANGE POST /api/v1/apps/{app_id}/keys
            CHANGE DELETE /api/v1/apps/{app_id}/keys/{key}
            CHANGE POST /api/v1/apps/{app_id}/funnels
            CHANGE PUT /api/v1/apps/{app_id}/funnels/{slug}
            CHANGE DELETE /api/v1/apps/{app_id}/funnels/{slug}
            """);

    /// The classes behind the tracking routes.
    private static final Map<String, String> TRACKING = Written.tracking().stream()
            .flatMap(function -> function.routes().stream()
                    .map(route -> Map.entry(route, function.at("Handler").text())))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    private static final Map<String, String> BODIES = Map.of(
            "MAKE", "{\"name\":\"Made\",\"platform\":\"Web\"}",
            "PATCH /api/v1/apps/{app_id}", "{\"name\":\"Changed\"}",
            "POST /api/v1/apps/{app_id}/keys", "{\"name\":\"Another\"}",
            "POST /api/v1/apps/{app_id}/funnels",
            "{\"name\":\"Another\",\"steps\":[{\"key\":\"a\"},{\"key\":\"b\"}]}",
            "PUT /api/v1/apps/{app_id}/funnels/{slug}",
            "{\"name\":\"Changed\",\"steps\":[{\"key\":\"a\"},{\"key\":\"b\"}]}");

    /// Marks all that is the workspace's of `app`.
    private static final String MARK = "c4n4ry";
    private static final String PASSWORD = "a long enough one";

    private final TestClock clock = new TestClock();
    private final RewindableAws aws = new RewindableAws(clock);
    private final Map<String, RequestStreamHandler> handlers = new HashMap<>();
    private ApplicationContext context;
    private App app;
    private App neighbour;
    private String key;

    private record Reply(int status, String text) {}

    /// Somebody with their headers.
    private record Principal(String name, Map<String, String> headers) {

        static Principal bearer(String name, String token) {
            return new Principal(name, Map.of("authorization", "Bearer " + token));
        }
    }

    @Test
    void S21_S23_nobodyReachesWhatIsNotTheirs() throws Exception {
        try (var started = TestContext.builder()
                .singletons((HttpTransport) _ -> aws, Retrying.immediate(), new SilentLog())
                .beanDefinitions(TestContext.instead(InstantSource.class, clock),
                        TestContext.instead(Registration.class, new PropertyRegistration("open")))
                .start()) {
            context = started;
            var principals = principals();
            var routes = routes();
            aws.keep();
            var leaks = new TreeSet<String>();
            routes.forEach((route, kind) -> principals.forEach(who -> leaks.addAll(leaksOf(route, kind, who))));

            System.out.println(routes.size() + " routes × " + principals.size() + " principals, " + leaks.size()
                    + " leaks");
            assertThat(leaks).isEmpty();
        }
    }

    /// Every route there is, each with its row.
    private Map<String, Kind> routes() {
        var there = new TreeMap<String, Kind>();
        TRACKING.keySet().stream().filter(route -> !route.endsWith("/")).forEach(route -> there.put(route.replace("ANY ", "POST "), Kind.TRACK));
        var routed = context.getBean(Router.class).uriRoutes()
                .filter(route -> !route.getHttpMethodName().equals("HEAD"))
                .map(route -> route.getHttpMethodName() + " " + route.getUriMatchTemplate().toPathString())
                .collect(Collectors.toSet());
        assertThat(routed).isEqualTo(ROUTES.keySet());
        assertThat(Stream.of("SignInFunction", "ManagementFunction")
                .flatMap(function -> Written.resource(function).routes().stream())
                .filter(route -> !route.endsWith("/") && !route.endsWith("+}"))
                .map(route -> route.substring("ANY ".length())).collect(Collectors.toSet()))
                .isEqualTo(routed.stream().map(route -> route.substring(route.indexOf(' ') + 1))
                        .collect(Collectors.toSet()));
        there.putAll(ROUTES);
        return there;
    }

    private List<Principal> principals() {
        var owner = token(call("POST /api/v1/auth/register", Map.of(), credentials("owner", ",\"workspace\":\"" + MARK
                + "\"")));
        var workspace = Json.of(call("GET /api/v1/me", bearer(owner), "").text()).get("workspace").orElseThrow()
                .get("id").orElseThrow().string();
        fill(workspace);
        var other = token(call("POST /api/v1/auth/register", Map.of(), credentials("other", "")));
        var accounts = context.getBean(Accounts.class);
        for (var role : List.of("viewer", "admin", "deactivated")) {
            accounts.add(workspace, EmailAddress.parse(role + "@example.com").orElseThrow(), PASSWORD,
                    role.equals("viewer") ? Role.VIEWER : Role.ADMIN);
        }
        var expired = signIn("admin");
        clock.advance(Duration.ofMinutes(16));
        var revoked = signIn("admin");
        call("POST /api/v1/auth/logout", bearer(revoked), "");
        var deactivated = signIn("deactivated");
        accounts.deactivate(Json.of(call("GET /api/v1/me", bearer(deactivated), "").text()).get("id").orElseThrow()
                .string());
        return List.of(
                new Principal("nobody", Map.of()),
                Principal.bearer("garbage", "x.y.z"),
                Principal.bearer("expired", expired),
                Principal.bearer("revoked", revoked),
                Principal.bearer("deactivated", deactivated),
                new Principal("key", Map.of("x-api-key", key)),
                Principal.bearer("key as a token", key),
                new Principal("key of another app", Map.of("x-api-key", context.getBean(Apps.class).issueKey(neighbour)
                        .text())),
                Principal.bearer("viewer", signIn("viewer")),
                Principal.bearer("admin", signIn("admin")),
                Principal.bearer("owner", signIn("owner")),
                Principal.bearer("owner of another workspace", signIn("other")));
    }

    /// An app with something in each place that a route shows.
    private void fill(String workspace) {
        var apps = context.getBean(Apps.class);
        app = apps.create(workspace, MARK, "Web", ZoneOffset.UTC, "EUR");
        neighbour = apps.create("elsewhere", "Neighbour", "Web", ZoneOffset.UTC, "EUR");
        for (var each : List.of(app, neighbour)) {
            apps.defineFunnel(each, "checkout", List.of("cart", "address", "payment", "done"));
        }
        key = apps.issueKey(app).text();
        context.getBean(Ingest.class).accept(new IngestRequest("POST", "/api/v1/screen-views",
                Map.of("x-api-key", key, "content-type", "application/json"), "203.0.113.9",
                "{\"session_id\":\"s-1\",\"screen_name\":\"" + MARK + "\"}", false));
        var snapshot = "snapshots/" + app.id() + "/1-" + MARK + ".json";
        put("pointers/" + app.id() + ".json", "{\"now\":\"2026-01-31T12:00:00Z\",\"insights\":{\"overview\":{\"object\":\""
                + snapshot + "\",\"manifest\":1,\"stale\":false}}}");
    }

    private void put(String object, String text) {
        context.getBean(tracenova.lake.Bucket.class).put(object, text.getBytes(StandardCharsets.UTF_8));
    }

    private Set<String> leaksOf(String route, Kind kind, Principal who) {
        aws.rewind();
        var leaks = new TreeSet<String>();
        var headers = new HashMap<>(who.headers);
        headers.put("if-match", "\"" + version(route) + "\"");
        var reply = call(filled(route, app.id().value()), headers, body(route, kind));
        var cell = route + " by " + who.name + ": " + reply.status;
        if (!expected(kind, who.name).contains(reply.status)) {
            leaks.add(cell + " " + reply.text);
        }
        boolean mayKnow = kind == Kind.OPEN || kind == Kind.TRACK
                || Set.of("viewer", "admin", "owner").contains(who.name) && reply.status < 300;
        if (!mayKnow && (reply.text.contains(MARK) || reply.text.contains(app.id().value()))) {
            leaks.add(cell + " shows what is another's");
        }
        if (kind == Kind.TRACK && reply.status < 300 && who.name.equals("key of another app")
                && writtenTo(app) != storedOf(app)) {
            leaks.add(cell + " wrote into another app");
        }
        if (kind == Kind.READ || kind == Kind.CHANGE) {
            var unknown = call(filled(route, "unknown"), headers, body(route, kind));
            if (who.name.equals("owner of another workspace") && !unknown.equals(reply)) {
                leaks.add(cell + " is told from unknown: " + unknown);
            }
        }
        return leaks;
    }

    private long writtenTo(App one) {
        return aws.aws().items(TestContext.TABLE).stream()
                .filter(item -> item.get("pk").s().startsWith("APP#" + one.id() + "#H#")).count();
    }

    /// As many as [#fill] has put.
    private long storedOf(App one) {
        return one == app ? 1 : 0;
    }

    private static Set<Integer> expected(Kind kind, String who) {
        return switch (kind) {
            case OPEN -> Set.of(200, 401, 404, 422);
            case OWN -> isSignedIn(who) ? Set.of(200, 204) : Set.of(401);
            case MAKE -> who.equals("viewer") ? Set.of(403) : isSignedIn(who) ? Set.of(201) : Set.of(401);
            case READ -> who.startsWith("owner of") ? Set.of(404) : isSignedIn(who) ? Set.of(200) : Set.of(401);
            case CHANGE -> who.startsWith("owner of") ? Set.of(404) : who.equals("viewer") ? Set.of(403)
                    : isSignedIn(who) ? Set.of(200, 201, 204) : Set.of(401);
            case TRACK -> Set.of("key", "key as a token", "key of another app").contains(who) ? Set.of(202)
                    : Set.of(401);
        };
    }

    private static boolean isSignedIn(String who) {
        return Set.of("viewer", "admin", "owner", "owner of another workspace").contains(who);
    }

    private String filled(String route, String app) {
        return route.replace("{app_id}", app).replace("{slug}", "checkout").replace("{insight}", "overview")
                .replace("{session}", "s-1").replace("{file}", "start.js")
                .replace("{key}", context.getBean(Apps.class).keys(this.app.id()).getFirst().id());
    }

    /// Of what a change changes.
    private String version(String route) {
        return route.startsWith("PUT ") ? context.getBean(Apps.class).funnels(app.id()).getFirst().revision() : "1";
    }

    private static String body(String route, Kind kind) {
        return switch (kind) {
            case TRACK -> Examples.names().stream()
                    .filter(name -> Examples.path(name).equals(route.substring("POST ".length())))
                    .map(Examples::body).findFirst().orElseThrow();
            case MAKE -> BODIES.get("MAKE");
            case OPEN -> "{}";
            case OWN, READ, CHANGE -> BODIES.getOrDefault(route, "");
        };
    }

    private String signIn(String name) {
        return token(call("POST /api/v1/auth/login", Map.of(), credentials(name, "")));
    }

    private static String credentials(String name, String more) {
        return "{\"email\":\"" + name + "@example.com\",\"password\":\"" + PASSWORD + "\"" + more + "}";
    }

    private static String token(Reply reply) {
        return Json.of(reply.text).get("access_token").orElseThrow(() -> new AssertionError(reply)).string();
    }

    private static Map<String, String> bearer(String token) {
        return Map.of("authorization", "Bearer " + token);
    }

    private Reply call(String route, Map<String, String> headers, String body) {
        var method = route.substring(0, route.indexOf(' '));
        var path = route.substring(route.indexOf(' ') + 1);
        var all = new LinkedHashMap<>(headers);
        all.put("content-type", "application/json");
        var event = """
                {"version":"2.0","rawPath":%s,"rawQueryString":"","headers":%s,"body":%s,"isBase64Encoded":false,
                 "requestContext":{"requestId":"r","http":{"method":"%s","path":%s,"sourceIp":"203.0.113.7"}}}"""
                .formatted(Json.ofText(path), all.entrySet().stream()
                        .map(header -> Json.ofText(header.getKey()) + ":" + Json.ofText(header.getValue()))
                        .collect(Collectors.joining(",", "{", "}")), Json.ofText(body), method, Json.ofText(path));
        var out = new ByteArrayOutputStream();
        try {
            handler(path).handleRequest(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), out, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var reply = Json.of(out.toString(StandardCharsets.UTF_8));
        return new Reply((int) reply.get("statusCode").orElseThrow().number(),
                reply.get("body").map(Json::string).orElse(""));
    }

    private RequestStreamHandler handler(String path) {
        var management = Written.resource("SignInFunction").routes().contains("ANY " + path) ? "SignInFunction"
                : "ManagementFunction";
        var type = TRACKING.getOrDefault("ANY " + path, "tracenova.management." + management);
        return handlers.computeIfAbsent(type, name -> {
            try {
                return (RequestStreamHandler) Class.forName(name).getConstructor(ApplicationContext.class)
                        .newInstance(context);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static Map<String, Kind> rows(String table) {
        return Stream.of(table.split("\n")).map(line -> line.split(" +", 2))
                .collect(Collectors.toMap(row -> row[1], row -> Kind.valueOf(row[0])));
    }
}
