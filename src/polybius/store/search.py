"""Words of the documents: DuckDB's own full-text index, from the extension that its packages on the index carry."""

from __future__ import annotations

import importlib.resources
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import duckdb

from polybius.store.database import Database

ONE_OF = "(SELECT unnest(string_split(?, chr(31))))"  # the ids that stand in a parameter made by ``one_of``
MOST = 10_000  # documents that a search gives at most, best first


def documents(database: Database, words: str) -> list[str]:
    """Ids of the documents that hold all the words, best match first; without an index by plain search, oldest first."""
    with database.connected() as connection:
        found = _by_index(connection, words) if _loaded(connection) and _current(connection) else None
        if found is None:
            found = connection.execute(
                "SELECT id FROM documents WHERE list_bool_and([contains(lower(text || ' ' || coalesce(title, '')), w) FOR w IN ?::VARCHAR[]])"
                " ORDER BY published, id LIMIT ?",
                [words.lower().split(), MOST],
            ).fetchall()
    return [row[0] for row in found]


def update(connection: duckdb.DuckDBPyConnection) -> None:
    """Makes the index when there is none, or when it lacks documents; runs inside the caller's transaction."""
    if _loaded(connection) and not _current(connection):
        index(connection)


def index(connection: duckdb.DuckDBPyConnection) -> bool:
    """Makes the index anew; False when the extension isn't there, then search is plain."""
    if not _loaded(connection):
        return False
    # Words are letters and digits of any script: by itself the extension takes the letters a to z alone.
    connection.execute(
        "PRAGMA create_fts_index('documents', 'id', 'title', 'text', ignore = '[^\\p{L}\\p{N}]+', overwrite = 1)"
    )
    return True


def _current(connection: duckdb.DuckDBPyConnection) -> bool:
    """Whether there is an index of all documents."""
    held = connection.execute(
        "SELECT 1 FROM information_schema.schemata WHERE schema_name = 'fts_main_documents'"
    ).fetchone()
    if held is None:
        return False
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
WITH held AS (SELECT docid FROM fts_main_documents.terms WHERE termid = ?),
times AS (SELECT docid, termid, count(*) AS n FROM fts_main_documents.terms
  WHERE termid IN ({}) AND docid IN (SELECT docid FROM held) GROUP BY docid, termid),
fits AS (SELECT t.docid, sum(ln((s.num_docs - w.df + 0.5) / (w.df + 0.5) + 1) * t.n * 2.2 / (t.n + 1.2 * (0.25 + 0.75 * d.len / s.avgdl))) AS fit
  FROM times t JOIN fts_main_documents.dict w ON w.termid = t.termid JOIN fts_main_documents.docs d ON d.docid = t.docid, fts_main_documents.stats s
  GROUP BY t.docid HAVING count(*) = ?)
SELECT d.name FROM fits f JOIN fts_main_documents.docs d ON d.docid = f.docid ORDER BY f.fit DESC, d.name LIMIT ?"""


def _by_index(connection: duckdb.DuckDBPyConnection, words: str) -> list[tuple[str]] | None:
    """What the index finds; None when none of the words is one that it holds ("the", "of")."""
    terms = [number for _, number in connection.execute(_TERMS, [words]).fetchall()]
    if not terms:
        return None
    if None in terms:
        return []
    each = ", ".join("?" * len(terms))
    return connection.execute(_RANKED.format(each), [terms[0], *terms, len(terms), MOST]).fetchall()


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
