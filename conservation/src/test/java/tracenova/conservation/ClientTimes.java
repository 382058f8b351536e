package tracenova.conservation;

import tracenova.aws.ClientLimits;

/// Which row of the client limits a call falls under.
final class ClientTimes {

    private ClientTimes() {}

    static ClientLimits of(Call call) {
        if (call.isTable()) return call.role() == Role.TRACK ? ClientLimits.TABLE_INGEST : ClientLimits.TABLE_SCHEDULED;
        if (call.isQueue()) return call.role() == Role.TRACK ? ClientLimits.QUEUE_INGEST : ClientLimits.QUEUE_SCHEDULED;
        return call.thing().equals("lake") || call.thing().equals("marts")
                ? ClientLimits.BUCKET_PARTITIONS : ClientLimits.BUCKET_SMALL;
    }
}
