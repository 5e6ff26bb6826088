"""Codes the store's documents again after an upgrade, batch by batch, and notes what that changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import duckdb
import pyarrow as pa

from polybius.errors import InputError
from polybius.model import Coded, Document
from polybius.store import ingest, keeping
from polybius.store.database import Database, insert, listed, rows
from polybius.store.rows import Row
from polybius.version import __version__

if TYPE_CHECKING:
    from polybius.pipeline import Coder

READ = 256  # documents read from the store at once
_NOT_COMPARED = frozenset(
    {"id", "document", "incident", "sentence_number", "score", "quad", "cameo", "why", "confidence"}
)
_TOLD = ("type", "mode", "status", "actors", "recipients", "start_day", "end_day", "place")  # of an event, in a change
_OLD = """
SELECT d.id FROM documents d LEFT JOIN runs r ON r.run = d.run
WHERE d.state <> 'kept' AND (? OR (r.library, r.lexicon, r.model) IS DISTINCT FROM (?, ?, ?)) ORDER BY d.rowid"""


@dataclass(slots=True)
class Account:
    """What coding again did: documents and events, by what became of them."""

    documents: int = 0
    refused: int = 0
    same: int = 0
    changed: int = 0
    new: int = 0
    gone: int = 0


def run(database: Database, coder: Coder, processes: int, every: bool, complain: ingest.Complain) -> Account:
    """Codes documents that another version coded (or ``every`` one). Killed, it goes on where it stopped when it runs again."""
    account = Account()
    old = _old(database, coder, every)
    if old:
        number = ingest.start(database, coder)
        stream = coder.pipe(_documents(database, old), processes=processes)
        for batch in ingest.batches(stream, ingest.BATCH, lambda coded: coded.document):
            with database.transaction() as connection:
                _replace(connection, batch, number, account)
            for coded in batch:
                if coded.refused:
                    complain(InputError(coded.refused))
    ingest.finish(database)
    return account


def _old(database: Database, coder: Coder, every: bool) -> list[str]:
    """Ids of the documents to be coded again, in the order in which they came."""
    values = [every, __version__, coder.version, coder.language.name]
    with database.connected() as connection:
        found = connection.execute(_OLD, values).fetchall()
    return [row[0] for row in found]


def _documents(database: Database, ids: Sequence[str]) -> Iterator[Document]:
    for at in range(0, len(ids), READ):
        some = ids[at : at + READ]
        with database.connected() as connection, listed(connection, "wanted", some, pa.string()):
            columns = "text, published, title, source, url, language, id"
            found = rows(connection, f"SELECT {columns} FROM documents SEMI JOIN wanted ON id = value")
        by_id = {row["id"]: Document(**row) for row in found}
        yield from (by_id[id_] for id_ in some)


def _replace(connection: duckdb.DuckDBPyConnection, batch: list[Coded], number: int, account: Account) -> None:
    """One batch: its events taken out and coded anew; a document at which the coder fails keeps what it had."""
    good = [c for c in batch if not c.refused]
    ids = [c.document.id or "" for c in good]
    before = _events(connection, ids)
    keeping.forget(connection, ids)
    keeping.code(connection, good, keeping.keys(good))
    keeping.witness(connection, ids)
    after = _events(connection, ids)
    with listed(connection, "again", ids, pa.string()):
        connection.execute(
            "UPDATE documents SET run = ?, reason = NULL, state = CASE WHEN copy_of IS NULL THEN 'coded' ELSE 'copy' END"
            " WHERE id IN (SELECT value FROM again)",
            [number],
        )
    changes = [change for id_ in ids for change in _changes(before[id_], after[id_])]
    insert(connection, "changes", [{"run": number, **c} for c in changes])
    kinds = [c["change"] for c in changes]
    account.documents += len(good)
    account.refused += len(batch) - len(good)
    account.new += kinds.count("new")
    account.gone += kinds.count("gone")
    account.changed += kinds.count("changed")
    account.same += sum(map(len, after.values())) - kinds.count("new") - kinds.count("changed")


def _events(connection: duckdb.DuckDBPyConnection, documents: Sequence[str]) -> dict[str, list[Row]]:
    """Events by document, in the order of the text."""
    with listed(connection, "asked", documents, pa.string()):
        found = rows(
            connection, "SELECT * FROM events SEMI JOIN asked ON document = value ORDER BY trigger_start, type, id"
        )
    out: dict[str, list[Row]] = defaultdict(list)
    for row in found:
        out[row["document"]].append(row)
    return out


def _changes(before: Sequence[Row], after: Sequence[Row]) -> Iterator[Row]:
    """What became of one document's events: those of one word are the same act, whatever else changed."""
    was: dict[int, list[Row]] = defaultdict(list)
    for row in before:
        was[row["trigger_start"]].append(row)
    for now in after:
        same_word = was[now["trigger_start"]]
        old = min(same_word, key=lambda row: len(_differing(row, now)), default=None)
        if old is None:
            yield _change("new", None, now, [])
            continue
        same_word.remove(old)
        if differing := _differing(old, now):
            yield _change("changed", old, now, differing)
    for row in (r for left in was.values() for r in left):
        yield _change("gone", row, None, [])


def _differing(a: Row, b: Row) -> list[str]:
    return [name for name in a if name not in _NOT_COMPARED and a[name] != b[name]]


def _change(kind: str, before: Row | None, after: Row | None, fields: list[str]) -> Row:
    row = after or before
    assert row is not None
    return {
        "document": row["document"], "event": row["id"], "change": kind, "type": row["type"], "fields": fields, "before": _told(before),
        "after": _told(after), "sentence": row["sentence"],
    }  # fmt: skip


def _told(row: Row | None) -> str | None:
    """An event in a line: type, mode, status, parties, days, place."""
    if row is None:
        return None
    values = (row[name] for name in _TOLD)
    return " ".join("-" if not v else "+".join(v) if isinstance(v, list) else str(v) for v in values)
