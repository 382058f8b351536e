-- The receipts of one received hour: those of the inbox and those that are there, each chunk once.
COPY (
    SELECT DISTINCT ON (chunk) *
    FROM (
        SELECT chunk, received_at, request, batch_id, n, first, positions, stored, duplicates, rejected
        FROM   inbox
        WHERE  kind = 'receipt' AND left(chunk, 13) = strftime(getvariable('hour'), '%Y-%m-%dT%H')
        UNION ALL BY NAME
        SELECT * FROM read_parquet(getvariable('present'), union_by_name = true)
    )
    ORDER  BY chunk
) TO (getvariable('out')) (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 122880);
