-- Some marts in one file: what people did by local day instead of quarter (and the quarter in which they began), the
-- ten events that came last, all else as it is.
COPY (
    SELECT * FROM read_parquet(getvariable('marts'), union_by_name = true) WHERE kind NOT IN ('people', 'latest')
    UNION ALL BY NAME
    (SELECT * FROM read_parquet(getvariable('marts'), union_by_name = true) WHERE kind = 'latest'
     ORDER BY received_at DESC, chunk DESC, position DESC LIMIT 10)
    UNION ALL BY NAME
    SELECT kind, class, min(quarter) AS quarter, session_id, user_id, visitor_id, user_role, release, os, device, country,
           sum(events)::BIGINT AS events, min(first_at) AS first_at, max(last_at) AS last_at, max(ended_ms) AS ended_ms,
           sum(views)::BIGINT AS views, sum(interactions)::BIGINT AS interactions, sum(errors)::BIGINT AS errors,
           sum(failures)::BIGINT AS failures,
           arg_max(screen, (screen_at, screen)) AS screen, max(screen_at) AS screen_at
    FROM   read_parquet(getvariable('marts'), union_by_name = true)
    JOIN   offsets ON quarter >= since AND quarter < until
    WHERE  kind = 'people'
    GROUP  BY kind, class, (quarter + shift)::DATE, session_id, user_id, visitor_id, user_role, release, os, device,
           country
) TO (getvariable('out')) (FORMAT parquet);
