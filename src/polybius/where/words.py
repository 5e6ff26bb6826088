"""The words that tell a place from what only looks like one, read from the lexicon and kept as sets."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from polybius.lexicon import files
from polybius.where.records import fold

_SETS = (
    "titles", "organisations", "facilities", "directions", "months", "given", "surnames", "offices", "phrase_heads",
    "papers", "acronyms", "function", "venues", "audiences", "settlements", "powers",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Words:
    """Word lists, lower case and folded: see lexicon/data/places/words.yaml for what each is."""

    titles: frozenset[str]
    organisations: frozenset[str]
    facilities: frozenset[str]
    directions: frozenset[str]
    months: frozenset[str]
    given: frozenset[str]
    surnames: frozenset[str]
    offices: frozenset[str]
    phrase_heads: frozenset[str]
    papers: frozenset[str]
    acronyms: frozenset[str]
    common: frozenset[str]
    function: frozenset[str]
    venues: frozenset[str]
    audiences: frozenset[str]
    settlements: frozenset[str]
    powers: frozenset[str]
    small: frozenset[str]
    units: dict[str, str]
    states: dict[str, str]
    demonyms: dict[str, str]
    peoples: frozenset[str]
    seats: dict[str, str]

    def names_person(self, word: str) -> bool:
        """Whether a folded word is a usual given or family name."""
        return word in self.given or word in self.surnames


@lru_cache(maxsize=1)
def words() -> Words:
    """The lists, from the lexicon's cache when it can."""
    names = ("words", "common", "countries", "points", "waters", "areas")
    paths = [files.DATA / "places" / f"{name}.yaml" for name in names]
    raw = files.compiled("places-words", paths, _compile)
    sets: dict[str, frozenset[str]] = {name: frozenset(raw[name]) for name in (*_SETS, "common", "small")}
    sets["peoples"] = frozenset(raw["peoples"])
    return Words(**sets, units=raw["units"], states=raw["states"], demonyms=raw["demonyms"], seats=raw["seats"])


def demonym_pattern() -> str:
    """An alternation of all demonyms and names of peoples without a state, longest first."""
    names = {*words().demonyms, *words().peoples}
    return "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))


def _compile(parsed: list[tuple[Path, Any]]) -> dict[str, Any]:
    data = {path.stem: content for path, content in parsed}
    lists = {name: sorted({fold(word) for word in data["words"][name]}) for name in _SETS}
    demonyms = {word: code for code, row in data["countries"].items() for word in row.get("demonyms", ())}
    own = [name for file in ("points", "waters", "areas") for item in data[file] for name in item["names"]]
    own += [name for row in data["countries"].values() for name in row.get("names", ())]
    tails = {word for name in own for word in name.split()[1:] if word[:1].islower()}
    small = sorted(tails | set(data["words"]["joiners"]))
    common = sorted({fold(word) for word in data["common"]})
    given = {name: data["words"][name] for name in ("units", "states", "seats", "peoples")}
    return {**lists, **given, "common": common, "small": small, "demonyms": demonyms}
