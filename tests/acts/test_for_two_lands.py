"""Acts of people who act for two lands together, and calls on which something is said."""

from __future__ import annotations

import pytest

import polybius
from tests import coders

CODER = coders.coder()


def _told(text: str, type_: str) -> list[tuple[set[str | None], set[str | None]]]:
    events = CODER.code(polybius.Document(text=text)).events
    return [
        ({a.country for a in e.actors}, {r.country for r in e.recipients})
        for e in events
        if e.type == type_ and e.status == "asserted"
    ]


@pytest.mark.parametrize(
    "after",
    [
        "Envoys from both sides met in Muscat on Thursday.",
        "The two countries' foreign ministers met in Muscat on Thursday.",
        "The foreign ministers of the two states met in Muscat on Thursday.",
        "The two heads of government met in Muscat on Thursday.",
    ],
)
def test_who_acts_for_the_two_is_of_both(after: str) -> None:
    assert _told(f"Iran seized a Kuwaiti boat on Monday. {after}", "CONSULT") == [({"IRN", "KWT"}, set())]


def test_of_three_any_two_may_be_meant() -> None:
    text = (
        "Iran seized a Kuwaiti boat on Monday and Turkey protested. Envoys from both sides met in Muscat on Thursday."
    )
    assert _told(text, "CONSULT") == []


def test_a_call_and_what_is_said_on_it_are_two_acts() -> None:
    text = "Kenya's president telephoned the Ugandan president to urge calm at the border."
    assert _told(text, "CONSULT") == [({"KEN"}, {"UGA"})]
    assert _told(text, "REQUEST") == [({"KEN"}, {"UGA"})]
