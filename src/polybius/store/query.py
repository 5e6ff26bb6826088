"""Asking the store: the same filters for events, incidents, storylines and dyads.

Every value goes to DuckDB as a parameter; nothing that a user writes becomes SQL.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

import pyarrow as pa

from polybius.errors import InputError, StoreError
from polybius.store import known, search
from polybius.store.database import Database

PERIODS = ("day", "week", "month", "year")
QUADS = (1, 2, 3, 4)
LARGEST = 2**63 - 1  # of the numbers that DuckDB counts rows with
ORDERS = ("oldest", "newest", "sources")


@dataclass(frozen=True, slots=True)
class Filters:
    """What to look for; None asks nothing. Lists mean any of them.

    ``since``/``until``: first and last day (dates or ISO strings). ``actor``/``recipient``/``party``: a country code, a
    lexicon id or a name. ``between``: two of these, in either direction. ``country``: where it happened, code or name.
    ``sector``, ``type``, ``mode``, ``context``, ``status``: PLOVER codes, in any case of letters. ``place``: a place name. ``text``: words of the documents.
    ``min_sources``: independent sources (incidents). ``min_confidence``: 0 to 1. ``storyline``, ``document``, ``incident``: ids.
    ``order``: oldest, newest or (not of dyads) most sources first; None: what is usual, newest for storylines and oldest for all else.
    """

    since: date | str | None = None
    until: date | str | None = None
    actor: str | Sequence[str] | None = None
    recipient: str | Sequence[str] | None = None
    party: str | Sequence[str] | None = None
    between: tuple[str, str] | None = None
    country: str | Sequence[str] | None = None
    sector: str | Sequence[str] | None = None
    type: str | Sequence[str] | None = None
    mode: str | Sequence[str] | None = None
    context: str | Sequence[str] | None = None
    status: str | Sequence[str] | None = None
    quad: int | Sequence[int] | None = None
    place: str | None = None
    text: str | None = None
    min_sources: int | None = None
    min_confidence: float | None = None
    storyline: str | None = None
    document: str | None = None
    incident: str | None = None
    order: str | None = None
    limit: int | None = None
    offset: int = 0

    def __post_init__(self) -> None:
        for name in ("since", "until"):
            value = getattr(self, name)
            if isinstance(value, str):
                try:
                    object.__setattr__(self, name, date.fromisoformat(value))
                except ValueError:
                    raise InputError(f"{value!r} is no date", name, "write it as YYYY-MM-DD") from None
        for name in ("country", "sector", "type", "mode", "context", "status"):
            object.__setattr__(self, name, known.code(name, getattr(self, name)))
        if self.order is not None and self.order not in ORDERS:
            raise InputError(f"unknown order {self.order!r}", "order", f"use {', '.join(ORDERS)}")
        if self.since and self.until and self.since > self.until:  # type: ignore[operator]
            raise InputError(f"{self.since} is after {self.until}", "since", "give the earlier day as since")
        if self.min_confidence is not None and not 0 <= self.min_confidence <= 1:
            raise InputError(f"{self.min_confidence} is no share", "min_confidence", "give a number from 0 to 1")
        _check_numbers(self)
        if self.between is not None and self.between[0].casefold() == self.between[1].casefold():
            mend = "give two parties, or actor and recipient for what one does to itself"
            raise InputError(f"names {self.between[0]} twice", "between", mend)


def _check_numbers(filters: Filters) -> None:
    """InputError for whole numbers that no question can hold."""
    for quad in _several(filters.quad):
        if quad not in QUADS:
            raise InputError(f"{quad} is no quad class", "quad", f"use {', '.join(map(str, QUADS))}")
    if filters.min_sources is not None and filters.min_sources < 1:
        raise InputError(f"{filters.min_sources} sources can't be", "min_sources", "give 1 or more")
    for name in ("min_sources", "limit", "offset"):
        number = getattr(filters, name) or 0
        if not 0 <= number <= LARGEST:
            raise InputError(f"{number} is out of range", name, f"give a number up to {LARGEST}")


def names() -> tuple[str, ...]:
    """The filters by name."""
    return tuple(f.name for f in fields(Filters))


@dataclass(frozen=True, slots=True)
class Table:
    """What a question gives: iterate it for dicts, or take it as Arrow or a pandas data frame. ``sql`` and ``values`` are the question.

    A page of a long list may be asked in two steps, which gives the same rows: ``ids`` finds the page's ids without reading
    the wide columns of every row, ``by_id`` (with ``{}`` for marks) fetches those rows through the table's index.
    """

    database: Database
    sql: str
    values: tuple[Any, ...]
    ids: str = ""
    by_id: str = ""

    def __iter__(self) -> Iterator[dict[str, Any]]:
        yield from self.rows()

    def rows(self) -> list[dict[str, Any]]:
        """All rows as dicts."""
        with self.database.connected() as connection:
            sql, values = self.sql, list(self.values)
            if self.ids:
                values = [row[0] for row in connection.execute(self.ids, values).fetchall()]
                sql = self.by_id.format(marks(values) or "NULL")
            cursor = connection.execute(sql, values)
            columns = [c[0] for c in cursor.description or ()]
            return [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]

    def arrow(self) -> pa.Table:
        """As an Arrow table."""
        with self.database.connected() as connection:
            return connection.execute(self.sql, list(self.values)).to_arrow_table()

    def df(self) -> Any:
        """As a pandas data frame; StoreError without pandas, which isn't installed with the library."""
        try:
            importlib.import_module("pandas")
        except ModuleNotFoundError as error:
            mend = "pip install 'polybius[pandas]', or take .arrow() or .rows()"
            raise StoreError("pandas isn't installed", "Table.df()", mend) from error
        return self.arrow().to_pandas()

    def count(self) -> int:
        """How many rows there are."""
        with self.database.connected() as connection:
            row = connection.execute(f"SELECT count(*) FROM ({self.sql})", list(self.values)).fetchone()
            return int(row[0]) if row else 0


