package tracenova.local.demo;

import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/// The two apps that the demo shows, and how their people use them.
enum Kind {
    SHOP("Demo shop", "Web", "Europe/Berlin", "EUR", "shop-web@", 0.35, WebShop::play,
            List.of("4.16.2", "4.17.0", "4.17.1", "4.18.0", "4.18.1"),
            List.of("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/131.0 Safari/537.36",
                    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) Version/18.1 Mobile Safari/604.1",
                    "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 Chrome/131.0 Mobile Safari/537.36",
                    "Mozilla/5.0 (Macintosh; Intel Mac OS X 14_7) Version/18.1 Safari/605.1.15",
                    "Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0"),
            List.of(new Home("DE", "Berlin"), new Home("DE", "Hamburg"), new Home("AT", "Vienna"),
                    new Home("NL", "Utrecht"), new Home("US", "Boston")),
            List.of("catalogue", "search", "checkout", "account"),
            new double[] {6, 3, 2, 1, 1, 2, 5, 12, 20, 26, 30, 33, 38, 36, 32, 31, 32, 36, 44, 56, 62, 54, 34, 16},
            new double[] {1.0, 0.96, 0.97, 1.02, 0.94, 0.82, 1.18}),

    MOBILE("Demo mobile app", "React Native", "America/New_York", "USD", "shop-app@", 0.65, MobileApp::play,
            List.of("7.2.0", "7.3.0", "7.3.1", "7.4.0"),
            List.of("ShopApp/7 (iPhone; iOS 18.1) CFNetwork/1568", "ShopApp/7 (Android 15; Mobile) okhttp/4.12",
                    "ShopApp/7 (iPad; iPadOS 18.1) CFNetwork/1568"),
            List.of(new Home("US", "New York"), new Home("US", "Chicago"), new Home("US", "Austin"),
                    new Home("CA", "Toronto"), new Home("IE", "Dublin")),
            List.of("browse", "orders", "checkout", "profile"),
            new double[] {10, 5, 3, 2, 2, 4, 14, 34, 40, 28, 24, 28, 42, 38, 28, 27, 30, 40, 48, 50, 52, 48, 36, 20},
            new double[] {0.92, 0.9, 0.94, 1.0, 1.08, 1.16, 1.06});

    private final String name;
    private final String platform;
    private final String timeZone;
    private final String currency;
    private final String releasePrefix;
    private final double signedIn;
    private final Consumer<Scene> play;
    private final List<String> releases;
    private final List<String> agents;
    private final List<Home> homes;
    private final List<String> modules;
    private final double[] hours;
    private final double[] weekdays;

    record Home(String country, String city) {}

    Kind(String name, String platform, String timeZone, String currency, String releasePrefix, double signedIn,
            Consumer<Scene> play, List<String> releases, List<String> agents, List<Home> homes, List<String> modules,
            double[] hours, double[] weekdays) {
        this.name = name;
        this.platform = platform;
        this.timeZone = timeZone;
        this.currency = currency;
        this.releasePrefix = releasePrefix;
        this.signedIn = signedIn;
        this.play = play;
        this.releases = releases;
        this.agents = agents;
        this.homes = homes;
        this.modules = modules;
        this.hours = hours;
        this.weekdays = weekdays;
    }

    String title() {
        return name;
    }

    String platform() {
        return platform;
    }

    ZoneId timeZone() {
        return ZoneId.of(timeZone);
    }

    String currency() {
        return currency;
    }

    double signedIn() {
        return signedIn;
    }

    List<String> agents() {
        return agents;
    }

    List<Home> homes() {
        return homes;
    }

    List<String> modules() {
        return modules;
    }

    Rhythm rhythm() {
        return new Rhythm(timeZone(), hours, weekdays);
    }

    /// A release a week or so; the second one was a bad one. `progress`: how much of the demo's time is over.
    Setting setting(double progress, boolean isOutage) {
        var index = Math.min(releases.size() - 1, (int) (progress * releases.size()));
        return new Setting(releasePrefix + releases.get(index), index == 1 ? 3.5 : 1, isOutage);
    }

    Visit visit(Scene scene) {
        play.accept(scene);
        return scene.end();
    }

    /// The number of one of these people: regulars come most often.
    int somebody(Random random, int people) {
        var share = random.nextDouble();
        return (int) (Math.pow(share, 1.8) * people);
    }
}
