"""Who a party is and was: its entries in the actor lexicon."""

from __future__ import annotations

from functools import cache
from typing import Any

from polybius.lexicon import actor_index
from polybius.lexicon.actor_tables import ActorLexicon, Entry

MOST = 8


@cache
def _lexicon() -> ActorLexicon:
    return actor_index.load()


@cache
def _by_name() -> dict[str, list[Entry]]:
    out: dict[str, list[Entry]] = {}
    for entry in _lexicon().entries.values():
        out.setdefault(entry.name.casefold(), []).append(entry)
    return out


def warm() -> None:
    """Reads the lexicon, so that the first page about a party needn't."""
    _by_name()


def entries(parties: list[str]) -> list[dict[str, Any]]:
    """The lexicon's entries for ids or names, with their terms; none for whom it doesn't know."""
    lexicon, found = _lexicon(), {}
    for party in parties:
        entry = lexicon.entries.get(party)
        for each in [entry] if entry else _by_name().get(party.casefold(), []):
            found[each.id] = each
    return [_told(e) for e in list(found.values())[:MOST]]


def terms(id_: str | None) -> list[dict[str, Any]]:
    """What an entry was, from when to when; nothing for whom the lexicon doesn't know."""
    lexicon = _lexicon()
    entry = lexicon.entries.get(id_ or "")
    if entry is None:
        return []
    return [
        {"first_day": first, "last_day": last, "role": role, "sector": raw[2]}
        for (first, last, role), raw in zip(lexicon.terms(entry.id), entry.terms, strict=True)
    ]


def _told(entry: Entry) -> dict[str, Any]:
    return {
        "id": entry.id, "name": entry.name, "kind": entry.kind, "country": entry.country, "sector": entry.sector,
        "sectors": list(entry.sectors), "unsure": entry.unsure, "terms": terms(entry.id),
    }  # fmt: skip
