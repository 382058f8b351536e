-- The partitions that the inbox touches. One row: class, hour, newest received time of what goes there.
SELECT coalesce(class, 'receipts') AS class,
       CASE kind WHEN 'row' THEN strftime(date_trunc('hour', occurred_at), '%Y-%m-%dT%H') ELSE left(chunk, 13) END AS hour,
       strftime(max(received_at), '%Y-%m-%dT%H:%M:%S.%fZ') AS newest
FROM   inbox
GROUP  BY ALL
ORDER  BY ALL;
