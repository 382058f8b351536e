-- The rows of one partition: a slice of the winners, in their order.
COPY (
    SELECT * FROM winners
    WHERE  class = getvariable('class')
    AND    occurred_at >= getvariable('hour') AND occurred_at < getvariable('hour') + INTERVAL 1 HOUR
) TO (getvariable('out')) (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 122880);
