-- When the app's clocks were how far from UTC: of every quarter of an hour its local day and hour follow from that,
-- so days of 23 or 25 hours are what they are.
CREATE TEMP TABLE offsets AS
SELECT o.since, o.until, to_minutes(o.minutes) AS shift
FROM   (SELECT unnest(from_json(getvariable('offsets'),
            '[{"since": "TIMESTAMP", "until": "TIMESTAMP", "minutes": "BIGINT"}]')) AS o);
