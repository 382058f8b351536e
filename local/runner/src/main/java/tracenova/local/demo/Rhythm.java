package tracenova.local.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Random;

/// When people come: little at night, most in the evening, less or more at the weekend, slowly more from week to
/// week. In the app's own time zone.
record Rhythm(ZoneId zone, double[] hours, double[] weekdays) {

    private static final double GROWTH_PER_DAY = 0.012;

    /// How much happens on a day, against others; `age` is its number.
    double weight(LocalDate day, int age, Random random) {
        var noise = 0.92 + 0.16 * random.nextDouble();
        return weekdays[day.getDayOfWeek().ordinal()] * (1 + GROWTH_PER_DAY * age) * noise;
    }

    /// What share of a whole day lies in this part of it.
    double share(LocalDate day, Instant from, Instant until) {
        double part = 0;
        double whole = 0;
        for (int hour = 0; hour < hours.length; hour++) {
            whole += hours[hour];
            var start = day.atTime(hour, 0).atZone(zone).toInstant();
            if (!start.isBefore(from) && start.isBefore(until)) {
                var seconds = Math.min(3_600, until.getEpochSecond() - start.getEpochSecond());
                part += hours[hour] * seconds / 3_600;
            }
        }
        return part / whole;
    }

    /// A moment of this day, in the hours that are busy most often.
    Instant moment(LocalDate day, Random random) {
        double whole = 0;
        for (var weight : hours) whole += weight;
        var left = random.nextDouble() * whole;
        int hour = 0;
        while (hour < hours.length - 1 && left >= hours[hour]) left -= hours[hour++];
        var second = random.nextInt(3_600);
        return day.atTime(hour, second / 60, second % 60, random.nextInt(1_000) * 1_000_000).atZone(zone).toInstant();
    }
}
