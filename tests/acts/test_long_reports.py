"""What long reports judge, seize and foretell: the attack that the lead calls so, deliveries, people seized from where they work, conditions."""

from __future__ import annotations

from datetime import date

import polybius
from polybius.model import Actor, Event

DAY = date(2016, 6, 15)


def _events(coder: polybius.Coder, text: str, type_: str) -> list[Event]:
    return [e for e in coder.code(polybius.Document(text=text, published=DAY)).events if e.type == type_]


def _lands(side: tuple[Actor, ...]) -> set[str | None]:
    return {actor.country for actor in side}


def test_the_attack_is_the_one_that_the_lead_calls_so(coder: polybius.Coder) -> None:
    text = (
        "Somali militants killed 18 people in an attack on a hotel in Mogadishu. The United States carried out an air strike near Jilib that "
        "killed a commander. Turkey flew 21 of the wounded to Ankara. Sweden's foreign minister condemned the attack."
    )
    (event,) = _events(coder, text, "ACCUSE")
    assert (_lands(event.actors), _lands(event.recipients)) == ({"SWE"}, {"SOM"})


def test_a_state_protests_against_who_delivered(coder: polybius.Coder) -> None:
    text = "Turkey delivered eleven armoured vehicles to the port of Misrata on Saturday. Greece and Egypt protested against the delivery."
    (event,) = _events(coder, text, "ACCUSE")
    assert (_lands(event.actors), _lands(event.recipients)) == ({"GRC", "EGY"}, {"TUR"})


def test_what_stands_in_a_condition_is_no_event(coder: polybius.Coder) -> None:
    text = (
        "India blamed the Pakistan-based group Lashkar-e-Taiba. India's home minister said that Pakistan would pay a heavy price if it went on "
        "sheltering the group."
    )
    assert not _events(coder, text, "AID")


def test_a_standing_charge_is_no_news(coder: polybius.Coder) -> None:
    for text in (
        "Police in Lyon arrested eight Algerians on Tuesday, whom they suspect of buying arms.",
        "Colombia has long accused Venezuela of sheltering rebels.",
        "Liberia's leader, whom Britain accuses of arming the rebels, offered to mediate.",
    ):
        assert not [e for e in _events(coder, text, "ACCUSE") if e.status == "asserted"]
    (event,) = _events(coder, "Colombia has accused Venezuela of sheltering rebels.", "ACCUSE")
    assert event.status == "asserted"
