"""Documents into the store: known ones passed over, copies marked, the rest coded, one transaction a batch."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeVar

import duckdb
import pyarrow as pa

from polybius.errors import InputError, StoreError
from polybius.ingest import language_of
from polybius.model import Coded, Document, Span
from polybius.store import copies, joining, rows
from polybius.store.database import Database, insert, listed
from polybius.version import __version__

if TYPE_CHECKING:
    from polybius.pipeline import Coder

BATCH = 1024  # documents a transaction, at most
CHARACTERS = 16_000_000  # of their texts, at most
SECONDS = 5.0  # after which a transaction is closed: what a kill costs
LOOKED_UP = 256  # documents looked for in the store at once
UNDER_WAY = 16_384  # documents given out and perhaps not kept yet, at most


@dataclass(slots=True)
class Account:
    """What became of the documents of one ingest."""

    coded: int = 0
    copies: int = 0  # of those coded: near copies of another document
    known: int = 0  # held already
    kept: int = 0  # kept but not coded: not English
    events: int = 0

    @property
    def new(self) -> int:
        """Documents that the store didn't hold."""
        return self.coded + self.kept


def run(database: Database, documents: Iterable[Document], coder: Coder, processes: int) -> Account:
    """Ingests a stream in bounded memory and joins at the end; what a killed run left unjoined is joined too."""
    account = Account()
    number = _start(database, coder)
    stream = coder.pipe(_wanted(database, documents, account, number), processes=processes)
    for batch in _batches(stream, BATCH, lambda coded: coded.document):
        with _kept_whole(database) as connection:
            _keep(connection, batch, number, account)
    with _kept_whole(database) as connection:
        if connection.execute("SELECT 1 FROM events WHERE incident IS NULL LIMIT 1").fetchone():
            joining.join(connection)
    return account


Item = TypeVar("Item")


def _batches(stream: Iterable[Item], most: int, document: Callable[[Item], Document]) -> Iterator[list[Item]]:
    """A stream in parts that are bounded in number, in characters and in the time they took to come."""
    batch: list[Item] = []
    size, begun = 0, time.monotonic()
    for item in stream:
        batch.append(item)
        size += len(document(item).text)
        if len(batch) >= most or size >= CHARACTERS or time.monotonic() - begun >= SECONDS:
            yield batch
            batch, size, begun = [], 0, time.monotonic()
    if batch:
        yield batch


class _kept_whole:  # noqa: N801 (reads as a verb)
    """A transaction whose failure for want of room is told as the store's."""

    def __init__(self, database: Database) -> None:
        self._database, self._context = database, database.transaction()

    def __enter__(self) -> duckdb.DuckDBPyConnection:
        return self._context.__enter__()

    def __exit__(self, *failure: object) -> None:
        try:
            self._context.__exit__(*failure)  # type: ignore[arg-type]  # handed on as they came
        except (duckdb.IOException, duckdb.FatalException, duckdb.OutOfMemoryException) as error:
            raise StoreError(
                f"can't be written: {str(error).splitlines()[0]}",
                str(self._database.path),
                "make room on the disk and run the same command again: it goes on where it stopped",
            ) from error


def _start(database: Database, coder: Coder) -> int:
    with database.transaction() as connection:
        row = connection.execute("SELECT coalesce(max(run), 0) + 1 FROM runs").fetchone()
        number = int(row[0]) if row else 1
        values = [number, datetime.now(UTC).replace(tzinfo=None), __version__, coder.version, coder.language.name]
        connection.execute("INSERT INTO runs VALUES (?, ?, ?, ?, ?)", values)
    return number


def _wanted(database: Database, documents: Iterable[Document], account: Account, number: int) -> Iterator[Document]:
    """Documents to be coded: those whose content the store doesn't hold, once each; others are accounted for."""
    under_way: dict[str, None] = {}  # ids and contents, oldest first
    for batch in _batches(documents, LOOKED_UP, lambda document: document):
        contents = [rows.content(d) for d in batch]
        with database.connected() as connection:
            known = _held(connection, contents, [d.id or "" for d in batch])
        for document, content in zip(batch, contents, strict=True):
            names = {content, document.id or ""}
            if names & known or names & under_way.keys():
                account.known += 1
                continue
            under_way |= dict.fromkeys(names)
            while len(under_way) > 2 * UNDER_WAY:
                del under_way[next(iter(under_way))]
            try:
                language_of.check(document)
            except InputError as error:
                _keep_foreign(database, document, number, str(error))
                account.kept += 1
                continue
            yield document


