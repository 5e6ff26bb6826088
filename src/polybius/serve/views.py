"""What each page shows, as plain data: the same for the page and for the JSON API."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from polybius.errors import InputError
from polybius.serve import evidence, queries, whois
from polybius.serve.asking import PAGE, Asked
from polybius.store import query
from polybius.store import search as find
from polybius.store.query import Filters
from polybius.store.store import Store

Data = dict[str, Any]
_SHORT = 12  # rows of the lists on pages that show several


@dataclass(frozen=True, slots=True)
class View:
    """A page: its name (address and template), title, what its data are, and filters that it can't do without."""

    name: str
    title: str
    summary: str
    show: Callable[[Store, Asked], Data]
    needs: str = ""


class MissingError(InputError):
    """An id that the store doesn't hold."""


def overview(store: Store, asked: Asked) -> Data:
    """Totals, series, busiest pairs, storylines, newest incidents, surges and sources."""
    database = store.database
    few = asked.page(_SHORT)
    told = queries.span(database, asked.filters, asked.by)
    return {
        "totals": _totals(store, asked),
        "period": told.period,
        "left_out": told.left_out,
        "series": queries.series(database, asked.filters, told.period).rows(),
        "pairs": queries.pairs(database, few).rows(),
        "storylines": query.storylines(database, few).rows(),
        "incidents": _newest(store, asked),
        "surges": queries.surges(database, few).rows(),
        "sources": queries.sources(database, few).rows(),
    }


def _newest(store: Store, asked: Asked) -> list[Data]:
    return query.incidents(store.database, replace(asked.page(_SHORT), order="newest")).rows()


def _totals(store: Store, asked: Asked) -> Data:
    told: Data = store.rows(
        """SELECT (SELECT count(*) FROM documents) AS documents, (SELECT count(*) FROM events) AS events,
             (SELECT count(*) FROM incidents) AS incidents, (SELECT min(published) FROM documents) AS first_day,
             (SELECT max(published) FROM documents) AS last_day, (SELECT count(*) FROM storylines) AS storylines"""
    )[0]
    return told | {"found": query.how_many(store.database, asked.filters)}


def incidents(store: Store, asked: Asked) -> Data:
    """A page of incidents that pass the filters."""
    page = asked.page()
    return {
        "found": query.how_many(store.database, asked.filters),
        "incidents": query.incidents(store.database, page).rows(),
        "limit": page.limit,
        "offset": page.offset,
    }


def pair(store: Store, asked: Asked) -> Data:
    """Two parties: what each did to the other over time, what changed, the incidents."""
    if asked.filters.between is None:
        return {"between": None, "pairs": queries.pairs(store.database, asked.page(40)).rows()}
    a, b = asked.filters.between
    told = queries.span(store.database, asked.filters, asked.by)
    rows = queries.directions(store.database, asked.filters, told.period).rows()
    newest = asked if asked.filters.order else asked.only(order="newest")
    return {
        "between": [a, b],
        "period": told.period,
        "directions": rows,
        "titles": queries.directed(a, b),
        "left_out": told.left_out,
        "changes": evidence.changes([r for r in rows if told.holds(r["period"])]),
        **incidents(store, newest),
    }


def actor(store: Store, asked: Asked) -> Data:
    """A party: who it is and was, with whom, what, where, and what it says."""
    party = asked.filters.party
    if party is None:
        return {"party": None, "pairs": queries.network(store.database, asked.page(40), "name").rows()}
    several = queries.several(party)
    of_countries = queries.level_of(several) == "country"
    names = queries.known_as(store.database, several)
    entries = whois.entries(several)
    few = asked.page(_SHORT)
    members = queries.members(store.database, replace(few, offset=0)).rows() if of_countries else []
    return {
        "party": several,
        "names": [names.get(p) or next((e["name"] for e in entries if e["id"] == p), p) for p in several],
        "entries": entries,
        "members": [m | {"terms": whois.terms(m["entry"])} for m in members],
        "partners": queries.partners(store.database, few).rows(),
        "kinds": queries.kinds(store.database, few).rows(),
        "towns": queries.towns(store.database, few).rows(),
        "statements": queries.statements(store.database, few).rows(),
        **incidents(store, asked if asked.filters.order else asked.only(order="newest")),
    }


def map_(store: Store, asked: Asked) -> Data:
    """Incidents by place, how exactly each is known, and how many are nowhere."""
    towns = queries.towns(store.database, replace(asked.filters, limit=None, offset=0)).rows()
    told = queries.span(store.database, asked.filters)
    first, most = asked.filters.offset, asked.filters.limit or 60
    return {
        "towns": towns[first : first + most],
        "unplaced": sum(r["incidents"] for r in towns if r["place"] is None),
        "first_day": told.first,
        "last_day": told.last,
    }


