"""Days of acts that a report tells as what had been before."""

from __future__ import annotations

from datetime import date

import pytest

from polybius import Coder, Document
from polybius.model import When

DAY = date(2018, 4, 8)  # a Sunday
OPEN = When(None, DAY, "interval", "before publication")


def when(coder: Coder, text: str, type_: str) -> When | None:
    """The time of the first event of a type."""
    events = coder.code(Document(text=text, published=DAY)).events
    return next(event.when for event in events if event.type == type_)


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Donald Trump had condemned Iran in his campaign.", "ACCUSE"),
        ("The French general who condemned Iran is back in Paris.", "ACCUSE"),
        ("Israel, which had bombed Syria, was silent.", "ASSAULT"),
    ],
)
def test_what_had_been_before_has_an_open_start(coder: Coder, text: str, type_: str) -> None:
    assert when(coder, text, type_) == OPEN


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Donald Trump condemned Iran in a speech.", "ACCUSE"),
        ("France said that Iran had bombed Syria.", "ASSAULT"),
        ("France denounced the attack that killed Syrian soldiers.", "ASSAULT"),
    ],
)
def test_news_is_of_the_day(coder: Coder, text: str, type_: str) -> None:
    assert when(coder, text, type_) == When(DAY, DAY, "day", "publication")


def test_a_day_that_belongs_to_the_means_dates_the_act(coder: Coder) -> None:
    found = when(coder, "Ten Syrian soldiers were killed in Friday's raid by Israel.", "ASSAULT")
    assert found is not None and (found.start, found.end) == (date(2018, 4, 6), date(2018, 4, 6))
