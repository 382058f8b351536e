package tracenova.account;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tracenova.table.Item;
import tracenova.table.ItemKey.AttemptsKey;
import tracenova.table.Table;

/// Slows down who guesses: after some failed attempts on an account, or from a source, the next must wait, twice as
/// long each time. An attempt counts before it is made, so that many at once are no way around it; one that must
/// wait does not count, so that nobody locks others out for long.
@Singleton
public class Attempts {

    private static final Duration REMEMBERED = Duration.ofHours(1);
    private static final int TRIES = 3;

    /// Whose attempts are counted: how many are free, and the longest wait.
    enum Of {
        ACCOUNT(5, Duration.ofMinutes(1)),
        SOURCE(20, Duration.ofMinutes(15));

        private final int free;
        private final Duration longest;

        Of(int free, Duration longest) {
            this.free = free;
            this.longest = longest;
        }

        private Duration delay(long count) {
            if (count < free) {
                return Duration.ZERO;
            }
            var doubled = Duration.ofSeconds(1L << Math.min(count - free, 20));
            return doubled.compareTo(longest) < 0 ? doubled : longest;
        }
    }

    private final Table table;
    private final InstantSource clock;

    public Attempts(Table table, InstantSource clock) {
        this.table = table;
        this.clock = clock;
    }

    /// Somebody's attempts: an account's or a source's.
    record Subject(Of of, String name) {

        AttemptsKey key() {
            return new AttemptsKey(of.name().charAt(0) + name);
        }
    }

    /// Counts an attempt of all of them: how long it must wait, or empty if it may be made.
    Optional<Duration> begin(List<Subject> subjects) {
        var now = clock.instant();
        var wait = subjects.stream().flatMap(subject -> wait(table.getConsistent(subject.key()), now).stream())
                .max(Comparator.naturalOrder());
        return wait.isPresent()
                ? wait
                : subjects.stream().flatMap(subject -> count(subject, now).stream()).max(Comparator.naturalOrder());
    }

    /// Of many at once, some find that another was faster, and wait like it.
    private Optional<Duration> count(Subject subject, Instant now) {
        for (int i = 0; i < TRIES; i++) {
            var old = table.getConsistent(subject.key());
            var wait = wait(old, now);
            if (wait.isPresent()) {
                return wait;
            }
            long before = old.filter(item -> now.isBefore(time(item, "expires"))).map(item -> item.number("count"))
                    .orElse(0L);
            if (put(old, item(subject, before + 1, now))) {
                return Optional.empty();
            }
        }
        return Optional.of(Duration.ofSeconds(1));
    }

    private static Optional<Duration> wait(Optional<Item> item, Instant now) {
        return item.map(found -> Duration.between(now, time(found, "until"))).filter(Duration::isPositive);
    }

    /// The attempt was good: an account starts anew, and a source gets its attempt back.
    void succeeded(List<Subject> subjects) {
        for (var subject : subjects) {
            table.getConsistent(subject.key()).ifPresent(old -> {
                long left = subject.of == Of.ACCOUNT ? 0 : Math.max(0, old.number("count") - 1);
                put(Optional.of(old), item(subject, left, clock.instant()).with("until", 0));
            });
        }
    }

    private boolean put(Optional<Item> old, Item next) {
        return old.map(item -> table.replace(item, next, "count"))
                .orElseGet(() -> table.putIfAbsent(next, limits -> {}).isEmpty());
    }

    private static Item item(Subject subject, long count, Instant now) {
        var expires = now.plus(REMEMBERED);
        return Item.at(subject.key())
                .with("count", count)
                .with("until", now.plus(subject.of.delay(count)).toEpochMilli())
                .with("expires", expires.toEpochMilli())
                .expiring(expires);
    }

    private static Instant time(Item item, String name) {
        return Instant.ofEpochMilli(item.number(name));
    }
}
