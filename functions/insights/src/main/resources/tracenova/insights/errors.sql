-- The error family (D26) over the last 30 days, today included, by severity, by type and by day in the app's time zone.
-- One row: Errors as JSON.
WITH ranged AS MATERIALIZED (
    SELECT s.*, c.day FROM seen s JOIN calendar c USING (quarter)
    WHERE  type IN ('error', 'crash', 'api_error', 'db_error')
), severities AS (
    SELECT severity, sum(weight) AS events FROM ranged GROUP BY severity
), types AS (
    SELECT type, sum(weight) AS events FROM ranged GROUP BY type
), parts AS (
    SELECT day, severity, type, sum(weight) AS events FROM ranged GROUP BY ALL
), days AS (
    SELECT c.day, coalesce(sum(p.events), 0) AS events,
           coalesce(list({'severity': p.severity, 'type': p.type, 'events': p.events} ORDER BY p.severity, p.type)
               FILTER (p.day IS NOT NULL), []) AS parts
    FROM   (SELECT DISTINCT day FROM calendar) c LEFT JOIN parts p USING (day)
    GROUP  BY c.day
), answer AS (
    SELECT {'from': (SELECT min(day) FROM calendar), 'to': (SELECT max(day) FROM calendar),
            'time_zone': getvariable('zone')} AS range,
           coalesce(sum(weight), 0) AS total_errors,
           coalesce(sum(weight) <> sum(events), false) AS estimated,
           (SELECT list({'severity': severity, 'events': events} ORDER BY events DESC, severity)
            FROM severities) AS by_severity,
           (SELECT list({'type': type, 'events': events} ORDER BY events DESC, type) FROM types) AS by_type,
           (SELECT list({'day': day, 'events': events, 'parts': parts} ORDER BY day) FROM days) AS days,
           getvariable('data_through') AS data_through
    FROM   ranged
)
SELECT to_json(answer) FROM answer;
