package tracenova.local;

import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import tracenova.app.Apps;

/// What only a runner on one's own machine can offer, under `/_local/`. Web pages are kept out: a browser sends
/// an `Origin`, or came by a name that is not this machine's.
final class LocalApi {

    static final String PREFIX = "/_local/";
    private static final Duration SETTLE = Duration.ofSeconds(120);

    private final Apps apps;
    private final String workspace;
    private final Map<String, ScheduledFunction> scheduled;
    private final Settling settling;
    private final Snapshots snapshots;
    private final Gate gate;
    private final JsonMapper json;
    private final InstantSource clock;

    LocalApi(Deployment deployment, Settling settling, String workspace, InstantSource clock) {
        this.apps = deployment.apps();
        this.workspace = workspace;
        this.scheduled = deployment.scheduled();
        this.settling = settling;
        this.snapshots = deployment.snapshots();
        this.gate = deployment.gate();
        this.json = deployment.json();
        this.clock = clock;
    }

    Reply handle(Request request) {
        var host = request.header("host").replaceFirst(":\\d+$", "");
        if (request.headers().containsKey("origin") || !host.equals("localhost") && !host.equals("127.0.0.1")) {
            return Refusal.reply(403, "forbidden", "Only for programs on this machine");
        }
        var path = List.of(request.path().substring(PREFIX.length()).split("/"));
        return switch (path.getFirst() + " of " + path.size()) {
            case "run of 2" -> post(request, () -> run(path.get(1), request.body()));
            case "settle of 1" -> post(request, this::settle);
            case "pause of 1" -> post(request, this::pause);
            case "resume of 1" -> post(request, this::resume);
            case "apps of 1" -> post(request, () -> makeApp(request.body()));
            case "snapshots of 3" -> only("GET", request, () -> snapshot(path.get(1), path.get(2)));
            default -> Refusal.reply(404, "not-found", "Nothing is here");
        };
    }

    private interface Action {
        Reply perform() throws InterruptedException, IOException;
    }

    private static Reply post(Request request, Action action) {
        return only("POST", request, action);
    }

    private static Reply only(String method, Request request, Action action) {
        if (!request.method().equals(method)) {
            return Refusal.reply(405, "method-not-allowed", "This path does not take that method")
                    .with("allow", method);
        }
        try {
            return action.perform();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Refusal.reply(503, "overloaded", "The runner is ending");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A body is what the function is told instead of what its schedule says.
    private Reply run(String id, byte[] body) {
        var function = scheduled.get(id);
        if (function == null) {
            return Refusal.reply(404, "not-found", "No scheduled function has that name");
        }
        return Reply.json(200, body.length > 0
                ? function.invoke(new String(body, StandardCharsets.UTF_8))
                : function.run(clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    }

    private Reply settle() throws InterruptedException {
        return settling.settle(SETTLE)
                ? said("settled")
                : Refusal.reply(504, "not-settled", "Queue, inbox or snapshots still have work after 120 s");
    }

    private Reply pause() throws InterruptedException {
        gate.close();
        return said("paused");
    }

    private Reply resume() {
        gate.open();
        return said("running");
    }

    private Reply makeApp(byte[] body) throws IOException {
        NewApp asked;
        try {
            asked = json.readValue(body, NewApp.class);
        } catch (IOException e) {
            return Refusal.reply(400, "malformed", "An app has name, platform, time_zone, currency and funnels");
        }
        return Reply.json(201, json.writeValueAsBytes(asked.in(apps, workspace)));
    }

    private Reply snapshot(String app, String insight) throws IOException {
        var found = snapshots.find(app, insight);
        return found.isEmpty()
                ? Refusal.reply(404, "not-found", "There is no such snapshot")
                : Reply.json(200, json.writeValueAsBytes(found.get()));
    }

    private static Reply said(String state) {
        return Reply.json(200, ("{\"state\":\"" + state + "\"}").getBytes(StandardCharsets.UTF_8));
    }
}
