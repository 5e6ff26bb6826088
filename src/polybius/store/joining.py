"""Joins what the store holds into incidents and storylines, and writes down what each incident's witnesses say."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

import duckdb

from polybius import cycles, incidents, storylines
from polybius.lexicon import ontology
from polybius.store.database import append, insert, rows, streamed

Row = dict[str, Any]
_LISTS = (
    "actors",
    "actor_sectors",
    "actor_ids",
    "actor_names",
    "recipients",
    "recipient_sectors",
    "recipient_ids",
    "recipient_names",
)
_PRECISE = {"point": 0, "city": 1, "admin2": 2, "admin1": 3, "water": 3, "region": 4, "country": 5}
_DAY_PRECISION = {"day": 0, "interval": 1, "week": 2, "month": 3, "quarter": 4, "year": 5, "decade": 6}
_AT_ONCE = 8192  # incidents written down at once
_REPORTS = """
SELECT e.id, e.document, type, mode, status, array_to_string(actors, ' ') AS actors, array_to_string(recipients, ' ') AS recipients,
  array_to_string(actor_ids, ' ') AS actor_ids, start_day, end_day, day_basis, place, place_precision, sentence, d.published
FROM events e JOIN documents d ON d.id = e.document
ORDER BY CASE WHEN end_day - start_day BETWEEN 8 AND 31 AND NOT starts_with(coalesce(day_basis, ''), 'since') THEN greatest(start_day, least(end_day, coalesce(d.published, end_day)))
  ELSE coalesce(start_day, d.published, DATE '0001-01-01') END, e.id"""  # as incidents.follow takes them
_EVENTS = """
SELECT j.number, e.id, document, type, mode, status, contexts, actors, actor_sectors, actor_ids, actor_names, recipients, recipient_sectors,
  recipient_ids, recipient_names, start_day, end_day, day_precision, day_basis, place, latitude, longitude, place_country, place_precision,
  attributed_to, confidence, sentence_start, sentence, d.published, d.source, d.copy_of, coalesce(w.carried, []) AS carried
FROM joined j JOIN events e ON e.id = j.event JOIN documents d ON d.id = e.document
LEFT JOIN (SELECT event, list(document ORDER BY document) AS carried FROM witnesses GROUP BY event) w ON w.event = e.id
WHERE j.number BETWEEN ? AND ? ORDER BY j.number, j.position"""
# Directed pairs of countries; reciprocal acts count in both directions between those who act.
_PAIRS = """
INSERT INTO pairs SELECT DISTINCT id, start_day, actor, recipient, type, quad, score, status, sources FROM (
  SELECT *, unnest(CASE WHEN list_contains(?::VARCHAR[], type) THEN list_concat(recipients, actors) ELSE recipients END) AS recipient
  FROM (SELECT *, unnest(actors) AS actor FROM incidents)) WHERE actor <> recipient"""
_PARTS = """
SELECT id, coalesce(start_day, first_published) AS day, array_to_string(list_concat(actors, recipients), ' ') AS countries, place,
  array_to_string(contexts, ' ') AS contexts, sentence, score, documents
FROM incidents"""
_WORDS = dict(
    zip("two three four five six seven eight nine ten eleven twelve".split(), map(str, range(2, 13)), strict=True)
)
_NUMBER = rf"\d[\d,]*|{'|'.join(_WORDS)}|dozens|hundreds|thousands"
_FIGURES = (
    re.compile(
        rf"\b(?P<n>{_NUMBER})\b(?:\W+\w+){{0,3}}?\W+"
        r"(?P<what>killed|dead|died|wounded|injured|hurt|missing|arrested|detained|captured|released|freed|protesters|troops|soldiers)\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?P<what>killing|killed|kills|wounding|injuring|arresting|arrested|freeing|released)\b(?:\W+(?:at|least|about|some|more|than|up|to))*"
        rf"\W+(?P<n>{_NUMBER})\b",
        re.IGNORECASE,
    ),
)
# One of these stands in whatever the patterns find.
_COUNTED = ("kill", "dead", "died", "wound", "injur", "hurt", "missing", "arrest", "detained", "captured", "releas", "free", "protesters", "troops", "soldiers")  # fmt: skip
_ONE_NAME = {"killing": "killed", "kills": "killed", "dead": "killed", "died": "killed", "wounding": "wounded", "injuring": "wounded",
             "injured": "wounded", "hurt": "wounded", "arresting": "arrested", "detained": "arrested", "freeing": "released", "freed": "released"}  # fmt: skip


# Incidents that more documents carry by now than when they were written down: a copy may bring nothing but witnesses.
_WITNESSED_SINCE = """
SELECT 1 FROM incidents i JOIN (SELECT incident, count(DISTINCT document) AS carrying FROM (
    SELECT incident, document FROM events UNION ALL SELECT e.incident, w.document FROM witnesses w JOIN events e ON e.id = w.event)
  GROUP BY incident) c ON c.incident = i.id WHERE i.documents <> c.carrying LIMIT 1"""


def wanting(connection: duckdb.DuckDBPyConnection) -> bool:
    """Whether there are events that aren't joined, or witnesses that aren't counted."""
    questions = ("SELECT 1 FROM events WHERE incident IS NULL LIMIT 1", _WITNESSED_SINCE)
    return any(connection.execute(question).fetchone() for question in questions)


def join(connection: duckdb.DuckDBPyConnection) -> None:
    """Makes incidents, their pairs and the storylines anew from all events; runs inside the caller's transaction."""
    with cycles.never():
        _join(connection)


