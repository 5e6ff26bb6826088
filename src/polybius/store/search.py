"""Words of the documents: DuckDB's own full-text index, from the extension that its packages on the index carry."""

from __future__ import annotations

import importlib.resources
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import duckdb

from polybius.store.database import Database

ONE_OF = "(SELECT unnest(string_split(?, chr(31))))"  # the ids that stand in a parameter made by ``one_of``
# Words are letters and digits of any script: by itself the extension takes the letters a to z alone.
IGNORED = "[^\\p{L}\\p{N}]+"
AT_ONCE = 8192  # documents added to the index in one transaction: each takes some 30 kB of memory
MOST = 10_000  # documents that a search gives at most, best first


def documents(database: Database, words: str) -> list[str]:
    """Ids of the documents that hold all the words, best match first; without an index by plain search, oldest first."""
    with database.connected() as connection:
        found = (
            _by_index(connection, words) if _loaded(connection) and _made(connection) and _current(connection) else None
        )
        if found is None:
            found = connection.execute(
                "SELECT id FROM documents WHERE list_bool_and([contains(lower(text || ' ' || coalesce(title, '')), w) FOR w IN ?::VARCHAR[]])"
                " ORDER BY published, id LIMIT ?",
                [words.lower().split(), MOST],
            ).fetchall()
    return [row[0] for row in found]


def prepare(connection: duckdb.DuckDBPyConnection) -> None:
    """Makes the index when there is none: of an empty store, of nothing; runs inside the caller's transaction."""
    if _loaded(connection) and not _made(connection):
        connection.execute(f"PRAGMA create_fts_index('documents', 'id', 'title', 'text', ignore = '{IGNORED}')")


def extend(connection: duckdb.DuckDBPyConnection) -> bool:
    """Adds some of the documents that the index lacks, or all; whether there may be more. Runs inside the caller's transaction."""
    if not _loaded(connection) or not _made(connection) or _current(connection):
        return False
    connection.execute(_EXTEND)
    return True


# The extension can only make its tables anew; these statements add rows to them as it would. Words are cut to their stems once
# each, not each time that they stand somewhere.
_EXTEND = f"""
CREATE OR REPLACE TEMP TABLE added AS
  SELECT d.id, d.title, d.text, (SELECT coalesce(max(docid) + 1, 0) FROM fts_main_documents.docs) + row_number() OVER (ORDER BY d.rowid) - 1 AS docid
  FROM documents d ANTI JOIN fts_main_documents.docs i ON i.name = d.id ORDER BY d.rowid LIMIT {AT_ONCE};
CREATE OR REPLACE TEMP TABLE said AS
  SELECT docid, fieldid, unnest(string_split(regexp_replace(lower(strip_accents(text)), '{IGNORED}', ' ', 'g'), ' ')) AS word
  FROM (SELECT docid, 0 AS fieldid, title AS text FROM added UNION ALL SELECT docid, 1, text FROM added) WHERE text IS NOT NULL;
CREATE OR REPLACE TEMP TABLE stems AS SELECT word, stem(word, 'porter') AS term FROM (SELECT DISTINCT word FROM said)
  WHERE word <> '' AND word NOT IN (SELECT sw FROM fts_main_documents.stopwords);
INSERT INTO fts_main_documents.dict
  SELECT (SELECT coalesce(max(termid) + 1, 0) FROM fts_main_documents.dict) + row_number() OVER (ORDER BY term) - 1, term, 0
  FROM (SELECT DISTINCT term FROM stems) s ANTI JOIN fts_main_documents.dict d ON d.term = s.term;
CREATE OR REPLACE TEMP TABLE found AS SELECT s.docid, s.fieldid, d.termid FROM said s JOIN stems USING (word) JOIN fts_main_documents.dict d USING (term);
INSERT INTO fts_main_documents.terms SELECT docid, fieldid, termid FROM found;
UPDATE fts_main_documents.dict SET df = df + n FROM (SELECT termid, count(*) AS n FROM (SELECT DISTINCT termid, docid FROM found) GROUP BY termid) f
  WHERE f.termid = dict.termid;
INSERT INTO fts_main_documents.docs SELECT a.docid, a.id, coalesce(n, 0)
  FROM added a LEFT JOIN (SELECT docid, count(*) AS n FROM found GROUP BY docid) f ON f.docid = a.docid;
UPDATE fts_main_documents.stats SET num_docs = (SELECT count(*) FROM fts_main_documents.docs), avgdl = (SELECT avg(len) FROM fts_main_documents.docs);
DROP TABLE added; DROP TABLE said; DROP TABLE stems; DROP TABLE found;
"""


