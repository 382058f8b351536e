package tracenova.local;

/// The template says something that cannot be run here; the message names the place.
final class TemplateException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TemplateException(String message) {
        super(message);
    }
}
