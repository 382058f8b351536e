package tracenova.event;

/// How much a request may bring; beyond each, see docs/api.md.
public final class Limits {

    public static final int WIRE_BYTES = 512 * 1024;
    public static final int DECOMPRESSED_BYTES = 2 * 1024 * 1024;
    public static final int EVENTS_PER_BATCH = 1_000;
    public static final int EVENT_BYTES = 64 * 1024;
    /// The root has depth 1.
    public static final int DEPTH = 32;
    public static final int NUMBER_CHARACTERS = 100;
    public static final int NAME_CHARACTERS = 1_000;
    /// Code points.
    public static final int ID_CHARACTERS = 200;
    /// How far into a body its `api_key` is looked for.
    public static final int KEY_SEARCH_BYTES = 64 * 1024;

    private Limits() {}
}
