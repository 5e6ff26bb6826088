"""Cases of our own over all regions and sectors: a floor on the share right; what is still wrong is listed as known."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

import polybius

HERE = Path(__file__).parent
CASES: list[dict[str, Any]] = yaml.safe_load((HERE / "cases_world.yaml").read_text(encoding="utf-8"))
NOUNS: dict[str, list[str]] = yaml.safe_load((HERE / "nouns_world.yaml").read_text(encoding="utf-8"))
MISSES = frozenset((HERE / "known_misses.txt").read_text(encoding="utf-8").splitlines())
FLOOR = 0.97
FLOOR_NOUNS = 0.98


def _answer(coder: polybius.Coder, case: dict[str, Any]) -> tuple[str | None, str]:
    found = coder.actor(case["text"], on=case["day"], context=case.get("context", ""))
    return (found.country, found.sector) if found is not None else ("nobody", "")


def _name(case: dict[str, Any]) -> str:
    return f"{case['text']} ({case['day']})"


@pytest.mark.parametrize("case", CASES, ids=_name)
def test_world(coder: polybius.Coder, case: dict[str, Any]) -> None:
    right = _answer(coder, case) == (case["country"], case["sector"])
    if _name(case) in MISSES:
        assert not right, "right now: take it off tests/actors/known_misses.txt"
        pytest.xfail("known miss")
    assert right, _answer(coder, case)


def test_floor(coder: polybius.Coder) -> None:
    right = sum(_answer(coder, c) == (c["country"], c["sector"]) for c in CASES)
    assert len(CASES) >= 400 and right / len(CASES) >= FLOOR


def test_common_nouns(coder: polybius.Coder) -> None:
    wrong = []
    for sector, nouns in NOUNS.items():
        for noun in nouns:
            found = coder.actor(noun, on=date(2012, 1, 1))
            if found is None or found.sector != sector:
                wrong.append((noun, sector, found.sector if found is not None else None))
    assert len(wrong) / sum(map(len, NOUNS.values())) <= 1 - FLOOR_NOUNS, wrong
