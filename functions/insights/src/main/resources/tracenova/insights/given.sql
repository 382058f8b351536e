-- What every insight may use besides the views of the lake: `windows`, the stretches of time that insights count in;
-- `present`, who did something in which local day, or lately in which local hour; and `reconciled`, the hours as
-- reconcile left them.
CREATE TEMP TABLE windows AS
SELECT w.*
FROM   (SELECT unnest(from_json(getvariable('windows'), '[{"insight": "VARCHAR", "period": "VARCHAR", "unit": "VARCHAR",
            "since": "TIMESTAMP", "until": "TIMESTAMP", "points": ["TIMESTAMP"]}]')) AS w);

-- `since` is the quarter in which they began: so who was there in the first part of a day or hour can be told.
CREATE TEMP TABLE present AS
SELECT CASE WHEN GROUPING(hour) = 0 THEN 'hour' ELSE 'day' END AS unit,
       coalesce(hour, day::TIMESTAMP) AS point,
       min(quarter) AS since, session_id, user_id, visitor_id, min(first_at) AS first_at, max(last_at) AS last_at,
       max(ended_ms) AS ended_ms, sum(views) AS views, sum(interactions) AS interactions, sum(failures) AS failures
FROM   people
GROUP  BY GROUPING SETS ((day, session_id, user_id, visitor_id), (hour, session_id, user_id, visitor_id))
HAVING GROUPING(hour) = 1 OR hour >= getvariable('in_detail')::TIMESTAMP;

CREATE TEMP TABLE reconciled_object AS
SELECT r.* FROM (SELECT from_json(getvariable('reconciled'), '{"through": "VARCHAR", "hours": "MAP(VARCHAR, STRUCT(marked BOOLEAN, queued MAP(VARCHAR, BIGINT), stuck VARCHAR[], refused MAP(VARCHAR, BIGINT)))"}') AS r);

CREATE TEMP VIEW reconciled AS
SELECT h.key AS hour, h.value.marked, len(h.value.stuck) AS stuck, h.value.stuck AS stuck_chunks,
       coalesce(cardinality(h.value.queued), 0) - coalesce(len(h.value.stuck), 0) AS waiting, h.value.refused
FROM   (SELECT unnest(map_entries(hours)) AS h FROM reconciled_object);