def _held(connection: duckdb.DuckDBPyConnection, contents: list[str], ids: list[str]) -> set[str]:
    """Those of the contents and ids that the store holds."""
    with listed(connection, "wanted", contents + ids, pa.string()):
        found = connection.execute(
            "SELECT content FROM documents SEMI JOIN wanted ON content = value"
            " UNION ALL SELECT id FROM documents SEMI JOIN wanted ON id = value"
        ).fetchall()
    return {row[0] for row in found}


def _keep_foreign(database: Database, document: Document, number: int, reason: str) -> None:
    with database.transaction() as connection:
        insert(connection, "documents", [rows.document(document, number, "kept", reason)])


def _keep(connection: duckdb.DuckDBPyConnection, batch: list[Coded], number: int, account: Account) -> None:
    """One batch: its documents, sentences and events; events of sentences told before become witnesses."""
    prints = [copies.fingerprint(c.document.id or "", c.document.text) for c in batch]
    copied = copies.originals(connection, prints)
    documents: list[rows.Row] = []
    sentences: list[rows.Row] = []
    events: list[rows.Row] = []
    parties: list[rows.Row] = []
    witnesses: list[tuple[str, str, Span]] = []
    told = _told(connection, batch)
    for coded in batch:
        id_ = coded.document.id or ""
        original = copied.get(id_)
        documents.append(rows.document(coded.document, number, "copy" if original else "coded", copy_of=original))
        again: dict[int, str] = {}
        for n, span in enumerate(coded.sentences):
            key = copies.sentence_key(span.of(coded.document.text))
            first = told.get(key) if key else None
            sentences.append(
                {"document": id_, "number": n, "start": span.start, "end": span.end, "key": key, "original": first}
            )
            if first is None and key:
                told[key] = id_
            elif first is not None and first != id_:
                again[n] = key
        for event in coded.events:
            n = coded.sentences.index(event.sentence)
            if n in again:
                continue
            events.append(rows.event(event, coded))
            parties.extend(rows.parties(event))
        witnesses.extend((key, id_, coded.sentences[n]) for n, key in again.items())
        account.coded += 1
        account.copies += original is not None
    insert(connection, "documents", documents)
    insert(connection, "sentences", sentences)
    insert(connection, "events", events)
    insert(connection, "parties", parties)
    insert(connection, "signatures", [{"document": f.document, "signature": f.signature.tobytes()} for f in prints])
    insert(connection, "bands", [{"band": b, "document": f.document} for f in prints for b in f.bands])
    _witness(connection, witnesses)
    account.events += len(events)


def _told(connection: duckdb.DuckDBPyConnection, batch: list[Coded]) -> dict[str, str]:
    """Which of the batch's sentences the store holds, by key, and the document that told each first."""
    keys = list({copies.sentence_key(s.of(c.document.text)) for c in batch for s in c.sentences} - {""})
    with listed(connection, "wanted", keys, pa.string()):
        found = connection.execute(
            "SELECT key, document FROM sentences SEMI JOIN wanted ON key = value WHERE original IS NULL"
        ).fetchall()
    return dict(found)


def _witness(connection: duckdb.DuckDBPyConnection, witnesses: list[tuple[str, str, Span]]) -> None:
    """Keeps which documents carried the sentences of events coded from others."""
    if not witnesses:
        return
    keys = list({key for key, _, _ in witnesses})
    with listed(connection, "wanted", keys, pa.string()):
        found = connection.execute(
            "SELECT s.key, e.id FROM sentences s JOIN wanted ON s.key = wanted.value"
            " JOIN events e ON e.document = s.document AND e.sentence_number = s.number WHERE s.original IS NULL"
        ).fetchall()
    events: dict[str, list[str]] = {}
    for key, event in found:
        events.setdefault(key, []).append(event)
    insert(
        connection,
        "witnesses",
        [
            {"event": event, "document": document, "start": span.start, "end": span.end}
            for key, document, span in witnesses
            for event in events.get(key, ())
        ],
    )