Clause = tuple[str, list[Any]]
_EVENT_ORDER = {
    "oldest": "e.start_day NULLS LAST, e.document, e.sentence_start, e.id",
    "newest": "e.start_day DESC NULLS LAST, e.document, e.sentence_start, e.id",
    "sources": "e.confidence DESC, e.id",
}
_INCIDENT_ORDER = {
    "oldest": "e.start_day NULLS LAST, e.id",
    "newest": "e.start_day DESC NULLS LAST, e.id",
    "sources": "e.sources DESC, e.documents DESC, e.events DESC, e.id",
}
_STORYLINE_ORDER = {
    "oldest": "s.first_day, s.incidents DESC",
    "newest": "s.last_day DESC, s.incidents DESC",
    "sources": "s.documents DESC, s.last_day DESC",
}


def events(database: Database, filters: Filters) -> Table:
    """Events with their document's title, source, day and address."""
    clause = conditions(database, filters, of_incidents=False)
    return listed(database, "events", clause, _EVENT_ORDER[filters.order or "oldest"], filters, WITH_DOCUMENT)


def incidents(database: Database, filters: Filters) -> Table:
    """Incidents, one a thing that happened."""
    clause = conditions(database, filters, of_incidents=True)
    return listed(database, "incidents", clause, _INCIDENT_ORDER[filters.order or "oldest"], filters)


MOST_BY_ID = 1000  # rows of a page that are fetched by their ids
WITH_DOCUMENT = (", d.published, d.source, d.title, d.url", "JOIN documents d ON d.id = e.document")


def listed(
    database: Database, table: str, clause: Clause, order: str, filters: Filters, beside: tuple[str, str] = ("", "")
) -> Table:
    """Rows of a table (as ``e``) in an order, with columns of another one ``beside`` them; pages are asked in two steps."""
    where, values = clause
    further, joined = beside
    rest = f"{joined} WHERE {where} ORDER BY {order}{page(filters)}"
    sql = f"SELECT e.*{further} FROM {table} e {rest}"
    if filters.limit is None or filters.limit > MOST_BY_ID:
        return Table(database, sql, tuple(values))
    # Materialized: else DuckDB reads all of the other table's rows, and this one's, to join a few.
    few = f"WITH e AS MATERIALIZED (SELECT * FROM {table} WHERE id IN ({{}})) SELECT e.*{further} FROM e {joined} ORDER BY {order}"
    return Table(database, sql, tuple(values), f"SELECT e.id FROM {table} e {rest}", few)


def storylines(database: Database, filters: Filters) -> Table:
    """Storylines that hold an incident which passes the filters."""
    where, values = conditions(database, filters, of_incidents=True)
    sql = (
        f"SELECT s.* FROM storylines s WHERE s.id IN (SELECT e.storyline FROM incidents e WHERE {where})"
        f" ORDER BY {_STORYLINE_ORDER[filters.order or 'newest']}, s.id{page(filters)}"
    )
    return Table(database, sql, tuple(values))


def how_many(database: Database, filters: Filters, of: str = "id") -> int:
    """How many incidents pass the filters, whatever their limit and offset; or how many values of a column they have."""
    where, values = conditions(database, replace(filters, limit=None, offset=0), of_incidents=True)
    # Without the rows' order and columns this takes a hundredth of the time that counting a table's rows takes.
    counted = "*" if of == "id" else f"DISTINCT e.{of}"
    rows = Table(database, f"SELECT count({counted}) AS found FROM incidents e WHERE {where}", tuple(values)).rows()
    return int(rows[0]["found"])


