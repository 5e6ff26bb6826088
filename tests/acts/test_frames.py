"""Every sentence of every frame, run through the whole pipeline."""

from __future__ import annotations

from pathlib import Path

import pytest

import polybius
from polybius.acts import check, frames

CASES = list(check.cases(frames.index().frames.values()))
# Sentences that fail today, mostly because the small parser errs. One that starts to pass must leave the list.
MISSES = frozenset((Path(__file__).parent / "known_misses.txt").read_text(encoding="utf-8").splitlines())
MOST_MISSES = 0.08  # of all sentences


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c.frame.id}-{c.text[:40]}")
def test_frame_sentence(case: check.Case, coder: polybius.Coder) -> None:
    events = coder.code(polybius.Document(text=case.text, published=check.PUBLISHED)).events
    problem = check.problem(case, events)
    if f"{case.frame.id}: {case.text}" in MISSES:
        assert problem, "it passes now: take it out of known_misses.txt"
        pytest.xfail(problem)
    assert not problem, f"{problem}: want {case.expected or 'none'}; got {[check.describe(e) for e in events]}"


def test_every_frame_carries_sentences_and_few_are_missed() -> None:
    index = frames.index().frames
    assert len(index) >= 150
    assert not [f.id for f in index.values() if f.type and (len(f.yes) < 3 or not f.no)]
    assert len(MISSES) <= MOST_MISSES * len(CASES)


def test_all_types_have_frames() -> None:
    from polybius.lexicon import ontology

    assert {f.type for f in frames.index().frames.values() if f.type} == set(ontology.types())
