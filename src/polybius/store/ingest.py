"""Documents into the store: known ones passed over, copies marked, the rest coded, one transaction a batch."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import duckdb
import pyarrow as pa

from polybius import cycles
from polybius.errors import InputError
from polybius.ingest import language_of
from polybius.model import Coded, Document
from polybius.store import copies, joining, keeping, rows, search
from polybius.store.database import Database, insert, listed
from polybius.version import __version__

if TYPE_CHECKING:
    from polybius.pipeline import Coder

BATCH = 8192  # documents a transaction, at most
CHARACTERS = 16_000_000  # of their texts, at most
SECONDS = 15.0  # after which a transaction is closed: what a kill costs
LOOKED_UP = 1024  # documents looked for in the store at once; where they are coded within QUICK seconds, twice as many next, up to BATCH
QUICK = 5.0
UNDER_WAY = 32_768  # documents given out and perhaps not kept yet, at most

Complain = Callable[[InputError], None]


@dataclass(slots=True)
class Account:
    """What became of the documents of one ingest."""

    coded: int = 0
    copies: int = 0  # of those coded: near copies of another document
    known: int = 0  # held already
    renamed: int = 0  # of those known: held under another id
    kept: int = 0  # kept but not coded: not English
    refused: int = 0  # kept but not coded because the coder failed, or not kept because another has their id
    events: int = 0
    undated: int = 0  # of those coded: without a publication day
    told: int = 0  # sentences that another document told before: kept as witnesses

    @property
    def new(self) -> int:
        """Documents that the store didn't hold."""
        return self.coded + self.kept


def run(database: Database, documents: Iterable[Document], coder: Coder, processes: int, complain: Complain) -> Account:
    """Ingests a stream in bounded memory and joins at the end; what a killed run left unjoined is joined too."""
    account = Account()
    number = start(database, coder)
    wanted = _Wanted(database, number, account, complain)
    stream = coder.pipe(wanted.of(documents), processes=processes)
    with cycles.seldom(), database.lingering(), ThreadPoolExecutor(1) as beside:
        writing: Future[_Outcome] | None = None  # a batch is written while the next is coded
        for batch in batches(stream, BATCH, lambda coded: coded.document):
            digest = keeping.digest(batch, [wanted.content(c.document) for c in batch])
            if writing:
                _note(writing.result(), account, complain)
            writing = beside.submit(_keep, database, digest, number)
        if writing:
            _note(writing.result(), account, complain)
    finish(database)
    return account


def start(database: Database, coder: Coder) -> int:
    """Notes a run with the versions of library, lexicon and model; its number."""
    with database.transaction() as connection:
        row = connection.execute("SELECT coalesce(max(run), 0) + 1 FROM runs").fetchone()
        number = int(row[0]) if row else 1
        values = [number, datetime.now(UTC).replace(tzinfo=None), __version__, coder.version, coder.language.name]
        connection.execute("INSERT INTO runs VALUES (?, ?, ?, ?, ?)", values)
        copies.renew(connection)
        search.prepare(connection)
    return number


def finish(database: Database) -> None:
    """Joins what isn't joined and, beside that, brings the index of words up to date: the one is Python's work, the other DuckDB's."""
    with ThreadPoolExecutor(1) as beside:
        indexing = beside.submit(_index, database)
        with database.transaction() as connection:
            if joining.wanting(connection):
                joining.join(connection)
        indexing.result()


def _index(database: Database) -> None:
    more = True
    while more:
        with database.transaction() as connection:
            search.prepare(connection)
            more = search.extend(connection)


Item = TypeVar("Item")


def batches(stream: Iterable[Item], most: int, document: Callable[[Item], Document]) -> Iterator[list[Item]]:
    """A stream in parts that are bounded in number, in characters and in the time they took to come."""
    rest = iter(stream)
    while batch := _next(rest, most, document):
        yield batch


def _next(stream: Iterator[Item], most: int, document: Callable[[Item], Document]) -> list[Item]:
    """The next of these parts; none at the end of the stream."""
    batch: list[Item] = []
    size, begun = 0, time.monotonic()
    for item in stream:
        batch.append(item)
        size += len(document(item).text)
        if len(batch) >= most or size >= CHARACTERS or time.monotonic() - begun >= SECONDS:
            break
    return batch


