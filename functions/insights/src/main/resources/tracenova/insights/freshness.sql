-- Through which time the figures are complete, and what still waits to be reconciled. One row: its insight, Freshness
-- as JSON. (Hours after the last event count as nothing: that they are reconciled makes no new answer.)
WITH reconciled_hours AS (
    SELECT least(through, strftime(getvariable('now'), '%Y-%m-%dT%H')) AS through
    FROM   reconciled_object WHERE through IS NOT NULL
), closed AS (
    SELECT strftime(date_trunc('hour', getvariable('now') - INTERVAL 15 MINUTES) - INTERVAL 1 HOUR, '%Y-%m-%dT%H') AS hour
), first_open AS (
    SELECT coalesce(
        (SELECT strftime(strptime(through, '%Y-%m-%dT%H') + INTERVAL 1 HOUR, '%Y-%m-%dT%H') FROM reconciled_hours),
        (SELECT min(received_hour) FROM received)) AS hour
), answer AS (
    SELECT getvariable('data_through') AS data_through,
           (SELECT through FROM reconciled_hours) AS reconciled_through,
           CASE WHEN first_open.hour <= closed.hour THEN first_open.hour END AS oldest_unreconciled_hour,
           greatest(0, date_diff('hour', strptime(first_open.hour, '%Y-%m-%dT%H'), strptime(closed.hour, '%Y-%m-%dT%H')) + 1)
               AS unreconciled_hours,
           coalesce((SELECT sum(stuck) FROM reconciled), 0) AS stuck_chunks
    FROM   closed, first_open
)
SELECT 'freshness' AS insight, to_json(answer) AS answer FROM answer;
