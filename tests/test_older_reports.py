"""Reports that are older than the day given for them, and how long somebody has waited beside what was done."""

from __future__ import annotations

from datetime import date

import pytest

from polybius import Coder
from polybius.model import Document, Event


def _first(coder: Coder, text: str, type_: str) -> Event:
    found = coder.code(Document(text=text, published=date(2010, 1, 1))).events
    return next(e for e in found if e.type == type_)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("President Nelson Mandela met the Nigerian foreign minister on Tuesday.", "asserted"),
        ("France's new president Francois Mitterrand criticised Spain.", "asserted"),
        ("President Nelson Mandela met the Nigerian foreign minister.", "historical"),
        ("President Nelson Mandela condemned Britain over Bloody Sunday.", "historical"),
    ],
)
def test_an_office_that_ended_long_ago_beside_a_day_that_only_news_names(coder: Coder, text: str, status: str) -> None:
    event = _first(coder, text, "CONSULT" if "met" in text else "ACCUSE")
    assert event.status == status and event.when is None
    assert any(("older than the day" if status == "asserted" else "bore the office") in why for why in event.why)


def test_how_long_somebody_has_waited_is_not_when_it_was_done(coder: Coder) -> None:
    event = _first(
        coder, "Benin will allow Togolese refugees who have camped in Ghana for twelve years to come back.", "AGREE"
    )
    assert event.status == "asserted" and any("access" in why for why in event.why)
