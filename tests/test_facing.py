"""Whom acts are towards that name nobody: with whom their doer deals there, or their doer's own land."""

from __future__ import annotations

import pytest

from polybius import Coder
from polybius.model import Document


@pytest.mark.parametrize(
    ("text", "type_", "recipients"),
    [
        (
            "Peruvian helicopters strafed an Ecuadorean outpost. Quito suspended trade within hours.",
            "SANCTION",
            ["PER"],
        ),
        ("Ethiopian troops shelled an Eritrean village. Asmara demanded an apology.", "REQUEST", ["ETH"]),
        ("Rebels in Colombia declared a truce on Monday.", "CONCEDE", ["COL"]),
        ("The unions in Argentina called off the strike.", "CONCEDE", ["ARG"]),
        ("Loyal troops in Bolivia retook the barracks on Friday.", "ASSAULT", ["BOL"]),
        ("Kenya's interior minister turned down the plan.", "REJECT", ["KEN"]),
        ("Ghana's government backed down on a rise in fares.", "CONCEDE", ["GHA"]),
        ("Guerrillas in Colombia threatened to resume the bombing of pipelines.", "THREATEN", ["COL"]),
        ("Kenya's interior minister was accused of fraud. He denied taking bribes.", "REJECT", ["KEN"]),
    ],
)
def test_whom_an_act_is_towards_that_names_nobody(coder: Coder, text: str, type_: str, recipients: list[str]) -> None:
    event = [e for e in coder.code(Document(text=text)).events if e.type == type_][-1]
    assert [r.country for r in event.recipients] == recipients


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Sweden welcomed the ruling.", "SUPPORT"),  # a state's word may be on what is done abroad
        ("The French foreign minister condemned the ruling.", "ACCUSE"),
        ("American troops overran a village on Monday.", "ASSAULT"),  # who fight abroad
        ("Zambia's health minister called for patience.", "REQUEST"),
        (
            "Poland met Hungary in Vienna. The Danish minister rejected the plan.",
            "REJECT",
        ),  # they have nothing to do with one another
        ("Chad denied that it had shelled a camp.", "REJECT"),
    ],
)
def test_it_stays_open_where_it_may_be_anybody(coder: Coder, text: str, type_: str) -> None:
    event = [e for e in coder.code(Document(text=text)).events if e.type == type_][-1]
    assert not any(r.country for r in event.recipients)


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Israel's ambassador to Turkey was expelled on Friday over the raid.", ["TUR"]),
        ("Syria's ambassador to South Korea left the country on Monday after being expelled.", ["KOR"]),
        ("Israel's ambassador to Turkey was sacked on Friday.", ["ISR"]),  # by his own
    ],
)
def test_envoys_are_expelled_by_where_they_were_sent(coder: Coder, text: str, actors: list[str]) -> None:
    event = next(e for e in coder.code(Document(text=text)).events if e.type == "SANCTION")
    assert [a.country for a in event.actors] == actors


def test_who_is_understood_is_less_sure_and_has_its_reason(coder: Coder) -> None:
    before = "Ethiopian troops shelled an Eritrean village. "
    understood, named = (
        next(e for e in coder.code(Document(text=before + text)).events if e.type == "REQUEST")
        for text in ("Asmara demanded an apology.", "Asmara demanded an apology from Ethiopia.")
    )
    assert any("deals" in why for why in understood.why)
    assert understood.confidence < named.confidence


@pytest.mark.parametrize(
    ("text", "type_", "side", "told"),
    [
        ("Hundreds were arrested in Minsk on Sunday.", "COERCE", "recipients", ["BLR CVL"]),
        ("Tens of thousands demonstrated in Budapest.", "PROTEST", "actors", ["HUN CVL"]),
        ("Gunmen raided a mine in Mali, killing at least 20.", "ASSAULT", "recipients", ["MLI CVL"]),
        ("Four were sentenced to death by a court in Cairo.", "COERCE", "recipients", ["EGY CVL"]),
    ],
)
def test_people_whom_only_their_number_tells(coder: Coder, text: str, type_: str, side: str, told: list[str]) -> None:
    found = [
        f"{a.country} {a.sector}"
        for e in coder.code(Document(text=text)).events
        if e.type == type_
        for a in getattr(e, side)
    ]
    assert told[0] in found


@pytest.mark.parametrize(
    "text", ["Thousands of dollars were stolen in Lagos.", "Ghana won 12.", "Spain lost three at home.", "Hundreds of trees were felled in Togo."]
)  # fmt: skip
def test_numbers_of_things_are_nobody(coder: Coder, text: str) -> None:
    assert not [
        a for e in coder.code(Document(text=text)).events for a in (*e.actors, *e.recipients) if a.sector == "CVL"
    ]


@pytest.mark.parametrize(
    ("text", "type_", "doer"),
    [
        ("A Norwegian pastor was arrested in Tehran on Sunday.", "COERCE", ["IRN GOV"]),
        ("Oslo was told of the arrest of a Norwegian engineer in Tunisia.", "COERCE", ["TUN GOV"]),
        ("Two newspapers were closed down in Minsk.", "COERCE", ["BLR GOV"]),
        ("A Spanish tourist was killed in Peru.", "ASSAULT", []),  # by whomever
    ],
)
def test_what_only_rulers_do_is_done_by_who_rules_there(coder: Coder, text: str, type_: str, doer: list[str]) -> None:
    told = [e for e in coder.code(Document(text=text)).events if e.type == type_]
    assert [f"{a.country} {a.sector}" for e in told for a in e.actors] == doer
