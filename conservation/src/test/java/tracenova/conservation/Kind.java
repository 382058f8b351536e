package tracenova.conservation;

/// What can go wrong at one physical attempt of a call.
enum Kind {
    /// The service is busy; nothing happens.
    THROTTLE,
    /// The service fails; nothing happens.
    E500,
    /// No connection; nothing happens.
    IO_BEFORE,
    /// It happens, and the answer is lost.
    IO_AFTER,
    /// Takes `amount` milliseconds; beyond the client's limit it is given up, but happens.
    SLOW,
    /// Given up as too slow, and happens only when `amount` more steps of the schedule are done.
    LATE,
    /// The sandbox dies before the call, and with it all that it remembers.
    CRASH_BEFORE,
    /// The sandbox dies when the call has happened.
    CRASH_AFTER,
    /// The first `amount` entries fail and the answer says so, even: by the sender's fault.
    PARTIAL,
    /// The first `amount` entries fail and the answer does not name them.
    DROP,
    /// A middlebox answers with a page of its own; nothing happens.
    PAGE,
    /// It happens, and the answer arrives cut.
    CUT,
    /// It happens, and the answer does not fit its checksum.
    SPOILT,
    /// A replica answers what it had answered before.
    STALE;

    boolean isCrash() {
        return this == CRASH_BEFORE || this == CRASH_AFTER;
    }

    /// Whether it means something for calls of this operation.
    boolean fits(String operation) {
        return switch (this) {
            case PARTIAL, DROP -> operation.equals("SendMessageBatch") || operation.equals("DeleteObjects");
            case SPOILT -> operation.matches("GetObject|SendMessageBatch|.*Item|Query");
            case CUT -> !operation.equals("PutObject");
            case STALE -> operation.equals("GetItem") || operation.equals("ListObjectsV2");
            case LATE -> operation.startsWith("Put") || operation.startsWith("Send") || operation.startsWith("Delete");
            default -> true;
        };
    }
}
