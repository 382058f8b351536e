-- The error family (D26) over the last 30 days, today included, by severity, by type and by day in the app's time zone.
-- One row: its insight, Errors as JSON.
WITH ranged AS MATERIALIZED (
    SELECT * FROM seen
    WHERE  quarter >= getvariable('month_since') AND quarter < getvariable('month_until') AND is_error(type)
), severities AS (
    SELECT severity, sum(weight) AS events FROM ranged GROUP BY severity
), types AS (
    SELECT type, sum(weight) AS events FROM ranged GROUP BY type
), parts AS (
    SELECT day, severity, type, sum(weight) AS events FROM ranged GROUP BY ALL
), days AS (
    SELECT m.day, coalesce(sum(p.events), 0) AS events,
           coalesce(list({'severity': p.severity, 'type': p.type, 'events': p.events} ORDER BY p.severity, p.type)
               FILTER (p.day IS NOT NULL), []) AS parts
    FROM   (SELECT unnest(points)::DATE AS day FROM windows WHERE insight = 'overview' AND period = 'current') m
           LEFT JOIN parts p USING (day)
    GROUP  BY m.day
), answer AS (
    SELECT {'from': (SELECT min(day) FROM days), 'to': (SELECT max(day) FROM days),
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
SELECT 'errors' AS insight, to_json(answer) AS answer FROM answer;
