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
        ("A Polish engineer kidnapped by Chadian rebels was freed in a raid on Sunday.", []),
    ],
)
def test_who_holds_somebody_lets_him_go(coder: Coder, text: str, captor: list[str]) -> None:
    events = [e for e in coder.code(Document(text=text)).events if e.type == "RETREAT"]
    assert [[a.country for a in e.actors] for e in events] == [captor]
