-- Fingerprints are made another way; the next ingest or recode makes those of the documents held (copies.renew).
DELETE FROM signatures;
DELETE FROM bands;
