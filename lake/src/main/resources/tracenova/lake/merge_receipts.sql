-- The receipts of one received hour: those that are there and those of the inbox, each chunk once.
COPY (
    WITH candidates AS (
        SELECT -1 - file_row_number AS origin, * EXCLUDE (file_row_number)
        FROM   read_parquet(getvariable('present'), union_by_name = true, file_row_number = true)
        UNION ALL BY NAME
        SELECT rowid AS origin, chunk, received_at, request, batch_id, n, first, positions, stored, duplicates, rejected
        FROM   inbox
        WHERE  kind = 'receipt' AND left(chunk, 13) = strftime(getvariable('hour'), '%Y-%m-%dT%H')
    ), winners AS (
        SELECT min(origin) AS origin FROM candidates GROUP BY chunk
    )
    SELECT * EXCLUDE (origin) FROM candidates SEMI JOIN winners USING (origin)
    ORDER  BY chunk
) TO (getvariable('out')) (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 122880);
