package tracenova.insights;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;

/// First and last day that a figure covers, in the app's time zone.
@Serdeable(naming = SnakeCaseStrategy.class)
public record Range(String from, String to, String timeZone) {}
