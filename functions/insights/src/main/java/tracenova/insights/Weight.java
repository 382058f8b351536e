package tracenova.insights;

import java.math.BigDecimal;

/// How figures of events are spelled: `12`, not `12.000000`; of sampled events with their decimals.
final class Weight {

    private Weight() {}

    static BigDecimal of(BigDecimal exact) {
        var stripped = exact.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
