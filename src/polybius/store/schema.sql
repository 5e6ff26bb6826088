-- The store: documents, their sentences, the events read from them, the parties, and the incidents events join into.
CREATE TABLE IF NOT EXISTS meta (key VARCHAR PRIMARY KEY, value VARCHAR NOT NULL);
CREATE TABLE IF NOT EXISTS runs (
    run INTEGER PRIMARY KEY, started TIMESTAMP NOT NULL, library VARCHAR NOT NULL, lexicon VARCHAR NOT NULL, model VARCHAR NOT NULL);
CREATE TABLE IF NOT EXISTS documents (
    id VARCHAR PRIMARY KEY, content VARCHAR NOT NULL, run INTEGER NOT NULL, published DATE, title VARCHAR, source VARCHAR, url VARCHAR,
    language VARCHAR, text VARCHAR NOT NULL);
CREATE TABLE IF NOT EXISTS sentences (document VARCHAR NOT NULL, number INTEGER NOT NULL, "start" INTEGER NOT NULL, "end" INTEGER NOT NULL,
    PRIMARY KEY (document, number));
CREATE TABLE IF NOT EXISTS events (
    id VARCHAR PRIMARY KEY, document VARCHAR NOT NULL, incident VARCHAR, type VARCHAR NOT NULL, mode VARCHAR, status VARCHAR NOT NULL,
    contexts VARCHAR[] NOT NULL, start_day DATE, end_day DATE, day_precision VARCHAR, day_basis VARCHAR,
    place VARCHAR, latitude DOUBLE, longitude DOUBLE, place_country VARCHAR, admin1 VARCHAR, geonames_id BIGINT, place_precision VARCHAR,
    place_basis VARCHAR, attributed_to VARCHAR, score DOUBLE NOT NULL, quad TINYINT NOT NULL, cameo VARCHAR NOT NULL, confidence DOUBLE NOT NULL,
    sentence_start INTEGER NOT NULL, sentence_end INTEGER NOT NULL, trigger_start INTEGER NOT NULL, trigger_end INTEGER NOT NULL,
    sentence VARCHAR NOT NULL, why VARCHAR[] NOT NULL);
CREATE TABLE IF NOT EXISTS parties (
    event VARCHAR NOT NULL, part VARCHAR NOT NULL, number INTEGER NOT NULL, name VARCHAR NOT NULL, entry VARCHAR, country VARCHAR, sector VARCHAR,
    sectors VARCHAR[] NOT NULL, role VARCHAR, text VARCHAR NOT NULL, "start" INTEGER NOT NULL, "end" INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS incidents (
    id VARCHAR PRIMARY KEY, type VARCHAR NOT NULL, mode VARCHAR, actors VARCHAR[] NOT NULL, recipients VARCHAR[] NOT NULL, start_day DATE, end_day DATE,
    day_precision VARCHAR, place VARCHAR, latitude DOUBLE, longitude DOUBLE, place_country VARCHAR, score DOUBLE NOT NULL, quad TINYINT NOT NULL,
    events INTEGER NOT NULL, documents INTEGER NOT NULL, sources INTEGER NOT NULL, first_report VARCHAR, first_published DATE, sentence VARCHAR NOT NULL);
