package tracenova.normalise;

import java.util.List;
import java.util.StringJoiner;

/// The remarks of one event and what follows from them (D21). `text` joins them by commas, one that counts twice
/// twice, and is `null` where there is none.
record Quality(int score, String status, String text) {

    private static final int FULL = 100;
    private static final int INVALID_BELOW = 60;
    private static final int WARN_BELOW = 95;

    private static final Quality PERFECT = new Quality(FULL, "VALID", null);

    static Quality of(List<Remark> remarks) {
        if (remarks.isEmpty()) {
            return PERFECT;
        }
        int score = FULL;
        boolean invalid = false;
        var text = new StringJoiner(",");
        for (var remark : remarks.size() == 1 ? remarks : remarks.stream().sorted().toList()) {
            score -= remark.minus();
            invalid |= remark.isInvalid();
            text.add(remark.toString());
        }
        invalid |= score < INVALID_BELOW;
        return new Quality(Math.max(0, score), invalid ? "INVALID" : score < WARN_BELOW ? "WARN" : "VALID",
                text.toString());
    }
}
