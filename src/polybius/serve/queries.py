"""Questions that the explorer asks beyond the store's own: series, surges, pairs, places, networks, coverage.

Each gives a ``Table`` (rows, Arrow, and the SQL behind it). Counts and scores take asserted incidents unless
``status`` asks for others, as the store's dyads do. SQL is put together from our own words; values are parameters.
"""
# ruff: noqa: S608 -- see above: whatever a reader writes goes as a parameter

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import accumulate
from typing import Any

from polybius.incidents import RECIPROCAL
from polybius.serve import shapes
from polybius.store import query, search
from polybius.store.database import Database
from polybius.store.query import PERIODS, Clause, Filters, Table, all_of, conditions, days, marks, page, pair_conditions

USUAL_DAYS = 90  # the past that a day of a pair is held against
YOUNGEST_DAYS = 30  # a pair younger than this has no usual yet
BUSIEST = 50  # pairs that surges are looked for in
LEAST_SURGE = 2.0
LEFT_OUT = 0.02  # share of incidents at either end that may be left out of a picture
_QUADS = (
    " count(*) FILTER ({0}quad = 1) AS verbal_cooperation, count(*) FILTER ({0}quad = 2) AS material_cooperation,"
    " count(*) FILTER ({0}quad = 3) AS verbal_conflict, count(*) FILTER ({0}quad = 4) AS material_conflict,"
    " avg({0}score) AS score"
)


def _asserted(filters: Filters) -> Filters:
    return filters if filters.status is not None else replace(filters, status="asserted")


def _of_incidents(database: Database, filters: Filters) -> Clause:
    return conditions(database, _asserted(filters), of_incidents=True)


@dataclass(frozen=True, slots=True)
class Span:
    """The days that a series is drawn for, the period that fits them, and how many lie before and after."""

    first: date | None
    last: date | None
    period: str
    before: int = 0
    after: int = 0

    def holds(self, begun: date) -> bool:
        """Whether the period that began on a day is drawn."""
        return self.first is None or self.last is None or self.first <= begun <= self.last

    @property
    def left_out(self) -> str:
        """What isn't drawn, in words; nothing when all is."""
        told = [
            f"{n} {side} {day}"
            for n, side, day in ((self.before, "before", self.first), (self.after, "after", self.last))
            if n
        ]
        return f"Not drawn: {' and '.join(told)}" if told else ""


def _begun(day: date, period: str) -> date:
    """The first day of the period that a day is in."""
    if period == "week":
        return day - timedelta(days=day.weekday())
    return day if period == "day" else day.replace(day=1) if period == "month" else day.replace(month=1, day=1)


def ended(begun: date, period: str) -> date:
    """The last day of the period that begins on a day."""
    longest = {"day": 1, "week": 7, "month": 31, "year": 366}[period]
    return _begun(begun + timedelta(days=longest), period) - timedelta(days=1)


def span(database: Database, filters: Filters, by: str | None = None) -> Span:
    """What to draw of the incidents that pass the filters: a report's "in 1965" must not press two years into a corner.

    Where all but one in fifty fit into less than half of the days, the rest is left out, unless the filters ask for it.
    """
    where, values = _of_incidents(database, filters)
    sql = (
        f"SELECT e.start_day AS day, count(*) AS found FROM incidents e WHERE {where} AND e.start_day IS NOT NULL"
        " GROUP BY day ORDER BY day"
    )
    return fitting([(r["day"], r["found"]) for r in Table(database, sql, tuple(values)).rows()], filters, by)


