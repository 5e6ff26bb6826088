"""Whom offers are made to by who answers them, and who frees whom he held."""

from __future__ import annotations

from datetime import date

import pytest

import polybius
from tests import coders


@pytest.fixture(scope="module")
def coder() -> polybius.Coder:
    return coders.coder(0.1)


def _told(coder: polybius.Coder, text: str, type_: str) -> list[tuple[set[str | None], set[str | None]]]:
    events = coder.code(polybius.Document(text=text, published=date(2018, 6, 15))).events
    return [({a.country for a in e.actors}, {r.country for r in e.recipients}) for e in events if e.type == type_]


@pytest.mark.parametrize(
    ("text", "type_", "sides"),
    [
        ("New Zealand has offered to take the forty. Australia has rejected the offer.", "AGREE", ({"NZL"}, {"AUS"})),
        (
            "Brazil's president has offered to mediate. Bolivia's president has thanked him.",
            "AGREE",
            ({"BRA"}, {"BOL"}),
        ),
        ("France demanded an apology. Turkey rejected the demand on Tuesday.", "REQUEST", ({"FRA"}, {"TUR"})),
        ("The government of Chad arrested a poet. He was freed on Tuesday.", "RETREAT", ({"TCD"}, {"TCD"})),
    ],
)
def test_who_answers_or_holds(
    coder: polybius.Coder, text: str, type_: str, sides: tuple[set[str | None], set[str | None]]
) -> None:
    assert sides in _told(coder, text, type_)


def test_another_matter_is_no_answer(coder: polybius.Coder) -> None:
    text = "New Zealand has offered to take the forty. Australia has rejected a treaty on whales."
    assert ({"NZL"}, {"AUS"}) not in _told(coder, text, "AGREE")


@pytest.mark.parametrize(
    "text",
    [
        "Kenya attacked a post in Somalia. Somalia rejected African calls for talks.",
        "Rwanda fired at a Congolese village. Congo's president rejected European calls for restraint.",
    ],
)
def test_calls_of_many_are_not_of_who_was_told_last(coder: polybius.Coder, text: str) -> None:
    assert not any(recipients for _, recipients in _told(coder, text, "REJECT"))
