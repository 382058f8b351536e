-- The rows of one partition, in the one order there is.
COPY (
    SELECT * FROM candidates
    WHERE  class = getvariable('class')
    AND    occurred_at >= getvariable('hour') AND occurred_at < getvariable('hour') + INTERVAL 1 HOUR
    ORDER  BY occurred_at, event_id
) TO (getvariable('out')) (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 122880);
