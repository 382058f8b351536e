package tracenova.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.zip.GZIPInputStream;
import tracenova.app.AppId;
import tracenova.lake.ObjectNames;
import tracenova.testkit.TestContext;

/// Inbox objects as collect writes them, in any number: the lines of one real run, copied under other ids and at other
/// times. Made by a DuckDB of our own, which no function's time contains.
final class Copies implements AutoCloseable {

    private static final String COPY = """
            COPY (
                SELECT l.* EXCLUDE (received_hour) REPLACE (
                    event_id || copy AS event_id,
                    batch_id || copy AS batch_id,
                    request || copy AS request,
                    session_id || copy AS session_id,
                    visitor_id || copy AS visitor_id,
                    'user-' || (10000 + hash(user_id || copy) %% 90000) AS user_id,
                    strftime(occurred_at + shift, '%%Y-%%m-%%dT%%H:%%M:%%S.%%gZ') AS occurred_at,
                    strftime(received_at + shift, '%%Y-%%m-%%dT%%H:%%M:%%S.%%gZ') AS received_at,
                    '%1$s' AS app_id,
                    strftime(received_at + shift, '%%Y-%%m-%%dT%%H') || chunk[14:-3] || copy || '#0' AS chunk)
                FROM   lines AS l, (
                           SELECT copy::VARCHAR AS copy, to_milliseconds(%2$d + %3$d * (copy - %4$d)) AS shift
                           FROM   range(%4$d, %5$d) AS copies(copy))
            ) TO '%6$s' (FORMAT json, COMPRESSION gzip)""";

    private final Path directory;
    private final Connection database;
    private final Instant began;

    /// Of so many requests of 100 events.
    Copies(int requests) {
        try (var product = new Product()) {
            this.began = product.clock.instant();
            var payloads = new Payloads(1, product.clock, 100);
            for (int i = 0; i < requests; i++) product.send(payloads.mix(100));
            product.deliver(product.queued());
            this.directory = Files.createTempDirectory("copies");
            var lines = Files.write(directory.resolve("lines.ndjson"), inbox(product));
            this.database = DriverManager.getConnection("jdbc:duckdb:");
            run("SET temp_directory = '" + directory + "'");
            run("CREATE TABLE lines AS FROM read_json('" + lines
                    + "', format = 'newline_delimited', sample_size = -1)");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] inbox(Product product) throws IOException {
        var object = product.aws.objects(TestContext.BUCKET).entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(ObjectNames.INBOX))
                .findFirst().orElseThrow().getValue();
        try (var in = new GZIPInputStream(new ByteArrayInputStream(object.bytes()))) {
            return in.readAllBytes();
        }
    }

    /// The copies of these numbers in one object, the first one received at `first`, the next ones so far `apart`.
    byte[] of(AppId app, int from, int until, Instant first, Duration apart) {
        var file = directory.resolve("copy.ndjson.gz");
        run(COPY.formatted(app, Duration.between(began, first).toMillis(), apart.toMillis(), from, until, file));
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run(String sql) {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try (var files = Files.walk(directory)) {
            database.close();
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
