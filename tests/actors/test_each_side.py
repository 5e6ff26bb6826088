"""Whom "each side" and "neither army" mean, who the two are of whom one proposes something, and whose "her admirers" are."""

from __future__ import annotations

import pytest

from polybius import Coder

LAKE = "Chad and Niger quarrelled over the lake."


def of(coder: Coder, text: str, phrase: str) -> list[str | None]:
    """The lands of those whom a phrase of a text means."""
    return [m.actor.country for sentence in coder.explain(text)[1] for m in sentence if m.actor.text == phrase]


@pytest.mark.parametrize("phrase", ["Each side", "Each army", "Neither government", "Neither side"])
def test_each_of_two_told_together(coder: Coder, phrase: str) -> None:
    assert of(coder, f"{LAKE} {phrase} accused the other of lies.", phrase) == ["TCD", "NER"]


def test_people_of_each_side(coder: Coder) -> None:
    text = f"{LAKE} About a hundred soldiers from each side met on Monday."
    assert of(coder, text, "About a hundred soldiers from each side") == ["TCD", "NER"]


def test_who_proposes_is_one_of_the_two(coder: Coder) -> None:
    text = "Togo rang Ghana on Wednesday. Peru and Chile welcomed the call. Accra had proposed on Tuesday that the two sides meet in Lome."
    assert of(coder, text, "the two sides") == ["TGO", "GHA"]


def test_who_only_asks_both_is_neither(coder: Coder) -> None:
    text = "Togo shelled Ghana on Wednesday. Peru asked the two sides to meet in Lima."
    assert of(coder, text, "the two sides") == ["TGO", "GHA"]


def test_whose_they_were_just_told(coder: Coder) -> None:
    text = (
        "Thousands of Brazilians marched in Brasilia to call for the removal of their president, Dilma Rousseff. The organisers claimed a million, "
        "a figure that her supporters mocked. Her admirers gathered near the cathedral."
    )
    assert of(coder, text, "Her admirers") == ["BRA"]
