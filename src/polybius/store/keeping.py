"""One batch of coded documents into the tables: copies marked, sentences told before witnessed instead of coded again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

import duckdb
import pyarrow as pa

from polybius.model import Coded, Span
from polybius.store import copies, rows
from polybius.store.database import insert, listed

_WITNESSES = """
INSERT INTO witnesses SELECT e.id, a.document, a.start, a."end" FROM again a
JOIN events e ON e.document = a.original AND e.sentence_number = a.number"""
_OTHERS = """
INSERT INTO witnesses SELECT e.id, s.document, s.start, s."end" FROM sentences s
JOIN sentences o ON o.document = s.original AND o.key = s.key AND o.original IS NULL
JOIN events e ON e.document = o.document AND e.sentence_number = o.number
WHERE s.original <> s.document AND s.original IN (SELECT value FROM kept) AND s.document NOT IN (SELECT value FROM kept)"""
_AGAIN = pa.schema(
    {"document": pa.string(), "start": pa.int32(), "end": pa.int32(), "original": pa.string(), "number": pa.int32()}
)


class Telling(NamedTuple):
    """A document that told a sentence first, or first again after so long that it is another telling."""

    document: str
    published: date | None
    number: int  # of the sentence in that document


class Kept(NamedTuple):
    """How many of the documents kept are near copies, how many events they gave, how many of their sentences were told before."""

    copies: int
    events: int
    told: int


@dataclass(slots=True)
class Batch:
    """Rows to be added."""

    sentences: list[rows.Row] = field(default_factory=list)
    events: list[rows.Row] = field(default_factory=list)
    parties: list[rows.Row] = field(default_factory=list)
    again: list[rows.Row] = field(default_factory=list)  # sentences that another document told before, and where


class Digest(NamedTuple):
    """What is worked out of coded documents before the store is looked at."""

    coded: Sequence[Coded]
    contents: Sequence[str]  # by ``rows.content``
    prints: copies.Prints
    keys: Sequence[Sequence[str]]  # of their sentences

    def of(self, numbers: Sequence[int]) -> Digest:
        """The same of some of the documents."""
        coded, contents, keys = ([column[n] for n in numbers] for column in (self.coded, self.contents, self.keys))
        return Digest(coded, contents, self.prints.of(numbers), keys)  # type: ignore[arg-type]  # columns keep their types


def digest(coded: Sequence[Coded], contents: Sequence[str]) -> Digest:
    """Fingerprints and keys of documents."""
    prints = copies.fingerprints([c.document.id or "" for c in coded], [c.document.text for c in coded])
    return Digest(coded, contents, prints, keys(coded))


def keys(coded: Sequence[Coded]) -> list[list[str]]:
    """The keys of the sentences of each document."""
    return [[copies.sentence_key(s.of(c.document.text)) for s in c.sentences] for c in coded]


def add(connection: duckdb.DuckDBPyConnection, new: Digest, run: int) -> Kept:
    """Keeps documents that the store doesn't hold, with what was coded."""
    copied = copies.originals(connection, new.prints)
    documents = []
    for c, content in zip(new.coded, new.contents, strict=True):
        original = copied.get(c.document.id or "")
        state = "refused" if c.refused else "copy" if original else "coded"
        documents.append(rows.document(c.document, content, run, state, c.refused, original))
    insert(connection, "documents", documents)
    copies.keep(connection, new.prints)
    good = [c for c in new.coded if not c.refused]
    batch = code(connection, good, [k for c, k in zip(new.coded, new.keys, strict=True) if not c.refused])
    return Kept(sum(c.document.id in copied for c in good), len(batch.events), len(batch.again))


def code(connection: duckdb.DuckDBPyConnection, coded: Sequence[Coded], keys: Sequence[Sequence[str]]) -> Batch:
    """Keeps sentences, of which ``keys`` has the keys, and events of documents that the store holds; where it has some of theirs,
    ``forget`` them first.
    """
    batch = Batch()
    told = _told(connection, {key for of_one in keys for key in of_one if key})
    for each, of_one in zip(coded, keys, strict=True):
        _gather(each, of_one, told, batch)
    insert(connection, "sentences", batch.sentences)
    insert(connection, "events", batch.events)
    insert(connection, "parties", batch.parties)
    connection.register("again", pa.Table.from_pylist(batch.again, _AGAIN))
    connection.execute(_WITNESSES)
    connection.unregister("again")
    return batch


def witness(connection: duckdb.DuckDBPyConnection, documents: Sequence[str]) -> None:
    """Makes other documents witnesses of what was coded again from these."""
    with listed(connection, "kept", documents, pa.string()):
        connection.execute(_OTHERS)


def forget(connection: duckdb.DuckDBPyConnection, documents: Sequence[str]) -> None:
    """Takes out what was coded from documents, and who witnessed it."""
    with listed(connection, "gone", documents, pa.string()):
        mine = "document IN (SELECT value FROM gone)"
        of_events = f"event IN (SELECT id FROM events WHERE {mine})"
        connection.execute(f"DELETE FROM witnesses WHERE {mine} OR {of_events}")
        connection.execute(f"DELETE FROM parties WHERE {of_events}")
        connection.execute(f"DELETE FROM events WHERE {mine}")
        connection.execute(f"DELETE FROM sentences WHERE {mine}")


def _gather(coded: Coded, keys: Sequence[str], told: dict[str, list[Telling]], batch: Batch) -> None:
    """Rows of one document: events of sentences that another document told before aren't among them."""
    id_, published = coded.document.id or "", coded.document.published
    again: set[Span] = set()
    for number, (span, key) in enumerate(zip(coded.sentences, keys, strict=True)):
        tellings = told.get(key, ()) if key else ()
        telling = next((t for t in tellings if copies.retold(t.published, published)), None)
        first = telling.document if telling else None
        batch.sentences.append(
            {"document": id_, "number": number, "start": span.start, "end": span.end, "key": key, "original": first}
        )
        if telling is None and key:
            told.setdefault(key, []).append(Telling(id_, published, number))
        elif telling is not None and first != id_:
            again.add(span)
            batch.again.append(
                {"document": id_, "start": span.start, "end": span.end, "original": first, "number": telling.number}
            )
    for event in coded.events:
        if event.sentence not in again:
            batch.events.append(rows.event(event, coded))
            batch.parties.extend(rows.parties(event))


def _told(connection: duckdb.DuckDBPyConnection, keys: set[str]) -> dict[str, list[Telling]]:
    """Which sentences the store holds, by key, and their tellings in the order in which the documents came."""
    with listed(connection, "wanted", sorted(keys), pa.string()):
        found = connection.execute(
            "SELECT key, document, published, number FROM (SELECT DISTINCT key, document, number FROM sentences"
            " SEMI JOIN wanted ON key = value WHERE original IS NULL) JOIN documents d ON d.id = document ORDER BY d.rowid, number"
        ).fetchall()
    told: dict[str, list[Telling]] = {}
    for key, *telling in found:
        told.setdefault(key, []).append(Telling(*telling))
    return told
