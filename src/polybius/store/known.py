"""The codes that a filter takes: read in any case of letters, and the nearest known ones named for one that is unknown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from functools import cache
from typing import Any

from polybius.errors import InputError
from polybius.lexicon import ontology
from polybius.lexicon.files import DATA, parse
from polybius.model import STATUSES

FEW, SOME = 25, 8  # codes that are named all when none is near; of more, so many
NEAR = 0.5  # how alike a code must be to be named


def code(name: str, value: Any) -> Any:
    """A filter's value, one code or several, as the store writes it; InputError for an unknown one."""
    if value is None:
        return None
    if isinstance(value, str):
        return _one(name, value)
    return [_one(name, each) for each in value]


def country(value: str) -> str | None:
    """A country's code by its code or name, in any case of letters and with "the" before it or not; None for what is none."""
    said = value.strip().casefold()
    codes = _codes("country")
    return codes.get(said) or codes.get(said.removeprefix("the "))


def _one(name: str, value: str) -> str:
    codes = _codes(name)
    found = country(value) if name == "country" else codes.get(value.casefold())
    if found is None:
        raise InputError(f"unknown {name} {value!r}", name, _mend(value, codes))
    return found


def _mend(value: str, codes: Mapping[str, str]) -> str:
    """Which codes to use: the nearest, or all of a few, or some."""
    names = list(dict.fromkeys(codes.values()))
    near = get_close_matches(value.casefold(), codes, 3, NEAR)
    if near:
        return f"nearest: {', '.join(dict.fromkeys(codes[n] for n in near))}"
    return (
        f"use {', '.join(names)}" if len(names) <= FEW else f"use one of {len(names)} such as {', '.join(names[:SOME])}"
    )


@cache
def _codes(name: str) -> dict[str, str]:
    """The codes of a filter by what may stand for each, in small letters."""
    if name == "country":
        return _countries()
    table = ontology.table()
    of: dict[str, Sequence[str]] = {
        "type": ontology.types(),
        "mode": sorted({mode for type_ in ontology.types() for mode in ontology.modes(type_)}),
        "context": table["contexts"],
        "sector": table["sectors"],
        "status": STATUSES,
    }
    return {each.casefold(): each for each in of[name]}


def _countries() -> dict[str, str]:
    """Countries by code and by their names in English."""
    parties = parse(DATA / "actors" / "countries.yaml")
    codes = [*parties, *parse(DATA / "places" / "countries.yaml")]
    named = {name.casefold(): each for each, entry in parties.items() for name in entry.get("names", ())[:1]}
    return named | {each.casefold(): each for each in codes}
