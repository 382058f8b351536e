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

-- The error family (D26).
CREATE MACRO is_error(type) AS type IN ('error', 'crash', 'api_error', 'db_error');

-- What a day's mart holds of some partitions, exact and mergeable: the same measures of groups of several kinds. By
-- quarters of an hour, so that every time zone's hours and days can be made of them.
-- `events`: by type and by the hour and chunk they came in. (The key of a later chunk ends with a hash, that of a first
--    one does not.)
-- `people`: by session, user, visitor. Attributes are part of the group, so what a session had last is what the group
--    heard of last has.
-- `quality`: by when they came and how good they are.
-- `latest`: of each partition the ten events that came last, one by one.
-- `receipts`: by received hour, by chunk whose request's first chunk has no receipt, and by reason of rejection.
CREATE MACRO fold(row_files, receipt_files) AS TABLE
WITH stored AS (
    SELECT class, type, occurred_at, session_id, user_id, visitor_id, user_role, release, os, device, country, screen,
           sample_rate, duration_ms, quality_score, validation_status, processing_duration_ms,
           CASE WHEN type = 'custom' THEN name END AS name,
           CASE WHEN class = 'errors' THEN coalesce(severity, CASE
               WHEN type = 'crash' THEN 'critical'
               WHEN type = 'api_error' AND coalesce(status_code, 0) < 500 THEN 'warning'
               WHEN is_error(type) THEN 'error' END) END AS severity,
           strftime(occurred_at, '%Y-%m-%dT%H') AS hour,
           time_bucket(INTERVAL 15 MINUTES, occurred_at) AS quarter,
           time_bucket(INTERVAL 15 MINUTES, received_at) AS received,
           event_id, received_at, chunk, position,
           left(chunk, 13) AS received_hour,
           CASE WHEN len(chunk) - len(replace(chunk, '#', '')) = 4 THEN chunk END AS later_chunk
    FROM   read_parquet(row_files, union_by_name = true)
), grouped AS (
    SELECT CASE WHEN GROUPING(later_chunk) = 0 THEN 'events' WHEN GROUPING(received) = 0 THEN 'quality' ELSE 'people'
               END AS kind,
           class, hour, quarter, type, name, severity, received_hour, later_chunk,
           session_id, user_id, visitor_id, user_role, release, os, device, country,
           received, quality_score, validation_status,
           count(*) AS events,
           sum(CASE WHEN sample_rate > 0 AND sample_rate < 1 THEN 1 / sample_rate ELSE 1 END::DECIMAL(18, 6)) AS weight,
           min(occurred_at) AS first_at,
           max(occurred_at) AS last_at,
           max(duration_ms) FILTER (type = 'session_end') AS ended_ms,
           count(*) FILTER (type IN ('page_view', 'screen_view')) AS views,
           count(*) FILTER (type IN ('user_action', 'feature_usage', 'business_event', 'funnel_step', 'journey_step',
               'custom')) AS interactions,
           count(*) FILTER (is_error(type)) AS errors,
           count(*) FILTER (severity IN ('error', 'critical')) AS failures,
           arg_max(screen, (occurred_at, screen)) FILTER (screen IS NOT NULL) AS screen,
           max(occurred_at) FILTER (screen IS NOT NULL) AS screen_at,
           sum(processing_duration_ms::DECIMAL(18, 3)) AS processing_ms
    FROM   stored
    GROUP  BY GROUPING SETS (
               (class, hour, quarter, type, name, severity, received_hour, later_chunk),
               (class, hour, quarter, session_id, user_id, visitor_id, user_role, release, os, device, country),
               (class, hour, type, received, quality_score, validation_status))
), chunks AS (
    SELECT chunk, n, first, positions, stored, duplicates, rejected, left(chunk, 13) AS received_hour,
           bool_or(first) OVER (PARTITION BY left(chunk, 13), request) AS is_whole
    FROM   read_parquet(receipt_files, union_by_name = true)
), reasons AS (
    SELECT received_hour, unnest(map_entries(rejected::JSON::MAP(VARCHAR, BIGINT))) AS reason
    FROM   chunks
    WHERE  first
)
SELECT * FROM grouped WHERE kind <> 'people' OR coalesce(session_id, user_id, visitor_id) IS NOT NULL
UNION ALL BY NAME
SELECT 'latest' AS kind, class, hour, event_id, type, name, session_id, occurred_at, received_at, chunk, position,
       quality_score, validation_status, processing_duration_ms::DECIMAL(18, 3) AS processing_ms
FROM   stored
QUALIFY row_number() OVER (PARTITION BY class, hour ORDER BY received_at DESC, chunk DESC, position DESC) <= 10
UNION ALL BY NAME
SELECT 'receipts' AS kind, 'receipts' AS class, received_hour AS hour, received_hour,
       CASE WHEN NOT is_whole THEN chunk END AS later_chunk, count(*) AS chunks, sum(n)::BIGINT AS events,
       sum(positions)::BIGINT AS positions, sum(stored)::BIGINT AS stored, sum(duplicates)::BIGINT AS duplicates
FROM   chunks GROUP BY ALL
UNION ALL BY NAME
SELECT 'receipts' AS kind, 'receipts' AS class, received_hour AS hour, received_hour, reason.key AS reason,
       sum(reason.value)::BIGINT AS events
FROM   reasons GROUP BY ALL;

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
