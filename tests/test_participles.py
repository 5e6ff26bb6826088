"""Verbs in the past that a parser takes for participles, in sentences made for it."""

from __future__ import annotations

import pytest

import polybius
from tests import coders

TOLD = [
    ("Vietnam has just massed troops on the Thai border.", ("MOBILIZE", "VNM", "THA")),
    ("Serbia's president, John Doe, massed troops on the Bulgarian border on Monday.", ("MOBILIZE", "SRB", "BGR")),
    ("Kenya, angered by a speech, handed over a bomber to Uganda on Monday.", ("COOPERATE", "KEN", "UGA")),
    ("Trump asked African countries, including Kenya, to train more pilots.", ("REQUEST", "USA", "KEN")),
    (
        "Ankara refused to accept the Greek judgment, Mr. Cavusoglu warning that it overturned the basis of friendship.",
        ("REJECT", "TUR", "GRC"),
    ),
    ("Kenya on Monday gave Uganda three days to leave.", ("THREATEN", "KEN", "UGA")),
    ("Israel sealed off the West Bank before the feast.", ("COERCE", "ISR", "PSE")),
    ("Zambia's envoy flew to Windhoek on Monday to discuss a river with officials.", ("CONSULT", "ZMB", "NAM")),
    ("The OAU voiced concern at Togo's treatment of the press.", ("ACCUSE", "IGO", "TGO")),
]
# Nouns with a property, passives and what somebody has.
NOT_TOLD = [
    ("Kenya has armed guards on the Ugandan border.", "ASSAULT"),
    ("Kenya, angered by a speech, once ruled by Uganda.", "COERCE"),
    ("Laos's army accused rebels backed by Nepal of burning a village.", "SUPPORT"),
]


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_a_participle_that_must_be_the_verb_is_one(text: str, told: tuple[str, str, str]) -> None:
    events = coders.coder().code(polybius.Document(text=text)).events
    assert told in {(e.type, e.actors[0].country, r.country) for e in events for r in e.recipients if e.actors}


@pytest.mark.parametrize(("text", "type_"), NOT_TOLD)
def test_others_stay_what_they_are(text: str, type_: str) -> None:
    assert type_ not in {e.type for e in coders.coder().code(polybius.Document(text=text)).events}
