package tracenova.lake;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.duckdb.DuckDBConnection;

/// DuckDB in memory, opened at the first need and kept; it sees the files of the workspace and no others.
@Singleton
public class DuckDb {

    private final Workspace workspace;
    private DuckDBConnection database;
    private boolean isSuspect;

    public DuckDb(Workspace workspace) {
        this.workspace = workspace;
    }

    /// A connection of its own: its variables and temporary tables are seen by nobody else and end with it.
    public synchronized Session open() {
        try {
            if (isSuspect) close();
            if (database == null) database = started();
            return session(database);
        } catch (SQLException e) {
            close();
            throw new QueryFailed("DuckDB does not open", e);
        }
    }

    /// Whether anybody needed it yet.
    public synchronized boolean isOpen() {
        return database != null;
    }

    private DuckDBConnection started() throws SQLException {
        var started = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:");
        try (var statement = started.createStatement()) {
            for (var setting : settings()) statement.execute(setting);
        } catch (SQLException e) {
            started.close();
            throw e;
        }
        // Its macros are of the database and stay; its variables are of this session and go.
        try (var session = session(started)) {
            session.set(workspace.emptyFiles());
            session.run(Sql.of(DuckDb.class, "lake.sql"));
        }
        return started;
    }

    /// What failed may have left the database unusable: the next one to open it gets a new one.
    private Session session(DuckDBConnection database) throws SQLException {
        return new Session(database.duplicate(), workspace, () -> isSuspect = true);
    }

    /// The order matters: after the last two nothing can be opened or changed any more. Without statistics the
    /// writer cannot tell a column that never is empty from one that may be: else a file's bytes would depend on
    /// what else was merged with its rows, and on when (X14).
    private List<String> settings() {
        var directory = workspace.path("").toString();
        return List.of(
                "SET allowed_directories = ['" + directory + "']",
                "SET temp_directory = '" + directory + "/spill'",
                "SET memory_limit = '" + workspace.memoryMb() + "MB'",
                "SET threads = 1",
                "SET TimeZone = 'UTC'",
                "SET disabled_optimizers = 'statistics_propagation'",
                "SET enable_external_access = false",
                "SET lock_configuration = true");
    }

    @PreDestroy
    public synchronized void close() {
        isSuspect = false;
        if (database == null) return;
        try {
            database.close();
        } catch (SQLException e) {
            throw new QueryFailed("DuckDB does not close", e);
        } finally {
            database = null;
        }
    }
}
