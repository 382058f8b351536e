-- Everything that these inbox objects say, rows and receipts.
CREATE OR REPLACE TEMP TABLE inbox AS
SELECT * FROM inbox_of(getvariable('inbox'));
