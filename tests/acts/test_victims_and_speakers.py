"""Victims told as some of many or as those who died meanwhile, "our village" in a villager's mouth, speakers between a subject and its verb."""

import pytest

from polybius import Coder, Document


def told(coder: Coder, sentence: str) -> list[str]:
    """The asserted events of a sentence: type, lands of the doers, lands of the recipients."""
    events = [e for e in coder.code(Document(text=sentence)).events if e.status == "asserted"]
    lands = [[",".join(sorted({a.country or "?" for a in side})) for side in (e.actors, e.recipients)] for e in events]
    return [" ".join((e.type, *sides)).strip() for e, sides in zip(events, lands, strict=True)]


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("A Belgian nurse was one of six people killed by Burundian rebels on Friday.", "ASSAULT BDI BEL"),
        ("Two Irish priests were among nine people seized by Filipino gunmen.", "ASSAULT PHL IRL"),
        ("Nine Greek sailors died when Turkish gunboats opened fire.", "ASSAULT TUR GRC"),
        ('"Ethiopia burned our village," a Somali herdsman said.', "ASSAULT ETH SOM"),
        ("Latvia, a diplomat in Riga said, has recalled its ambassador from Minsk.", "SANCTION LVA BLR"),
    ],
)
def test_who_it_is(coder: Coder, sentence: str, event: str) -> None:
    assert event in told(coder, sentence)


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("Nine Greek sailors died when their ferry sank off Turkey.", "ASSAULT"),
        ("A Belgian nurse was one of six people praised in Burundi.", "ASSAULT"),
    ],
)
def test_who_it_isnt(coder: Coder, sentence: str, event: str) -> None:
    assert not [e for e in told(coder, sentence) if e.startswith(event)]