def _made(connection: duckdb.DuckDBPyConnection) -> bool:
    return bool(
        connection.execute(
            "SELECT 1 FROM information_schema.schemata WHERE schema_name = 'fts_main_documents'"
        ).fetchone()
    )


def _current(connection: duckdb.DuckDBPyConnection) -> bool:
    """Whether the index, which there is, holds all documents."""
    row = connection.execute(
        "SELECT (SELECT count(*) FROM fts_main_documents.docs) = (SELECT count(*) FROM documents)"
    ).fetchone()
    return bool(row and row[0])


_TERMS = """
SELECT a.term, d.termid FROM (
  SELECT DISTINCT stem(w, 'porter') AS term FROM (SELECT unnest(fts_main_documents.tokenize(?)) AS w)
  WHERE w <> '' AND w NOT IN (SELECT sw FROM fts_main_documents.stopwords)) a
LEFT JOIN fts_main_documents.dict d ON d.term = a.term ORDER BY d.df"""
# Okapi BM25 with its usual constants (1.2 and 0.75), over the documents that hold the rarest word only: the extension's
# own function weighs every document that holds any of the words.
_RANKED = """
WITH times AS (SELECT docid, termid, count(*) AS n FROM fts_main_documents.terms WHERE termid IN ({}) {} GROUP BY docid, termid)
SELECT d.name FROM times t JOIN fts_main_documents.dict w ON w.termid = t.termid JOIN fts_main_documents.docs d ON d.docid = t.docid,
  fts_main_documents.stats s
GROUP BY d.name HAVING count(*) = ?
ORDER BY sum(ln((s.num_docs - w.df + 0.5) / (w.df + 0.5) + 1) * t.n * 2.2 / (t.n + 1.2 * (0.25 + 0.75 * d.len / s.avgdl))) DESC, d.name LIMIT ?"""
_WITH_RAREST = "AND docid IN (SELECT docid FROM fts_main_documents.terms WHERE termid = ?)"


def _by_index(connection: duckdb.DuckDBPyConnection, words: str) -> list[tuple[str]] | None:
    """What the index finds; None when none of the words is one that it holds ("the", "of")."""
    terms = [number for _, number in connection.execute(_TERMS, [words]).fetchall()]
    if not terms:
        return None
    if None in terms:
        return []
    each = ", ".join("?" * len(terms))
    rarest, further = (terms[:1], _WITH_RAREST) if len(terms) > 1 else ([], "")
    return connection.execute(_RANKED.format(each, further), [*terms, *rarest, len(terms), MOST]).fetchall()


def one_of(ids: Sequence[str]) -> str:
    """Ids as one parameter for ``ONE_OF``: of a list DuckDB converts each by itself, 10,000 in more than a second."""
    return "\x1f".join(ids)


def _loaded(connection: duckdb.DuckDBPyConnection) -> bool:
    path = _extension()
    if path is None:
        return False
    try:
        connection.execute(f"LOAD '{path}'")
    except duckdb.Error:
        return False
    return True


@cache
def _extension() -> Path | None:
    """The extension's file inside its package; nothing is downloaded."""
    try:
        folder = Path(str(importlib.resources.files("duckdb_extension_fts")))
    except ModuleNotFoundError:
        return None
    return next(iter(sorted(folder.rglob("fts.duckdb_extension"))), None)
