-- What insights ask. Days that are not closed are folded here, the others are marts or digests of marts.
CREATE TEMP TABLE open_days AS
SELECT * FROM fold(getvariable('rows'), getvariable('receipts'));

CREATE TEMP VIEW folded AS
SELECT * FROM open_days
UNION ALL BY NAME
SELECT * FROM read_parquet(getvariable('marts'), union_by_name = true);

-- Everything that is counted; where it has a quarter, with the local `day` and the start of the local `hour`.
CREATE TEMP TABLE counted AS
SELECT kind, class, quarter, (quarter + shift)::DATE AS day, date_trunc('hour', quarter + shift) - shift AS hour,
       type, name, severity, received_hour, later_chunk, received, quality_score, validation_status, reason,
       events, weight, processing_ms, chunks, positions, stored, duplicates
FROM   folded LEFT JOIN offsets ON quarter >= since AND quarter < until
WHERE  kind NOT IN ('people', 'latest');

CREATE TEMP VIEW seen AS
SELECT * FROM counted WHERE kind = 'events';

CREATE TEMP VIEW received AS
SELECT received_hour, later_chunk, reason, events, chunks, positions, stored, duplicates
FROM   counted WHERE kind = 'receipts';

CREATE TEMP VIEW people AS
SELECT kind, class, quarter, (quarter + shift)::DATE AS day, date_trunc('hour', quarter + shift) - shift AS hour,
       session_id, user_id, visitor_id, user_role, release, os, device, country, events, first_at, last_at, ended_ms,
       views, interactions, errors, failures, screen, screen_at
FROM   folded JOIN offsets ON quarter >= since AND quarter < until
WHERE  kind = 'people';

CREATE TEMP VIEW latest AS
SELECT event_id, type, name, session_id, occurred_at, received_at, chunk, position, quality_score, validation_status,
       processing_ms
FROM   folded
WHERE  kind = 'latest';
