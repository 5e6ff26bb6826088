"""Meetings of several whom one mention names, bare clauses of what should be done, and who stands ready to receive somebody."""

import pytest

from polybius import Coder, Document


def _told(coder: Coder, sentence: str, type_: str) -> list[tuple[list[str | None], list[str | None]]]:
    events = [e for e in coder.code(Document(text=sentence)).events if e.type == type_ and e.status == "asserted"]
    return [([a.country for a in e.actors], [r.country for r in e.recipients]) for e in events]


@pytest.mark.parametrize(
    ("sentence", "country"),
    [
        ("Arab foreign ministers gathered in Cairo for an emergency meeting on Sunday.", "IGO"),
        ("Finance ministers of the Group of Seven met in Rome on Friday.", "IGO"),
        ("Yemen's warring sides met in Stockholm on Friday.", "YEM"),
        ("The two Somali factions opened a dialogue in Nairobi on Thursday.", "SOM"),
    ],
)
def test_one_mention_of_several_meets(coder: Coder, sentence: str, country: str) -> None:
    assert _told(coder, sentence, "CONSULT") == [([country], [])]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Thai ministers met on Friday.",
        "Two Thai ministers arrived in Phuket on Monday.",
        "The Arab League met on Friday.",
    ],
)
def test_who_is_one_meets_nobody(coder: Coder, sentence: str) -> None:
    assert _told(coder, sentence, "CONSULT") == []


def test_a_round_of_talks_is_held_by_those_who_talk(coder: Coder) -> None:
    assert _told(coder, "A round of talks between Iran and Oman will be held in Vienna on Monday.", "AGREE") == [
        (["IRN", "OMN"], [])
    ]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Poland insisted that Germany pay reparations.", [(["POL"], ["DEU"])]),
        ("Iraq insisted that the Turkish troops be withdrawn.", [(["IRQ"], ["TUR"])]),
        ("Poland insisted that Germany paid its share in May.", []),
    ],
)
def test_a_bare_clause_is_a_demand(coder: Coder, sentence: str, told: list[object]) -> None:
    assert _told(coder, sentence, "REQUEST") == told


def test_back_before_its_noun_is_no_particle(coder: Coder) -> None:
    assert _told(coder, "Zairean soldiers demanded back pay from the government on Monday.", "REQUEST") == [
        (["COD"], ["COD"])
    ]


def test_who_waits_at_the_airport_receives(coder: Coder) -> None:
    sentence = "Uganda's president was at the airport to greet the Kenyan president."
    assert _told(coder, sentence, "CONSULT") == [(["KEN"], ["UGA"])]


def test_what_is_agreed_may_hang_on_the_meeting(coder: Coder) -> None:
    sentence = "Ghana and Togo agreed in talks in Lome to share the water of the lake."
    assert (["GHA", "TGO"], []) in _told(coder, sentence, "AGREE")


@pytest.mark.parametrize(
    ("sentence", "country"),
    [
        ("Burundi's main Hutu rebel group met Tanzanian envoys on Friday.", "BDI"),
        ("Bosnia's Serb leaders met Norwegian envoys on Friday.", "BIH"),
        ("Sri Lanka's Tamil parties met Indian envoys on Friday.", "LKA"),
        ("Estonia's Russian minority met Finnish envoys on Friday.", "EST"),
    ],
)
def test_a_people_is_of_the_land_that_has_it(coder: Coder, sentence: str, country: str) -> None:
    ((actors, _),) = _told(coder, sentence, "CONSULT")
    assert country in actors
