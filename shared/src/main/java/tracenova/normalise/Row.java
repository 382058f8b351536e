package tracenova.normalise;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import tracenova.event.Column;
import tracenova.event.Door;
import tracenova.event.EventView;
import tracenova.event.Json;
import tracenova.event.MixedDoor;
import tracenova.event.Who;
import tracenova.ingest.Chunk;
import tracenova.ingest.Chunk.StoredEvent;

/// The lake's row of one stored event. A column that cannot use what was sent stays empty, and `data` keeps it.
final class Row {

    private static final int AMOUNT_DIGITS = 19;
    private static final int AMOUNT_FRACTION = 9;

    private final Chunk chunk;
    private final StoredEvent stored;
    private final EventView view;
    private final List<Remark> remarks;
    private final List<Json> unusable = new ArrayList<>(0);
    private final JsonLine line = new JsonLine();

    private Row(Chunk chunk, StoredEvent stored) {
        this.chunk = chunk;
        this.stored = stored;
        this.view = Door.at(chunk.door()).orElse(MixedDoor.TRACK).view(stored.type(), Json.of(stored.json()));
        this.remarks = Doubts.of(view, stored);
    }

    /// `name` is the chunk's within its app, `received` its time as text.
    static String line(String name, String received, Chunk chunk, StoredEvent stored) {
        return new Row(chunk, stored).write(name, received);
    }

    private String write(String name, String received) {
        line.text("kind", "row").text("class", stored.type().retention().toString());
        identity(received);
        people();
        places();
        client();
        measures();
        data();
        quality();
        return line.text("chunk", name).number("position", stored.position()).end();
    }

    private void identity(String received) {
        line.text("event_id", stored.id())
                .text("batch_id", chunk.batchId())
                .text("type", stored.type().toString())
                .text("name", view.name())
                .text("occurred_at", stored.at().equals(chunk.receivedAt()) ? received : time(stored.at()))
                .text("received_at", received)
                .text("client_time", stored.adjusted() ? text(Column.OCCURRED_AT) : null)
                .flag("adjusted", stored.adjusted())
                .text("app_id", chunk.app().value())
                .text("source", view.source());
    }

    private void people() {
        boolean nobody = stored.type().who() == Who.NOBODY;
        line.text("session_id", view.sessionId().orElse(null))
                .text("visitor_id", view.visitorId().orElse(nobody ? null : chunk.client().visitorId()))
                .text("user_id", view.userId().orElse(null))
                .text("user_role", view.text(Column.USER_ROLE).filter(role -> !role.isBlank()).orElse("unknown"));
    }

    private void places() {
        var url = usable(Column.URL, Places::isUsable);
        var path = view.text(Column.PATH).or(() -> url).flatMap(Places::path);
        line.text("url", url.orElse(null))
                .text("path", path.orElse(null))
                .text("screen", view.text(Column.SCREEN).or(() -> path.map(Places::screen)).orElse(null))
                .text("release", text(Column.RELEASE))
                .text("environment", text(Column.ENVIRONMENT))
                .text("country", country().or(this::countryOfClient).orElse(null))
                .text("region", text(Column.REGION))
                .text("city", text(Column.CITY));
    }

    /// The code if one is sent, else the country as the client calls it.
    private Optional<String> country() {
        boolean code = view.field("country_code").isPresent();
        return code ? usable(Column.COUNTRY, text -> References.isCountry(upper(text))).map(Row::upper)
                : view.text(Column.COUNTRY);
    }

    private Optional<String> countryOfClient() {
        return Optional.ofNullable(chunk.client().country()).filter(References::isCountry);
    }

    private void client() {
        line.text("device", chunk.client().device())
                .text("os", chunk.client().os())
                .text("browser", chunk.client().browser())
                .text("ip_hash", chunk.client().ipHash());
    }

    private void measures() {
        number("sample_rate", view.number(Column.SAMPLE_RATE));
        number("value", view.number(Column.VALUE));
        line.text("unit", text(Column.UNIT));
        number("duration_ms", Durations.of(view));
        view.flag(Column.SUCCESS).ifPresent(success -> line.flag("success", success));
        line.text("severity", severity());
        view.number(Column.STATUS_CODE).ifPresent(status -> line.number("status_code", (long) status));
        money();
    }

    private void number(String name, OptionalDouble value) {
        if (value.isPresent()) {
            line.number(name, value.getAsDouble());
        }
    }

    /// As sent, else as D26 says for the error family.
    private String severity() {
        var sent = text(Column.SEVERITY);
        return sent != null ? sent : switch (stored.type()) {
            case ERROR, DB_ERROR -> "error";
            case CRASH -> "critical";
            case API_ERROR -> view.number(Column.STATUS_CODE).orElse(0) < 500 ? "warning" : "error";
            default -> null;
        };
    }

    /// An amount whose currency is unusable is no amount: the app's own currency would be wrong for it.
    private void money() {
        var currency = usable(Column.CURRENCY, code -> References.isCurrency(upper(code))).map(Row::upper);
        var amount = view.decimal(Column.AMOUNT).map(BigDecimal::stripTrailingZeros);
        boolean known = currency.isPresent() || view.get(Column.CURRENCY).isEmpty();
        boolean fits = amount.isPresent() && amount.get().scale() <= AMOUNT_FRACTION
                && amount.get().precision() - amount.get().scale() <= AMOUNT_DIGITS;
        if (known && fits) {
            line.text("amount", amount.get().toPlainString());
        } else {
            view.get(Column.AMOUNT).ifPresent(unusable::add);
        }
        line.text("currency", currency.orElse(null));
    }

    private void quality() {
        if (isUnknownZone("time_zone") || isUnknownZone("timezone")) {
            remarks.add(Remark.BAD_REFERENCE);
        }
        var quality = Quality.of(remarks);
        line.number("quality_score", quality.score())
                .text("validation_status", quality.status())
                .text("remarks", quality.text())
                .number("processing_duration_ms", chunk.processingMillis());
    }

    private boolean isUnknownZone(String name) {
        return view.event().get(name)
                .filter(zone -> zone.is(Json.Kind.STRING) && !References.isTimeZone(zone.string()))
                .isPresent();
    }

    /// A column's text where it can be used; else a remark, and `data` keeps it.
    private Optional<String> usable(Column column, Predicate<String> test) {
        var sent = view.text(column);
        if (sent.isPresent() && !test.test(sent.get())) {
            remarks.add(Remark.BAD_REFERENCE);
            unusable.add(view.get(column).orElseThrow());
            return Optional.empty();
        }
        return sent;
    }

    private void data() {
        var slowness = Slowness.of(view);
        if (slowness.isMismatch()) {
            remarks.add(Remark.SLOW_MISMATCH);
        }
        line.text("data", Data.of(view, unusable, slowness));
    }

    private String text(Column column) {
        return view.text(column).orElse(null);
    }

    /// The lake's times have microseconds.
    static String time(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS).toString();
    }

    private static String upper(String code) {
        return code.toUpperCase(Locale.ROOT);
    }
}