def _join(connection: duckdb.DuckDBPyConnection) -> None:
    made = [(i.id, i.events) for i in incidents.follow(map(_report, streamed(connection, _REPORTS)))]
    _mark_events(connection, made)
    for table in ("incidents", "pairs", "storylines"):
        connection.execute(f"DELETE FROM {table}")
    _add_alone(connection)
    _add_several(connection)
    connection.execute(_PAIRS, [sorted(incidents.RECIPROCAL)])
    parts = [_part(row) for row in streamed(connection, _PARTS)]
    lines = storylines.link(parts)
    insert(connection, "storylines", [_storyline(line) for line in lines])
    _mark_incidents(connection, lines)


def _mark_events(connection: duckdb.DuckDBPyConnection, made: Sequence[tuple[str, Sequence[str]]]) -> None:
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE joined (incident VARCHAR, number INTEGER, event VARCHAR, position INTEGER, size INTEGER)"
    )
    columns: dict[str, Sequence[str | int]] = {
        "incident": [id_ for id_, events in made for _ in events],
        "number": [n for n, (_, events) in enumerate(made) for _ in events],
        "event": [event for _, events in made for event in events],
        "position": [at for _, events in made for at in range(len(events))],
        "size": [len(events) for _, events in made for _ in events],
    }
    append(connection, "joined", columns)
    connection.execute(
        "UPDATE events SET incident = joined.incident FROM joined WHERE joined.event = events.id AND events.incident IS DISTINCT FROM joined.incident"
    )


def _add_alone(connection: duckdb.DuckDBPyConnection) -> None:
    """Writes down the incidents of one event, which are most: DuckDB does it for all at once."""
    kinds = connection.execute("SELECT DISTINCT type, mode FROM events").fetchall()
    weighed = [
        {"type": t, "mode": m, "score": ontology.score(t, m), "quad": ontology.quad(t)}
        for t, m in sorted(kinds, key=str)
    ]
    connection.execute("CREATE OR REPLACE TEMP TABLE weighed (type VARCHAR, mode VARCHAR, score DOUBLE, quad TINYINT)")
    insert(connection, "weighed", weighed)
    values = {"contexts": list(ontology.table()["contexts"]), "counted": "|".join(_COUNTED)}
    connection.execute((Path(__file__).parent / "alone.sql").read_text(encoding="utf-8"), values)


def _add_several(connection: duckdb.DuckDBPyConnection) -> None:
    """Writes down the other incidents, some at a time: rows of all events at once would be the most of what memory holds."""
    connection.execute("DELETE FROM joined WHERE incident IN (SELECT id FROM incidents)")
    left = connection.execute("SELECT DISTINCT number, incident FROM joined ORDER BY number").fetchall()
    for start in range(0, len(left), _AT_ONCE):
        names = dict(left[start : start + _AT_ONCE])
        found = rows(connection, _EVENTS, [min(names), max(names)])
        told = [_of_several(names[number], list(events)) for number, events in groupby(found, itemgetter("number"))]
        insert(connection, "incidents", told)


def _mark_incidents(connection: duckdb.DuckDBPyConnection, lines: Sequence[storylines.Storyline]) -> None:
    connection.execute("CREATE OR REPLACE TEMP TABLE linked (storyline VARCHAR, incident VARCHAR)")
    insert(
        connection,
        "linked",
        [{"storyline": line.id, "incident": part.incident} for line in lines for part in line.parts],
    )
    connection.execute(
        "UPDATE incidents SET storyline = linked.storyline FROM linked WHERE linked.incident = incidents.id"
    )


def _report(row: Row) -> incidents.Report:
    return incidents.Report(
        row["id"], row["document"], row["type"], row["mode"], row["status"], _codes(row["actors"]), _codes(row["recipients"]),
        row["start_day"], row["end_day"], row["day_basis"] or "", row["place"], row["place_precision"], row["published"],
        incidents.words(row["sentence"]), _persons(row["actor_ids"]),
    )  # fmt: skip


