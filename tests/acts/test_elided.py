"""What a sentence leaves to the one before."""

from datetime import date

import pytest

from polybius import Coder, Document
from tests import coders


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("Iran tested a rocket on Monday. The rocket was launched near Semnan.", ["IRN", "IRN"]),
        ("Iran tested a rocket on Monday. A rocket was launched near Semnan.", ["IRN"]),  # any rocket
        ("Iran met Oman on Monday. The rocket was launched near Semnan.", []),
        (
            "Oman condemned Iran's latest rocket launch. The rocket was fired on Monday from a desert base.",
            ["IRN", "IRN"],
        ),
        (
            "Iran tested a rocket on Monday. Oman's army sent warships. The rocket flew 900 kilometres.",
            ["IRN", "OMN", "IRN"],
        ),
        ("Iran fired a rocket on Monday, the Omani army said. The rocket flew 900 kilometres.", ["IRN", "IRN"]),
        ("Iran fired a missile on Monday. The Shahab-3 flew 900 kilometres and fell into the sea.", ["IRN", "IRN"]),
    ],
)
def test_a_weapon_is_of_who_fired_it_just_before(coder: Coder, text: str, doers: list[str]) -> None:
    events = [e for e in coder.code(Document(text=text)).events if e.type == "MOBILIZE"]
    assert [e.actors[0].country for e in events] == doers


def test_who_bombs_a_range_has_launched_nothing(coder: Coder) -> None:
    text = "Iran fired a missile over Iraq on Monday. Jordan dropped bombs on a range near Amman. Egypt denounced the launch."
    assert [r.country for r in coder.code(Document(text=text)).events[-1].recipients] == ["IRN"]


def test_a_weapon_is_of_who_fired_it_some_sentences_before(coder: Coder) -> None:
    text = "Iran tested a rocket on Monday. Oman's weather was fine. The fishing season has begun. The rocket was launched near Semnan."
    events = [e for e in coder.code(Document(text=text)).events if e.type == "MOBILIZE"]
    assert [e.actors[0].country for e in events] == ["IRN", "IRN"]


@pytest.mark.parametrize(
    ("text", "type_", "recipient"),
    [
        ("Iceland recognised Palestine on Monday. Israel condemned the decision.", "ACCUSE", "ISL"),
        ("Kenya freed the pilots whom Uganda had arrested. Tanzania welcomed the step.", "SUPPORT", "KEN"),
        ("Kenya freed the pilots whom Uganda had arrested. Tanzania condemned the arrest.", "ACCUSE", "UGA"),
        ("Chad accused Sudan of theft. The harvest was poor. Sudan rejected the accusation.", "REJECT", "TCD"),
        ("Canada imposed a tariff on steel from India. New Delhi threatened to respond.", "THREATEN", "CAN"),
        ("Turkey arrested a Swedish reporter. Sweden called for his release.", "REQUEST", "TUR"),
        ("Turkey arrested a Swedish reporter. Sweden demanded that he be freed.", "REQUEST", "TUR"),
        ("A Russian court jailed an American reporter. Washington called the trial a sham.", "ACCUSE", "RUS"),
        (
            "Poland's president vetoed a law on Monday. It was late. Hungary promised Malta a loan. It rained. Canada welcomed the decision.",
            "SUPPORT",
            "POL",
        ),
        ("Egypt deported two Sudanese students. Kenya condemned the deportation.", "ACCUSE", "EGY"),
        ("Brazil lent Paraguay a million dollars. Bolivia criticised the loan.", "ACCUSE", "BRA"),
    ],
)
def test_what_is_judged_or_answered_was_told_before(coder: Coder, text: str, type_: str, recipient: str) -> None:
    last = [e for e in coder.code(Document(text=text)).events if e.type == type_][-1]
    assert [r.country for r in last.recipients] == [recipient]
    assert any("told before" in why or "is answered" in why or "offered before" in why for why in last.why)


@pytest.mark.parametrize(
    ("text", "type_", "recipients"),
    [
        ("Ghana and Togo closed the border on Monday. Mali condemned the step.", "ACCUSE", ["GHA", "TGO"]),
        (
            "Peru and Chile freed prisoners on a bridge, with Peruvian soldiers crossing on foot. Bolivia welcomed the step.",
            "SUPPORT",
            ["PER", "CHL"],
        ),
        ("Iran and Iraq demanded an apology from Kuwait. Kuwait rejected the demand.", "REJECT", ["IRN", "IRQ"]),
        (
            "Ghana and Togo recognised Palestine. Togo said the president of Ghana would visit. Israel condemned the decision.",
            "ACCUSE",
            ["GHA", "TGO"],
        ),
        ("Ghana expelled an envoy of Mali. Togo recalled its own. Mali condemned the expulsion.", "ACCUSE", ["GHA"]),
    ],
)
def test_what_several_did_is_judged_of_all(coder: Coder, text: str, type_: str, recipients: list[str]) -> None:
    last = [e for e in coder.code(Document(text=text)).events if e.type == type_][-1]
    assert [r.country for r in last.recipients] == recipients


