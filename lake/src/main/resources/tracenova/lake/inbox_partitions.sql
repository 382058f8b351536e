-- The partitions that the inbox touches. One row: class, hour, newest received time of what goes there, events as
-- rows say and as receipts say, and lines that collect cannot have written: of no kind, without what every line has,
-- or of another app.
SELECT coalesce(class, 'receipts') AS class,
       CASE kind WHEN 'row' THEN strftime(date_trunc('hour', occurred_at), '%Y-%m-%dT%H') ELSE left(chunk, 13) END AS hour,
       strftime(max(received_at), '%Y-%m-%dT%H:%M:%S.%fZ') AS newest,
       count(*) FILTER (kind = 'row') AS rows,
       coalesce(sum(n), 0) AS receipted,
       count(*) FILTER (NOT coalesce(CASE kind
           WHEN 'row' THEN class IN ('activity', 'errors') AND app_id = getvariable('app')
                AND (event_id, type, occurred_at, received_at, chunk, position) IS NOT NULL
           WHEN 'receipt' THEN (chunk, received_at, request, n, first) IS NOT NULL
       END, false)) AS faults
FROM   inbox
GROUP  BY ALL
ORDER  BY ALL;
