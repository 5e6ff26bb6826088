"""To whom people of a land yield where no other land is named."""

from __future__ import annotations

import pytest

from polybius import Coder, Document


@pytest.mark.parametrize(
    ("text", "type_", "land"),
    [
        ("Gabon's coup leader surrendered to the presidential guard on Monday.", "RETREAT", "GAB"),
        ("Sudan's junta handed power to an elected president in June.", "RETREAT", "SDN"),
        ("Peruvian farmers lifted their blockade of the road on Friday.", "RETREAT", "PER"),
        ("Mongolia restored the bonus of its nurses on Friday.", "CONCEDE", "MNG"),
        ("Croatia's government froze the merger of two banks amid street protests.", "CONCEDE", "HRV"),
    ],
)
def test_own_land(coder: Coder, text: str, type_: str, land: str) -> None:
    events = [e for e in coder.code(Document(text=text)).events if e.type == type_]
    assert [[r.country for r in e.recipients] for e in events] == [[land]]


def test_another_land_named_near_leaves_it_open(coder: Coder) -> None:
    events = coder.code(Document(text="The coup leader of Gabon surrendered to the guard in Cameroon.")).events
    assert all("GAB" not in [r.country for r in e.recipients] for e in events)


@pytest.mark.parametrize(
    ("text", "captor"),
    [
        ("A French yachtsman seized by Somali pirates has been freed.", ["SOM"]),
        ("A Polish engineer kidnapped by Chadian rebels was released on Sunday.", ["TCD"]),
    ],
)
def test_who_holds_somebody_lets_him_go(coder: Coder, text: str, captor: list[str]) -> None:
    events = [e for e in coder.code(Document(text=text)).events if e.type == "RETREAT"]
    assert [[a.country for a in e.actors] for e in events] == [captor]


def test_captors_free_nobody_in_a_raid(coder: Coder) -> None:
    text = "A Polish engineer kidnapped by Chadian rebels was freed in a raid on Sunday."
    events = coder.code(Document(text=text)).events
    assert not [e for e in events if e.type in ("RETREAT", "AID") and any(a.country == "TCD" for a in e.actors)]


@pytest.mark.parametrize(
    ("text", "type_", "land"),
    [
        ("Kenyan doctors protested against the dissolution of parliament.", "PROTEST", "KEN"),
        ("Kenyan doctors protested at the detention of opposition leaders.", "PROTEST", "KEN"),
        ("Hundreds of Senegalese marched against plans to raise taxes.", "PROTEST", "SEN"),
        ("Hundreds of Senegalese rallied against the president.", "PROTEST", "SEN"),
        ("Nepali journalists called for the scrapping of a new labour law.", "REQUEST", "NPL"),
        ("Polish farmers demanded an end to censorship.", "REQUEST", "POL"),
        ("Students in Chile protested against the American invasion of Iraq.", "PROTEST", "USA"),
        ("Chad condemned the American bombing of Tripoli.", "ACCUSE", "USA"),
    ],
)
def test_against_whom_one_is_who_is_against_what_befell_somebody(
    coder: Coder, text: str, type_: str, land: str
) -> None:
    events = [e for e in coder.code(Document(text=text)).events if e.type == type_]
    assert [[r.country for r in e.recipients] for e in events] == [[land]]


def test_whom_an_invasion_befell_isn_t_protested_against(coder: Coder) -> None:
    events = coder.explain("Students in Chile protested against the invasion of Iraq.")[0].events
    assert all("IRQ" not in [r.country for r in e.recipients] for e in events if e.type == "PROTEST")


def test_counted_nationalities_without_a_plural_are_people(coder: Coder) -> None:
    _, mentions, _ = coder.explain("Two Chinese and 300 South Sudanese were arrested by Kenya.")
    assert [(m.actor.country, m.actor.sector) for m in mentions[0]][:2] == [("CHN", "CVL"), ("SSD", "CVL")]
