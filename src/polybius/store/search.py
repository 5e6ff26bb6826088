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
    """Ids of the documents that hold all the words, best match first; without an index by plain search."""
    with database.connected() as connection:
        if _loaded(connection) and _indexed(connection):
            found = connection.execute(
                "SELECT id FROM (SELECT id, fts_main_documents.match_bm25(id, ?, conjunctive := 1) AS fit FROM documents)"
                " WHERE fit IS NOT NULL ORDER BY fit DESC, id LIMIT ?",
                [words, MOST],
            ).fetchall()
        else:
            found = connection.execute(
                "SELECT id FROM documents WHERE list_bool_and([contains(lower(text || ' ' || coalesce(title, '')), w) FOR w IN ?::VARCHAR[]])"
                " ORDER BY published, id LIMIT ?",
                [words.lower().split(), MOST],
            ).fetchall()
    return [row[0] for row in found]


def one_of(ids: Sequence[str]) -> str:
    """Ids as one parameter for ``ONE_OF``: of a list DuckDB converts each by itself, 10,000 in more than a second."""
    return "\x1f".join(ids)


def refresh(connection: duckdb.DuckDBPyConnection) -> None:
    """Makes the index anew when documents have come since; without the extension search stays plain."""
    if _loaded(connection) and not _indexed(connection):
        connection.execute("PRAGMA create_fts_index('documents', 'id', 'title', 'text', overwrite = 1)")


def _indexed(connection: duckdb.DuckDBPyConnection) -> bool:
    """Whether there is an index that knows all documents: a killed ingest leaves one that doesn't."""
    there = "SELECT 1 FROM information_schema.schemata WHERE schema_name = 'fts_main_documents'"
    if connection.execute(there).fetchone() is None:
        return False
    counts = "SELECT (SELECT count(*) FROM fts_main_documents.docs) = (SELECT count(*) FROM documents)"
    row = connection.execute(counts).fetchone()
    return bool(row and row[0])


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
