package tracenova.ingest;

/// Every kind of refusal there is, with its status. The closed list of `type` in problem documents.
public enum ProblemType {
    MALFORMED(400, "The body is not a document we read"),
    UNAUTHENTICATED(401, "No live credential came with the request"),
    TRACKING_DISABLED(403, "Tracking of this app is switched off"),
    FORBIDDEN(403, "This credential does not reach that"),
    NOT_FOUND(404, "Nothing is here"),
    NO_SNAPSHOT(404, "There is no snapshot of this yet"),
    METHOD_NOT_ALLOWED(405, "This path does not take that method"),
    CONFLICT(409, "This contradicts what is there"),
    PRECONDITION(412, "It has changed since it was read"),
    NO_PRECONDITION(428, "A change says what it was made of"),
    TOO_LARGE(413, "The request is too large"),
    UNSUPPORTED_MEDIA(415, "This form of body is not read here"),
    VALIDATION_FAILED(422, "Some fields are not valid"),
    RATE_LIMITED(429, "Too many attempts"),
    INTERNAL(500, "A mistake of ours: sending it again does not help"),
    OVERLOADED(503, "Not stored, or not known to be stored: send it again with the same ids");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /// The last part of its address, and the heading of its page in the docs: `validation-failed`.
    public String slug() {
        return this == NO_PRECONDITION ? PRECONDITION.slug()
                : name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
