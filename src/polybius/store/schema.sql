-- The store, version 3 (migrations/ brings older ones up to it). Lists of codes stand beside an event's parties so that filters scan one table.
CREATE TABLE IF NOT EXISTS meta (key VARCHAR PRIMARY KEY, value VARCHAR NOT NULL);
CREATE TABLE IF NOT EXISTS runs (
    run INTEGER PRIMARY KEY, started TIMESTAMP NOT NULL, library VARCHAR NOT NULL, lexicon VARCHAR NOT NULL, model VARCHAR NOT NULL);
-- state: coded, copy (near copy of copy_of: coded too, but no independent source), kept (not English), refused (the coder failed; see reason).
CREATE TABLE IF NOT EXISTS documents (
    id VARCHAR PRIMARY KEY, content VARCHAR NOT NULL, run INTEGER NOT NULL, published DATE, title VARCHAR, source VARCHAR, url VARCHAR,
    language VARCHAR, state VARCHAR NOT NULL, reason VARCHAR, copy_of VARCHAR, text VARCHAR NOT NULL);
-- key: a hash of the sentence's words; original: the document that told this sentence first and within days, when that is another.
CREATE TABLE IF NOT EXISTS sentences (document VARCHAR NOT NULL, number INTEGER NOT NULL, "start" INTEGER NOT NULL, "end" INTEGER NOT NULL,
    key VARCHAR NOT NULL, original VARCHAR);
CREATE TABLE IF NOT EXISTS signatures (document VARCHAR NOT NULL, signature BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS bands (band BIGINT NOT NULL, document VARCHAR NOT NULL);
CREATE TABLE IF NOT EXISTS events (
    id VARCHAR PRIMARY KEY, document VARCHAR NOT NULL, incident VARCHAR, type VARCHAR NOT NULL, mode VARCHAR, status VARCHAR NOT NULL,
    contexts VARCHAR[] NOT NULL,
    actors VARCHAR[] NOT NULL, actor_sectors VARCHAR[] NOT NULL, actor_ids VARCHAR[] NOT NULL, actor_names VARCHAR[] NOT NULL,
    recipients VARCHAR[] NOT NULL, recipient_sectors VARCHAR[] NOT NULL, recipient_ids VARCHAR[] NOT NULL, recipient_names VARCHAR[] NOT NULL,
    start_day DATE, end_day DATE, day_precision VARCHAR, day_basis VARCHAR,
    place VARCHAR, latitude DOUBLE, longitude DOUBLE, place_country VARCHAR, admin1 VARCHAR, geonames_id BIGINT, place_precision VARCHAR,
    place_basis VARCHAR, attributed_to VARCHAR, attributed_country VARCHAR, attributed_id VARCHAR,
    score DOUBLE NOT NULL, quad TINYINT NOT NULL, cameo VARCHAR NOT NULL, confidence DOUBLE NOT NULL,
    sentence_number INTEGER NOT NULL, sentence_start INTEGER NOT NULL, sentence_end INTEGER NOT NULL, trigger_start INTEGER NOT NULL,
    trigger_end INTEGER NOT NULL, sentence VARCHAR NOT NULL, why VARCHAR[] NOT NULL);
CREATE TABLE IF NOT EXISTS parties (
    event VARCHAR NOT NULL, part VARCHAR NOT NULL, number INTEGER NOT NULL, name VARCHAR NOT NULL, entry VARCHAR, country VARCHAR, sector VARCHAR,
    sectors VARCHAR[] NOT NULL, role VARCHAR, text VARCHAR NOT NULL, "start" INTEGER NOT NULL, "end" INTEGER NOT NULL);
-- Documents that carried an event's sentence word for word besides the one it was coded from.
CREATE TABLE IF NOT EXISTS witnesses (event VARCHAR NOT NULL, document VARCHAR NOT NULL, "start" INTEGER NOT NULL, "end" INTEGER NOT NULL);
-- What coding a document again changed: event new, gone, or changed in these fields.
CREATE TABLE IF NOT EXISTS changes (run INTEGER NOT NULL, document VARCHAR NOT NULL, event VARCHAR NOT NULL, change VARCHAR NOT NULL,
    type VARCHAR NOT NULL, fields VARCHAR[] NOT NULL, before VARCHAR, after VARCHAR, sentence VARCHAR NOT NULL);
CREATE TABLE IF NOT EXISTS incidents (
    id VARCHAR PRIMARY KEY, storyline VARCHAR, type VARCHAR NOT NULL, mode VARCHAR, status VARCHAR NOT NULL, contexts VARCHAR[] NOT NULL,
    actors VARCHAR[] NOT NULL, actor_sectors VARCHAR[] NOT NULL, actor_ids VARCHAR[] NOT NULL, actor_names VARCHAR[] NOT NULL,
    recipients VARCHAR[] NOT NULL, recipient_sectors VARCHAR[] NOT NULL, recipient_ids VARCHAR[] NOT NULL, recipient_names VARCHAR[] NOT NULL,
    start_day DATE, end_day DATE, day_precision VARCHAR, day_basis VARCHAR, place VARCHAR, latitude DOUBLE, longitude DOUBLE, place_country VARCHAR,
    place_precision VARCHAR, score DOUBLE NOT NULL, quad TINYINT NOT NULL, confidence DOUBLE NOT NULL,
    events INTEGER NOT NULL, documents INTEGER NOT NULL, sources INTEGER NOT NULL, first_document VARCHAR NOT NULL, first_published DATE,
    sentence VARCHAR NOT NULL, differences VARCHAR[] NOT NULL);
-- One row for each direction between two parties of an incident: what dyads are counted from.
CREATE TABLE IF NOT EXISTS pairs (
    incident VARCHAR NOT NULL, day DATE, actor VARCHAR NOT NULL, recipient VARCHAR NOT NULL, type VARCHAR NOT NULL, quad TINYINT NOT NULL,
    score DOUBLE NOT NULL, status VARCHAR NOT NULL, sources INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS storylines (
    id VARCHAR PRIMARY KEY, title VARCHAR NOT NULL, first_day DATE, last_day DATE, countries VARCHAR[] NOT NULL, incidents INTEGER NOT NULL,
    documents INTEGER NOT NULL, score DOUBLE NOT NULL);
