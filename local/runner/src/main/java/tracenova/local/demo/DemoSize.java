package tracenova.local.demo;

import io.micronaut.serde.annotation.Serdeable;

/// How much demo data: so many apps over so many days up to now, and their events together.
@Serdeable
public record DemoSize(int apps, int days, int events) {

    private static final int MOST_APPS = 20;
    private static final int MOST_DAYS = 30;
    private static final int MOST_EVENTS = 5_000_000;

    /// A web shop and a mobile app: figures after a minute or so.
    public static final DemoSize SMALL = new DemoSize(2, MOST_DAYS, 40_000);

    public static final DemoSize FULL = new DemoSize(2, MOST_DAYS, 500_000);

    /// Older events would get the time they arrive at.
    public DemoSize {
        within("--apps", apps, MOST_APPS);
        within("--days", days, MOST_DAYS);
        within("--events", events, MOST_EVENTS);
    }

    private static void within(String name, int number, int most) {
        if (number < 1 || number > most) {
            throw new IllegalArgumentException(name + " takes a number from 1 to " + most);
        }
    }

    /// What app number `index` gets of the events: the first ones take what is left over.
    int eventsOf(int index) {
        return events / apps + (index < events % apps ? 1 : 0);
    }
}
