package tracenova.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DuckDbTest {

    private final TestLake lake = new TestLake();
    private final DuckDb duckDb = lake.bean(DuckDb.class);

    @AfterEach
    void close() {
        lake.close();
    }

    @Test
    void seesNoFileOutsideItsWorkspace(@TempDir Path elsewhere) throws IOException {
        var file = Files.writeString(elsewhere.resolve("a.ndjson"), "{}");
        try (var session = duckDb.open()) {
            session.set(Map.of("file", file));

            assertThatThrownBy(() -> session.run("SELECT * FROM read_json(getvariable('file'))"))
                    .isInstanceOf(QueryFailed.class).hasMessageContaining("Permission Error");
            assertThatThrownBy(() -> session.run("COPY (SELECT 1) TO (getvariable('file'))"))
                    .isInstanceOf(QueryFailed.class).hasMessageContaining("Permission Error");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SET enable_external_access = true", "SET memory_limit = '1TB'", "INSTALL httpfs"})
    void canNeitherBeChangedNorExtended(String statement) {
        try (var session = duckDb.open()) {
            assertThatThrownBy(() -> session.run(statement)).isInstanceOf(QueryFailed.class);
        }
    }

    @Test
    void sessionsLeaveNothingBehind() {
        try (var session = duckDb.open()) {
            session.set(Map.of("app", "shop"));
            session.run("CREATE TEMP TABLE inbox AS SELECT 'secret' AS event_id");
        }
        try (var session = duckDb.open()) {
            assertThat(session.ask("SELECT getvariable('app') IS NULL", row -> row.getBoolean(1)))
                    .containsExactly(true);
            assertThatThrownBy(() -> session.run("FROM inbox")).isInstanceOf(QueryFailed.class);
        }
    }

    @Test
    void opensAgainAfterAFailure() {
        try (var session = duckDb.open()) {
            assertThatThrownBy(() -> session.run("FROM nowhere")).isInstanceOf(QueryFailed.class);
        }
        try (var session = duckDb.open()) {
            assertThat(session.ask("SELECT 1", row -> row.getInt(1))).containsExactly(1);
        }
    }

    @Test
    void textIsNeverTakenForSql() {
        try (var session = duckDb.open()) {
            session.set(Map.of("name", "it's'; DROP TABLE inbox; --"));

            assertThat(session.ask("SELECT getvariable('name')", row -> row.getString(1)))
                    .containsExactly("it's'; DROP TABLE inbox; --");
        }
    }
}
