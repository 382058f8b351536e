package tracenova.normalise;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// The lists that an event's codes refer to: currencies (ISO 4217), countries (ISO 3166), time zones.
public final class References {

    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> COUNTRIES =
            Arrays.stream(Locale.getISOCountries()).collect(Collectors.toUnmodifiableSet());

    private References() {}

    public static boolean isCurrency(String code) {
        return CURRENCIES.contains(code);
    }

    public static boolean isCountry(String code) {
        return COUNTRIES.contains(code);
    }

    public static boolean isTimeZone(String zone) {
        return ZoneId.getAvailableZoneIds().contains(zone);
    }
}
