-- The newest 1,000 sessions of the last 30 days, today included; D2. Of what a session can have several, the last.
-- One row: its insight, Sessions as JSON.
WITH month AS (
    SELECT * FROM windows WHERE insight = 'overview' AND period = 'current'
), sessions AS MATERIALIZED (
    SELECT p.session_id, min(p.first_at) AS started_at
    FROM   present p, month
    WHERE  p.unit = 'day' AND p.since >= month.since AND p.since < month.until AND p.session_id IS NOT NULL
    GROUP  BY p.session_id
), newest AS (
    SELECT session_id FROM sessions ORDER BY started_at DESC, session_id LIMIT 1000
), items AS (
    SELECT p.session_id,
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
    FROM   people p, month
    WHERE  p.session_id IN (FROM newest) AND p.quarter >= month.since AND p.quarter < month.until
    GROUP  BY p.session_id
)
SELECT 'sessions' AS insight, to_json({
           'time_zone': getvariable('zone'),
           'items': (SELECT list({
                         'session_id': session_id, 'user_id': user_id, 'visitor_id': visitor_id, 'user_role': user_role,
                         'started_at': strftime(started_at, '%Y-%m-%dT%H:%M:%S.%gZ'),
                         'last_at': strftime(last_at, '%Y-%m-%dT%H:%M:%S.%gZ'),
                         'duration_ms': round(lasted_us / 1000)::BIGINT, 'events': events, 'errors': errors,
                         'views': views, 'screen': screen, 'release': release, 'platform': platform, 'device': device,
                         'country': country} ORDER BY items.started_at DESC, session_id) FROM items),
           'total': (SELECT count(*) FROM sessions),
           'truncated': (SELECT count(*) > 1000 FROM sessions),
           'data_through': getvariable('data_through')}) AS answer;
