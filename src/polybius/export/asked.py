"""What an export asks of the store: rows of incidents or events, each with its parties whole.

The store's own lists (``actors``, ``actor_names``, ...) are sets in an order of their own: the first name need not be that of the first country.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from polybius.model import Actor, Span
from polybius.store import Store
from polybius.store.database import streamed
from polybius.store.query import Filters, conditions, page

Row = dict[str, Any]
SIDES = ("actor", "recipient")

# Braces are doubled, as conditions are put into what is made of these.
_PARTY = """list({{'event': p.event, 'part': p.part, 'name': p.name, 'entry': p.entry, 'country': p.country, 'sector': p.sector,
  'sectors': p.sectors, 'role': p.role, 'text': p.text, 'start': p."start", 'end': p."end"}} ORDER BY"""
_WORDS = "substring(d.text, e.trigger_start + 1, e.trigger_end - e.trigger_start) AS event_text"
_DOCUMENT = "d.source, d.url, d.title, d.published, d.language"
# Of an incident's witnesses those count that tell its type and status (all, where none does); the surest is quoted, as the store does.
_INCIDENTS = f"""
WITH fitting AS (
  SELECT e.id AS event, e.incident, e.confidence, e.type = i.type AND e.status = i.status AS fits FROM events e JOIN incidents i ON i.id = e.incident),
alike AS (SELECT * FROM fitting QUALIFY fits OR NOT bool_or(fits) OVER (PARTITION BY incident)),
best AS (SELECT incident, arg_max(event, {{{{'sure': confidence, 'event': event}}}}) AS event, count(*) AS alike FROM alike GROUP BY incident),
told AS (SELECT a.incident, {_PARTY} a.confidence DESC, p.event, p.part, p.number) AS told FROM alike a JOIN parties p ON p.event = a.event GROUP BY a.incident),
placed AS (
  SELECT incident, place, latitude, longitude, min(geonames_id) AS geonames_id, min(admin1) AS admin1 FROM events WHERE place IS NOT NULL GROUP BY ALL)
SELECT i.*, e.id AS event, e.sentence_number, p.geonames_id, p.admin1, e.contexts AS event_contexts, d.id AS document, {_DOCUMENT},
  e.sentence_start, e.sentence_end, {_WORDS}, b.alike, t.told
FROM incidents i JOIN best b ON b.incident = i.id JOIN events e ON e.id = b.event JOIN documents d ON d.id = e.document
LEFT JOIN told t ON t.incident = i.id
LEFT JOIN placed p ON p.incident = i.id AND p.place = i.place AND p.latitude IS NOT DISTINCT FROM i.latitude AND p.longitude IS NOT DISTINCT FROM i.longitude
WHERE i.id IN (SELECT e.id FROM incidents e WHERE {{}})
ORDER BY i.start_day NULLS LAST, i.id"""
_EVENTS = f"""
WITH told AS (SELECT p.event, {_PARTY} p.part, p.number) AS told FROM parties p GROUP BY p.event)
SELECT e.*, e.id AS event, 1 AS events, 1 AS documents, 1 AS sources, {_DOCUMENT}, {_WORDS}, 1 AS alike, t.told
FROM events e JOIN documents d ON d.id = e.document LEFT JOIN told t ON t.event = e.id
WHERE e.id IN (SELECT e.id FROM events e WHERE {{}}) ORDER BY e.start_day NULLS LAST, e.id"""
_WITNESSED = 3  # a party is an incident's when one of so many witnesses tells it, as in the store


def rows(store: Store, every_event: bool, filters: Filters) -> Iterator[Row]:
    """Incidents (or all events) that pass the filters by day, a part of them in memory at a time.

    Beside the columns of the store a row has ``actor_parties`` and ``recipient_parties`` (lists of ``Actor``, the one that most witnesses
    tell first) and ``attribution`` (an ``Actor`` or None; of an incident None, as each witness has its own).
    """
    where, values = conditions(store.database, filters, of_incidents=not every_event)
    with store.database.connected() as connection:
        for row in streamed(connection, (_EVENTS if every_event else _INCIDENTS).format(where) + page(filters), values):
            told, alike = row.pop("told") or [], row.pop("alike")
            for side in SIDES:
                row[f"{side}_parties"] = _parties([t for t in told if t["part"] == side], row[f"{side}s"], alike)
            vouching = [_actor(t) for t in told if t["part"] == "attribution"] if every_event else []
            row["attribution"] = vouching[0] if vouching else None
            yield row


def _parties(told: Sequence[Row], codes: Sequence[str], witnesses: int) -> list[Actor]:
    """The parties of one side as the surest witness tells each: those that a third of the witnesses tells, and one for each code of the side."""
    first: dict[tuple[Any, ...], Row] = {}
    for one in told:
        first.setdefault(_who(one), one)
    times = Counter(who for who, _ in {(_who(one), one["event"]) for one in told})
    ranked = sorted(first, key=lambda who: -times[who])
    kept = [who for who in ranked if _WITNESSED * times[who] >= witnesses]
    for code in codes:
        if all(first[who]["country"] != code for who in kept):
            kept += [who for who in ranked if first[who]["country"] == code][:1]
    return [_actor(first[who]) for who in kept]


def _who(told: Row) -> tuple[Any, ...]:
    """By what two witnesses' parties are the same one."""
    return told["country"], told["sector"], told["entry"] or told["name"].casefold()


def _actor(told: Row) -> Actor:
    return Actor(
        told["text"], Span(told["start"], told["end"]), told["name"], told["entry"], told["country"], told["sector"] or "",
        tuple(told["sectors"]), told["role"] or "",
    )  # fmt: skip
