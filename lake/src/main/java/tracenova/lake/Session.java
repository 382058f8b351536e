package tracenova.lake;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;

/// One use of [DuckDb]: set variables, run statements, ask questions.
public final class Session implements AutoCloseable {

    private final DuckDBConnection connection;
    private final Workspace workspace;
    private final Runnable onFailure;
    private final Scratch scratch;

    Session(DuckDBConnection connection, Workspace workspace, Runnable onFailure) {
        this.connection = connection;
        this.workspace = workspace;
        this.onFailure = onFailure;
        this.scratch = new Scratch(workspace);
    }

    /// Makes a record of a row.
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /// What `getvariable('name')` gives from here on: text, numbers, instants (as UTC timestamps), lists of text.
    public void set(Map<String, Object> variables) {
        run(variables, "");
    }

    /// The number of rows it made, where it makes rows.
    public long run(String sql) {
        return run(Map.of(), sql);
    }

    /// Both in one go: each call costs as much as a small query.
    long run(Map<String, Object> variables, String sql) {
        var text = variables.entrySet().stream()
                .map(variable -> "SET VARIABLE " + variable.getKey() + " = " + Sql.literal(variable.getValue()) + ";")
                .collect(Collectors.joining("", "", sql));
        try (var statement = connection.createStatement()) {
            statement.execute(text);
            return statement.getUpdateCount();
        } catch (SQLException e) {
            throw failed(sql, e);
        }
    }

    public <T> List<T> ask(String sql, RowReader<T> reader) {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var answers = new ArrayList<T>();
            while (rows.next()) answers.add(reader.read(rows));
            return answers;
        } catch (SQLException e) {
            throw failed(sql, e);
        }
    }

    private QueryFailed failed(String sql, SQLException e) {
        onFailure.run();
        return new QueryFailed(sql.lines().findFirst().orElse("SET VARIABLE"), e);
    }

    /// A file with this text, for as long as the session is open.
    public Path file(String ending, String text) {
        var file = scratch.fresh(ending);
        workspace.write(file, text);
        return file;
    }

    Workspace workspace() {
        return workspace;
    }

    /// The files of this session: they end with it.
    Scratch scratch() {
        return scratch;
    }

    @Override
    public void close() {
        try (scratch) {
            connection.close();
        } catch (SQLException e) {
            throw new QueryFailed("the session does not close", e);
        }
    }
}
