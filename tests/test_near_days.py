"""Days of what stands beside an act: they are only near its own, or not its own at all."""

from __future__ import annotations

from datetime import date

import pytest

from polybius import Coder, Document
from polybius.model import Event

SATURDAY = date(2016, 6, 18)


def _event(coder: Coder, text: str, trigger: str) -> Event:
    events = coder.code(Document(text=text, published=SATURDAY)).events
    return next(e for e in events if e.trigger.of(text) == trigger)


@pytest.mark.parametrize(
    ("text", "trigger", "basis"),
    [
        ("Four Swiss engineers released by Mali's rebels landed in Geneva on Thursday.", "released", "weekday of another clause"),
        ("Mali's rebels released four Swiss engineers on Thursday.", "released", "weekday"),
        ("Chad has freed six Cameroonian soldiers, and they came home on Wednesday.", "freed", "weekday of another clause"),
        ("Two Dutch sailors were beaten by Turkish policemen earlier in the day.", "beaten", "publication"),
        ("Greece rejected the verdict, its minister warning that it broke a treaty in force since 1923.", "rejected", "publication"),
    ],
)  # fmt: skip
def test_on_what_a_day_is_based(coder: Coder, text: str, trigger: str, basis: str) -> None:
    when = _event(coder, text, trigger).when
    assert when is not None and when.basis == basis


def test_what_has_lasted_since_long_ago_is_another_thing(coder: Coder) -> None:
    text = "Greece rejected the verdict, its minister warning that it broke a treaty in force since 1923."
    when = _event(coder, text, "rejected").when
    assert when is not None and when.start == SATURDAY
