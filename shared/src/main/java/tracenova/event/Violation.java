package tracenova.event;

/// One thing wrong with an event: where (RFC 6901, from the event) and what was expected. Echoes no input.
public record Violation(Code code, String pointer, String detail) {}
