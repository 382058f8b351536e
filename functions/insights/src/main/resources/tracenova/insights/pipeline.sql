-- How events come through: when and how good they came, what is in the lake, what waits; OV-P01 to OV-P04, D21.
-- One row: its insight, Pipeline as JSON.
WITH grouped AS (
    SELECT type, quality_score AS score, GROUPING(type, quality_score) AS level,
           sum(events) FILTER (kind = 'quality' AND received >= getvariable('day_ago')) AS events,
           sum(events) FILTER (kind = 'quality' AND received >= getvariable('hour_ago')) AS lately,
           sum(processing_ms) FILTER (kind = 'quality' AND received >= getvariable('hour_ago')) AS processing_ms,
           sum(events) FILTER (kind = 'quality' AND received >= getvariable('day_ago') AND validation_status = 'VALID') AS valid,
           sum(events) FILTER (kind = 'quality' AND received >= getvariable('day_ago') AND validation_status = 'WARN') AS warned,
           sum(events) FILTER (kind = 'quality' AND received >= getvariable('day_ago') AND validation_status = 'INVALID') AS invalid,
           sum(chunks) FILTER (received_hour >= getvariable('first_hour')) AS chunks,
           sum(events) FILTER (kind = 'receipts' AND reason IS NULL AND received_hour >= getvariable('first_hour')) AS arrived,
           sum(events) FILTER (reason IS NOT NULL AND received_hour >= getvariable('first_hour')) AS rejected,
           sum(events) FILTER (kind = 'events' AND received_hour >= getvariable('first_hour')) AS accepted
    FROM   counted
    GROUP  BY GROUPING SETS ((), (type), (quality_score))
), waiting AS (
    SELECT coalesce(sum(waiting), 0) AS chunks,
           flatten(list(list_transform(stuck_chunks, lambda chunk: {'hour': hour, 'chunk': chunk}) ORDER BY hour)
               FILTER (stuck > 0)) AS stuck
    FROM   reconciled
), newest AS (
    SELECT * FROM latest ORDER BY received_at DESC, chunk DESC, position DESC LIMIT 10
), arrivals AS (
    SELECT list({'event_id': event_id, 'type': type, 'name': name, 'session_id': session_id,
                 'occurred_at': strftime(occurred_at, '%Y-%m-%dT%H:%M:%S.%gZ'),
                 'received_at': strftime(received_at, '%Y-%m-%dT%H:%M:%S.%gZ'),
                 'score': quality_score, 'status': validation_status, 'processing_ms': processing_ms}
                ORDER BY received_at DESC, chunk DESC, position DESC) AS events
    FROM   newest
), answer AS (
    SELECT getvariable('data_through') AS last_received,
           getvariable('merged_at') AS merged_at,
           greatest(0, epoch_ms(getvariable('merged_at')::TIMESTAMP) - epoch_ms(getvariable('now'))) AS lag_ms,
           {'since': getvariable('first_hour'), 'chunks': coalesce(max(chunks) FILTER (level = 3), 0),
            'events': coalesce(max(arrived) FILTER (level = 3), 0),
            'rejected': coalesce(max(rejected) FILTER (level = 3), 0),
            'accepted': coalesce(max(accepted) FILTER (level = 3), 0)} AS last_day,
           getvariable('files')::JSON AS lake,
           {'since': strftime(getvariable('hour_ago'), '%Y-%m-%dT%H:%MZ'),
            'types': list({'type': type, 'events': lately, 'average_ms': (processing_ms / lately)::DECIMAL(18, 3)}
                          ORDER BY lately DESC, type) FILTER (level = 1 AND lately > 0)} AS processing,
           {'since': strftime(getvariable('day_ago'), '%Y-%m-%dT%H:%MZ'),
            'events': coalesce(max(events) FILTER (level = 3), 0),
            'average': (sum(score * events) FILTER (level = 2) / sum(events) FILTER (level = 2 AND score IS NOT NULL))
                ::DECIMAL(6, 3),
            'valid': coalesce(max(valid) FILTER (level = 3), 0), 'warn': coalesce(max(warned) FILTER (level = 3), 0),
            'invalid': coalesce(max(invalid) FILTER (level = 3), 0),
            'scores': list({'score': score, 'events': events} ORDER BY score DESC)
                FILTER (level = 2 AND score IS NOT NULL AND events > 0)} AS quality,
           getvariable('data_through') AS data_through
    FROM   grouped
)
SELECT 'pipeline' AS insight, to_json({
           'last_received': last_received, 'merged_at': merged_at, 'lag_ms': lag_ms, 'last_day': last_day, 'lake': lake,
           'waiting_chunks': waiting.chunks, 'stuck_chunks': waiting.stuck, 'processing': processing,
           'quality': quality, 'latest': arrivals.events, 'data_through': data_through}) AS answer
FROM   answer, waiting, arrivals;
