"""Who fired a weapon, whose own was harmed, whom a blow answers, and whose land a deed isn't of."""

from datetime import date

import pytest

from polybius import Coder, Document
from polybius.model import Event
from tests import coders

Sides = tuple[str, list[str | None], list[str | None]]


def sides(events: tuple[Event, ...]) -> list[Sides]:
    told = [e for e in events if e.status == "asserted"]
    return [(e.type, [a.country for a in e.actors], [r.country for r in e.recipients]) for e in told]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Missiles launched by Iran hit a barracks in Erbil on Friday.", ("ASSAULT", ["IRN"], ["IRQ"])),
        ("Drones and rockets fired by Ukraine struck a depot in Belgorod.", ("ASSAULT", ["UKR"], ["RUS"])),
        (
            "The Finnish foreign ministry said that Russian aircraft had violated its airspace on Monday.",
            ("ASSAULT", ["RUS"], ["FIN"]),
        ),
        ("Chad's army said that Sudanese militiamen had attacked its outposts.", ("ASSAULT", ["SDN"], ["TCD"])),
        (
            "Chile said that Bolivian troops had crossed the border and called on La Paz to recall them.",
            ("REQUEST", ["CHL"], ["BOL"]),
        ),
        (
            "Police in Accra arrested the former energy minister, Kofi Mensah, before he could board a flight to Doha.",
            ("COERCE", ["GHA"], ["GHA"]),
        ),
        (
            "Customs officers in Dakar found rifles in a container from China and arrested two men.",
            ("COERCE", ["SEN"], ["SEN"]),
        ),
        (
            "Peru accused Chile of spying. Chile's foreign minister called the charge nonsense.",
            ("REJECT", ["CHL"], ["PER"]),
        ),
        ("Fiji and Tonga signed an agreement on Samoa.", ("SUPPORT", ["FJI", "TON"], [])),
        (
            "Kurdish fighters hope to free the Syrian town of Manbij, which militants of Islamic State have besieged for a month.",
            ("ASSAULT", ["IMG"], ["SYR"]),
        ),
        (
            "Rebels killed two Chadian soldiers near Faya. Chadian jets retaliated by bombing a camp.",
            ("ASSAULT", ["TCD"], ["TCD"]),
        ),
        (
            "Hezbollah fighters shelled an Israeli outpost. Israeli gunners answered by pounding the hills.",
            ("ASSAULT", ["ISR"], ["LBN"]),
        ),
        (
            "Kenya deported six Rwandan dissidents. Norway said it was dismayed by their expulsion.",
            ("ACCUSE", ["NOR"], ["KEN"]),
        ),
        ("Ethiopia shelled Badme despite a truce agreed with Eritrea.", ("AGREE", ["ETH", "ERI"], [])),
        ("Greek lorry drivers blocked the motorway to Bulgaria with tractors.", ("PROTEST", ["GRC"], [])),
    ],
)
def test_sides_that_another_clause_tells(coder: Coder, text: str, wanted: Sides) -> None:
    assert wanted in sides(coder.code(Document(text=text)).events)


@pytest.mark.parametrize(
    ("text", "land"),
    [
        ("A sixth defendant, who had fled to Yemen, was given 15 years with hard labour.", "YEM"),
        ("Argentina summoned the ambassador in Buenos Aires over a British plan.", ""),
        ("The Arab League called on its members to withdraw their ambassadors from Damascus.", "SYR"),
    ],
)
def test_whom_an_act_is_not_of(coder: Coder, text: str, land: str) -> None:
    for _, actors, recipients in sides(coder.code(Document(text=text)).events):
        assert land not in [*actors, *recipients]
        assert actors != recipients


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Oxfam warned that thousands of people in Niger would starve.", []),
        ("The United Nations warned that Haiti would run out of rice by May.", []),
        ("The central bank in Accra warned that prices in Togo would rise.", []),
        ("Iran warned that its missiles would fall on Israel.", ["THREATEN"]),
        ("Kenya warned that Somali smugglers would be shot.", ["THREATEN"]),
        ("China warned that Taiwan would pay for the visit.", ["THREATEN"]),
    ],
)
def test_what_comes_by_itself_is_no_threat(coder: Coder, text: str, types: list[str]) -> None:
    assert [type_ for type_, _, _ in sides(coder.code(Document(text=text)).events)] == types


def test_what_lasts_since_a_year_does_not_date_a_simple_past(coder: Coder) -> None:
    text = "French jets bombed barracks in Idlib that the rebels have held since 2012."
    events = coder.code(Document(text=text, published=date(2016, 6, 15))).events
    assert [e.status for e in events if e.type == "ASSAULT"] == ["asserted"]


@pytest.mark.parametrize(
    "text",
    [
        "The rocket launched on Tuesday flew farther than any that Iran had tested before.",
        "The rocket which was launched on Friday went farther than any the Iranians have fired, the Dutch minister said.",
    ],
)
def test_who_fired_those_with_which_a_weapon_is_compared(text: str) -> None:
    assert ("MOBILIZE", ["IRN"], []) in sides(coders.coder(0.03).code(Document(text=text)).events)


@pytest.mark.parametrize(
    "text",
    [
        "Sudan condemned sanctions by the Security Council as unjust. Chad met Niger on Monday. The resolution by which the "
        "Security Council tightened its sanctions permits such searches.",
        "Kenyan mines must close by May, Chad's trade ministry ordered on Monday. The order applies the sanctions that the Security "
        "Council imposed after the coup.",
    ],
)
def test_whom_sanctions_hit_that_are_told_of_again(coder: Coder, text: str) -> None:
    lands = {"Sudan": "SDN", "Kenyan": "KEN"}
    assert ("SANCTION", ["UNO"], [lands[text.split(maxsplit=1)[0]]]) in sides(coder.code(Document(text=text)).events)
