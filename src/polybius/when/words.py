"""The lexicon's words of time, read once from ``lexicon/data/time.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from polybius.errors import LexiconError
from polybius.lexicon import files

PATH = files.DATA / "time.yaml"


@dataclass(frozen=True, slots=True)
class Words:
    """Words by what they mean; every key is lower case, months count from 1, weekdays from 0 (Monday)."""

    months: Mapping[str, int]
    full_months: frozenset[str]
    month_capital: frozenset[str]
    month_cue: frozenset[str]
    weekdays: Mapping[str, int]
    weekday_short: Mapping[str, int]
    weekday_not_before: frozenset[str]
    weekday_not_after: frozenset[str]
    numbers: Mapping[str, tuple[int, int]]
    ordinals: Mapping[str, int]
    units: Mapping[str, str]
    singular_units: Mapping[str, str]
    plural_units: Mapping[str, str]
    vague_reach: Mapping[str, tuple[int, int]]
    day_parts: tuple[str, ...]
    seasons: Mapping[str, int]
    season_names: frozenset[str]
    feasts: Mapping[str, Mapping[str, Any]]
    tables: Mapping[str, Mapping[int, tuple[int, int]]]
    eras: Mapping[str, tuple[date, date]]
    not_year_after: frozenset[str]
    not_year_before: frozenset[str]
    year_cues: frozenset[str]
    reporting: frozenset[str]
    future_cues: tuple[str, ...]
    past_cues: tuple[str, ...]
    superlatives: frozenset[str]
    beside: Mapping[str, frozenset[str]]


@cache
def words() -> Words:
    """The words of time; LexiconError when the file breaks its shape."""
    raw = files.parse(PATH)
    try:
        return _read(raw)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        mend = "compare with the comments in the file"
        raise LexiconError(f"the words of time lack or misspell {error}", f"{PATH}:1", mend) from error


def _read(raw: Any) -> Words:
    full = {name: number for number, name in enumerate(raw["months"], 1)}
    numbers = {name: (count, count) for name, count in raw["numbers"].items()}
    numbers |= {name: (low, high) for name, (low, high) in raw["vague_numbers"].items()}
    return Words(
        months=full | raw["month_short"],
        full_months=frozenset(full),
        month_capital=frozenset(raw["month_capital"]),
        month_cue=frozenset(raw["month_cue"]),
        weekdays={name: number for number, name in enumerate(raw["weekdays"])},
        weekday_short=raw["weekday_short"],
        weekday_not_before=frozenset(raw["weekday_not_before"]),
        weekday_not_after=frozenset(raw["weekday_not_after"]),
        numbers=numbers,
        ordinals=raw["ordinals"],
        units=raw["units"] | raw["plural_units"],
        singular_units=raw["units"],
        plural_units=raw["plural_units"],
        vague_reach={unit: (low, high) for unit, (low, high) in raw["vague_reach"].items()},
        day_parts=tuple(raw["day_parts"]),
        seasons=raw["seasons"],
        season_names=frozenset(raw["season_names"]),
        feasts={name: feast for feast in raw["holidays"] for name in feast["names"]},
        tables={name: _table(table) for name, table in raw["tables"].items()},
        eras={name: (era["from"], era["to"]) for era in raw["eras"] for name in era["names"]},
        not_year_after=frozenset(raw["not_year_after"]),
        not_year_before=frozenset(raw["not_year_before"]),
        year_cues=frozenset(raw["year_cues"]),
        reporting=frozenset(raw["reporting"]),
        future_cues=tuple(raw["future_cues"]),
        past_cues=tuple(raw["past_cues"]),
        superlatives=frozenset(raw["superlatives"]),
        beside={name: frozenset(found) for name, found in raw["beside"].items()},
    )


def _table(table: Mapping[int, str]) -> dict[int, tuple[int, int]]:
    return {year: (int(day[:2]), int(day[3:])) for year, day in table.items()}
