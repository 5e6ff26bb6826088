"""The join over components is the join over everything, whatever the reports."""

from __future__ import annotations

import random
from collections import defaultdict
from datetime import date, timedelta

import pytest

from polybius import incidents
from polybius.engine import components, keys
from polybius.incidents import Report

FIRST = date(2019, 1, 1)


def _reports(seed: int) -> list[Report]:
    draw = random.Random(seed)

    def some(of: str, most: int) -> frozenset[str]:
        return frozenset(draw.sample(of.split(), draw.randint(0, most)))

    def report(number: int) -> Report:
        start = FIRST + timedelta(days=draw.randint(0, 80)) if draw.random() < 0.9 else None
        end = start + timedelta(days=draw.choice([0, 0, 0, 6, 40])) if start and draw.random() < 0.8 else None
        return Report(
            f"e{number:03}", f"d{number // 3}", draw.choice("CONSULT AGREE ASSAULT COERCE ACCUSE".split()), draw.choice([None, "talk"]),
            draw.choice(["asserted", "asserted", "future"]), some("FRA IRN USA", 2), some("FRA IRN CHN", 2), start, end,
            draw.choice(["day", "publication", "week", "month", ""]), draw.choice([None, "Geneva", "Vienna"]), "city",
            draw.choice([None, FIRST + timedelta(days=draw.randint(0, 80))]), some("wheat debts talks treaty embargo", 4),
            frozenset({("USA", draw.choice(["mattis", "haley"]))}) if draw.random() < 0.2 else frozenset(),
        )  # fmt: skip

    return [report(n) for n in range(120)]


def _components(reports: list[Report]) -> dict[str, list[Report]]:
    """Components as the engine finds them: by block and month."""
    seen = {m for r in reports for m in keys.months(r)} or {0}
    together: dict[tuple[str, int], list[Report]] = defaultdict(list)
    for r in reports:
        for block in keys.blocks(r):
            for month in keys.months(r) or seen:
                together[block, month].append(r)
    found = components.Components()
    for block_reports in together.values():
        for one, other in components.links(block_reports):
            found.link(one, other)
    out: dict[str, list[Report]] = defaultdict(list)
    for r in reports:
        out[found.of(r.event)].append(r)
    return out


def _sets(made: list[incidents.Incident]) -> set[tuple[str, frozenset[str]]]:
    return {(i.id, frozenset(i.events)) for i in made}


@pytest.mark.parametrize("seed", range(12))
def test_parted_join_is_the_whole_join(seed: int) -> None:
    reports = _reports(seed)
    parts = _components(reports)
    assert len(parts) > 5 and max(map(len, parts.values())) > 1
    assert _sets([i for part in parts.values() for i in incidents.join(part)]) == _sets(incidents.join(reports))


@pytest.mark.parametrize("seed", range(3))
def test_reports_that_fit_share_a_component(seed: int) -> None:
    reports = _reports(seed)
    of = {r.event: name for name, part in _components(reports).items() for r in part}
    for a in reports:
        for b in reports:
            if set(keys.blocks(a)) & set(keys.blocks(b)) and incidents.fitting(a, b) >= incidents.JOINS:
                assert of[a.event] == of[b.event]


def test_reports_come_back_from_json() -> None:
    for report in _reports(0):
        assert keys.loads(keys.dumps(report)) == report
