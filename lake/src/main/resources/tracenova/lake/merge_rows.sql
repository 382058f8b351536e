-- The rows of one partition: those that are there and those of the inbox, each event id once. The winner is the
-- one received first; chunk and position decide between equals, so that no order of arrival matters. Of the same
-- row twice the one that came last counts: newer code may have read its chunk.
COPY (
    WITH later AS (
        SELECT DISTINCT chunk, request AS continues FROM inbox WHERE kind = 'receipt' AND NOT first
    ), candidates AS (
        SELECT -1 - file_row_number AS origin, * EXCLUDE (file_row_number)
        FROM   read_parquet(getvariable('present'), union_by_name = true, file_row_number = true)
        UNION ALL BY NAME
        SELECT rowid AS origin, continues,
               i.* EXCLUDE (kind, request, n, first, positions, stored, duplicates, rejected)
        FROM   inbox i LEFT JOIN later USING (chunk)
        WHERE  kind = 'row' AND class = getvariable('class')
        AND    occurred_at >= getvariable('hour') AND occurred_at < getvariable('hour') + INTERVAL 1 HOUR
    ), winners AS (
        SELECT arg_min(origin, (received_at, chunk, position, -origin)) AS origin FROM candidates GROUP BY event_id
    )
    SELECT * EXCLUDE (origin) FROM candidates SEMI JOIN winners USING (origin)
    ORDER  BY occurred_at, event_id
) TO (getvariable('out')) (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 122880);
