package tracenova.event;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/// Times as clients must write them: RFC 3339 with an offset, at most 9 fraction digits, real dates only.
public final class Rfc3339 {

    // An offset may lead a few hours out of the years that have four digits; nothing later can spell those.
    private static final long LEAST = Instant.parse("0000-01-01T00:00:00Z").getEpochSecond();
    private static final long MOST = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();
    private static final int DAY = 86_400;
    private static final int NO_OFFSET = Integer.MIN_VALUE;

    private Rfc3339() {}

    public static Optional<Instant> parse(String text) {
        if (text.length() < 20) return Optional.empty();
        var date = date(text.substring(0, 10));
        int second = secondOfDay(text);
        int offsetAt = endOfFraction(text);
        int offset = offsetAt < 0 ? NO_OFFSET : offsetSeconds(text, offsetAt);
        if (date.isEmpty() || second < 0 || offset == NO_OFFSET) return Optional.empty();
        long utc = date.get().toEpochDay() * DAY + second - offset;
        boolean leap = digits(text, 17, 2) == 60;
        if (leap && Math.floorMod(utc, DAY) != DAY - 1) return Optional.empty();
        return Optional.of(Instant.ofEpochSecond(Math.clamp(utc, LEAST, MOST), nanos(text, offsetAt)));
    }

    /// Negative if it is no time of day; a leap second counts as the one before it.
    private static int secondOfDay(String text) {
        int hour = digits(text, 11, 2);
        int minute = digits(text, 14, 2);
        int second = digits(text, 17, 2);
        boolean marked = (text.charAt(10) | 0x20) == 't' && text.charAt(13) == ':' && text.charAt(16) == ':';
        boolean numbers = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second <= 60;
        return marked && numbers ? hour * 3_600 + minute * 60 + Math.min(second, 59) : -1;
    }

    /// A full date, `2026-01-31`.
    public static Optional<LocalDate> date(String text) {
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 2);
        int day = digits(text, 8, 2);
        boolean shaped = text.length() == 10 && text.charAt(4) == '-' && text.charAt(7) == '-';
        if (!shaped || year < 0 || month < 1 || month > 12 || day < 1) return Optional.empty();
        return day > YearMonth.of(year, month).lengthOfMonth()
                ? Optional.empty()
                : Optional.of(LocalDate.of(year, month, day));
    }

    /// The index after the seconds and their fraction; negative if that is not a fraction.
    private static int endOfFraction(String text) {
        if (text.charAt(19) != '.') return 19;
        int at = 20;
        while (at < text.length() && isDigit(text.charAt(at))) at++;
        return at == 20 || at > 29 ? -1 : at;
    }

    private static int offsetSeconds(String text, int at) {
        if (text.length() == at + 1) {
            return text.charAt(at) == 'Z' || text.charAt(at) == 'z' ? 0 : NO_OFFSET;
        }
        if (text.length() != at + 6 || text.charAt(at + 3) != ':') return NO_OFFSET;
        int hours = digits(text, at + 1, 2);
        int minutes = digits(text, at + 4, 2);
        if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) return NO_OFFSET;
        return switch (text.charAt(at)) {
            case '+' -> hours * 3_600 + minutes * 60;
            case '-' -> -(hours * 3_600 + minutes * 60);
            default -> NO_OFFSET;
        };
    }

    private static int nanos(String text, int end) {
        if (end == 19) return 0;
        int nanos = digits(text, 20, end - 20);
        for (int i = end; i < 29; i++) nanos *= 10;
        return nanos;
    }

    /// The number of these ASCII digits, or -1 if one is something else.
    private static int digits(String text, int from, int count) {
        if (text.length() < from + count) return -1;
        int number = 0;
        for (int i = from; i < from + count; i++) {
            if (!isDigit(text.charAt(i))) return -1;
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
