-- The mart of a closed day: its changed partitions folded anew, the rest as it stood in the mart before.
COPY (
    SELECT * FROM fold(getvariable('rows'), getvariable('receipts'))
    UNION ALL BY NAME
    SELECT * FROM read_parquet(getvariable('marts'), union_by_name = true)
    WHERE  class || '/' || hour NOT IN (SELECT unnest(getvariable('refolded')))
    ORDER  BY ALL
) TO (getvariable('out')) (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 122880);
