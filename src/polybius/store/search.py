"""Words of the documents: DuckDB's own full-text index, from the extension that its packages on the index carry."""

from __future__ import annotations

import importlib.resources
from functools import cache
from pathlib import Path

import duckdb

from polybius.store.database import Database

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


def index(connection: duckdb.DuckDBPyConnection) -> bool:
    """Makes the index anew; False when the extension isn't there, then search is plain."""
    if not _loaded(connection):
        return False
    connection.execute("PRAGMA create_fts_index('documents', 'id', 'title', 'text', overwrite = 1)")
    return True


def _indexed(connection: duckdb.DuckDBPyConnection) -> bool:
    row = connection.execute(
        "SELECT 1 FROM information_schema.schemata WHERE schema_name = 'fts_main_documents'"
    ).fetchone()
    return row is not None


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
