"""Lands that are named only around an act at home disturb nobody's home."""

import pytest

from polybius import Coder, Document


def told(coder: Coder, text: str, type_: str) -> list[tuple[str | None, str | None]]:
    """Who does it, and to whom, in all asserted events of a type."""
    return [
        (a.country, r.country)
        for e in coder.code(Document(text=text)).events
        if e.type == type_ and e.status == "asserted"
        for a in e.actors
        for r in e.recipients
    ]


@pytest.mark.parametrize(
    ("text", "type_", "pair"),
    [
        (
            "The Lao president has pardoned 30 political prisoners ahead of a visit by the French prime minister.",
            "CONCEDE",
            ("LAO", "LAO"),
        ),
        (
            "Peru's guerrillas have suspended their levy on coffee growers, a commander said in Quito.",
            "CONCEDE",
            ("PER", "PER"),
        ),
        (
            "Polish police detained twenty students during a visit by the German chancellor.",
            "COERCE",
            ("POL", "POL"),
        ),
        (
            "Bolivian teachers marched in La Paz against a pension law on the eve of a summit with Peru.",
            "PROTEST",
            ("BOL", "BOL"),
        ),
    ],
)
def test_what_dates_an_act_is_no_side_of_it(coder: Coder, text: str, type_: str, pair: tuple[str, str]) -> None:
    assert pair in told(coder, text, type_)


def test_who_is_dealt_with_after_talks_may_be_the_others(coder: Coder) -> None:
    assert told(coder, "Togo pardoned six fishermen after talks with Ghana.", "CONCEDE") != [("TGO", "TGO")]


def test_a_clause_about_something_else_names_no_side(coder: Coder) -> None:
    text = "The Peruvian guerrillas have suspended their levy on coffee growers at a camp where envoys of Cuba are waiting."
    assert told(coder, text, "CONCEDE") == [("PER", "PER")]


def test_a_clause_about_whom_a_deed_befalls_says_whose_they_are(coder: Coder) -> None:
    text = "Police in Lome arrested six men who had come from Ghana."
    assert told(coder, text, "COERCE") != [("TGO", "TGO")]


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Airline staff in Ghana walked off the job in a dispute with the aviation ministry.", ("GHA", "GHA")),
        ("Bolivian miners blocked a road in a row with a Canadian company over wages.", ("BOL", "CAN")),
    ],
)
def test_a_protest_is_against_whom_they_are_at_odds_with(coder: Coder, text: str, pair: tuple[str, str]) -> None:
    assert pair in told(coder, text, "PROTEST")


def test_forces_are_pulled_back_from_those_whom_they_faced(coder: Coder) -> None:
    text = (
        "Laos will withdraw its special forces from a disputed dam, the security chief told reporters after a night of shooting with Thai"
        " border guards."
    )
    assert ("LAO", "THA") in told(coder, text, "CONCEDE")


def test_those_who_took_it_ill_are_no_side_of_it(coder: Coder) -> None:
    assert ("LAO", "LAO") in told(coder, "Laos detained three poets on Friday, to the dismay of Norway.", "COERCE")
