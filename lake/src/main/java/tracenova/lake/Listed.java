package tracenova.lake;

import java.time.Instant;

/// An object as a listing shows it.
public record Listed(String name, long bytes, Instant modified, String etag) {}
