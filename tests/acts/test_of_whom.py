"""Whose parties are that a report tells by their office, their ship or their host, in whole sentences."""

from __future__ import annotations

import pytest

from polybius import Coder, Document

CASES = [
    ("Iranian coast guards seized two Danish tankers and detained their sailors.", "COERCE", "IRN", "DNK"),
    ("Somali gunboats boarded a Greek-managed bulk carrier off Bosaso on Monday.", "COERCE", "SOM", "GRC"),
    ("The European Commission president, Jacques Santer, praised Latvia's reforms.", "SUPPORT", "EUR", "LVA"),
    ("Martti Ahtisaari, the United Nations' special representative, condemned Serbia.", "ACCUSE", "UNO", "SRB"),
    ("As a gesture of good will the Taliban released 30 Pakistani soldiers on Monday.", "RETREAT", "AFG", "PAK"),
    ("Qatar was pleased on Monday. Turkey sent tents to the emirate's army.", "AID", "TUR", "QAT"),
    (
        "Malawi's president, Peter Mutharika, lost in Malawi's highest court. The French embassy criticised the deputies.",
        "ACCUSE",
        "FRA",
        "MWI",
    ),
    ("Agents of the Iranian state beat a British journalist in Ghent.", "ASSAULT", "IRN", "GBR"),
    ("The High Commissioner for Refugees criticised Kenya.", "ACCUSE", "UNO", "KEN"),
    ("Tax inspectors and hooded officers of the Russian ministry beat a Finnish journalist.", "ASSAULT", "RUS", "FIN"),
    ("Thailand bought Swedish helicopters on Monday.", "COOPERATE", "THA", "SWE"),
    ("Ethiopia and Eritrea met on Monday. The latter accused the former of an attack.", "ACCUSE", "ERI", "ETH"),
    ("Foreign Minister Pilar Nsue Obama of Equatorial Guinea criticised Gabon.", "ACCUSE", "GNQ", "GAB"),
]


@pytest.mark.parametrize(("text", "act", "actor", "recipient"), CASES)
def test_whose_they_are(coder: Coder, text: str, act: str, actor: str, recipient: str) -> None:
    told = {
        (e.type, a.country, r.country)
        for e in coder.code(Document(text=text)).events
        for a in e.actors
        for r in e.recipients
    }
    assert (act, actor, recipient) in told, told


def test_nobody_does_it_by_way_of_a_land(coder: Coder) -> None:
    events = coder.code(Document(text="Two soldiers whom Armenia had held were repatriated by way of Georgia.")).events
    assert not any(a.country == "GEO" for e in events for a in e.actors)


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Syria freed a Greek student on Monday. The Greek foreign minister condemned the regime.", (["GRC"], ["SYR"])),
        ("Belarus jailed two Polish reporters. Poland's president denounced the regime.", (["POL"], ["BLR"])),
    ],
)
def test_nobody_calls_his_own_a_regime(coder: Coder, text: str, sides: tuple[list[str], list[str]]) -> None:
    accusing = [e for e in coder.code(Document(text=text)).events if e.type == "ACCUSE"]
    assert [([a.country for a in e.actors], [r.country for r in e.recipients]) for e in accusing] == [sides]
