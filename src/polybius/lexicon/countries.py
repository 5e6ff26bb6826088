"""What the lexicon calls countries and the codebook's parties beyond them: for people who read, not for coding."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from polybius.lexicon.files import DATA, parse

# What PLOVER has besides countries.
BEYOND = {"IGO": "international organisations", "UNO": "United Nations", "EUR": "European Union", "NGO": "aid and other private groups",
          "ISM": "international militants", "IMG": "militants across borders", "MNC": "multinational companies"}  # fmt: skip
_FIRST = 4  # names of a country that are its own; later ones may be its provinces'


@cache
def names() -> dict[str, str]:
    """Usual English names by ISO 3166 alpha-3 code."""
    return {code: entry["names"][0] for code, entry in _entries().items() if entry.get("names")}


@cache
def names_of(code: str) -> frozenset[str]:
    """The words of which a party's own names and its capitals are made, in small letters."""
    entry = _entries().get(code, {})
    return _words([*entry.get("names", [])[:_FIRST], *entry.get("capitals", []), BEYOND.get(code, "")])


@cache
def adjectives_of(code: str) -> frozenset[str]:
    """The words of which a country's adjectives are made, in small letters."""
    return _words(_entries().get(code, {}).get("demonyms", []))


def _words(names: Iterable[str]) -> frozenset[str]:
    return frozenset(word.lower() for name in names for word in re.findall(r"[^\W\d_]+", name))


@cache
def _entries() -> dict[str, Any]:
    return dict(parse(DATA / "actors" / "countries.yaml"))
