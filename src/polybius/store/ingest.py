"""Documents into the store: known ones passed over, copies marked, the rest coded, one transaction a batch."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from typing import TYPE_CHECKING

import duckdb

from polybius.errors import InputError, StoreError
from polybius.ingest import language_of
from polybius.model import Coded, Document, Span
from polybius.store import copies, joining, rows, search
from polybius.store.database import Database, insert
from polybius.version import __version__

if TYPE_CHECKING:
    from polybius.pipeline import Coder

BATCH = 128  # documents a transaction


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
    """Ingests a stream in bounded memory, joins and indexes at the end; what a killed run left undone is done too."""
    account = Account()
    number = _start(database, coder)
    stream = coder.pipe(_wanted(database, documents, account, number), processes=processes)
    while batch := list(islice(stream, BATCH)):
        with _kept_whole(database) as connection:
            _keep(connection, batch, number, account)
    with _kept_whole(database) as connection:
        if connection.execute("SELECT 1 FROM events WHERE incident IS NULL LIMIT 1").fetchone():
            joining.join(connection)
        search.update(connection)
    return account


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
    under_way: deque[str] = deque(maxlen=16 * BATCH)  # given out and perhaps not kept yet
    stream = iter(documents)
    while batch := list(islice(stream, BATCH)):
        contents = [rows.content(d) for d in batch]
        with database.connected() as connection:
            held = connection.execute(
                "SELECT content, id FROM documents WHERE content IN (SELECT unnest(?)) OR id IN (SELECT unnest(?))",
                [contents, [d.id for d in batch]],
            ).fetchall()
        known = {content for content, _ in held} | {id_ for _, id_ in held}
        for document, content in zip(batch, contents, strict=True):
            name = document.id or ""
            if {content, name} & known or content in under_way or name in under_way:
                account.known += 1
                continue
            under_way.extend((content, name))
            try:
                language_of.check(document)
            except InputError as error:
                _keep_foreign(database, document, number, str(error))
                account.kept += 1
                continue
            yield document


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
    found = connection.execute(
        "SELECT key, document FROM sentences WHERE original IS NULL AND key IN (SELECT unnest(?::VARCHAR[]))", [keys]
    ).fetchall()
    return dict(found)


def _witness(connection: duckdb.DuckDBPyConnection, witnesses: list[tuple[str, str, Span]]) -> None:
    """Keeps which documents carried the sentences of events coded from others."""
    if not witnesses:
        return
    keys = list({key for key, _, _ in witnesses})
    found = connection.execute(
        "SELECT s.key, e.id FROM sentences s JOIN events e ON e.document = s.document AND e.sentence_number = s.number"
        " WHERE s.original IS NULL AND s.key IN (SELECT unnest(?::VARCHAR[]))",
        [keys],
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
