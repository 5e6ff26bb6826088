"""Events of little confidence are told only when asked for."""

from __future__ import annotations

import pytest

import polybius
from polybius.acts import confidence

TEXT = "Sudan bombed Chad on Monday. Niger, with the quarrel of Mali and Togo about it, was held by Benin for a gift to Ghana."


def test_what_is_likelier_wrong_is_told_only_when_asked_for(coder: polybius.Coder) -> None:
    everything = coder.code(polybius.Document(text=TEXT)).events
    least = max(e.confidence for e in everything)
    strict = polybius.Coder(min_confidence=least)
    assert [e.confidence for e in strict.code(polybius.Document(text=TEXT)).events] == [least]
    refused = [t.reason for t in strict.explain(TEXT)[2]]
    assert len(everything) > 1 and any(f"is below {least}" in reason for reason in refused)


def test_the_default_leaves_out_the_unsure() -> None:
    assert polybius.Coder().min_confidence == confidence.LEAST > 0


def test_the_base_counts_once(coder: polybius.Coder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confidence, "WEIGHTS", dict.fromkeys(confidence.WEIGHTS, 0.0) | {"base": -1.0})
    events = coder.code(polybius.Document(text="Sudan bombed Chad on Monday.")).events
    assert [e.confidence for e in events] == [0.269]


def test_recipients_of_one_list_count_as_one(coder: polybius.Coder) -> None:
    listed = coder.code(polybius.Document(text="Canada condemned Vietnam, Laos and Cuba.")).events[0]
    single = coder.code(polybius.Document(text="Canada condemned Vietnam.")).events[0]
    assert len(listed.recipients) == 3
    assert abs(listed.confidence - single.confidence) < 0.15
