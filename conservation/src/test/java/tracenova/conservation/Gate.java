package tracenova.conservation;

/// The doors that schedules use: of one type each, mixed, and synchronous.
enum Gate {
    SCREENS("/api/v1/screen-views", ""),
    ERRORS("/api/v1/errors", ""),
    STEPS("/api/v1/funnel-steps", ""),
    BATCH("/api/v1/track/batch", "type"),
    TRACK("/api/v1/track", "event_type");

    final String path;
    final String word;

    Gate(String path, String word) {
        this.path = path;
        this.word = word;
    }

    boolean isMixed() {
        return !word.isEmpty();
    }
}
