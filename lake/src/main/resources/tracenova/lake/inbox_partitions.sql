-- The partitions that the inbox touches. One row: class, hour, newest received time of what goes there, and how many
-- chunks of the whole inbox collect cannot have written: lines of no kind, without what every line has, of another
-- app, or a receipt without all its rows, or rows without their receipt.
WITH chunks AS (
    SELECT chunk
    FROM   inbox
    GROUP  BY chunk
    HAVING bool_or(NOT coalesce(CASE kind
               WHEN 'row' THEN class IN ('activity', 'errors') AND app_id = getvariable('app')
                    AND (event_id, type, occurred_at, received_at, position) IS NOT NULL
               WHEN 'receipt' THEN (received_at, request, first) IS NOT NULL
           END, false))
        OR max(n) FILTER (kind = 'receipt') IS DISTINCT FROM count(DISTINCT position) FILTER (kind = 'row')
)
SELECT coalesce(class, 'receipts') AS class,
       CASE kind WHEN 'row' THEN strftime(date_trunc('hour', occurred_at), '%Y-%m-%dT%H') ELSE left(chunk, 13) END AS hour,
       strftime(max(received_at), '%Y-%m-%dT%H:%M:%S.%fZ') AS newest,
       (SELECT count(*) FROM chunks) AS faults
FROM   inbox
GROUP  BY ALL
ORDER  BY ALL;
