-- Where every event of the last 7 days went, by received hour (UTC): received = accepted + duplicate + rejected.
-- Requests whose first chunk has no receipt stand outside, with their rows. One row: its insight, Ledger as JSON.
WITH whole AS (
    SELECT received_hour, sum(events) AS arrived, sum(positions) AS positions, sum(stored) AS stored,
           sum(duplicates) AS repeated
    FROM   received WHERE reason IS NULL AND later_chunk IS NULL
    GROUP  BY received_hour
), won AS (
    SELECT received_hour, sum(events) AS events
    FROM   seen ANTI JOIN (SELECT received_hour, later_chunk FROM received WHERE later_chunk IS NOT NULL)
           USING (received_hour, later_chunk)
    GROUP  BY received_hour
), reasons AS (
    SELECT received_hour, list({'reason': reason, 'events': events} ORDER BY reason) AS rejected, sum(events) AS events
    FROM   received WHERE reason IS NOT NULL
    GROUP  BY received_hour
), refused AS (
    SELECT hour AS received_hour, list({'reason': r.key, 'requests': r.value} ORDER BY r.key) AS refused
    FROM   (SELECT hour, unnest(map_entries(refused)) AS r FROM reconciled)
    GROUP  BY hour
), hours AS (
    SELECT received_hour AS hour,
           coalesce(w.positions - w.stored + w.arrived, 0) AS received,
           coalesce(won.events, 0) AS accepted,
           coalesce(w.arrived - coalesce(won.events, 0) + w.repeated, 0) AS duplicate,
           coalesce(reasons.events, 0) AS rejected,
           coalesce(reasons.rejected, []) AS rejected_by_reason,
           coalesce(w.stored - w.arrived, 0) AS unfinished,
           coalesce(refused.refused, []) AS refused,
           coalesce(rec.stuck, 0) AS stuck,
           coalesce(rec.marked, false) AS reconciled
    FROM   whole w
    FULL   JOIN refused USING (received_hour)
    FULL   JOIN (SELECT * RENAME (hour AS received_hour) FROM reconciled WHERE stuck > 0 OR marked) rec USING (received_hour)
    LEFT   JOIN won USING (received_hour)
    LEFT   JOIN reasons USING (received_hour)
    WHERE  received_hour > strftime(getvariable('now') - INTERVAL 7 DAYS, '%Y-%m-%dT%H')
    AND    (w.positions > 0 OR refused.refused IS NOT NULL OR rec.stuck > 0)
), answer AS (
    SELECT coalesce((SELECT list(hours ORDER BY hour) FROM hours), []) AS hours,
           getvariable('data_through') AS data_through
)
SELECT 'ledger' AS insight, to_json(answer) AS answer FROM answer;
