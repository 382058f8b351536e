-- The rows of some hours: those of the inbox and those that are there.
CREATE OR REPLACE TEMP TABLE candidates AS
SELECT * EXCLUDE (kind, request, n, first, positions, stored, duplicates, rejected)
FROM   inbox
WHERE  kind = 'row' AND occurred_at >= getvariable('since') AND occurred_at < getvariable('until')
UNION  ALL BY NAME
SELECT * FROM read_parquet(getvariable('present'), union_by_name = true);

-- Of each event id the one row that wins: the one received first; chunk and position decide between equals, so that
-- no order of arrival matters.
CREATE OR REPLACE TEMP TABLE winners AS
SELECT * FROM candidates
WHERE  rowid IN (
           SELECT arg_min(rowid, (received_at, chunk, position))
           FROM   candidates
           GROUP  BY class, date_trunc('hour', occurred_at), event_id);
