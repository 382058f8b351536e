package tracenova.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tracenova.aws.ClientLimits;

/// What can go wrong with one physical attempt.
public sealed interface Fault {

    /// Those that need no number.
    enum Plain implements Fault {
        NONE,
        /// Refused: hot partition, cold table, account limit.
        THROTTLE,
        /// Refused: the service's own fault.
        E500,
        /// Nothing was sent.
        IO_BEFORE,
        /// Applied, but the answer was lost.
        IO_AFTER,
        /// The sandbox dies before the request leaves.
        CRASH_BEFORE,
        /// The sandbox dies before it sees the answer.
        CRASH_AFTER,
        /// Applied; half of the answer arrives, with the headers of the whole.
        TRUNCATED,
        /// Applied; the answer does not fit its checksum.
        WRONG_CHECKSUM,
        /// Not applied; a proxy says so in HTML.
        HTML,
        /// The earlier answer of the same read, if there was one.
        STALE,
        /// A failed condition comes back without the old item that was asked for.
        NO_OLD_ITEM,
        /// Not applied: another conditional put of the same object is under way.
        CONFLICT
    }

    /// Takes `by` on the test clock. Beyond the limits of its client the attempt fails as in the SDK.
    record Slow(Duration by, Effect effect) implements Fault {

        public enum Effect {
            /// Late on its way: a time-out leaves no effect.
            BEFORE,
            /// Late on its way back: a time-out comes after the effect.
            AFTER,
            /// Late on its way, and applied even so when its time has come, long after the time-out.
            LATE
        }
    }

    /// The first `entries` of a batch are not applied and come back failed, or in neither list.
    record Partial(int entries, Side side) implements Fault {

        public enum Side {
            SENDER,
            SERVICE,
            UNACCOUNTED
        }
    }

    /// All kinds that do something to this call whatever it meets; of those with numbers, some that matter.
    static List<Fault> thatFit(AwsCall call) {
        var faults = new ArrayList<Fault>(List.of(
                Plain.THROTTLE, Plain.E500, Plain.HTML,
                Plain.IO_BEFORE, Plain.IO_AFTER, Plain.CRASH_BEFORE, Plain.CRASH_AFTER));
        var tooLong = ClientLimits.BUCKET_PARTITIONS.call();
        for (var effect : Slow.Effect.values()) faults.add(new Slow(tooLong, effect));
        if (Garbage.hasBody(call)) faults.add(Plain.TRUNCATED);
        if (Garbage.hasChecksum(call)) faults.add(Plain.WRONG_CHECKSUM);
        if (call.eventual()) faults.add(Plain.STALE);
        if (call.operation().equals("PutObject")) faults.add(Plain.CONFLICT);
        if (call.isBatch())
            for (var side : Partial.Side.values())
                for (int k = 1; k <= call.entries(); k++) faults.add(new Partial(k, side));
        return faults;
    }
}
