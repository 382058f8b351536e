-- The rows of some partitions: those of the inbox and those that are there, each event id once. The winner is the
-- one received first; chunk and position decide between equals, so that no order of arrival matters. A row of a
-- chunk that is not the first of its request says which request it continues.
CREATE OR REPLACE TEMP TABLE candidates AS
SELECT i.* EXCLUDE (kind, request, n, first, positions, stored, duplicates, rejected), later.request AS continues
FROM   inbox i
LEFT   JOIN (SELECT DISTINCT chunk, request FROM inbox WHERE kind = 'receipt' AND NOT first) later USING (chunk)
WHERE  kind = 'row'
AND    (class, date_trunc('hour', occurred_at)) IN (
           SELECT split_part(key, '/', 1), strptime(split_part(key, '/', 2), '%Y-%m-%dT%H')
           FROM   unnest(getvariable('partitions')) AS p(key))
UNION ALL BY NAME
SELECT * FROM read_parquet(getvariable('present'), union_by_name = true);

DELETE FROM candidates
WHERE  rowid NOT IN (
           SELECT arg_min(rowid, (received_at, chunk, position))
           FROM   candidates
           GROUP  BY class, date_trunc('hour', occurred_at), event_id);
