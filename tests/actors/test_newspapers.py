"""Sides that long newspaper reports tell by a clause, a possessive or what was said before, in sentences made for it."""

from __future__ import annotations

import pytest

from polybius import Coder, Document
from tests import coders


@pytest.mark.parametrize(
    ("text", "phrase", "country"),
    [
        (
            "Haytham Daqqaq, who sits on the council of the Syrian National Coalition, accused the UN of bias.",
            "Haytham Daqqaq",
            "SYR",
        ),
        ("Driss Benhaddou, who heads Morocco's journalists' union, accused France.", "Driss Benhaddou", "MAR"),
        ("Driss Benhaddou, who led the Moroccan army in 1990, accused France.", "Driss Benhaddou", None),
        ("Balochistan's police chief, Zafar Durrani, spoke. His men detained 70 people.", "His men", "PAK"),
        ("Nigeria's bishop, Zafar Durrani, spoke. His men waited.", "His men", None),
        ("The UN envoy, Ingeborg Faust, came. Her agency has sent tents.", "Her agency", "UNO"),
        ("The UN envoy spoke. Qatar urged the general assembly to act.", "the general assembly", "UNO"),
        (
            "The International Atomic Energy Agency met. The agency's director praised Libya.",
            "The agency's director",
            "UNO",
        ),
        ("A magistrate in Paris charged a man. The embassy called it piracy.", "The embassy", None),
        ("In N'Djamena the French ambassador saw the president.", "the president", "TCD"),
        ("The army chief, Ana Silva, left. British Airways refused to let her board.", "her", None),
        (
            "Police in Nicaragua shot seven students. Nicaragua's bishops wept. Nicaragua's president slept. The mothers waited. Costa Rica "
            "recalled its ambassador. The US Treasury imposed sanctions on the police chief.",
            "the police chief",
            "NIC",
        ),
        ("South Africa's ANC accused western powers of meddling.", "western powers", "IGO"),
    ],
)
def test_whose(coder: Coder, text: str, phrase: str, country: str | None) -> None:
    _, mentions, _ = coder.explain(text)
    found = [m.actor.country for ms in mentions for m in ms if m.actor.text == phrase]
    assert found[:1] == [country]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Spain asked Equatorial Guinea for an inquiry, upon which the president ordered the Spanish ambassador to leave.",
            ("SANCTION", ["GNQ"], ["ESP"]),
        ),
        (
            "The German engineer who was kidnapped on the road to Baiji has been freed, the foreign ministry in Berlin announced.",
            ("RETREAT", [], ["DEU"]),
        ),
    ],
)
def test_who_does_it(text: str, told: tuple[str, list[str], list[str]]) -> None:
    events = coders.coder(0).code(Document(text=text)).events
    assert told in [(e.type, [a.country for a in e.actors], [r.country for r in e.recipients]) for e in events]


def test_two_governments_are_those_of_which_a_report_tells_often(coder: Coder) -> None:
    told = "India met Bangladesh. Bangladesh thanked India. India praised Bangladesh."
    text = f"{told} The line was drawn by a barrister from London who had never been to Paris. It runs through ponds. The two governments agreed to meet."
    events = coder.code(Document(text=text)).events
    assert {"IND", "BGD"} in [{a.country for a in e.actors} for e in events if e.type == "AGREE"]
