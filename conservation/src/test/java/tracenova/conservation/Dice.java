package tracenova.conservation;

import java.util.List;
import java.util.Random;

/// One schedule's source of chance.
final class Dice {

    private final Random random;

    Dice(long seed) {
        // Neighbouring seeds begin alike; one multiplication tears them apart.
        this.random = new Random(seed * 0x9E3779B97F4A7C15L);
    }

    /// From 0 to `below` - 1.
    int below(int below) {
        return random.nextInt(below);
    }

    /// From `low` to `high`.
    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    boolean percent(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    @SafeVarargs
    final <T> T of(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    long seed() {
        return random.nextLong();
    }
}
