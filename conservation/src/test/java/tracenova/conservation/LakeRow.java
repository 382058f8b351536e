package tracenova.conservation;

import java.time.Instant;

/// A row of the lake, as far as it is expected. The id is `null` where the client gave none.
record LakeRow(String lakeClass, String id, Instant at, Instant received, String chunk, int position, String mark,
        String session, String user) {}
