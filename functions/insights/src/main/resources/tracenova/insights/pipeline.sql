-- How events come through: when and how good they came, what is in the lake, what waits; OV-P01 to OV-P04, D21.
-- One row: its insight, Pipeline as JSON.
WITH times AS (
    SELECT time_bucket(INTERVAL 15 MINUTES, getvariable('now')) - INTERVAL 1 HOUR AS hour_ago,
           time_bucket(INTERVAL 15 MINUTES, getvariable('now')) - INTERVAL 24 HOURS AS day_ago,
           strftime(getvariable('now') - INTERVAL 23 HOURS, '%Y-%m-%dT%H') AS first_hour
), came AS MATERIALIZED (
    SELECT q.* FROM counted q, times WHERE q.kind = 'quality' AND q.received >= times.day_ago
), processed AS (
    SELECT type, sum(events)::BIGINT AS events, (sum(processing_ms) / sum(events))::DECIMAL(18, 3) AS average_ms
    FROM   came, times WHERE came.received >= times.hour_ago
    GROUP  BY type
), scores AS (
    SELECT quality_score AS score, sum(events)::BIGINT AS events
    FROM   came WHERE quality_score IS NOT NULL
    GROUP  BY quality_score
), quality AS (
    SELECT coalesce(sum(events), 0)::BIGINT AS events,
           (sum(quality_score * events) / sum(events) FILTER (quality_score IS NOT NULL))::DECIMAL(6, 3) AS average,
           coalesce(sum(events) FILTER (validation_status = 'VALID'), 0)::BIGINT AS valid,
           coalesce(sum(events) FILTER (validation_status = 'WARN'), 0)::BIGINT AS warned,
           coalesce(sum(events) FILTER (validation_status = 'INVALID'), 0)::BIGINT AS invalid
    FROM   came
), arrived AS (
    SELECT coalesce(sum(chunks), 0)::BIGINT AS chunks,
           coalesce(sum(events) FILTER (reason IS NULL), 0)::BIGINT AS events,
           coalesce(sum(events) FILTER (reason IS NOT NULL), 0)::BIGINT AS rejected
    FROM   received, times WHERE received_hour >= times.first_hour
), stored AS (
    SELECT coalesce(sum(events), 0)::BIGINT AS events FROM seen, times WHERE received_hour >= times.first_hour
), stuck AS (
    SELECT list({'hour': hour, 'chunk': chunk} ORDER BY hour, chunk) AS chunks
    FROM   (SELECT hour, unnest(stuck_chunks) AS chunk FROM reconciled)
)
SELECT 'pipeline' AS insight, to_json({
           'last_received': getvariable('data_through'),
           'merged_at': getvariable('merged_at'),
           'lag_ms': greatest(0, epoch_ms(getvariable('merged_at')::TIMESTAMP) - epoch_ms(getvariable('now'))),
           'last_day': {'since': times.first_hour, 'chunks': arrived.chunks, 'events': arrived.events,
                        'rejected': arrived.rejected, 'accepted': stored.events},
           'lake': getvariable('files')::JSON,
           'waiting_chunks': (SELECT coalesce(sum(waiting), 0) FROM reconciled),
           'stuck_chunks': stuck.chunks,
           'processing': {'since': strftime(times.hour_ago, '%Y-%m-%dT%H:%MZ'),
                          'types': (SELECT list({'type': type, 'events': events, 'average_ms': average_ms}
                                                ORDER BY events DESC, type) FROM processed)},
           'quality': {'since': strftime(times.day_ago, '%Y-%m-%dT%H:%MZ'), 'events': quality.events,
                       'average': quality.average, 'valid': quality.valid, 'warn': quality.warned,
                       'invalid': quality.invalid,
                       'scores': (SELECT list({'score': score, 'events': events} ORDER BY score DESC) FROM scores)},
           'data_through': getvariable('data_through')}) AS answer
FROM   times, quality, arrived, stored, stuck;