@dataclass(slots=True)
class _Wanted:
    """Finds the documents to be coded: English ones whose content the store doesn't hold, once each."""

    database: Database
    run: int
    account: Account
    complain: Complain
    contents: dict[str, str] = field(default_factory=dict)  # by id, of documents given out

    def content(self, document: Document) -> str:
        """The hash of a document that comes back coded: it isn't worked out again."""
        return self.contents.pop(document.id or "", None) or rows.content(document)

    def of(self, documents: Iterable[Document]) -> Iterator[Document]:
        """Those of a stream; others are accounted for, and kept where they are in another language."""
        under_way: OrderedDict[str, None] = OrderedDict()  # ids and contents, oldest first
        stream, most = iter(documents), LOOKED_UP
        while batch := _next(stream, most, lambda document: document):
            begun = time.monotonic()
            contents = [rows.content(document) for document in batch]
            with self.database.connected() as connection:
                held = _held(connection, batch, contents)
            foreign: list[rows.Row] = []
            for document, content in zip(batch, contents, strict=True):
                id_ = document.id or ""
                if {content, id_} & held or content in under_way or id_ in under_way:
                    same = content in held or content in under_way
                    self._pass_over(document, same, renamed=same and id_ not in held and id_ not in under_way)
                    continue
                under_way[content] = under_way[id_] = None
                while len(under_way) > 2 * UNDER_WAY:
                    under_way.popitem(last=False)  # a plain dict goes through all that were dropped to find its first
                language = document.language or language_of.detect(document.text) or None
                known = replace(document, language=language)
                try:
                    language_of.check(known)
                    self.contents[id_] = content
                    yield known
                except InputError as error:
                    foreign.append(rows.document(known, content, self.run, "kept", str(error)))
            if foreign:
                with self.database.transaction() as connection:
                    insert(connection, "documents", foreign)
                self.account.kept += len(foreign)
            most = min(2 * most, BATCH) if time.monotonic() - begun < QUICK else LOOKED_UP

    def _pass_over(self, document: Document, same: bool, renamed: bool) -> None:
        if same:
            self.account.known += 1
            self.account.renamed += renamed
        else:
            self.account.refused += 1
            self.complain(_same_id(document))


def _same_id(document: Document) -> InputError:
    return InputError(
        f"has the id {document.id!r} of another report that is held",
        document.where,
        "give it an id of its own, or none",
    )


def _held(connection: duckdb.DuckDBPyConnection, documents: Iterable[Document], contents: Iterable[str]) -> set[str]:
    """Those of the documents' contents and ids that the store holds."""
    names = [*contents, *(d.id for d in documents)]
    with listed(connection, "wanted", names, pa.string()):
        found = connection.execute(
            "SELECT content FROM documents SEMI JOIN wanted ON content = value"
            " UNION ALL SELECT id FROM documents SEMI JOIN wanted ON id = value"
        ).fetchall()
    return {row[0] for row in found}


class _Outcome(NamedTuple):
    """What became of one batch."""

    known: int
    new: Sequence[Coded]
    kept: keeping.Kept


def _keep(database: Database, batch: keeping.Digest, number: int) -> _Outcome:
    """Keeps one batch; what another process has kept meanwhile is known."""
    with database.transaction() as connection:
        held = _held(connection, [c.document for c in batch.coded], batch.contents)
        named = zip(batch.coded, batch.contents, strict=True)
        new = batch.of([n for n, (c, content) in enumerate(named) if not {c.document.id, content} & held])
        kept = keeping.add(connection, new, number)
    return _Outcome(len(batch.coded) - len(new.coded), new.coded, kept)


def _note(outcome: _Outcome, account: Account, complain: Complain) -> None:
    """Adds what became of a batch to the account."""
    refused = [c for c in outcome.new if c.refused]
    for coded in refused:
        complain(InputError(coded.refused or ""))
    account.known += outcome.known
    account.refused += len(refused)
    account.coded += len(outcome.new) - len(refused)
    account.undated += sum(c.document.published is None and not c.refused for c in outcome.new)
    account.copies += outcome.kept.copies
    account.events += outcome.kept.events
    account.told += outcome.kept.told