def network(store: Store, asked: Asked) -> Data:
    """Who acts on whom."""
    return {"level": asked.level, "edges": queries.network(store.database, asked.page(100), asked.level).rows()}


def storylines(store: Store, asked: Asked) -> Data:
    """Storylines that hold an incident which passes the filters."""
    page = asked.page()
    found = query.how_many(store.database, asked.filters, "storyline")
    return {
        "found": found,
        "storylines": query.storylines(store.database, page).rows(),
        "limit": page.limit,
        "offset": page.offset,
    }


def storyline(store: Store, asked: Asked) -> Data:
    """One storyline as a brief: its incidents in order, each with a cited sentence, and where witnesses differ."""
    rows = store.rows("SELECT * FROM storylines WHERE id = ?", [asked.filters.storyline])
    if not rows:
        raise MissingError(
            f"no storyline {asked.filters.storyline!r}", "storyline", "choose one from the list of storylines"
        )
    page = asked.page(200)
    told = query.incidents(store.database, page).rows()
    if page.order is None:  # what has no day stands where it was told, not behind all else
        told.sort(key=lambda i: str(i["start_day"] or i["first_published"] or "9"))
    cited = evidence.cited(told, queries.cited(store.database, [i["id"] for i in told]).rows())
    found = query.how_many(store.database, asked.filters)
    return {
        "storyline": rows[0],
        "lines": evidence.told_once(cited),
        "found": found,
        "limit": page.limit,
        "offset": page.offset,
    }


def incident(store: Store, asked: Asked) -> Data:
    """One incident: its witnesses side by side, what they agree and differ on, what was known when."""
    rows = store.rows("SELECT * FROM incidents WHERE id = ?", [asked.filters.incident])
    if not rows:
        raise MissingError(
            f"no incident {asked.filters.incident!r}", "incident", "choose one from the list of incidents"
        )
    events = query.events(
        store.database, Filters(incident=asked.filters.incident, limit=asked.filters.limit or 200)
    ).rows()
    carried = queries.witnesses(store.database, str(asked.filters.incident)).rows()
    return {
        "incident": rows[0],
        "events": sorted(events, key=lambda e: (str(e["published"] or "9"), e["document"], e["sentence_start"])),
        "carried": carried,
        "agreement": evidence.agreement(events),
        "history": evidence.history(events),
    }


def document(store: Store, asked: Asked) -> Data:
    """One document: its text cut where something is marked, its events, and why they were coded so."""
    rows = store.rows("SELECT * EXCLUDE (content) FROM documents WHERE id = ?", [asked.filters.document])
    if not rows:
        raise MissingError(f"no document {asked.filters.document!r}", "document", "look for it with search")
    events = query.events(store.database, Filters(document=asked.filters.document, limit=1000)).rows()
    parties = store.rows(
        "SELECT p.* FROM parties p WHERE p.event IN (SELECT unnest(?::VARCHAR[])) ORDER BY p.event, p.part, p.number",
        [[e["id"] for e in events]],
    )
    return {
        "document": rows[0],
        "events": events,
        "parties": parties,
        "pieces": evidence.pieces(rows[0]["text"], events, parties),
    }


def search(store: Store, asked: Asked) -> Data:
    """Documents, incidents and parties that hold the words."""
    words = asked.filters.text
    if words is None:
        return {"text": None}
    page = asked.page()
    held = find.documents(store.database, words)
    rows, found = queries.page_of_documents(store.database, page, held)
    return {
        "text": words,
        "documents": [
            {k: v for k, v in r.items() if k != "text"}
            | {"around": (around := evidence.around(r["text"], words)), "hits": evidence.hits(around, words)}
            for r in rows
        ],
        "found": found,
        "at_least": len(held) == find.MOST,
        "parties": queries.names(store.database, words, _SHORT).rows(),
        "incidents": queries.incidents_of(store.database, replace(page, limit=_SHORT, offset=0), held).rows(),
        "limit": page.limit or PAGE,
        "offset": page.offset,
    }


VIEWS = {
    v.name: v
    for v in (
        View("overview", "Overview", "totals, series, pairs, storylines, surges, sources", overview),
        View("incidents", "Incidents", "incidents that pass the filters", incidents),
        View("pair", "Pair", "two parties over time (between, twice)", pair),
        View("actor", "Actor", "a party: who, with whom, what, where, in its own words (party)", actor),
        View("map", "Map", "incidents by place", map_),
        View("network", "Network", "who acts on whom", network),
        View("storylines", "Storylines", "storylines that hold what passes the filters", storylines),
        View("storyline", "Storyline", "one storyline as a brief", storyline, "storyline"),
        View("incident", "Incident", "one incident and its witnesses", incident, "incident"),
        View("document", "Document", "one document with its marks", document, "document"),
        View("search", "Search", "documents, incidents and parties by words (text)", search),
    )
}
