"""Joins give what comparing everything with everything gives: what is passed over couldn't have fitted."""

from __future__ import annotations

import random
from collections import defaultdict
from datetime import date, timedelta
from itertools import pairwise

import pytest

from polybius import incidents, storylines
from polybius.incidents import Incident, Report

DAY = date(2019, 5, 6)
WORDS = "wheat debts ships harbour sugar border letters bridges rivers markets pilots miners".split()


def _reports(seed: int) -> list[Report]:
    chance = random.Random(seed)
    out = []
    for n in range(150):
        start = chance.choice([None, *(DAY + timedelta(days=d) for d in range(25))])
        basis = chance.choice(["day", "day", "publication", "week", "month", ""]) if start else ""
        end = start + timedelta(days=chance.choice([0, 0, 3])) if start and chance.random() < 0.9 else None
        actors, recipients = (
            frozenset(chance.sample(["FRA", "IRN", "SYR"], chance.choice([0, 1, 1, 2]))) for _ in "ab"
        )
        out.append(
            Report(
                f"e{n:03}", f"d{n}", chance.choice(["CONSULT", "AGREE", "ACCUSE", "REJECT"]), None, "asserted", actors, recipients, start, end, basis,
                chance.choice([None, "Geneva", "Vienna"]), chance.choice(["city", "country"]), chance.choice([None, DAY]),
                frozenset(chance.sample(WORDS, 4)),
            )
        )  # fmt: skip
    return out


def _plainly(reports: list[Report]) -> list[list[str]]:
    """Every report against every open incident of its blocks, one by one."""
    made: list[Incident] = []
    open_: dict[tuple[str, bool, str], list[Incident]] = defaultdict(list)
    for report in sorted(reports, key=lambda r: (r.day, r.event)):
        its_own = [open_[block] for block in incidents.blocks(report)]
        met = dict.fromkeys(i for block in its_own for i in block)
        candidates = [i for i in met if report.day == date.min or report.day - i.last <= incidents.OPEN_FOR]
        best = incidents._best(report, candidates)
        if best is None:
            made.append(best := Incident())
        best.take(report)
        for block in its_own:
            if best not in block:
                block.append(best)
    return [[r.event for r in i.reports] for i in made]


@pytest.mark.parametrize("seed", range(12))
def test_the_join_passes_over_only_what_cannot_fit(seed: int) -> None:
    reports = _reports(seed)
    joined = [[r.event for r in i.reports] for i in incidents.join(reports)]
    assert joined == _plainly(reports) and any(len(events) > 2 for events in joined)


@pytest.mark.parametrize("seed", range(6))
def test_storylines_pass_over_only_what_cannot_be_alike(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(seed)
    common = [f"common{'abcdef'[n]}" for n in range(6)]
    parts = [
        storylines.Part(
            f"i{n:03}", DAY + timedelta(days=n // 3), frozenset(chance.sample(["FRA", "IRN", "SYR"], chance.choice([1, 2]))),
            chance.choice([None, "Geneva"]), frozenset(chance.sample(["military", "economic"], 1)),
            " ".join(chance.sample(common, 4) + chance.sample(WORDS, 2)), 0.0, 1,
        )
        for n in range(150)
    ]  # fmt: skip
    lines = [[p.incident for p in line.parts] for line in storylines.link(parts)]

    def everything(self: storylines._Open, told: storylines._Told, held: storylines._Held, _: frozenset[str]) -> object:
        others = dict.fromkeys(o for index in (held.by_word, held.by_place) for there in index.values() for o in there)
        return [(o, sum(self._weights[w] for w in o.words & told.words)) for o in others]

    monkeypatch.setattr(storylines._Open, "_sharing", everything)
    assert lines == [[p.incident for p in line.parts] for line in storylines.link(parts)] != []
    for line in lines:
        assert all(a < b for a, b in pairwise(line))
