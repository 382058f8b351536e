-- What happened in each window, in the app's time zone; D2, D3, D26, D28. A sampled event weighs what it stands for.
-- One row per range: its insight, Overview as JSON.
WITH ranged AS MATERIALIZED (
    SELECT w.insight, w.period, p.*
    FROM   windows w JOIN present p ON p.unit = w.unit AND p.since >= w.since AND p.since < w.until
), events AS MATERIALIZED (
    SELECT w.insight, w.period, CASE w.unit WHEN 'day' THEN s.day::TIMESTAMP ELSE s.hour END AS point, s.type,
           s.name, s.severity, s.events, s.weight
    FROM   windows w JOIN seen s ON s.quarter >= w.since AND s.quarter < w.until
), sessions AS (
    SELECT insight, period, coalesce(max(ended_ms) * 1000, epoch_us(max(last_at)) - epoch_us(min(first_at)))::BIGINT AS lasted_us,
           sum(views) AS views, sum(interactions) AS interactions, sum(failures) AS failures
    FROM   ranged WHERE session_id IS NOT NULL
    GROUP  BY insight, period, session_id
), rates AS (
    SELECT insight, period, count(*) AS sessions, round(sum(lasted_us) / (1000 * count(*)))::BIGINT AS duration_ms,
           count(*) FILTER (failures > 0) / count(*) AS error_rate,
           count(*) FILTER (views = 1 AND interactions = 0 AND lasted_us < 10_000_000)
               / nullif(count(*) FILTER (views > 0), 0) AS bounce_rate
    FROM   sessions GROUP BY ALL
), persons AS (
    SELECT insight, period, count(DISTINCT user_id) AS users, count(DISTINCT visitor_id) AS visitors
    FROM   ranged GROUP BY ALL
), totals AS (
    SELECT insight, period, sum(weight) AS events, sum(weight) <> sum(events) AS estimated,
           sum(weight) FILTER (is_error(type)) AS errors
    FROM   events GROUP BY ALL
), types AS (
    SELECT insight, list({'type': type, 'name': name, 'events': events} ORDER BY events DESC, type, name) AS types
    FROM   (SELECT insight, type, name, sum(weight) AS events FROM events WHERE period = 'current' GROUP BY ALL)
    GROUP  BY insight
), severities AS (
    SELECT insight, list({'severity': severity, 'events': events} ORDER BY events DESC, severity) AS severities
    FROM   (SELECT insight, severity, sum(weight) AS events FROM events WHERE period = 'current' AND is_error(type)
            GROUP BY ALL)
    GROUP  BY insight
), point_events AS (
    SELECT insight, period, point, sum(weight) AS events, sum(weight) FILTER (is_error(type)) AS errors
    FROM   events GROUP BY ALL
), point_persons AS (
    SELECT insight, period, point, count(DISTINCT session_id) AS sessions, count(DISTINCT user_id) AS users,
           count(DISTINCT visitor_id) AS visitors
    FROM   ranged GROUP BY ALL
), points AS (
    SELECT insight, period,
           list({'t': strftime(point, '%Y-%m-%dT%H:%MZ'), 'events': coalesce(e.events, 0),
                 'sessions': coalesce(sessions, 0), 'users': coalesce(users, 0), 'errors': coalesce(errors, 0)}
                ORDER BY point) FILTER (unit = 'hour') AS hours,
           list({'day': strftime(point, '%Y-%m-%d'), 'events': coalesce(e.events, 0), 'sessions': coalesce(sessions, 0),
                 'users': coalesce(users, 0), 'visitors': coalesce(visitors, 0), 'errors': coalesce(errors, 0)}
                ORDER BY point) FILTER (unit = 'day') AS days
    FROM   (SELECT insight, period, unit, unnest(points) AS point FROM windows)
    LEFT   JOIN point_events e USING (insight, period, point)
    LEFT   JOIN point_persons USING (insight, period, point)
    GROUP  BY insight, period
), last_seen AS (
    SELECT list({'minute': strftime(minute, '%Y-%m-%dT%H:%MZ'), 'sessions': sessions} ORDER BY minute) AS minutes
    FROM   (SELECT minute, count(*) AS sessions
            FROM   (SELECT date_trunc('minute', max(last_at)) AS minute FROM present
                    WHERE unit = 'hour' AND session_id IS NOT NULL GROUP BY session_id)
            WHERE  minute >= getvariable('now') - INTERVAL 60 MINUTES
            GROUP  BY minute)
), figures AS (
    SELECT w.insight, w.period, w.unit, w.until,
           CASE w.unit WHEN 'day' THEN strftime(w.points[1], '%Y-%m-%d') ELSE strftime(w.points[1], '%Y-%m-%dT%H:%MZ') END AS "from",
           CASE w.unit WHEN 'day' THEN strftime(w.points[-1], '%Y-%m-%d') ELSE strftime(w.points[-1], '%Y-%m-%dT%H:%MZ') END AS "to",
           coalesce(t.events, 0) AS total_events, coalesce(t.estimated, false) AS estimated,
           coalesce(r.sessions, 0) AS unique_sessions, coalesce(p.users, 0) AS unique_users,
           coalesce(p.visitors, 0) AS unique_visitors, coalesce(t.errors, 0) AS total_errors, r.error_rate,
           r.duration_ms, r.bounce_rate, points.hours, points.days
    FROM   windows w
    LEFT   JOIN totals t USING (insight, period)
    LEFT   JOIN rates r USING (insight, period)
    LEFT   JOIN persons p USING (insight, period)
    LEFT   JOIN points USING (insight, period)
)
SELECT c.insight, to_json({
           'range': {'from': c."from", 'to': c."to", 'time_zone': getvariable('zone')},
           'previous': CASE WHEN p.insight IS NOT NULL THEN {
               'from': p."from", 'to': p."to", 'until': strftime(p.until, '%Y-%m-%dT%H:%MZ'),
               'total_events': p.total_events, 'unique_sessions': p.unique_sessions, 'unique_users': p.unique_users,
               'unique_visitors': p.unique_visitors, 'total_errors': p.total_errors, 'error_rate': p.error_rate,
               'session_duration_ms': p.duration_ms, 'bounce_rate': p.bounce_rate, 'hours': p.hours, 'days': p.days} END,
           'total_events': c.total_events, 'estimated': c.estimated, 'unique_sessions': c.unique_sessions,
           'unique_users': c.unique_users, 'unique_visitors': c.unique_visitors, 'total_errors': c.total_errors,
           'error_rate': c.error_rate, 'session_duration_ms': c.duration_ms, 'bounce_rate': c.bounce_rate,
           'events_by_type': types.types, 'errors_by_severity': severities.severities,
           'hours': coalesce(c.hours, lately.hours), 'days': c.days, 'last_seen': last_seen.minutes,
           'data_through': getvariable('data_through')}) AS answer
FROM   figures c
LEFT   JOIN figures p ON p.insight = c.insight AND p.period = 'previous'
LEFT   JOIN types ON types.insight = c.insight
LEFT   JOIN severities ON severities.insight = c.insight
CROSS  JOIN (SELECT hours FROM figures WHERE insight = 'lately') lately
CROSS  JOIN last_seen
WHERE  c.period = 'current' AND c.insight <> 'lately';
