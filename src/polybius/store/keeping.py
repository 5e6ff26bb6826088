"""One batch of coded documents into the tables: copies marked, sentences told before witnessed instead of coded again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import duckdb
import pyarrow as pa

from polybius.model import Coded, Span
from polybius.store import copies, rows
from polybius.store.database import insert, listed

_WITNESSES = """
INSERT INTO witnesses SELECT e.id, s.document, s.start, s."end" FROM sentences s
JOIN sentences o ON o.document = s.original AND o.key = s.key AND o.original IS NULL
JOIN events e ON e.document = o.document AND e.sentence_number = o.number
WHERE s.original <> s.document AND (s.document IN (SELECT value FROM kept) OR s.original IN (SELECT value FROM kept))"""


@dataclass(slots=True)
class Batch:
    """Rows to be added."""

    sentences: list[rows.Row] = field(default_factory=list)
    events: list[rows.Row] = field(default_factory=list)
    parties: list[rows.Row] = field(default_factory=list)


def add(
    connection: duckdb.DuckDBPyConnection, coded: Sequence[Coded], contents: Sequence[str], run: int
) -> tuple[int, int]:
    """Keeps documents that the store doesn't hold, with what was coded; how many are near copies, and how many events.

    ``contents`` are those of ``rows.content``, one a document.
    """
    prints = [copies.fingerprint(c.document.id or "", c.document.text) for c in coded]
    copied = copies.originals(connection, prints)
    documents = []
    for c, content in zip(coded, contents, strict=True):
        original = copied.get(c.document.id or "")
        state = "refused" if c.refused else "copy" if original else "coded"
        documents.append(rows.document(c.document, content, run, state, c.refused, original))
    insert(connection, "documents", documents)
    copies.keep(connection, prints)
    good = [c for c in coded if not c.refused]
    return sum(c.document.id in copied for c in good), len(code(connection, good).events)


def code(connection: duckdb.DuckDBPyConnection, coded: Sequence[Coded]) -> Batch:
    """Keeps sentences and events of documents that the store holds; where it has some of theirs, ``forget`` them first."""
    batch = Batch()
    keys = [[copies.sentence_key(s.of(c.document.text)) for s in c.sentences] for c in coded]
    told = _told(connection, {key for of_one in keys for key in of_one if key})
    for each, of_one in zip(coded, keys, strict=True):
        _gather(each, of_one, told, batch)
    insert(connection, "sentences", batch.sentences)
    insert(connection, "events", batch.events)
    insert(connection, "parties", batch.parties)
    with listed(connection, "kept", [c.document.id for c in coded], pa.string()):
        connection.execute(_WITNESSES)
    return batch


def forget(connection: duckdb.DuckDBPyConnection, documents: Sequence[str]) -> None:
    """Takes out what was coded from documents, and who witnessed it."""
    with listed(connection, "gone", documents, pa.string()):
        mine = "document IN (SELECT value FROM gone)"
        of_events = f"event IN (SELECT id FROM events WHERE {mine})"
        connection.execute(f"DELETE FROM witnesses WHERE {mine} OR {of_events}")
        connection.execute(f"DELETE FROM parties WHERE {of_events}")
        connection.execute(f"DELETE FROM events WHERE {mine}")
        connection.execute(f"DELETE FROM sentences WHERE {mine}")


def _gather(coded: Coded, keys: Sequence[str], told: dict[str, str], batch: Batch) -> None:
    """Rows of one document: events of sentences that another document told before aren't among them."""
    id_ = coded.document.id or ""
    again: set[Span] = set()
    for number, (span, key) in enumerate(zip(coded.sentences, keys, strict=True)):
        first = told.get(key) if key else None
        batch.sentences.append(
            {"document": id_, "number": number, "start": span.start, "end": span.end, "key": key, "original": first}
        )
        if first is None and key:
            told[key] = id_
        elif first is not None and first != id_:
            again.add(span)
    for event in coded.events:
        if event.sentence not in again:
            batch.events.append(rows.event(event, coded))
            batch.parties.extend(rows.parties(event))


def _told(connection: duckdb.DuckDBPyConnection, keys: set[str]) -> dict[str, str]:
    """Which sentences the store holds, by key, and the document that told each first."""
    with listed(connection, "wanted", sorted(keys), pa.string()):
        found = connection.execute(
            "SELECT key, document FROM sentences SEMI JOIN wanted ON key = value WHERE original IS NULL"
        ).fetchall()
    return dict(found)
