package tracenova.conservation;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tracenova.testkit.Json;
import tracenova.testkit.TestContext;
import tracenova.testkit.WireReply;

/// What happened to the bucket: which states readers could see, and whether each was whole.
final class LakeFacts {

    private static final Duration READERS = Duration.ofHours(1);
    private static final Pattern KEY = Pattern.compile("<Key>(.*?)</Key>");
    private static final Pattern CONTENT = Pattern.compile("part-([0-9a-f]+)-");

    private final World world;
    private final List<String> violations;
    private final Map<String, List<State>> manifests = new HashMap<>();
    private final Map<String, List<State>> pointers = new HashMap<>();
    private final Map<String, String> contents = new HashMap<>();
    private final List<Map.Entry<String, State>> unseen = new ArrayList<>();
    private final List<Map.Entry<String, State>> unchecked = new ArrayList<>();
    private final Set<String> everNamed = new HashSet<>();

    /// A manifest or pointer from the moment it could be read.
    record State(long version, Map<String, Object> body, Set<String> names, Instant from) {}

    LakeFacts(World world, List<String> violations) {
        this.world = world;
        this.violations = violations;
    }

    /// Every manifest of an app, in the order they could be read.
    List<State> manifests(String app) {
        return manifests.getOrDefault(app, List.of());
    }

    List<State> pointers(String app) {
        return pointers.getOrDefault(app, List.of());
    }

    void forget() {
        manifests.clear();
        pointers.clear();
        unseen.clear();
        unchecked.clear();
    }

    /// The manifests that were put since this was asked last, by app.
    List<Map.Entry<String, State>> newManifests() {
        var since = List.copyOf(unchecked);
        unchecked.clear();
        return since;
    }

    /// The pointers that were put since this was asked last, by app.
    List<Map.Entry<String, State>> newPointers() {
        var since = List.copyOf(unseen);
        unseen.clear();
        return since;
    }

    Optional<State> manifest(String app, long version) {
        return manifests(app).stream().filter(state -> state.version == version).findFirst();
    }

    void applied(Call call, WireReply reply) {
        switch (call.operation()) {
            case "PutObject" -> {
                if (reply.status() == 200) put(call);
                if (reply.status() == 412 && isOwn(call)) world.report().exercised(Rule.X7);
            }
            case "DeleteObjects" -> KEY.matcher(new String(call.request().body(), StandardCharsets.UTF_8)).results()
                    .forEach(key -> deleted(key.group(1)));
            case "DeleteObject" -> deleted(call.key());
            default -> {}
        }
    }

    private boolean isOwn(Call call) {
        var there = world.aws().objects(TestContext.BUCKET).get(call.key());
        return there != null && there.text().equals(new String(call.content(), StandardCharsets.UTF_8));
    }

    private void put(Call call) {
        switch (call.thing()) {
            case "manifests" -> manifest(call);
            case "pointers" -> pointer(call);
            case "reconciled" -> {
                if (text(call).contains("\"marked\":true")) world.report().exercised(Rule.X4);
            }
            case "lake" -> {
                var content = CONTENT.matcher(call.key()).results().findFirst().orElseThrow().group(1);
                if (contents.put(content, call.key()) != null) world.report().exercised(Rule.X14);
            }
            default -> {}
        }
    }

    private static String text(Call call) {
        return new String(call.content(), StandardCharsets.UTF_8);
    }

    private void manifest(Call call) {
        var app = call.key().split("/")[1];
        var body = Json.object(call.content());
        var names = new HashSet<String>();
        Json.map(body.get("partitions")).forEach((key, file) -> names.add(partition(app, key, Json.map(file))));
        Json.map(body.get("marts")).forEach((day, file) -> names
                .add("marts/app=" + app + "/dt=" + day + "/part-" + Json.map(file).get("id") + ".parquet"));
        var state = new State(((Number) body.get("version")).longValue(), body, names, world.now());
        var before = manifests.computeIfAbsent(app, key -> new ArrayList<>());
        mustGrow("manifest of " + app, before, state);
        mustExist("manifest " + state.version + " of " + app, names);
        if (!before.isEmpty()) mustNotShrink(app, before.getLast().body, body);
        before.add(state);
        unchecked.add(Map.entry(app, state));
        everNamed.addAll(names);
    }

    private static String partition(String app, String key, Map<String, Object> file) {
        var parts = key.split("/");
        return "lake/" + parts[0] + "/app=" + app + "/dt=" + parts[1].substring(0, 10)
                + "/hour=" + parts[1].substring(11) + "/part-" + file.get("id") + ".parquet";
    }

    private void mustGrow(String what, List<State> before, State state) {
        var last = before.isEmpty() ? 0 : before.getLast().version;
        if (state.version <= last) violations.add("C7: " + what + " went from " + last + " to " + state.version);
    }

    private void mustExist(String what, Set<String> names) {
        var there = world.aws().objects(TestContext.BUCKET).keySet();
        names.stream().filter(name -> !there.contains(name)).findFirst()
                .ifPresent(name -> violations.add("C7: " + what + " names what is not there: " + name));
    }

    /// Rows only ever come: another copy may win a place, but no place is given up.
    private void mustNotShrink(String app, Map<String, Object> before, Map<String, Object> after) {
        var now = Json.map(after.get("partitions"));
        Json.map(before.get("partitions")).forEach((key, file) -> {
            var rows = now.containsKey(key) ? ((Number) Json.map(now.get(key)).get("rows")).longValue() : 0;
            if (rows < ((Number) Json.map(file).get("rows")).longValue()) {
                violations.add("C7: " + key + " of " + app + " shrank to " + rows + " rows");
            }
        });
    }

    private void pointer(Call call) {
        var app = call.key().substring("pointers/".length(), call.key().length() - ".json".length());
        var body = Json.object(call.content());
        var version = ((Number) body.get("manifest")).longValue();
        var names = new HashSet<String>();
        Json.map(body.get("insights")).values().forEach(insight -> names.add((String) Json.map(insight).get("object")));
        var before = pointers.computeIfAbsent(app, key -> new ArrayList<>());
        var last = before.isEmpty() ? 0 : before.getLast().version;
        if (version < last) violations.add("C7: the pointer of " + app + " went back from " + last + " to " + version);
        mustExist("pointer of " + app, names);
        var state = new State(version, body, names, world.now());
        before.add(state);
        unseen.add(Map.entry(app, state));
    }

    private void deleted(String object) {
        if (everNamed.contains(object)) world.report().exercised(Rule.X9);
        manifests.forEach((app, states) -> mustNotBeRead("manifest", app, states, object));
        pointers.forEach((app, states) -> mustNotBeRead("pointer", app, states, object));
    }

    /// Whoever read a state before it was replaced may be at its objects for an hour more.
    private void mustNotBeRead(String what, String app, List<State> states, String object) {
        for (int i = 0; i < states.size(); i++) {
            var until = i + 1 < states.size() ? states.get(i + 1).from.plus(READERS) : Instant.MAX;
            if (world.now().isBefore(until) && states.get(i).names.contains(object)) {
                violations.add("C7: deleted while " + what + " " + states.get(i).version + " of " + app
                        + " could be read: " + object);
            }
        }
    }
}