def _of_several(id_: str, events: Sequence[Row]) -> Row:
    """One row of ``incidents``: what most and the most exact of its witnesses say, and where they differ."""
    type_, mode = Counter((e["type"], e["mode"]) for e in events).most_common(1)[0][0]
    status = next(
        (s for s in ("asserted", "historical", "future", "hypothetical") if any(e["status"] == s for e in events)),
        "negated",
    )
    alike = [e for e in events if e["type"] == type_ and (e["status"] == status)] or list(events)
    first = min(events, key=lambda e: (e["published"] or date.max, e["document"], e["sentence_start"]))
    dated = min(
        events,
        key=lambda e: (
            e["day_basis"] in (None, "publication"),
            _DAY_PRECISION.get(e["day_precision"], 9),
            e["published"] or date.max,
            e["id"],
        ),
    )
    place = min(events, key=lambda e: (_PRECISE.get(e["place_precision"], 9), e["id"]))
    best = max(alike, key=lambda e: (e["confidence"], e["id"]))
    carrying = {e["document"] for e in events} | {d for e in events for d in e["carried"]}
    independent = {e["source"] or e["document"] for e in events if e["copy_of"] is None}
    return {
        "id": id_, "storyline": None, "type": type_, "mode": mode, "status": status,
        "contexts": [c for c in ontology.table()["contexts"] if any(c in e["contexts"] for e in alike)],
        **{name: _most(alike, name) for name in _LISTS},
        **{name: dated[name] for name in ("start_day", "end_day", "day_precision", "day_basis")},
        **{name: place[name] for name in ("place", "latitude", "longitude", "place_country", "place_precision")},
        "score": ontology.score(type_, mode), "quad": ontology.quad(type_), "confidence": best["confidence"],
        "events": len(events), "documents": len(carrying), "sources": max(1, len(independent)),
        "first_document": first["document"], "first_published": first["published"], "sentence": best["sentence"],
        "differences": _differences(events),
    }  # fmt: skip


def _most(events: Sequence[Row], name: str) -> list[str]:
    """Codes that a third of the witnesses or more give, most frequent first."""
    counts = Counter(code for e in events for code in e[name])
    return [code for code, n in sorted(counts.items(), key=lambda c: (-c[1], c[0])) if 3 * n >= len(events)]


def _differences(events: Sequence[Row]) -> list[str]:
    """Where witnesses disagree: on whether it happened, who did it, when, where, and on figures."""
    out = []
    denied = [e for e in events if e["status"] == "negated"]
    if denied and len(denied) < len(events):
        out.append(
            f"denied by {', '.join(sorted({e['attributed_to'] or e['source'] or e['document'] for e in denied}))}"
        )
    # Who names the month only doesn't differ from who names its fifth day.
    days = Counter(e["start_day"] for e in events if e["day_precision"] == "day" and e["day_basis"] != "publication")
    if len(days) > 1:
        out.append("day: " + ", ".join(f"{d} ({n})" for d, n in sorted(days.items())))
    places = Counter(e["place"] for e in events if e["place_precision"] in ("city", "point"))
    if len(places) > 1:
        out.append("place: " + ", ".join(f"{p} ({n})" for p, n in sorted(places.items())))
    blamed = Counter(" & ".join(e["actors"]) for e in events if e["actors"] and e["status"] != "negated")
    if len(blamed) > 1 and events[0]["type"] == "ASSAULT":
        out.append("blame: " + ", ".join(f"{a} ({n})" for a, n in sorted(blamed.items())))
    return out + _figures(events)


def _figures(events: Sequence[Row]) -> list[str]:
    said: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for e in events:
        for found in (f for pattern in _FIGURES for f in pattern.finditer(e["sentence"])):
            what, number = found["what"].lower(), found["n"].lower().replace(",", "")
            said[_ONE_NAME.get(what, what)][_WORDS.get(number, number)].add(e["source"] or e["document"])
    return [
        f"figures, {what}: " + ", ".join(f"{n} ({', '.join(sorted(by))})" for n, by in sorted(numbers.items()))
        for what, numbers in sorted(said.items())
        if len(numbers) > 1
    ]


def _part(row: Row) -> storylines.Part:
    return storylines.Part(
        row["id"], row["day"], _codes(row["countries"]), row["place"], _codes(row["contexts"]), row["sentence"], row["score"], row["documents"],
    )  # fmt: skip


# Sets of codes, of which there are few: each is held once, and found by the one text that DuckDB makes of a list many times as quickly.
@lru_cache(maxsize=1 << 16)
def _codes(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


@lru_cache(maxsize=1 << 16)
def _persons(listed: str) -> frozenset[tuple[str, str]]:
    return incidents.persons(listed.split())


def _storyline(line: storylines.Storyline) -> Row:
    days = [p.day for p in line.parts if p.day]
    return {
        "id": line.id, "title": line.title, "first_day": min(days), "last_day": max(days), "countries": line.countries,
        "incidents": len(line.parts), "documents": sum(p.documents for p in line.parts),
        "score": sum(p.score for p in line.parts) / len(line.parts),
    }  # fmt: skip
