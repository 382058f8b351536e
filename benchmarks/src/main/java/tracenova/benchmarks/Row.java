package tracenova.benchmarks;

import java.util.Locale;

/// One line of the result: what was measured, and beside it what it must and what it could be.
///
/// @param target empty where the figure is only printed
/// @param met whether the target holds; true where there is none
record Row(String benchmark, String what, String measured, String target, String floor, boolean met) {

    static Row atMost(String benchmark, String what, double measured, double target, String unit, String floor) {
        return new Row(benchmark, what, figure(measured, unit), "≤ " + figure(target, unit), floor, measured <= target);
    }

    static Row atLeast(String benchmark, String what, double measured, double target, String floor) {
        return new Row(benchmark, what, figure(Math.floor(measured), ""), "≥ " + figure(target, ""), floor,
                measured >= target);
    }

    static Row exactly(String benchmark, String what, String measured, String target) {
        return new Row(benchmark, what, measured, target, "", measured.equals(target));
    }

    static Row printed(String benchmark, String what, String measured, String floor) {
        return new Row(benchmark, what, measured, "", floor, true);
    }

    static String figure(double value, String unit) {
        return switch (unit) {
            case "$" -> "$" + String.format(Locale.ROOT, value < 0.0995 ? "%.4f" : "%.3f", value);
            case "" -> value == Math.rint(value)
                    ? String.format(Locale.ROOT, "%,d", (long) value)
                    : String.format(Locale.ROOT, "%.3f", value);
            default -> String.format(Locale.ROOT, "%.1f %s", value, unit);
        };
    }
}
