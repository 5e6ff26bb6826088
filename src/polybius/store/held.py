"""Whether a store holds what a filter names: a slip of the pen is told with the nearest, not answered by nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from polybius.errors import InputError
from polybius.store import known
from polybius.store.database import Database
from polybius.store.query import Filters

NEAR = 0.75  # how alike (Jaro-Winkler) a party must be to be named: names agree in their beginnings, whatever follows
_PARTIES = """
WITH held AS (SELECT name AS party FROM parties UNION SELECT entry FROM parties UNION SELECT country FROM parties)
SELECT party, jaro_winkler_similarity(lower(party), lower($1)) FROM held WHERE party IS NOT NULL
ORDER BY party = $1 DESC, lower(party) = lower($1) DESC, 2 DESC, party LIMIT 3"""
_IDS = {"storyline": "storylines", "incident": "incidents", "document": "documents"}


def checked(database: Database, filters: Filters) -> Filters:
    """Filters with parties as the store writes them; InputError for a party, storyline, incident or document that it doesn't hold."""
    for name, table in _IDS.items():
        if (id_ := getattr(filters, name)) is not None:
            _check(database, name, table, id_)
    asked = {name: getattr(filters, name) for name in ("actor", "recipient", "party", "between")}
    read: dict[str, Any] = {n: _parties(database, n, value) for n, value in asked.items() if value is not None}
    return replace(filters, **read)


def meant(database: Database, filters: Filters) -> Filters:
    """Filters with each party that the store doesn't hold in these very letters read as ``checked`` reads it."""
    changes: dict[str, Any] = {}
    for name in ("actor", "recipient", "party", "between"):
        if (value := getattr(filters, name)) is not None:
            each = [value] if isinstance(value, str) else value
            read = [v if _holds(database, v) else _party(database, name, v) for v in each]
            changes[name] = read[0] if isinstance(value, str) else tuple(read)
    return replace(filters, **changes)


def _holds(database: Database, party: str) -> bool:
    if known.country(party) == party:
        return True
    with database.connected() as connection:
        held = "SELECT 1 FROM parties WHERE name = $1 OR entry = $1 OR country = $1 LIMIT 1"
        return connection.execute(held, [party]).fetchone() is not None


def _check(database: Database, name: str, table: str, id_: str) -> None:
    with database.connected() as connection:
        if not connection.execute(f"SELECT 1 FROM {table} WHERE id = ?", [id_]).fetchone():
            raise InputError(f"the store holds no {name} {id_!r}", name, "take an id that it gives with --format jsonl")


def _parties(database: Database, name: str, value: str | Sequence[str]) -> tuple[str, ...]:
    return tuple(_party(database, name, each) for each in ([value] if isinstance(value, str) else value))


def _party(database: Database, name: str, value: str) -> str:
    """A party as the store writes it: a country by its code, however it is named; InputError for another one that it doesn't hold."""
    country = known.country(value)
    if (
        country is not None
    ):  # first: a party's name may be that of its country, and be only some of what the country does
        return country
    with database.connected() as connection:
        found = connection.execute(_PARTIES, [value]).fetchall()
    if found and found[0][0].casefold() == value.casefold():
        return str(found[0][0])
    near = [party for party, alike in found if alike >= NEAR]
    mend = f"nearest: {', '.join(near)}" if near else "give a country's code or name, a lexicon id, or a name"
    raise InputError(f"the store holds no party {value!r}", name, mend)
