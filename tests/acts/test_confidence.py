"""Events of little confidence are told only when asked for."""

from __future__ import annotations

import pytest

import polybius
from polybius.acts import confidence
from tests import coders

TEXT = "Sudan bombed Chad on Monday. Niger, with the quarrel of Mali and Togo about it, was held by Benin for a gift to Ghana."


def test_what_is_likelier_wrong_is_told_only_when_asked_for(coder: polybius.Coder) -> None:
    everything = coder.code(polybius.Document(text=TEXT)).events
    least = max(e.confidence for e in everything)
    strict = coders.coder(least)
    assert [e.confidence for e in strict.code(polybius.Document(text=TEXT)).events] == [least]
    refused = [t.reason for t in strict.explain(TEXT)[2]]
    assert len(everything) > 1 and any(f"is below {least}" in reason for reason in refused)


def test_the_limit_rises_with_the_length_of_a_report() -> None:
    limits = [confidence.least(sentences) for sentences in (0, 1, 2, 6, 21, 400)]
    assert limits[0] == limits[1] == confidence.LEAST and limits[-1] == limits[-2] == confidence.LEAST_IN_LONG
    assert limits == sorted(limits)


def test_by_default_a_long_report_must_be_surer(coder: polybius.Coder) -> None:
    filler = " ".join(f"Some {number} drops of rain fell on the roofs." for number in range(2, 32))
    document = polybius.Document(text=f"{filler} {TEXT}")
    everything, told = coder.code(document).events, coders.coder().code(document).events
    assert told == tuple(e for e in everything if e.confidence >= confidence.LEAST_IN_LONG)
    assert len(told) < len(everything)


def test_the_base_counts_once(coder: polybius.Coder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confidence, "WEIGHTS", dict.fromkeys(confidence.WEIGHTS, 0.0) | {"base": -1.0})
    events = coder.code(polybius.Document(text="Sudan bombed Chad on Monday.")).events
    assert [e.confidence for e in events] == [0.269]


def test_recipients_of_one_list_count_as_one(coder: polybius.Coder) -> None:
    listed = coder.code(polybius.Document(text="Canada condemned Vietnam, Laos and Cuba.")).events[0]
    single = coder.code(polybius.Document(text="Canada condemned Vietnam.")).events[0]
    assert len(listed.recipients) == 3
    assert abs(listed.confidence - single.confidence) < 0.15
