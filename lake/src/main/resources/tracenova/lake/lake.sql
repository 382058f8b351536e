-- Run once per sandbox. What the inbox looks like, how partitions fold into marts, and one file without rows per
-- kind of file: it carries the columns, so that a list of files is never empty and old files get new columns.

CREATE MACRO inbox_of(files) AS TABLE
SELECT * FROM read_json(files, format = 'newline_delimited', columns = {
    kind: 'VARCHAR',
    class: 'VARCHAR',
    event_id: 'VARCHAR',
    batch_id: 'VARCHAR',
    type: 'VARCHAR',
    name: 'VARCHAR',
    occurred_at: 'TIMESTAMP',
    received_at: 'TIMESTAMP',
    client_time: 'VARCHAR',
    adjusted: 'BOOLEAN',
    app_id: 'VARCHAR',
    source: 'VARCHAR',
    session_id: 'VARCHAR',
    visitor_id: 'VARCHAR',
    user_id: 'VARCHAR',
    user_role: 'VARCHAR',
    url: 'VARCHAR',
    path: 'VARCHAR',
    screen: 'VARCHAR',
    release: 'VARCHAR',
    environment: 'VARCHAR',
    country: 'VARCHAR',
    region: 'VARCHAR',
    city: 'VARCHAR',
    device: 'VARCHAR',
    os: 'VARCHAR',
    browser: 'VARCHAR',
    ip_hash: 'VARCHAR',
    sample_rate: 'DOUBLE',
    value: 'DOUBLE',
    unit: 'VARCHAR',
    duration_ms: 'DOUBLE',
    success: 'BOOLEAN',
    severity: 'VARCHAR',
    status_code: 'INTEGER',
    amount: 'DECIMAL(38, 9)',
    currency: 'VARCHAR',
    quality_score: 'INTEGER',
    validation_status: 'VARCHAR',
    remarks: 'VARCHAR',
    processing_duration_ms: 'DOUBLE',
    data: 'VARCHAR',
    chunk: 'VARCHAR',
    position: 'INTEGER',
    request: 'VARCHAR',
    n: 'INTEGER',
    first: 'BOOLEAN',
    positions: 'INTEGER',
    stored: 'INTEGER',
    duplicates: 'INTEGER',
    rejected: 'VARCHAR'
});

-- What a day's mart holds of some partitions, exact and mergeable. One row per quarter of an hour (so that every
-- time zone's hours and days can be made of them) and whatever an insight groups by; of receipts one row per
-- received hour, reason of rejection, and chunk whose request's first chunk has no receipt. (The key of a later chunk
-- ends with a hash, that of a first one does not.)
CREATE MACRO fold(row_files, receipt_files) AS TABLE
WITH events AS (
    SELECT class,
           time_bucket(INTERVAL 15 MINUTES, occurred_at) AS quarter,
           type,
           CASE WHEN type = 'custom' THEN name END AS name,
           CASE WHEN class = 'errors' THEN coalesce(severity, CASE
               WHEN type = 'crash' THEN 'critical'
               WHEN type = 'api_error' AND coalesce(status_code, 0) < 500 THEN 'warning'
               ELSE 'error' END) END AS severity,
           left(chunk, 13) AS received_hour,
           CASE WHEN len(chunk) - len(replace(chunk, '#', '')) = 4 THEN chunk END AS later_chunk,
           session_id,
           user_id,
           visitor_id,
           count(*) AS events,
           sum(CASE WHEN sample_rate > 0 AND sample_rate < 1 THEN 1 / sample_rate ELSE 1 END::DECIMAL(18, 6)) AS weight,
           date_trunc('minute', max(occurred_at)) AS last_at
    FROM   read_parquet(row_files, union_by_name = true)
    GROUP  BY ALL
), chunks AS (
    SELECT *, left(chunk, 13) AS received_hour,
           bool_or(first) OVER (PARTITION BY left(chunk, 13), request) AS is_whole
    FROM   read_parquet(receipt_files, union_by_name = true)
), reasons AS (
    SELECT received_hour, unnest(map_entries(rejected::JSON::MAP(VARCHAR, BIGINT))) AS reason
    FROM   chunks
    WHERE  first
)
SELECT class, strftime(quarter, '%Y-%m-%dT%H') AS hour, * EXCLUDE (class) FROM events
UNION ALL BY NAME
SELECT 'receipts' AS class, received_hour AS hour, received_hour, sum(n)::BIGINT AS events,
       sum(positions)::BIGINT AS positions, sum(stored)::BIGINT AS stored, sum(duplicates)::BIGINT AS duplicates
FROM   chunks WHERE is_whole GROUP BY ALL
UNION ALL BY NAME
SELECT 'receipts' AS class, received_hour AS hour, received_hour, reason.key AS reason, sum(reason.value)::BIGINT AS events
FROM   reasons GROUP BY ALL
UNION ALL BY NAME
SELECT 'receipts' AS class, received_hour AS hour, received_hour, chunk AS later_chunk, n::BIGINT AS events
FROM   chunks WHERE NOT is_whole;

COPY (
    SELECT * EXCLUDE (kind, request, n, first, positions, stored, duplicates, rejected)
    FROM   inbox_of(getvariable('empty'))
) TO (getvariable('no_rows')) (FORMAT parquet);

COPY (
    SELECT chunk, received_at, request, batch_id, n, first, positions, stored, duplicates, rejected
    FROM   inbox_of(getvariable('empty'))
) TO (getvariable('no_receipts')) (FORMAT parquet);

COPY (
    SELECT * FROM fold([getvariable('no_rows')], [getvariable('no_receipts')])
) TO (getvariable('no_marts')) (FORMAT parquet);
