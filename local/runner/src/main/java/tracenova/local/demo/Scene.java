package tracenova.local.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// One session as it is played: its clock, its dice, and what has happened so far.
final class Scene {

    private final Person person;
    private final String session;
    private final Setting setting;
    private final Random random;
    private final Instant start;
    private final List<DemoEvent> events = new ArrayList<>();
    private Instant now;
    private long laterSeconds;

    Scene(Person person, String session, Setting setting, Instant start, Random random) {
        this.person = person;
        this.session = session;
        this.setting = setting;
        this.start = start;
        this.random = random;
        this.now = start;
    }

    Person person() {
        return person;
    }

    String session() {
        return session;
    }

    Setting setting() {
        return setting;
    }

    /// What seldom happens, more often in a bad release.
    boolean fails(double probability) {
        return chance(probability * setting.trouble());
    }

    long seconds() {
        return now.getEpochSecond() - start.getEpochSecond();
    }

    /// Time goes by.
    void wait(int fromSeconds, int toSeconds) {
        now = now.plusMillis(1_000L * fromSeconds + random.nextInt(1_000 * (toSeconds - fromSeconds) + 1));
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    int number(int from, int to) {
        return from + random.nextInt(to - from + 1);
    }

    <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /// Around `median`, seldom far above it, as times are.
    int millis(double median) {
        return (int) Math.max(1, median * Math.exp(0.45 * random.nextGaussian()));
    }

    /// What has no connection leaves later.
    void leavesLaterBy(long seconds) {
        laterSeconds = seconds;
    }

    /// Something happens: a type, and fields as name, value, name, value …
    void add(String type, Object... fields) {
        var event = new LinkedHashMap<String, Object>();
        event.put("type", type);
        event.put("event_id", session + "-" + events.size());
        event.put("occurred_at", now.toString());
        event.put("session_id", session);
        event.put("visitor_id", person.visitorId());
        person.userId().ifPresent(user -> event.put("user_id", user));
        event.put("user_role", person.role());
        event.put("release", setting.release());
        event.put("environment", "production");
        put(event, fields);
        events.add(new DemoEvent(now, event));
        now = now.plusMillis(1 + random.nextInt(40));
    }

    static Map<String, Object> object(Object... fields) {
        var object = new LinkedHashMap<String, Object>();
        put(object, fields);
        return object;
    }

    private static void put(Map<String, Object> into, Object... fields) {
        for (int i = 0; i < fields.length; i += 2) into.put((String) fields[i], fields[i + 1]);
    }

    Visit end() {
        return new Visit(person.client(), now.plusSeconds(laterSeconds), events);
    }
}