def fitting(found: Sequence[tuple[date, int]], filters: Filters, by: str | None = None) -> Span:
    """The span of counts by day (in order), and days for a quarter, weeks for two years, months for twenty, else years."""
    if not found:
        return Span(None, None, by or "day")
    few = LEFT_OUT * sum(n for _, n in found)
    low = _passed([n for _, n in found], few)
    high = len(found) - 1 - _passed([n for _, n in reversed(found)], few)
    reach = timedelta(days=(found[high][0] - found[low][0]).days // 4) if low <= high else timedelta(0)
    if low > high or 2 * (found[high][0] - found[low][0]) > found[-1][0] - found[0][0]:
        low, high = 0, len(found) - 1
    # What lies near the many is drawn with them, and so is what the filters ask for by name.
    first, last = found[low][0] - reach, found[high][0] + reach
    low = 0 if filters.since is not None else next(i for i, (day, _) in enumerate(found) if day >= first)
    high = len(found) - 1 if filters.until is not None else max(i for i, (day, _) in enumerate(found) if day <= last)
    days = (found[high][0] - found[low][0]).days
    period = by or ("day" if days <= 92 else "week" if days <= 730 else "month" if days <= 7300 else "year")
    first, last = _begun(found[low][0], period), _begun(found[high][0], period)  # whole periods are drawn
    before = sum(n for day, n in found if day < first)
    after = sum(n for day, n in found if _begun(day, period) > last)
    return Span(first, max(d for d, _ in found if _begun(d, period) <= last), period, before, after)


def _passed(counts: Sequence[int], few: float) -> int:
    """How many of the first counts together are no more than ``few``."""
    return sum(total <= few for total in accumulate(counts))


def series(database: Database, filters: Filters, by: str | None = None) -> Table:
    """Incidents by quad class and their mean score, by period."""
    where, values = _of_incidents(database, filters)
    sql = (
        f"SELECT date_trunc('{_period(database, filters, by)}', e.start_day)::DATE AS period, count(*) AS incidents,{_QUADS.format('e.')}"
        f" FROM incidents e WHERE {where} AND e.start_day IS NOT NULL GROUP BY period ORDER BY period"
    )
    return Table(database, sql, tuple(values))


def _period(database: Database, filters: Filters, by: str | None) -> str:
    return by if by in PERIODS else span(database, filters).period


def directions(database: Database, filters: Filters, by: str | None = None) -> Table:
    """A pair's incidents by direction and period: from the first to the second, back, or together."""
    if filters.between is None:
        raise ValueError("a pair needs two parties")
    a, b = filters.between
    where, values = _of_incidents(database, filters)
    forth, back = (all_of([query.party(x, ("actor",)), query.party(y, ("recipient",))]) for x, y in ((a, b), (b, a)))
    sql = (
        "WITH directed AS (SELECT e.start_day, e.quad, e.score,"
        f" CASE WHEN {forth[0]} THEN ? WHEN {back[0]} THEN ? ELSE ? END AS direction"
        f" FROM incidents e WHERE {where} AND e.start_day IS NOT NULL)"
        f" SELECT direction, date_trunc('{_period(database, filters, by)}', start_day)::DATE AS period, count(*) AS incidents,"
        f"{_QUADS.format('')} FROM directed GROUP BY ALL ORDER BY period, direction"
    )
    names = tuple(directed(a, b))
    return Table(database, sql, (*forth[1], names[0], *back[1], names[1], names[2], *values))


def directed(a: str, b: str) -> dict[str, str]:
    """The directions of a pair, and how they are called in words."""
    one, other = shapes.name(a), shapes.name(b)
    return {
        f"{a} to {b}": f"{one} to {other}",
        f"{b} to {a}": f"{other} to {one}",
        "together": f"{one} and {other} together",
    }


def pairs(database: Database, filters: Filters) -> Table:
    """Pairs of countries, busiest first; an act that goes both ways counts once."""
    where, values = pair_conditions(database, filters)
    sql = (
        f"WITH {_NAMED.format(where)}"
        f" SELECT a, b, count(*) AS incidents,{_QUADS.format('')}, min(day) AS first_day, max(day) AS last_day"
        f" FROM named GROUP BY a, b ORDER BY incidents DESC, a, b{page(filters)}"
    )
    return Table(database, sql, tuple(values))


# An incident has a row for each direction of a pair: the one in the order of the alphabet stands for both.
_NAMED = (
    "asked AS (SELECT p.incident, p.actor, p.recipient, p.day, p.quad, p.score FROM pairs p WHERE {}), named AS ("
    "SELECT actor AS a, recipient AS b, day, quad, score FROM asked WHERE actor < recipient"
    " UNION ALL SELECT recipient, actor, day, quad, score FROM asked ANTI JOIN"
    " (SELECT incident, recipient AS actor, actor AS recipient FROM asked WHERE actor < recipient) USING (incident, actor, recipient)"
    " WHERE actor > recipient)"
)


def surges(database: Database, filters: Filters) -> Table:
    """Days on which a pair did far more than in its own 90 days before.

    ``surge`` is (incidents - usual) / sqrt(usual + 1), ``usual`` the pair's incidents per day in those 90 days.
    """
    where, values = pair_conditions(database, replace(filters, since=None))
    since: Clause = ("day >= ?", [filters.since]) if filters.since is not None else ("true", [])
    sql = (
        "WITH asked AS (SELECT p.incident, p.day, p.score, least(p.actor, p.recipient) AS a, greatest(p.actor, p.recipient) AS b"
        f" FROM pairs p WHERE {where}),"
        f" busiest AS (SELECT a, b FROM asked GROUP BY a, b ORDER BY count(*) DESC, a, b LIMIT {BUSIEST}),"
        " once AS (SELECT DISTINCT a, b, day, score, incident FROM asked SEMI JOIN busiest USING (a, b)),"
        " daily AS (SELECT a, b, day, count(*) AS incidents, avg(score) AS score FROM once GROUP BY a, b, day),"
        f" past AS (SELECT *, coalesce(sum(incidents) OVER before, 0) / {USUAL_DAYS}.0 AS usual, min(day) OVER (PARTITION BY a, b) AS begun FROM daily"
        f" WINDOW before AS (PARTITION BY a, b ORDER BY day - DATE '1970-01-01' RANGE BETWEEN {USUAL_DAYS} PRECEDING AND 1 PRECEDING)),"
        " told AS (SELECT day, a, b, incidents, usual, score, (incidents - usual) / sqrt(usual + 1) AS surge, begun FROM past)"
        f" SELECT * EXCLUDE (begun) FROM told WHERE surge >= {LEAST_SURGE} AND day >= begun + INTERVAL {YOUNGEST_DAYS} DAYS AND {since[0]}"
        f" ORDER BY surge DESC, day DESC, a, b{page(filters)}"
    )
    return Table(database, sql, (*values, *since[1]))


def coverage(database: Database, filters: Filters, by: str | None = None) -> Table:
    """Documents by source and period; of the filters, the period and words of the text count."""
    where, values = _of_documents(database, filters)
    period = by if by in PERIODS else span_of_documents(database, filters).period
    sql = (
        f"SELECT date_trunc('{period}', d.published)::DATE AS period, coalesce(d.source, 'source unknown') AS source,"
        " count(*) AS documents, count(*) FILTER (d.state = 'kept') AS not_coded, count(*) FILTER (d.state = 'copy') AS copies"
        f" FROM documents d WHERE {where} AND d.published IS NOT NULL GROUP BY ALL ORDER BY period, source"
    )
    return Table(database, sql, tuple(values))


def span_of_documents(database: Database, filters: Filters) -> Span:
    """The days of publication, and the period that fits them."""
    where, values = _of_documents(database, filters)
    sql = f"SELECT d.published AS day, count(*) AS found FROM documents d WHERE {where} AND d.published IS NOT NULL GROUP BY day ORDER BY day"
    return fitting([(r["day"], r["found"]) for r in Table(database, sql, tuple(values)).rows()], filters)


def _of_documents(database: Database, filters: Filters) -> Clause:
    clauses = days(filters, "d.published", "d.published")
    if filters.text is not None:
        clauses.append(("d.id IN (SELECT unnest(?::VARCHAR[]))", [search.documents(database, filters.text)]))
    return all_of(clauses)


def sources(database: Database, filters: Filters) -> Table:
    """Sources by their documents in the period that hold the words, most first."""
    where, values = _of_documents(database, filters)
    sql = (
        "SELECT coalesce(d.source, 'source unknown') AS source, count(*) AS documents, min(d.published) AS first_day, max(d.published) AS last_day"
        f" FROM documents d WHERE {where} GROUP BY ALL ORDER BY documents DESC, source{page(filters)}"
    )
    return Table(database, sql, tuple(values))


def kinds(database: Database, filters: Filters) -> Table:
    """Types with their incidents."""
    where, values = _of_incidents(database, filters)
    sql = (
        "SELECT e.type, any_value(e.quad) AS quad, count(*) AS incidents, avg(e.score) AS score"
        f" FROM incidents e WHERE {where} GROUP BY e.type ORDER BY incidents DESC, e.type{page(filters)}"
    )
    return Table(database, sql, tuple(values))


_PLACE_ORDER = "e.place, e.place_country, e.place_precision"


def places(database: Database, filters: Filters, by: str | None = None) -> Table:
    """Where incidents were, by precision, quad class and period; a place without coordinates has none."""
    where, values = _of_incidents(database, filters)
    sql = (
        "SELECT e.place, e.place_country, e.place_precision, any_value(e.latitude) AS latitude, any_value(e.longitude) AS longitude, e.quad,"
        f" date_trunc('{_period(database, filters, by)}', e.start_day)::DATE AS period, count(*) AS incidents, avg(e.score) AS score"
        f" FROM incidents e WHERE {where} GROUP BY ALL ORDER BY incidents DESC, {_PLACE_ORDER}, period, e.quad{page(filters)}"
    )
    return Table(database, sql, tuple(values))


def towns(database: Database, filters: Filters) -> Table:
    """Places with their incidents, most first; the row without a name counts those of which none is known."""
    where, values = _of_incidents(database, filters)
    sql = (
        "SELECT e.place, e.place_country, e.place_precision, count(*) AS incidents, avg(e.score) AS score"
        f" FROM incidents e WHERE {where} GROUP BY ALL ORDER BY incidents DESC, {_PLACE_ORDER}{page(filters)}"
    )
    return Table(database, sql, tuple(values))


def network(database: Database, filters: Filters, level: str = "country") -> Table:
    """Who acts on whom: incidents and mean score of each directed pair of countries, or of parties by name."""
    source, values = _ties(database, filters, level)
    sql = (
        f"SELECT actor, recipient, count(*) AS incidents,{_QUADS.format('')} FROM ({source}) WHERE actor <> recipient"
        f" GROUP BY actor, recipient ORDER BY incidents DESC, actor, recipient{page(filters)}"
    )
    return Table(database, sql, tuple(values))


def _ties(database: Database, filters: Filters, level: str) -> Clause:
    """A query for a row for each directed pair of an incident."""
    if level == "country":
        where, values = pair_conditions(database, filters)
        return f"SELECT p.actor, p.recipient, p.quad, p.score FROM pairs p WHERE {where}", values
    where, values = _of_incidents(database, filters)
    mutual = ", ".join(f"'{t}'" for t in sorted(RECIPROCAL))
    other = (
        f"CASE WHEN len(e.recipient_names) = 0 AND e.type IN ({mutual}) THEN e.actor_names ELSE e.recipient_names END"
    )
    source = (
        "SELECT actor, unnest(others) AS recipient, quad, score FROM"
        f" (SELECT unnest(e.actor_names) AS actor, {other} AS others, e.quad, e.score FROM incidents e WHERE {where})"
    )
    return source, values


def partners(database: Database, filters: Filters) -> Table:
    """Whom the parties asked for act on and who acts on them: incidents and mean score each way, busiest first."""
    wanted = several(filters.party)
    source, values = _ties(database, filters, level_of(wanted))
    each = marks(wanted)
    sql = (
        f"WITH own AS (SELECT unnest(?::VARCHAR[]) AS name UNION SELECT name FROM parties WHERE entry IN ({each})),"
        f" ties AS (SELECT actor, recipient, score, actor IN (SELECT name FROM own) AS does, recipient IN (SELECT name FROM own) AS bears FROM ({source}))"
        " SELECT CASE WHEN does THEN recipient ELSE actor END AS party, count(*) FILTER (does) AS does, avg(score) FILTER (does) AS does_score,"
        " count(*) FILTER (bears) AS bears, avg(score) FILTER (bears) AS bears_score"
        f" FROM ties WHERE does <> bears GROUP BY party ORDER BY count(*) DESC, party{page(filters)}"
    )
    return Table(database, sql, (wanted, *wanted, *values))


def level_of(parties: Sequence[str]) -> str:
    """Countries when all parties are country codes, else names."""
    return "country" if parties and all(p in shapes.names() for p in parties) else "name"


def several(party: str | Sequence[str] | None) -> list[str]:
    """The parties of a filter."""
    return [] if party is None else [party] if isinstance(party, str) else list(party)


def known_as(database: Database, parties: Sequence[str]) -> dict[str, str]:
    """The names that reports give most to lexicon ids."""
    sql = f"SELECT entry, name FROM parties WHERE entry IN ({marks(parties)}) GROUP BY entry, name ORDER BY entry, count(*) DESC, name"
    out: dict[str, str] = {}
    for row in Table(database, sql, tuple(parties)).rows():
        out.setdefault(row["entry"], row["name"])
    return out


def members(database: Database, filters: Filters) -> Table:
    """Who acts or is acted on in the name of the countries asked for, in all of the store: parties by their events."""
    wanted = several(filters.party)
    sql = (
        "SELECT name, any_value(entry) AS entry, mode(sector) AS sector, count(DISTINCT event) AS events FROM parties"
        f" WHERE country IN ({marks(wanted)}) AND part <> 'attribution' GROUP BY name ORDER BY events DESC, name{page(filters)}"
    )
    return Table(database, sql, tuple(wanted))


def statements(database: Database, filters: Filters) -> Table:
    """Events given on the word of a party: what it says, in its own words. The party may be a code, an id or a name."""
    wanted = several(filters.party)
    each = marks(wanted)
    said: Clause = (
        f"(e.attributed_id IN ({each}) OR e.attributed_country IN ({each}) OR e.attributed_to IN ({each}))", wanted * 3
    )  # fmt: skip
    clause = all_of([conditions(database, replace(filters, party=None), of_incidents=False), said])
    order = "d.published DESC NULLS LAST, e.document, e.sentence_start, e.id"
    return query.listed(database, "events", clause, order, filters, query.WITH_DOCUMENT)


def documents(database: Database, filters: Filters) -> Table:
    """Documents that hold all the words, best match first; without words, newest first."""
    clauses = days(filters, "d.published", "d.published")
    order: Clause = ("d.published DESC NULLS LAST, d.id", [])
    if filters.text is not None:
        found = search.documents(database, filters.text)
        clauses.append(("d.id IN (SELECT unnest(?::VARCHAR[]))", [found]))
        order = ("list_position(?::VARCHAR[], d.id)", [found])
    where, values = all_of(clauses)
    columns = "d.id, d.published, d.source, d.title, d.url, d.language, d.state, d.reason, d.text"
    sql = f"SELECT {columns} FROM documents d WHERE {where} ORDER BY {order[0]}{page(filters)}"
    return Table(database, sql, (*values, *order[1]))


def page_of_documents(database: Database, filters: Filters, held: list[str]) -> tuple[list[dict[str, Any]], int]:
    """A page of documents found by their words (ids, best first), and how many of them are in the filters' period."""
    if filters.since is not None or filters.until is not None:
        where, values = all_of(
            [*days(filters, "d.published", "d.published"), ("d.id IN (SELECT unnest(?::VARCHAR[]))", [held])]
        )
        kept = {r["id"] for r in Table(database, f"SELECT d.id FROM documents d WHERE {where}", tuple(values)).rows()}
        held = [id_ for id_ in held if id_ in kept]
    few = held[filters.offset : filters.offset + (filters.limit or len(held))]
    sql = f"SELECT * EXCLUDE (content) FROM documents WHERE id IN ({marks(few) or 'NULL'})"
    found = {r["id"]: r for r in Table(database, sql, tuple(few)).rows()}
    return [found[id_] for id_ in few if id_ in found], len(held)


def incidents_of(database: Database, filters: Filters, held: list[str]) -> Table:
    """Incidents that pass the filters and were read from one of some documents, those of most sources first."""
    read: Clause = ("e.id IN (SELECT incident FROM events WHERE document IN (SELECT unnest(?::VARCHAR[])))", [held])
    clause = all_of([conditions(database, replace(filters, text=None), of_incidents=True), read])
    order = "e.sources DESC, e.documents DESC, e.events DESC, e.id"
    return query.listed(database, "incidents", clause, order, filters)


def names(database: Database, words: str, limit: int) -> Table:
    """Parties whose name holds the words, busiest first."""
    sql = (
        "SELECT name, any_value(entry) AS entry, any_value(country) AS country, count(DISTINCT event) AS events FROM parties"
        f" WHERE contains(lower(name), lower(?)) GROUP BY name ORDER BY events DESC, name LIMIT {int(limit)}"
    )
    return Table(database, sql, (words,))


def witnesses(database: Database, incident: str) -> Table:
    """Documents that carried a sentence of the incident word for word besides those that were coded."""
    sql = (
        "SELECT w.event, w.document, d.source, d.published, d.title FROM witnesses w JOIN documents d ON d.id = w.document"
        " WHERE w.event IN (SELECT id FROM events WHERE incident = ?) ORDER BY d.published, w.document"
    )
    return Table(database, sql, (incident,))


def cited(database: Database, incidents: list[str]) -> Table:
    """The events of some incidents with their documents: where a brief's sentences come from."""
    sql = (
        "SELECT e.incident, e.document, e.sentence, d.source, d.published, d.title, d.url FROM events e JOIN documents d ON d.id = e.document"
        " WHERE e.incident IN (SELECT unnest(?::VARCHAR[])) ORDER BY d.published, e.document, e.sentence_start"
    )
    return Table(database, sql, (incidents,))


Question = Callable[[Database, Filters], Table]
BY_PERIOD: dict[str, Callable[[Database, Filters, str | None], Table]] = {
    "series": series, "directions": directions, "coverage": coverage, "places": places,
    "dyads": lambda database, filters, by: query.dyads(database, filters, by or "month"),
}  # fmt: skip
PLAIN: dict[str, Question] = {
    "incidents": query.incidents, "events": query.events, "storylines": query.storylines, "pairs": pairs, "surges": surges, "sources": sources,
    "kinds": kinds, "towns": towns, "statements": statements, "documents": documents, "partners": partners, "members": members,
}  # fmt: skip
NOUNS = (*PLAIN, *BY_PERIOD, "network")
NEEDS = {
    "directions": "between",
    "statements": "party",
    "partners": "party",
    "members": "party",
}  # filters that they can't do without


def ask(database: Database, noun: str, filters: Filters, by: str | None, level: str) -> Table:
    """The table of that name."""
    if noun == "network":
        return network(database, filters, level)
    return PLAIN[noun](database, filters) if noun in PLAIN else BY_PERIOD[noun](database, filters, by)


def runnable(table: Table) -> str:
    """The SQL with its values written in, to be run in any DuckDB client."""
    parts = table.sql.split("?")
    if len(parts) != len(table.values) + 1:
        raise ValueError("the question has other marks than values")
    told = "".join(p + _literal(v) for p, v in zip(parts, table.values, strict=False)) + parts[-1]
    return told + ";\n"


def _literal(value: Any) -> str:
    if isinstance(value, list):
        return "[" + ", ".join(_literal(v) for v in value) + "]"
    if isinstance(value, int | float):
        return repr(value)
    return "'" + str(value).replace("'", "''") + "'"
