-- What every insight may use besides the views of the lake: `calendar`, the quarters of an hour of the last 30 days
-- with the app's local day and the start of its local hour, and `reconciled`, the hours as reconcile left them.
CREATE TEMP TABLE calendar AS
SELECT * FROM read_json(getvariable('calendar'), format = 'newline_delimited', columns = {
    quarter: 'TIMESTAMP', day: 'VARCHAR', hour: 'TIMESTAMP'
});

CREATE TEMP TABLE reconciled_object AS
SELECT * FROM read_json(getvariable('reconciled'), format = 'unstructured', columns = {
    through: 'VARCHAR',
    hours: 'MAP(VARCHAR, STRUCT(marked BOOLEAN, stuck VARCHAR[], refused MAP(VARCHAR, BIGINT)))'
});

CREATE TEMP VIEW reconciled AS
SELECT h.key AS hour, h.value.marked, len(h.value.stuck) AS stuck, h.value.refused
FROM   (SELECT unnest(map_entries(hours)) AS h FROM reconciled_object);
