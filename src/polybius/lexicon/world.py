"""What several stages know of states and of what they move in: ``data/world.yaml``, whose comments say what each list is for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from polybius.lexicon import files


@dataclass(frozen=True, slots=True)
class World:
    """The lists; ``flown_by`` has the state that alone flies a make of aircraft."""

    go_betweens: frozenset[str]
    expeditionary: frozenset[str]
    onlookers: frozenset[str]
    flown_by: dict[str, str]
    makes_of_fighters: frozenset[str]
    craft: frozenset[str]
    warcraft: frozenset[str]
    creeds: frozenset[str]


@cache
def world() -> World:
    """The lists, read once."""
    raw: dict[str, Any] = files.compiled("world", [files.DATA / "world.yaml"], _parsed)
    return World(flown_by=raw.pop("flown_by"), **{name: frozenset(words) for name, words in raw.items()})


def _parsed(parsed: list[tuple[Path, dict[str, Any]]]) -> dict[str, Any]:
    told = dict(parsed[0][1])
    flown = {make: land for land, makes in told.pop("flown_by").items() for make in makes.split()}
    lists = {name: words.split() if isinstance(words, str) else words for name, words in told.items()}
    return {"flown_by": flown, **lists}