def test_an_attack_befalls_its_other_victims_too(coder: Coder) -> None:
    events = coder.code(Document(text="Azerbaijan shelled an Armenian village, killing a farmer.")).events
    assert {r.country for e in events for r in e.recipients} == {"ARM"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Canada imposed a tariff on steel from India in May. The order bans imports of wheat.", [("CAN", "IND")] * 2),
        (
            "The European Union imposed sanctions on Belarus. The European Union tightened its sanctions in June.",
            [("EUR", "BLR")] * 2,
        ),
        ("Canada imposed a tariff on steel from India. The resolution bans imports of wheat.", [("CAN", "IND")]),
        ("Canada met India. The order bans imports of wheat.", []),
    ],
)
def test_a_rule_does_what_who_made_it_decided(coder: Coder, text: str, told: list[tuple[str, str]]) -> None:
    events = [e for e in coder.code(Document(text=text)).events if e.type == "SANCTION"]
    assert [(e.actors[0].country, e.recipients[0].country) for e in events] == told


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("A missile rose from Semnan at dawn and fell into the sea.", ["IRN"]),
        ("A satellite was launched from Kourou on Friday.", []),  # whoever lends the pad
        ("The Houthis watched as a missile was launched from Semnan.", []),  # a band hides anywhere
    ],
)
def test_a_weapon_is_of_the_land_from_which_it_rose(text: str, doers: list[str]) -> None:
    events = [e for e in coders.coder(0).code(Document(text=text)).events if e.type == "MOBILIZE"]
    assert [a.country for e in events for a in e.actors if a.country] == doers


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Serbia praised Hungary's decision to leave the court. Croatia criticised the move.", ["HUN"]),
        ("Spain deplored the decision by the Polish court. Portugal too called the ruling a disgrace.", ["POL"]),
        ("Chad condemned Sudan's raid. Libya also denounced the raid.", ["SDN"]),
        ("Iceland recognised Palestine on Monday. Israel condemned the decision.", ["ISL"]),
        ("Chad praised Sudan's troops. Libya denounced the statement.", ["TCD"]),
    ],
)
def test_who_judges_what_was_judged_before_means_who_did_it(coder: Coder, text: str, recipients: list[str]) -> None:
    last = [e for e in coder.code(Document(text=text)).events if e.type == "ACCUSE"][-1]
    assert [r.country for r in last.recipients] == recipients


def test_who_means_to_do_something_has_not_done_what_is_judged(coder: Coder) -> None:
    text = "The Greek party said that it would vote against the budget. The cabinet in Athens approved it last night."
    (told,) = [e for e in coder.code(Document(text=text)).events if e.type == "SUPPORT"]
    assert not any("party" in r.text for r in told.recipients)


@pytest.mark.parametrize(
    ("text", "type_", "recipients"),
    [
        ("Poland's president vetoed the law on Tuesday, a move that Germany called reckless.", "ACCUSE", ["POL"]),
        ("Peru expelled the Chilean consul on Friday, a step condemned by Brazil.", "ACCUSE", ["PER"]),
        ("Kenya lifted its ban on sugar from Uganda, a gesture that was welcomed by Tanzania.", "SUPPORT", ["KEN"]),
        ("Chad's army freed whom Sudan had arrested, a step praised by France.", "SUPPORT", ["TCD"]),
        ("Iran accused Saudi Arabia of arming the rebels, a charge that Riyadh denied.", "REJECT", ["IRN"]),
        ("Ghana closed its border with Togo, and Burkina Faso criticised a decision.", "ACCUSE", []),
    ],
)
def test_a_step_that_sums_up_its_sentence_is_of_who_took_it(
    coder: Coder, text: str, type_: str, recipients: list[str]
) -> None:
    last = [e for e in coder.code(Document(text=text)).events if e.type == type_][-1]
    assert [r.country for r in last.recipients] == recipients


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        (
            'Critics in Jamaica accused the Jamaican troops of murder. "They shot boys," said a woman. The army denied it.',
            "JAM",
        ),
        (
            "Kenya's opposition accused the government of theft. Rain fell. The government denied having stolen anything.",
            "KEN",
        ),
    ],
)
def test_a_denial_at_home_answers_the_charge(coder: Coder, text: str, recipient: str) -> None:
    denials = [e for e in coder.code(Document(text=text)).events if e.type == "REJECT"]
    assert [r.country for e in denials for r in e.recipients] == [recipient]


def test_who_returns_fire_strikes_who_struck_first_and_is_not_condemned_by_his_own(coder: Coder) -> None:
    told = "Kenyan troops shelled a village in Uganda. The Ugandan army returned fire. Officials in Kampala condemned the attack."
    events = coder.code(Document(text=told)).events
    sides = {e.type: ([a.country for a in e.actors], [r.country for r in e.recipients]) for e in events}
    assert sides["ASSAULT"] == (["UGA"], ["KEN"])
    assert sides["ACCUSE"] == (["UGA"], ["KEN"])


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        (
            "Russia threatened to bomb Georgia on Monday. Rain fell in Baku. The threat against Georgia was renewed on Tuesday.",
            ["RUS"],
        ),
        ("Russia lent money to Georgia on Monday. The threat against Georgia was renewed on Tuesday.", []),
        (
            "By India's own account the missile, launched on Friday, flew 300 kilometres.",
            ["IND"],
        ),
    ],
)
def test_whose_threat_and_whose_weapon_it_is(coder: Coder, text: str, actors: list[str]) -> None:
    told = coder.code(Document(text=text, published=date(2016, 6, 15)))
    last = [e for e in told.events if e.sentence == told.sentences[-1]]
    assert [a.country for a in last[0].actors] == actors if last else not actors
