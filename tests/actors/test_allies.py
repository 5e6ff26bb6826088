"""Allies: told beside whose they are, of no land by themselves, and named by the name right behind."""

import pytest

from polybius import Coder, Document


@pytest.mark.parametrize(
    ("sentence", "actors"),
    [
        ("Russia and its allies voted against the resolution on Thursday.", [("Russia", "RUS"), ("its allies", None)]),
        ("Saudi Arabia and its allies bombed Sanaa on Monday.", [("Saudi Arabia", "SAU"), ("its allies", None)]),
        ("Key US allies France and Germany opposed the war.", [("France", "FRA"), ("Germany", "DEU")]),
        (
            "Its allies Kuwait and Bahrain recalled their ambassadors from Tehran.",
            [("Kuwait", "KWT"), ("Bahrain", "BHR")],
        ),
        ("Western allies backed the plan on Monday.", [("Western allies", "IGO")]),
    ],
)
def test_who_acts(coder: Coder, sentence: str, actors: list[tuple[str, str | None]]) -> None:
    (event,) = coder.code(Document(text=sentence)).events
    assert [(a.text, a.country) for a in event.actors] == actors


def test_allies_of_somebody_are_of_no_land(coder: Coder) -> None:
    found = coder.actor("US allies")
    assert found is not None
    assert found.country is None


def test_an_ally_named_right_behind_is_warned(coder: Coder) -> None:
    (event,) = coder.code(Document(text="Washington warned its ally Turkey against buying Russian missiles.")).events
    assert [r.country for r in event.recipients] == ["TUR"]


def test_allies_make_a_known_doer_no_less_sure(coder: Coder) -> None:
    alone, beside = (
        coder.code(Document(text=f"{who} condemned the coup in Niger on Monday.")).events[0].confidence
        for who in ("France", "France and its allies")
    )
    assert alone - beside < 0.15  # an unknown doer alone costs twice as much