def dyads(database: Database, filters: Filters, by: str) -> Table:
    """Directed pairs by period: incidents by quad class, mean score. Only asserted ones unless ``status`` asks for others."""
    if by not in PERIODS:
        raise InputError(f"unknown period {by!r}", "by", f"use {', '.join(PERIODS)}")
    if filters.order == "sources":
        raise InputError("dyads have no sources", "order", "use oldest or newest")
    where, values = pair_conditions(database, filters)
    sql = (
        f"SELECT date_trunc('{by}', p.day)::DATE AS period, p.actor, p.recipient, count(*) AS incidents,"
        " count(*) FILTER (p.quad = 1) AS verbal_cooperation, count(*) FILTER (p.quad = 2) AS material_cooperation,"
        " count(*) FILTER (p.quad = 3) AS verbal_conflict, count(*) FILTER (p.quad = 4) AS material_conflict,"
        " avg(p.score) AS score"
        f" FROM pairs p WHERE {where} GROUP BY ALL ORDER BY period{' DESC' if filters.order == 'newest' else ''}, p.actor, p.recipient{page(filters)}"
    )
    return Table(database, sql, tuple(values))


def pair_conditions(database: Database, filters: Filters) -> Clause:
    """Conditions on pairs: what they hold themselves, the rest through their incidents."""
    clauses: list[Clause] = [("p.day IS NOT NULL", []), *days(filters, "p.day", "p.day")]
    clauses.append(_any("p.status", filters.status or "asserted"))
    for column, wanted in (("p.type", filters.type), ("p.quad", filters.quad)):
        if wanted is not None:
            clauses.append(_any(column, wanted))
    for wanted, sides in (
        (filters.actor, ("actor",)),
        (filters.recipient, ("recipient",)),
        (filters.party, ("actor", "recipient")),
    ):
        if wanted is not None:
            clauses.append(_pair_party(_several(wanted), sides))
    if filters.between is not None:
        clauses.append(_pair_between(*filters.between))
    if filters.min_sources is not None:
        clauses.append(("p.sources >= ?", [filters.min_sources]))
    others = (
        "country",
        "sector",
        "mode",
        "context",
        "place",
        "text",
        "min_confidence",
        "storyline",
        "incident",
        "document",
    )
    if any(getattr(filters, name) is not None for name in others):
        rest = Filters(**{name: getattr(filters, name) for name in others})
        where, values = conditions(database, rest, of_incidents=True)
        clauses.append((f"p.incident IN (SELECT e.id FROM incidents e WHERE {where})", values))
    return all_of(clauses)


def _pair_party(wanted: Sequence[str], sides: tuple[str, ...]) -> Clause:
    """A party of a pair: a country by its code, who else by the incident that names it on that side."""
    countries = [w for w in wanted if _is_code(w)]
    others = [w for w in wanted if not _is_code(w)]
    clauses = [_any(f"p.{side}", countries) for side in sides if countries]
    if others:
        named, values = _party(others, sides)
        clauses.append((f"p.incident IN (SELECT e.id FROM incidents e WHERE {named})", values))
    return "(" + (" OR ".join(c for c, _ in clauses) or "false") + ")", [v for _, values in clauses for v in values]


def _pair_between(a: str, b: str) -> Clause:
    """Pairs of two parties in either direction."""
    ways = [
        all_of([_pair_party([one], ("actor",)), _pair_party([other], ("recipient",))])
        for one, other in ((a, b), (b, a))
    ]
    return f"(({ways[0][0]}) OR ({ways[1][0]}))", [*ways[0][1], *ways[1][1]]


def _is_code(party: str) -> bool:
    """Whether a party is written as a country code: three capitals."""
    return len(party) == 3 and party.isalpha() and party.isupper()


