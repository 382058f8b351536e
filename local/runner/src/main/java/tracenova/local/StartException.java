package tracenova.local;

/// The runner cannot start; the message tells its user why.
final class StartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StartException(String message) {
        super(message);
    }
}
