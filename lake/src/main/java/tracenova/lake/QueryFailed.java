package tracenova.lake;

/// DuckDB refused a query; the message begins with the query's first line.
public final class QueryFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    QueryFailed(String message, Throwable cause) {
        super(message + ": " + cause.getMessage(), cause);
    }

    /// Whether what it read is at fault, not memory, disk or the query itself.
    boolean isAboutInput() {
        var reason = getCause().getMessage();
        return reason.startsWith("Invalid Input Error") || reason.startsWith("Conversion Error");
    }
}
