-- What collect cannot have written: lines of no kind, without what every line has, of another app, or a chunk
-- whose receipt and rows do not belong together. One row: a chunk.
SELECT chunk
FROM   inbox
GROUP  BY chunk
HAVING bool_or(NOT coalesce(CASE kind
           WHEN 'row' THEN class IN ('activity', 'errors') AND app_id = getvariable('app')
                AND (event_id, type, occurred_at, received_at, position) IS NOT NULL
           WHEN 'receipt' THEN (received_at, request, first) IS NOT NULL
       END, false))
    OR max(n) FILTER (kind = 'receipt') IS DISTINCT FROM count(DISTINCT position) FILTER (kind = 'row')
ORDER  BY chunk;
