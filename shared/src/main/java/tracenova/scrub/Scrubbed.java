package tracenova.scrub;

/// One event as it may be stored: its text, and the remarks it earned on the way (D21).
public record Scrubbed(String json, boolean masked, boolean failed, boolean repaired) {}
