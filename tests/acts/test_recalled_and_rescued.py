"""Envoys recalled by nobody who is told, deeds done in a raid by somebody, help for which somebody has come, threats on a condition."""

import pytest

from polybius import Coder, Document
from tests import coders


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
    ("text", "pair"),
    [
        ("Mali's ambassador to Algiers was recalled over the sale of drones to Togo.", ("MLI", "DZA")),
        ("Peru's ambassador to Mexico was recalled on Monday.", ("PER", "MEX")),
    ],
)
def test_an_envoy_is_recalled_by_his_own_land(coder: Coder, text: str, pair: tuple[str, str]) -> None:
    low = coders.coder(0.2)
    assert pair in told(low, text, "SANCTION")


def test_an_envoy_is_expelled_by_the_other_land(coder: Coder) -> None:
    assert ("MEX", "PER") in told(coder, "Peru's ambassador to Mexico was expelled on Monday.", "SANCTION")


@pytest.mark.parametrize(
    ("text", "type_", "pair"),
    [
        (
            "Five Korean dam builders seized by bandits were rescued in an operation by Ghanaian commandos.",
            "AID",
            ("GHA", "KOR"),
        ),
        (
            "Rescue teams from Chile crossed into Peru to dig survivors out of rubble.",
            "AID",
            ("CHL", "PER"),
        ),
        (
            "Should the rebels attack again, the Bolivian president said, the army would bomb their camps.",
            "THREATEN",
            ("BOL", "BOL"),
        ),
    ],
)
def test_who_does_it_is_told_around_the_deed(coder: Coder, text: str, type_: str, pair: tuple[str, str]) -> None:
    assert pair in told(coder, text, type_)


def test_an_assault_is_not_dealt_by_who_acts_after_it(coder: Coder) -> None:
    text = "Indian troops massed along the frontier following an assault on the parliament in Delhi."
    assert told(coder, text, "ASSAULT") == []


def test_help_that_will_be_sent_has_not_come(coder: Coder) -> None:
    assert told(coder, "Chile plans to send teams to Peru to dig out survivors.", "AID") == []
