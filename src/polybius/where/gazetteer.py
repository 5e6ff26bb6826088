"""Looks names up in the compiled gazetteer; nothing is loaded before the first name needs it."""

from __future__ import annotations

import os
import sqlite3
from functools import lru_cache
from typing import Any

from polybius.where import index
from polybius.where.records import Entry, fold

_LOOKUP = """SELECT e.name, e.kind, e.latitude, e.longitude, e.geonames_id, e.country, e.admin1, e.population,
                    e.capital, n.strong FROM name n JOIN entry e ON e.id = n.id WHERE n.key = ? ORDER BY e.id"""
_COUNTRIES = """SELECT name, kind, latitude, longitude, geonames_id, country, admin1, population, capital, 1
                       FROM entry WHERE kind = 'country'"""
_CAPITALS = """SELECT name, kind, latitude, longitude, geonames_id, country, admin1, population, capital, 1
                      FROM entry WHERE capital ORDER BY population"""
_CACHED = 50_000


class Gazetteer:
    """Countries, regions, cities from 500 residents, landmarks and waters, by name.

    Opened lazily, again in each process after a fork. Lookups are kept, up to 50,000 names.
    """

    def __init__(self) -> None:
        self._connection: sqlite3.Connection | None = None
        self._process = 0
        self._find = lru_cache(maxsize=_CACHED)(self._look_up)

    def candidates(self, name: str) -> tuple[Entry, ...]:
        """Every place that bears ``name``, whatever its case, accents and hyphens; () when none does."""
        return self._find(fold(name))

    def country(self, code: str) -> Entry | None:
        """The country of an ISO 3166 alpha-3 code."""
        return _by_code(self).get(code)

    def capital(self, code: str) -> Entry | None:
        """The capital of the country of a code, the larger of two."""
        return _seats(self).get(code)

    def in_the_news(self, name: str) -> str | None:
        """The country of the town or area that news means by ``name``; None where our own lists don't tell one."""
        found = self.rows("SELECT country FROM news WHERE key = ?", (fold(name),))
        return str(found[0][0]) if found else None

    def _look_up(self, key: str) -> tuple[Entry, ...]:
        return tuple(_entry(row) for row in self.rows(_LOOKUP, (key,)))

    def rows(self, query: str, values: tuple[str, ...] = ()) -> list[tuple[Any, ...]]:
        """What the index answers to an SQL query."""
        if self._connection is None or self._process != os.getpid():
            self._connection, self._process = index.open_index(), os.getpid()
        return self._connection.execute(query, values).fetchall()


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """The one gazetteer that the functions of this package share."""
    return Gazetteer()


@lru_cache(maxsize=4)
def _by_code(places: Gazetteer) -> dict[str, Entry]:
    entries = (_entry(row) for row in places.rows(_COUNTRIES))
    return {entry.country: entry for entry in entries if entry.country}


@lru_cache(maxsize=4)
def _seats(places: Gazetteer) -> dict[str, Entry]:
    entries = (_entry(row) for row in places.rows(_CAPITALS))
    return {entry.country: entry for entry in entries if entry.country}


def _entry(row: tuple[Any, ...]) -> Entry:
    name, kind, latitude, longitude, identity, country, admin1, population, capital, strong = row
    return Entry(
        name, kind, latitude, longitude, identity, country, admin1, population, bool(capital), bool(strong)
    )  # fmt: skip