def conditions(database: Database, filters: Filters, of_incidents: bool) -> Clause:
    """The conditions that filters put on events or incidents (both stand as ``e``)."""
    clauses = days(filters, "e.start_day", "e.end_day")
    for side, wanted in (("actor", filters.actor), ("recipient", filters.recipient)):
        if wanted is not None:
            clauses.append(_party(wanted, (side,)))
    if filters.party is not None:
        clauses.append(_party(filters.party, ("actor", "recipient")))
    if filters.between is not None:
        clauses.extend(_party(p, ("actor", "recipient")) for p in filters.between)
    columns: dict[str, Any] = {c: getattr(filters, c) for c in ("type", "mode", "status", "quad")}
    for column, codes in (columns | {"place_country": filters.country}).items():
        if codes is not None:
            clauses.append(_any(f"e.{column}", codes))
    if filters.context is not None:
        clauses.append(("list_has_any(e.contexts, ?::VARCHAR[])", [_several(filters.context)]))
    if filters.sector is not None:
        clauses.append(
            (
                "(list_has_any(e.actor_sectors, ?::VARCHAR[]) OR list_has_any(e.recipient_sectors, ?::VARCHAR[]))",
                [_several(filters.sector)] * 2,
            )
        )
    if filters.place is not None:
        clauses.append(("lower(e.place) = lower(?)", [filters.place]))
    if filters.min_confidence is not None:
        clauses.append(("e.confidence >= ?", [filters.min_confidence]))
    clauses.extend(_by_id(database, filters, of_incidents))
    return all_of(clauses)


def _by_id(database: Database, filters: Filters, of_incidents: bool) -> list[Clause]:
    """Conditions by storyline, incident, document, sources and words of the text."""
    out: list[Clause] = []
    through = "e.id IN (SELECT incident FROM events WHERE {})" if of_incidents else "{}"
    if filters.document is not None:
        out.append((through.format("document = ?"), [filters.document]))
    if filters.incident is not None:
        out.append(("e.id = ?" if of_incidents else "e.incident = ?", [filters.incident]))
    if filters.storyline is not None:
        out.append(
            (
                "e.storyline = ?" if of_incidents else "e.incident IN (SELECT id FROM incidents WHERE storyline = ?)",
                [filters.storyline],
            )
        )
    if filters.min_sources is not None:
        out.append(
            (
                "e.sources >= ?" if of_incidents else "e.incident IN (SELECT id FROM incidents WHERE sources >= ?)",
                [filters.min_sources],
            )
        )
    if filters.text is not None:
        out.append(
            (
                through.format(f"document IN {search.ONE_OF}"),
                [search.one_of(search.documents(database, filters.text))],
            )
        )
    return out


def days(filters: Filters, first: str, last: str) -> list[Clause]:
    """Conditions of the period on two columns of days."""
    out: list[Clause] = []
    if filters.since is not None:
        out.append((f"coalesce({last}, {first}) >= ?", [filters.since]))
    if filters.until is not None:
        out.append((f"{first} <= ?", [filters.until]))
    return out


# What a party can be, by how it is written: an id of the lexicon (a code, a dot, a slug), a country's id, a country's code, else a name.
_WRITTEN = (
    (re.compile(r"[a-z]{3}\.[a-z0-9-]+"), ("_ids",)),
    (re.compile(r"[a-z]{3}"), ("_ids", "_names")),
    (re.compile(r"[A-Z]{3}"), ("s", "_names")),
    (re.compile(r".*", re.DOTALL), ("_names",)),
)


def party_columns(value: str) -> tuple[str, ...]:
    """Endings of the columns that can hold a party written so: ``s`` (country codes), ``_ids``, ``_names``."""
    return next(columns for pattern, columns in _WRITTEN if pattern.fullmatch(value))


def party(value: str, sides: tuple[str, ...]) -> Clause:
    """A party by country code, lexicon id or name, on the given sides."""
    # One list_contains a value is four times as fast as list_has_any; columns that can't hold the value aren't read.
    parts = [f"list_contains(e.{side}{column}, ?)" for side in sides for column in party_columns(value)]
    return "(" + " OR ".join(parts) + ")", [value] * len(parts)


def _party(wanted: str | Sequence[str], sides: tuple[str, ...]) -> Clause:
    """Any of some parties, on the given sides."""
    each = [party(value, sides) for value in _several(wanted)]
    return "(" + (" OR ".join(c for c, _ in each) or "false") + ")", [v for _, values in each for v in values]


def _any(column: str, wanted: Any) -> Clause:
    several = _several(wanted)
    return f"{column} IN ({marks(several)})", several


def _several(wanted: Any) -> list[Any]:
    if wanted is None:
        return []
    return list(wanted) if isinstance(wanted, list | tuple | set | frozenset) else [wanted]


def marks(values: Sequence[Any]) -> str:
    """Question marks for a list of parameters."""
    return ", ".join("?" * len(values))


def all_of(clauses: Sequence[Clause]) -> Clause:
    """Conditions joined with AND, with their values in order."""
    if not clauses:
        return "true", []
    return " AND ".join(c for c, _ in clauses), [v for _, values in clauses for v in values]


def page(filters: Filters) -> str:
    """LIMIT and OFFSET of the filters."""
    limit = f" LIMIT {int(filters.limit)}" if filters.limit is not None else ""
    return limit + (f" OFFSET {int(filters.offset)}" if filters.offset else "")
