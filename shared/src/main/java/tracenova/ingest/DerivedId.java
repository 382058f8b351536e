package tracenova.ingest;

import tracenova.id.Hashes;

/// The id of an event whose client gave it none: a function of its batch, its place and what was sent.
final class DerivedId {

    private DerivedId() {}

    static String of(String batchId, int position, String event) {
        return "evt_" + Hashes.shortSha256(batchId, String.valueOf(position), event);
    }
}
