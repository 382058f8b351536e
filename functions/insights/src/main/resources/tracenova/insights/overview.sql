-- What happened in the last 30 days, today included, in the app's time zone; D2, D28. A sampled event weighs what it
-- stands for. One row: Overview as JSON.
WITH ranged AS MATERIALIZED (
    SELECT s.*, c.day, c.hour FROM seen s JOIN calendar c USING (quarter)
), types AS (
    SELECT type, name, sum(weight) AS events FROM ranged GROUP BY ALL
), hours AS (
    SELECT c.hour, coalesce(any_value(r.events), 0) AS events, coalesce(any_value(r.sessions), 0) AS sessions,
           coalesce(any_value(r.users), 0) AS users
    FROM   calendar c LEFT JOIN (
               SELECT hour, sum(weight) AS events, count(DISTINCT session_id) AS sessions,
                      count(DISTINCT user_id) AS users
               FROM   ranged GROUP BY hour
           ) r USING (hour)
    WHERE  c.day IN (SELECT DISTINCT day FROM calendar ORDER BY day DESC LIMIT 2)
    GROUP  BY c.hour
), days AS (
    SELECT c.day, coalesce(r.events, 0) AS events, coalesce(r.sessions, 0) AS sessions, coalesce(r.users, 0) AS users,
           coalesce(r.visitors, 0) AS visitors
    FROM   (SELECT DISTINCT day FROM calendar) c LEFT JOIN (
               SELECT day, sum(weight) AS events, count(DISTINCT session_id) AS sessions,
                      count(DISTINCT user_id) AS users, count(DISTINCT visitor_id) AS visitors
               FROM   ranged GROUP BY day
           ) r USING (day)
), last_seen AS (
    SELECT minute, count(*) AS sessions
    FROM   (SELECT max(last_at) AS minute FROM seen WHERE session_id IS NOT NULL
            AND quarter >= getvariable('now') - INTERVAL 75 MINUTES GROUP BY session_id)
    WHERE  minute >= getvariable('now') - INTERVAL 60 MINUTES
    GROUP  BY minute
), answer AS (
    SELECT {'from': (SELECT min(day) FROM calendar), 'to': (SELECT max(day) FROM calendar),
            'time_zone': getvariable('zone')} AS range,
           coalesce(sum(weight), 0) AS total_events,
           coalesce(sum(weight) <> sum(events), false) AS estimated,
           count(DISTINCT session_id) AS unique_sessions,
           count(DISTINCT user_id) AS unique_users,
           count(DISTINCT visitor_id) AS unique_visitors,
           (SELECT list({'type': type, 'name': name, 'events': events} ORDER BY events DESC, type, name)
            FROM types) AS events_by_type,
           (SELECT list({'t': strftime(hour, '%Y-%m-%dT%H:%MZ'), 'events': events, 'sessions': sessions,
                         'users': users} ORDER BY hour) FROM hours) AS hours,
           (SELECT list({'day': day, 'events': events, 'sessions': sessions, 'users': users,
                         'visitors': visitors} ORDER BY day) FROM days) AS days,
           (SELECT list({'minute': strftime(minute, '%Y-%m-%dT%H:%MZ'), 'sessions': sessions} ORDER BY minute)
            FROM last_seen) AS last_seen,
           getvariable('data_through') AS data_through
    FROM   ranged
)
SELECT to_json(answer) FROM answer;
