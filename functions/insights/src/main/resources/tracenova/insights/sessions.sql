-- The newest 1,000 sessions of the last 30 days, today included; D2. Of what a session can have several, the last.
-- One row: its insight, Sessions as JSON.
WITH newest AS MATERIALIZED (
    SELECT session_id, count(*) OVER () AS total
    FROM   present
    WHERE  unit = 'day' AND since >= getvariable('month_since') AND since < getvariable('month_until')
    AND    session_id IS NOT NULL
    GROUP  BY session_id
    ORDER  BY min(first_at) DESC, session_id
    LIMIT  1000
), items AS (
    SELECT session_id,
           max_by(user_id, (last_at, user_id)) FILTER (user_id IS NOT NULL) AS user_id,
           max_by(visitor_id, (last_at, visitor_id)) FILTER (visitor_id IS NOT NULL) AS visitor_id,
           max_by(user_role, (last_at, user_role)) FILTER (user_role <> 'unknown') AS user_role,
           min(first_at) AS started_at,
           max(last_at) AS last_at,
           coalesce(max(ended_ms) * 1000, epoch_us(max(last_at)) - epoch_us(min(first_at))) AS lasted_us,
           sum(events)::BIGINT AS events, sum(errors)::BIGINT AS errors, sum(views)::BIGINT AS views,
           max_by(screen, (screen_at, screen)) FILTER (screen IS NOT NULL) AS screen,
           max_by(release, (last_at, release)) FILTER (release IS NOT NULL) AS release,
           max_by(os, (last_at, os)) FILTER (os IS NOT NULL) AS platform,
           max_by(device, (last_at, device)) FILTER (device IS NOT NULL) AS device,
           max_by(country, (last_at, country)) FILTER (country IS NOT NULL) AS country
    FROM   people SEMI JOIN newest USING (session_id)
    WHERE  quarter >= getvariable('month_since') AND quarter < getvariable('month_until')
    GROUP  BY session_id
)
SELECT 'sessions' AS insight, to_json({
           'time_zone': getvariable('zone'),
           'items': list({
                         'session_id': session_id, 'user_id': user_id, 'visitor_id': visitor_id, 'user_role': user_role,
                         'started_at': strftime(started_at, '%Y-%m-%dT%H:%M:%S.%gZ'),
                         'last_at': strftime(last_at, '%Y-%m-%dT%H:%M:%S.%gZ'),
                         'duration_ms': round(lasted_us / 1000)::BIGINT, 'events': events, 'errors': errors,
                         'views': views, 'screen': screen, 'release': release, 'platform': platform, 'device': device,
                         'country': country} ORDER BY items.started_at DESC, session_id),
           'total': coalesce(max(total), 0), 'truncated': coalesce(max(total) > 1000, false),
           'data_through': getvariable('data_through')}) AS answer
FROM   items, (SELECT max(total) AS total FROM newest);
