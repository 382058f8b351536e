-- What insights ask: `seen`, events counted per quarter of an hour and whatever they are grouped by, and `received`,
-- what the receipts say per received hour. Days that are not closed are folded here, the others are marts.
CREATE TEMP TABLE open_days AS
SELECT * FROM fold(getvariable('rows'), getvariable('receipts'));

CREATE TEMP VIEW folded AS
SELECT * FROM open_days
UNION ALL BY NAME
SELECT * FROM read_parquet(getvariable('marts'), union_by_name = true);

CREATE TEMP VIEW seen AS
SELECT * EXCLUDE (hour, reason, positions, stored, duplicates) FROM folded WHERE class <> 'receipts';

CREATE TEMP VIEW received AS
SELECT received_hour, later_chunk, reason, events, positions, stored, duplicates FROM folded WHERE class = 'receipts';
