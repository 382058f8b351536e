package tracenova.local.demo;

import java.util.Optional;
import java.util.Random;

/// Somebody who uses an app and comes back: the same for the same number.
record Person(String visitorId, Optional<String> userId, String role, Client client, String city, int patience) {

    /// Most are visitors; who signs in is a customer, a few are of the house.
    static Person of(DemoApp app, int number) {
        var random = app.dice(number);
        var home = app.kind().homes().get(skewed(random, app.kind().homes().size()));
        var agent = app.kind().agents().get(skewed(random, app.kind().agents().size()));
        var isKnown = random.nextDouble() < app.kind().signedIn();
        var staff = isKnown && random.nextDouble() < 0.03;
        var role = !isKnown ? "visitor" : staff ? "staff" : random.nextDouble() < 0.2 ? "premium" : "customer";
        return new Person("v-" + Long.toHexString(random.nextLong()),
                isKnown ? Optional.of("u-" + (1_000 + number)) : Optional.empty(), role,
                new Client(agent, home.country()), home.city(), random.nextInt(100));
    }

    /// The first ones most often.
    private static int skewed(Random random, int size) {
        var share = random.nextDouble();
        return (int) (share * share * size);
    }

    /// Everybody takes an update after a while of their own, within two days.
    double lagDays() {
        return patience / 50.0;
    }

    String currency() {
        return client.country().equals("US") ? "USD" : "EUR";
    }
}
