package tracenova.normalise;

import java.util.List;
import java.util.stream.Collectors;

/// The remarks of one event and what follows from them (D21).
record Quality(List<Remark> remarks) {

    private static final int FULL = 100;
    private static final int INVALID_BELOW = 60;
    private static final int WARN_BELOW = 95;

    Quality {
        remarks = remarks.stream().sorted().toList();
    }

    int score() {
        return Math.max(0, FULL - remarks.stream().mapToInt(Remark::minus).sum());
    }

    String status() {
        if (score() < INVALID_BELOW || remarks.stream().anyMatch(Remark::isInvalid)) {
            return "INVALID";
        }
        return score() < WARN_BELOW ? "WARN" : "VALID";
    }

    /// The remarks joined by commas, one that counts twice twice; `null` if there is none.
    String text() {
        return remarks.isEmpty() ? null : remarks.stream().map(Remark::toString).collect(Collectors.joining(","));
    }
}
