package tracenova.scrub;

/// The ids of an event, which are replaced by keyed hashes rather than by one common word.
final class TopLevelIds {

    private TopLevelIds() {}

    static boolean contains(Text name) {
        return Chars.startsWith(name, "_id", name.length() - 3) && switch (name.toString()) {
            case "session_id", "user_id", "visitor_id", "event_id", "error_id", "crash_id", "batch_id",
                    "reference_id", "funnel_id", "request_id", "module_id" -> true;
            default -> false;
        };
    }
}
