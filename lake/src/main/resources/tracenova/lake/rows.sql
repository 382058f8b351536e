-- The rows of one partition. Sorted here and not before: where a row group ends depends on how rows come to the writer,
-- and only what was just sorted comes the same way whatever it was merged with (X14).
COPY (
    SELECT * FROM winners
    WHERE  class = getvariable('class')
    AND    occurred_at >= getvariable('hour') AND occurred_at < getvariable('hour') + INTERVAL 1 HOUR
    ORDER  BY occurred_at, event_id
) TO (getvariable('out')) (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 122880);
