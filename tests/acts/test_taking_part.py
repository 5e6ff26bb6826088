"""Who takes part in what a noun tells, where it is, and on whose word outermost."""

from __future__ import annotations

import pytest

import polybius
from polybius.model import Event
from tests import coders

PARTIES = [
    ("Clashes broke out between Togolese rebels and the Togolese army in Kara.", "ASSAULT", ["TGO", "TGO"], []),
    ("The withdrawal of Ghanaian troops from Togo was completed on Monday.", "RETREAT", ["GHA"], ["TGO"]),
    ("Bombardment of Kara by Ghanaian forces killed five Togolese.", "ASSAULT", ["GHA"], ["TGO"]),
    ("Protests by Ghanaian students at the Togolese embassy surprised diplomats.", "PROTEST", ["GHA"], ["TGO"]),
    ("Thousands of Togolese fled attacks by Ghanaian troops.", "SANCTION", ["GHA"], ["TGO"]),
]


def _events(text: str) -> tuple[Event, ...]:
    return coders.coder().code(polybius.Document(text=text)).events


@pytest.mark.parametrize(("text", "type_", "actors", "recipients"), PARTIES)
def test_places_of_a_deed_take_no_part_in_it(text: str, type_: str, actors: list[str], recipients: list[str]) -> None:
    told = [e for e in _events(text) if e.type == type_]
    assert [([p.country for p in e.actors], [p.country for p in e.recipients]) for e in told] == [(actors, recipients)]


def test_who_says_so_between_subject_and_verb() -> None:
    (event,) = _events("Ghana, Mali said, expelled the Togolese envoy.")
    assert event.attribution is not None
    assert event.attribution.country == "MLI"


def test_who_cites_others_says_so_outermost() -> None:
    (event,) = [
        e
        for e in _events("Accra, citing Togolese officials, said Mali had moved troops to the border.")
        if e.type == "MOBILIZE"
    ]
    assert event.attribution is not None
    assert event.attribution.country == "GHA"


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The institute follows troop movements of Ghana and Mali since last week's gas attack on Kara.", "ASSAULT"),
        ("Rain fell all day. Suicide bombers linked to the group killed five worshippers in Lomé.", "ASSAULT"),
    ],
)
def test_whose_something_else_is_and_whose_band_is_open_did_no_deed(text: str, type_: str) -> None:
    assert not [a for e in _events(text) if e.type == type_ for a in e.actors if a.country]


@pytest.mark.parametrize(
    "text",
    [
        "Ghanaian soldiers killed five people, all of them Togolese, on Monday.",
        "Five people, most of them Togolese, were killed by Ghanaian soldiers on Monday.",
        "Ghanaian soldiers killed a Togolese farmer and his son on Monday.",
        "Ghanaian troops took five Togolese villagers prisoner on Monday.",
    ],
)
def test_all_who_suffer_are_of_the_land_that_is_told(text: str) -> None:
    (event,) = [e for e in _events(text) if e.type == "ASSAULT"]
    assert {r.country for r in event.recipients} == {"TGO"}
    assert [a.country for a in event.actors] == ["GHA"]
