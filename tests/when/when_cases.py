"""Reads the hand-worked cases and says what the code makes of each, in the notation of the files."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from polybius.model import When
from polybius.when import expressions, resolve

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Case:
    text: str
    published: date | None
    tense: str
    answers: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.text} | {self.published} | {self.tense}"


def load(name: str) -> Any:
    return yaml.safe_load((HERE / name).read_text(encoding="utf-8"))


def cases() -> list[Case]:
    found = []
    for name in ("cases_days.yaml", "cases_periods.yaml", "cases_feasts.yaml", "cases_second.yaml"):
        for group in load(name):
            for text, *answers in group["cases"]:
                found.append(Case(str(text), group["published"], group["tense"], tuple(map(str, answers))))
    return found


def answers(case: Case) -> tuple[str, ...]:
    """Each expression counts from the one before it, as in a narrative."""
    found: list[str] = []
    anchor: When | None = None
    for expression in expressions(case.text):
        when = resolve(expression, case.published, case.tense, anchor)
        if when is not None:
            found.append(written(when))
            anchor = when
    return tuple(found)


def written(when: When) -> str:
    if when.start == when.end and when.precision == "day":
        return str(when.start)
    return f"{when.start or ''}..{when.end or ''} {when.precision}"
