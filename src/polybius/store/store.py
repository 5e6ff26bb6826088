"""Keeps coded documents in DuckDB: ingest is idempotent by content, one transaction a batch."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

import duckdb

from polybius import incidents
from polybius.errors import StoreError
from polybius.model import Actor, Coded, Document, Event
from polybius.version import __version__

if TYPE_CHECKING:
    from polybius.pipeline import Coder

VERSION = "1"
BATCH = 64  # documents a transaction


def open(path: str | Path, read_only: bool = False) -> Store:
    """Opens (or makes) a store; StoreError when the file is none, is newer, or is locked by a writer."""
    return Store(Path(path), read_only)


class Store:
    """A DuckDB file with what was coded. Use as a context manager, or call ``close``."""

    def __init__(self, path: Path, read_only: bool = False) -> None:
        self.path = path
        try:
            self.connection = duckdb.connect(str(path), read_only=read_only)
            if not read_only:
                self.connection.execute((Path(__file__).parent / "schema.sql").read_text())
                self.connection.execute("INSERT OR IGNORE INTO meta VALUES ('version', ?)", [VERSION])
            found = self.connection.execute("SELECT value FROM meta WHERE key = 'version'").fetchone()
        except duckdb.Error as error:
            reason = str(error).splitlines()[0]
            raise StoreError(
                f"can't be opened: {reason}",
                str(path),
                "check that it is a store and that no other process writes to it",
            ) from error
        if found is None or found[0] != VERSION:
            raise StoreError(
                f"is of version {found[0] if found else 'none'}, this library reads {VERSION}",
                str(path),
                "upgrade polybius",
            )

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes the file."""
        self.connection.close()

    def ingest(self, documents: Iterable[Document], coder: Coder, processes: int = 1) -> int:
        """Codes and keeps documents that the store doesn't hold yet, then joins incidents anew; returns how many were new."""
        run = self._run(coder)
        new = 0
        stream = coder.pipe(self._unknown(documents), processes=processes)
        while batch := list(islice(stream, BATCH)):
            self.connection.begin()
            try:
                for coded in batch:
                    self._keep(coded, run)
                self.connection.commit()
            except BaseException:
                self.connection.rollback()
                raise
            new += len(batch)
        if new:
            self.join()
        return new

    def _run(self, coder: Coder) -> int:
        row = self.connection.execute("SELECT coalesce(max(run), 0) + 1 FROM runs").fetchone()
        run = int(row[0]) if row else 1
        values = [run, datetime.now(UTC).replace(tzinfo=None), __version__, coder.version, coder.language.name]
        self.connection.execute("INSERT INTO runs VALUES (?, ?, ?, ?, ?)", values)
        return run

    def _unknown(self, documents: Iterable[Document]) -> Iterator[Document]:
        """Documents whose content the store doesn't hold; the same content twice in one stream counts once."""
        seen: set[str] = set()
        for document in documents:
            content = _content(document)
            held = self.connection.execute(
                "SELECT 1 FROM documents WHERE content = ? OR id = ?", [content, document.id]
            ).fetchone()
            if held is None and content not in seen:
                seen.add(content)
                yield document

    def _keep(self, coded: Coded, run: int) -> None:
        d = coded.document
        row = [d.id, _content(d), run, d.published, d.title, d.source, d.url, d.language, d.text]
        self.connection.execute("INSERT OR IGNORE INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
        self._many("sentences", [[d.id, n, s.start, s.end] for n, s in enumerate(coded.sentences)])
        self._many("events", [_event_row(e, coded) for e in coded.events])
        self._many("parties", [row for e in coded.events for row in _party_rows(e)])

    def _many(self, table: str, rows: Sequence[Sequence[Any]]) -> None:
        if rows:
            marks = ", ".join("?" * len(rows[0]))
            self.connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)  # noqa: S608 (our own table names)

    def join(self) -> None:
        """Joins all events into incidents."""
        made = incidents.join(self._reports())
        self.connection.begin()
        try:
            self.connection.execute("DELETE FROM incidents")
            self._many("incidents", [_incident_row(i) for i in made])
            pairs = [[i.id, r.event] for i in made for r in i.reports]
            if pairs:
                self.connection.execute("CREATE OR REPLACE TEMP TABLE joined (incident VARCHAR, event VARCHAR)")
                self.connection.executemany("INSERT INTO joined VALUES (?, ?)", pairs)
                self.connection.execute(
                    "UPDATE events SET incident = joined.incident FROM joined WHERE joined.event = events.id"
                )
            self.connection.commit()
        except BaseException:
            self.connection.rollback()
            raise

    def _reports(self) -> Iterator[incidents.Report]:
        cursor = self.connection.execute(
            """SELECT e.id, e.document, coalesce(d.source, d.id), e.type, e.mode, e.status,
                 list(p.country) FILTER (p.part = 'actor'), list(p.country) FILTER (p.part = 'recipient'),
                 e.start_day, e.end_day, coalesce(e.day_basis, ''), e.place, e.place_precision, d.published, e.sentence, e.confidence
               FROM events e JOIN documents d ON d.id = e.document LEFT JOIN parties p ON p.event = e.id
               GROUP BY ALL ORDER BY e.id"""
        )
        while rows := cursor.fetchmany(10_000):
            for row in rows:
                actors, recipients = (frozenset(c for c in row[i] or () if c) for i in (6, 7))
                values: list[Any] = [*row[:6], actors, recipients, *row[8:], incidents.words(row[14])]
                yield incidents.Report(*values)

    def rows(self, query: str, values: Sequence[Any] = ()) -> list[dict[str, Any]]:
        """Rows of a read-only query as dicts."""
        cursor = self.connection.execute(query, list(values))
        names = [c[0] for c in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def _content(document: Document) -> str:
    """A hash of what a document says, whoever sent it: the same text with the same day is the same document."""
    published = document.published.isoformat() if document.published else ""
    return hashlib.sha256(f"{document.source or ''}\x1f{published}\x1f{document.text}".encode()).hexdigest()


def _event_row(event: Event, coded: Coded) -> list[Any]:
    when, where = event.when, event.where
    return [
        event.id, coded.document.id, None, event.type, event.mode, event.status, list(event.contexts),
        when.start if when else None, when.end if when else None, when.precision if when else None, when.basis if when else None,
        where.name if where else None, where.latitude if where else None, where.longitude if where else None,
        where.country if where else None, where.admin1 if where else None, where.geonames_id if where else None,
        where.precision if where else None, where.basis if where else None,
        event.attribution.name if event.attribution else None, event.score, event.quad, event.cameo, event.confidence,
        event.sentence.start, event.sentence.end, event.trigger.start, event.trigger.end, event.sentence.of(coded.document.text), list(event.why),
    ]  # fmt: skip


def _party_rows(event: Event) -> Iterator[list[Any]]:
    for part, actors in (("actor", event.actors), ("recipient", event.recipients)):
        for number, a in enumerate(actors):
            yield [event.id, part, number, *_actor(a)]


def _actor(a: Actor) -> list[Any]:
    return [a.name, a.id, a.country, a.sector, list(a.sectors), a.role, a.text, a.span.start, a.span.end]


def _incident_row(incident: incidents.Incident) -> list[Any]:
    from polybius.lexicon import ontology

    reports = incident.reports
    surest = max(reports, key=lambda r: (r.confidence, r.event))
    dated = [r for r in reports if r.start is not None and r.basis != "publication"] or [
        r for r in reports if r.start is not None
    ]
    placed = sorted((r for r in reports if r.place), key=lambda r: r.place_precision not in ("city", "point"))
    first = min(reports, key=lambda r: (r.published is None, r.published, r.event))
    actors = sorted({c for r in reports for c in r.actors})
    recipients = sorted({c for r in reports for c in r.recipients} - set(actors))
    return [
        incident.id, surest.type, surest.mode, actors, recipients, dated[0].start if dated else None, dated[0].end if dated else None,
        None, placed[0].place if placed else None, None, None, None, ontology.score(surest.type, surest.mode), ontology.quad(surest.type),
        len(reports), len({r.document for r in reports}), len({r.source for r in reports}), first.document, first.published, surest.sentence,
    ]  # fmt: skip
