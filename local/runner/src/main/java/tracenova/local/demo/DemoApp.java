package tracenova.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// An app of the demo and everything that happened in it: the same for the same number, size and moment.
///
/// @param number of this app among those of the demo, from 0
/// @param until where its time ends: now
record DemoApp(int number, Instant until, int days, int events) {

    private static final Duration WINDOW = Duration.ofDays(30).minus(Duration.ofHours(1));
    private static final int EVENTS_PER_PERSON = 24;

    Kind kind() {
        return Kind.values()[number % Kind.values().length];
    }

    /// Further apps of a kind are numbered.
    String title() {
        var generation = number / Kind.values().length;
        return kind().title() + (generation == 0 ? "" : " " + (generation + 1));
    }

    /// The first moment of the first day, unless an event of that age would get another time.
    Instant since() {
        var midnight = day(0).atStartOfDay(kind().timeZone()).toInstant();
        var oldest = until.minus(WINDOW);
        return midnight.isBefore(oldest) ? oldest : midnight;
    }

    /// Every visit, in the order in which their events leave.
    void play(Consumer<Visit> sink) {
        var counts = counts();
        var late = new ArrayList<Visit>();
        for (int age = 0; age < days; age++) {
            var leaving = new ArrayList<>(late);
            late.clear();
            var end = day(age).plusDays(1).atStartOfDay(kind().timeZone()).toInstant();
            visits(age, counts.get(age)).forEach(visit -> (visit.sentAt().isBefore(end) ? leaving : late).add(visit));
            leaving.stream().sorted(Comparator.comparing(Visit::sentAt)).forEach(sink);
        }
        late.forEach(sink);
    }

    /// Dice that depend on nothing but their purpose.
    Random dice(long purpose) {
        var random = new Random((number + 1) * 1_000_003L + purpose * 0x9E3779B97F4A7C15L);
        random.nextInt();
        return random;
    }

    boolean hasOutageOn(LocalDate day) {
        return day.equals(day(days * 5 / 7));
    }

    private LocalDate day(int age) {
        return LocalDate.ofInstant(until, kind().timeZone()).minusDays(days - 1L - age);
    }

    /// How many events each day gets: all of them together are `events`.
    private List<Integer> counts() {
        var random = dice(-1);
        var rhythm = kind().rhythm();
        var weights = IntStream.range(0, days)
                .mapToDouble(age -> rhythm.weight(day(age), age, random) * rhythm.share(day(age), since(), until))
                .toArray();
        var whole = DoubleStream.of(weights).sum();
        var counts = new ArrayList<Integer>();
        double soFar = 0;
        int given = 0;
        for (var weight : weights) {
            soFar += weight;
            var upTo = (int) Math.round(events * soFar / whole);
            counts.add(upTo - given);
            given = upTo;
        }
        return counts;
    }

    private List<Visit> visits(int age, int count) {
        var random = dice(-2 - age);
        var visits = new ArrayList<Visit>();
        visits.add(new Machinery(this, day(age), random).run().within(since(), until).first(count / 5));
        int left = count - visits.getFirst().events().size();
        for (int number = 0; left > 0; number++) {
            var at = kind().rhythm().moment(day(age), random);
            if (at.isBefore(since()) || !at.isBefore(until)) continue;
            var visit = visit(age, number, at, random).within(since(), until).first(left);
            visits.add(visit);
            left -= visit.events().size();
        }
        return visits;
    }

    private Visit visit(int age, int number, Instant at, Random random) {
        var local = at.atZone(kind().timeZone());
        var person = Person.of(this, kind().somebody(random, people(age)));
        var days = age + local.getHour() / 24.0 - person.lagDays();
        var isOutage = hasOutageOn(local.toLocalDate()) && local.getHour() >= 13 && local.getHour() < 17;
        var setting = kind().setting(Math.max(0, days / this.days), isOutage);
        var session = "s-%d-%s-%s".formatted(this.number, Integer.toString(age, 36), Integer.toString(number, 36));
        return kind().visit(new Scene(person, session, setting, at, new Random(random.nextLong())));
    }

    /// More from day to day.
    private int people(int age) {
        return Math.max(1, (int) (events / EVENTS_PER_PERSON * (0.55 + 0.45 * age / days)));
    }
}
