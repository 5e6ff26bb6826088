"""Whether a store holds what a filter names: a slip of the pen is told with the nearest, not answered by nothing."""

from __future__ import annotations

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
_SIDES = ("actor", "recipient", "party", "between")
_IDS = {"storyline": "storylines", "incident": "incidents", "document": "documents"}


def checked(database: Database, filters: Filters) -> Filters:
    """Filters with parties as the store writes them; InputError for a party, storyline, incident or document that it doesn't hold."""
    for name, table in _IDS.items():
        if (id_ := getattr(filters, name)) is not None:
            _check(database, name, table, id_)
    read: dict[str, Any] = {n: tuple(_party(database, n, v) for v in each) for n, each in _asked(filters).items()}
    return replace(filters, **read)


def _asked(filters: Filters) -> dict[str, tuple[str, ...]]:
    """The parties that filters name, by the filter."""
    asked = {name: getattr(filters, name) for name in _SIDES}
    return {n: (v,) if isinstance(v, str) else tuple(v) for n, v in asked.items() if v is not None}


def spelled(database: Database, filters: Filters) -> Filters:
    """Filters with the parties that the store holds as it writes them; those that it doesn't hold as they are, so that they find nothing."""
    read: dict[str, Any] = {n: tuple(_found(database, v)[0] or v for v in each) for n, each in _asked(filters).items()}
    return replace(filters, **read)


def meant(database: Database, filters: Filters) -> Filters:
    """Filters with each party that the store doesn't hold in these very letters read as ``checked`` reads it."""
    changes: dict[str, Any] = {}
    for name in _SIDES:
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


def _party(database: Database, name: str, value: str) -> str:
    """A party as the store writes it; InputError for one that it doesn't hold."""
    found, near = _found(database, value)
    if found is None:
        mend = f"nearest: {', '.join(near)}" if near else "give a country's code or name, a lexicon id, or a name"
        raise InputError(f"the store holds no party {value!r}", name, mend)
    return found


def _found(database: Database, value: str) -> tuple[str | None, list[str]]:
    """A party as the store writes it: a country by its code, however it is named; or None, and those it holds that are nearest."""
    # First: a party's name may be that of its country, and be only some of what the country does.
    if (country := known.country(value)) is not None:
        return country, []
    with database.connected() as connection:
        found = connection.execute(_PARTIES, [value]).fetchall()
    if found and found[0][0].casefold() == value.casefold():
        return str(found[0][0]), []
    return None, [party for party, alike in found if alike >= NEAR]
