"""Who does it and to whom, where a clause, a pronoun or a land of its own misleads: kinds that fresh readers of real reports found wrong."""

from __future__ import annotations

from datetime import date

import pytest

from polybius import Coder, Document
from polybius.model import Event


def events(coder: Coder, text: str, type_: str) -> list[Event]:
    coded = coder.code(Document(text=text)).events
    return [e for e in coded if e.type == type_]


def countries(event: Event) -> tuple[list[str | None], list[str | None]]:
    return [a.country for a in event.actors], [r.country for r in event.recipients]


def test_who_acts_in_another_clause_does_nothing_here(coder: Coder) -> None:
    told = events(coder, "Jordan hosts half a million refugees, while France has ended its help for the rebels.", "AID")
    assert all("rebels" not in r.text for e in told for r in e.recipients)


def test_adherents_are_not_from_where_something_is_done(coder: Coder) -> None:
    (told,) = events(
        coder, "Al-Shabaab fighters urged their followers to stay in the Kenyan town of Garissa.", "REQUEST"
    )
    assert countries(told) == (["SOM"], ["SOM"])  # of whom they follow


def test_backed_rebels_are_from_where_they_fight(coder: Coder) -> None:
    (told,) = events(coder, "Iran-backed rebels attacked an army base in northern Yemen on Monday.", "ASSAULT")
    assert countries(told)[0] == ["YEM"]


def test_a_pronoun_that_is_nobodys_does_nothing(coder: Coder) -> None:
    told = events(coder, "“On Sunday they shelled our clinic,” said a nurse in Aden.", "ASSAULT")
    assert not [a for e in told for a in e.actors if a.country is None]


def test_what_is_disputed_was_not_done(coder: Coder) -> None:
    told = events(coder, "Peru disputes the claim that Ecuador backed Chile.", "SUPPORT")
    assert {e.status for e in told} <= {"negated"}


def test_a_denial_is_made_to_its_accuser_or_nobody(coder: Coder) -> None:
    (told,) = events(coder, "The Taliban deny any affiliation to Al Qaeda.", "REJECT")
    assert countries(told) == (["AFG"], [])
    (told,) = events(coder, "Iran denied Israel's accusation.", "REJECT")
    assert countries(told) == (["IRN"], ["ISR"])


def test_own_ground_suffers_nothing_when_left_or_retaken(coder: Coder) -> None:
    (left,) = events(coder, "Rebels of the M23 left Goma over the past days.", "RETREAT")
    assert countries(left) == (["COD"], [])
    (taken,) = events(coder, "Ethiopian government forces have swept through southern Ethiopia.", "ASSAULT")
    assert countries(taken) == (["ETH"], [])


def test_a_war_of_decades_is_background(coder: Coder) -> None:
    for span, status in (("for decades", "historical"), ("for three days", "asserted")):
        text = f"The Turkish army has fought the PKK in the mountains {span}."
        told = coder.code(Document(text=text, published=date(2014, 5, 6))).events
        assert {e.status for e in told if e.type == "ASSAULT"} == {status}


def test_both_who_talk_on_the_telephone_act(coder: Coder) -> None:
    text = "Chinese President Xi Jinping raised the dispute in a phone call with Brazil's president on Monday."
    (told,) = events(coder, text, "CONSULT")
    assert sorted(c or "" for c in countries(told)[0]) == ["BRA", "CHN"]


def test_a_need_asks_nobody(coder: Coder) -> None:
    assert not events(coder, "France needed Chad to hold the north of the country.", "REQUEST")


def test_fighters_who_travel_visit_nobody(coder: Coder) -> None:
    assert not events(coder, "Dutch and Belgian fighters left for Mali in March.", "CONSULT")
    assert events(coder, "The Dutch foreign minister left for Mali on Monday.", "CONSULT")


def test_a_camp_holds_nobody(coder: Coder) -> None:
    assert not events(coder, "Two refugee camps in Kenya are holding forty thousand Somali families.", "COERCE")


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        (
            "Kenya's parliament passed a law that tightens sanctions on Somalia and Eritrea.",
            "SANCTION",
            {"KEN"},
            {"SOM", "ERI"},
        ),
        ("A law that the Hungarian parliament adopted in May bans Ukrainian grain.", "SANCTION", {"HUN"}, {"UKR"}),
        ("The solid-fuel rocket that Tehran calls the Sejil-2 was tested on Sunday.", "MOBILIZE", {"IRN"}, set()),
        (
            "The Turkish defence ministry announced that troops had been moved to the border with Syria.",
            "MOBILIZE",
            {"TUR"},
            {"SYR"},
        ),
        ("Turkey's president told reporters that he could impose sanctions on Greece.", "THREATEN", {"TUR"}, {"GRC"}),
        ("Russia's premier told deputies that he might have to bomb Ukraine.", "THREATEN", {"RUS"}, {"UKR"}),
        ("Ethiopia and Eritrea opened a joint liaison office in Asmara on Friday.", "COOPERATE", {"ETH", "ERI"}, set()),
    ],
)
def test_who_makes_a_rule_announces_or_may_do_it(
    coder: Coder, text: str, type_: str, actors: set[str], recipients: set[str]
) -> None:
    event = next(e for e in coder.code(Document(text=text)).events if e.type == type_)
    assert {a.country for a in event.actors} == actors
    assert {r.country for r in event.recipients} == recipients


@pytest.mark.parametrize(
    "text",
    [
        "Iran said that Israel might bomb its reactors.",  # a forecast of others
        "Turkey said that Russia might have to bomb Syria.",
        "Iran's army said that it might not attack Bahrain.",
    ],
)
def test_what_others_may_do_threatens_nobody(coder: Coder, text: str) -> None:
    assert all(e.type != "THREATEN" for e in coder.code(Document(text=text)).events)


def test_who_tries_to_stand_in_the_way_protests(coder: Coder) -> None:
    told = "Villagers in Peru tried to stop the bulldozers, and police pushed them back."
    assert [e.status for e in events(coder, told, "PROTEST")] == ["asserted"]
    assert all(e.status != "asserted" for e in events(coder, "Students in Chile hope to block the road.", "PROTEST"))


def test_news_of_blows_is_no_deed_of_who_tells_it(coder: Coder) -> None:
    events = coder.code(Document(text="The army of Mali announced that twelve rebels had been killed.")).events
    assert all(not e.actors for e in events if e.type == "ASSAULT")


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        ("Two Ghanaian nurses, refused visas by the British embassy, sued.", "REJECT", ["GBR"], ["GHA"]),
        ("Sudanese rebels, promised weapons by Chad, crossed the border on Monday.", "AGREE", ["TCD"], ["SDN"]),
        ("Some forty demonstrators were killed, by the government's count, in Conakry.", "ASSAULT", [], ["GIN"]),
        ("Some forty demonstrators were killed by the government of Guinea.", "ASSAULT", ["GIN"], ["GIN"]),
    ],
)
def test_by_whom_it_is_told_to_be_done(
    coder: Coder, text: str, type_: str, actors: list[str], recipients: list[str]
) -> None:
    (told,) = events(coder, text, type_)
    assert countries(told) == (actors, recipients)


def test_a_doer_that_is_named_and_unknown_is_nobody_else(coder: Coder) -> None:
    text = "A Kazakh deputy was expelled from the ruling party by a disciplinary committee on Friday."
    assert not events(coder, text, "SANCTION")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The Shan State Army says that its southern brigade was responsible for the raid on the pipeline.", False),
        ("Hezbollah said one of its units was behind the rocket.", False),
        ("Kenya said that Somali units were behind the raid.", True),
    ],
)
def test_who_claims_a_deed_accuses_nobody(coder: Coder, text: str, told: bool) -> None:
    assert bool(events(coder, text, "ACCUSE")) == told


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        ("Hamas, the movement that shelled Ashkelon, denied the report.", "ASSAULT", ["PSE"], ["ISR"]),
        ("Derna, a town which Egypt bombed on Monday, is held by rebels.", "ASSAULT", ["EGY"], ["LBY"]),
        ("Three Kenyan nurses were abducted by men linked to al-Shabaab.", "ASSAULT", ["SOM"], ["KEN"]),
        ("Three Kenyan nurses were abducted by men in masks.", "ASSAULT", [None], ["KEN"]),
    ],
)
def test_who_is_described_and_tied(
    coder: Coder, text: str, type_: str, actors: list[str | None], recipients: list[str]
) -> None:
    (told,) = events(coder, text, type_)
    assert countries(told) == (actors, recipients)


@pytest.mark.parametrize(
    ("text", "type_", "doers"),
    [
        ("Bulgaria was urged by Russia to postpone the vote, and by Germany to hold it as planned.", "REQUEST", ["RUS", "DEU"]),
        ("Togo was criticised by Ghana for the delay and by Benin for the price.", "ACCUSE", ["GHA", "BEN"]),
        ("Peru was told by Chile to wait and by Bolivia to hurry.", "REQUEST", ["CHL", "BOL"]),
        ("The law was condemned both by Norway and by Benin.", "ACCUSE", ["NOR", "BEN"]),
        ("Kenya was asked by Uganda to send help and by the end of May had done so.", "REQUEST", ["UGA"]),
    ],
)  # fmt: skip
def test_a_second_by_names_another_doer(coder: Coder, text: str, type_: str, doers: list[str]) -> None:
    (told,) = events(coder, text, type_)
    assert countries(told)[0] == doers


@pytest.mark.parametrize(
    ("text", "type_", "doers", "sufferers"),
    [
        (
            "The Danish health minister would not meet the head of the Swedish nurses' union.",
            "REJECT",
            ["DNK"],
            ["SWE"],
        ),
        ("Iran will not negotiate with the United States.", "REJECT", ["IRN"], ["USA"]),
        ("India and Pakistan will not meet in Geneva.", "REJECT", ["IND", "PAK"], []),  # with one another
        ("Turkey has not met Greek officials.", "REJECT", [], []),
    ],
)
def test_a_refusal_to_do_something_together_is_towards_the_other(
    coder: Coder, text: str, type_: str, doers: list[str], sufferers: list[str]
) -> None:
    told = [countries(e) for e in events(coder, text, type_) if e.status == "asserted"]
    assert told == ([(doers, sufferers)] if doers else [])


@pytest.mark.parametrize(
    ("text", "type_", "sufferers"),
    [
        ("Chinese managers asked for guards before they left for Juba.", "REQUEST", []),
        ("Ethiopia's president called for peacekeepers.", "REQUEST", []),
        ("Haiti begged Kenya for a thousand policemen.", "REQUEST", ["KEN"]),
        ("Turkey called for sanctions against Greece.", "REQUEST", ["GRC"]),
        ("Kenya's president asked the printers to stop selling maps of Somalia.", "REQUEST", []),
        ("Kenya's president asked Uganda to stop selling maps of Somalia.", "REQUEST", ["UGA"]),
        ("France refused to support a law that would force Google to sell its shares.", "REJECT", []),
        ("France refused to support a law that Spain had drafted.", "REJECT", ["ESP"]),
    ],
)
def test_what_is_asked_for_or_refused_is_not_who_is_asked_or_refused(
    coder: Coder, text: str, type_: str, sufferers: list[str]
) -> None:
    (told,) = events(coder, text, type_)
    assert countries(told)[1] == sufferers


@pytest.mark.parametrize(
    ("text", "type_", "doers", "sufferers"),
    [
        ("The Chilean president thanked his predecessor.", "SUPPORT", ["CHL"], ["CHL"]),
        ("Trump blamed his predecessor for the war in Ukraine.", "ACCUSE", ["USA"], ["USA"]),
    ],
)
def test_a_predecessor_is_of_the_same_state_and_somebody_else(
    coder: Coder, text: str, type_: str, doers: list[str], sufferers: list[str]
) -> None:
    (told,) = events(coder, text, type_)
    assert countries(told) == (doers, sufferers)
    assert "predecessor" in told.recipients[0].text


@pytest.mark.parametrize(
    ("text", "type_", "doers", "sufferers"),
    [
        ("A Tajik guard, whose post was attacked by Afghan gunmen, said nothing.", "ASSAULT", ["AFG"], ["TJK"]),
        ("Bishop Belo, whose house was burnt by Indonesian militiamen, reached Darwin.", "ASSAULT", ["IDN"], ["TLS"]),
        ("The Iranian writer, whose books the Turkish police seized, lives in Oslo.", "COERCE", ["TUR"], ["IRN"]),
        ("Kenya, whose shelling killed four Somali farmers, said nothing.", "ASSAULT", ["KEN"], ["SOM"]),
    ],
)
def test_what_is_done_to_a_thing_befalls_whose_it_is(
    coder: Coder, text: str, type_: str, doers: list[str], sufferers: list[str]
) -> None:
    (told,) = events(coder, text, type_)
    assert countries(told) == (doers, sufferers)


@pytest.mark.parametrize(
    "text",
    ["Assad's rivals accused Iran of murder.", "The Chilean priest, whose lawyer accused Peru of torture, left."],
)
def test_who_stands_beside_or_against_somebody_acts_for_himself(coder: Coder, text: str) -> None:
    assert not [e for e in events(coder, text, "ACCUSE") if {"SYR", "CHL"} & {a.country for a in e.actors}]


@pytest.mark.parametrize(
    ("text", "type_", "sufferers"),
    [
        ("Turkey condemned a resolution in which the European Parliament called for a halt.", "ACCUSE", ["EUR"]),
        ("Greece welcomed a statement in which Turkey offered talks.", "SUPPORT", ["TUR"]),
        ("Greece welcomed a statement that would please Turkey.", "SUPPORT", []),
    ],
)
def test_a_text_is_of_who_says_something_in_it(coder: Coder, text: str, type_: str, sufferers: list[str]) -> None:
    (told,) = events(coder, text, type_)
    assert countries(told)[1] == sufferers


def test_who_somebody_is_tells_who_acts(coder: Coder) -> None:
    (told,) = events(coder, "Her rival, a Kenyan senator, accused Uganda of theft.", "ACCUSE")
    assert countries(told) == (["KEN"], ["UGA"])


def test_who_is_called_a_target_threatens_nobody(coder: Coder) -> None:
    """It stands before who speaks of it, as what one's own side would do may."""
    (told,) = events(coder, "Peru's miners are a legitimate target, Chile's defence minister said.", "THREATEN")
    assert countries(told) == (["CHL"], ["PER"])


def test_two_who_confer_do_so_with_each_other_whatever_they_talk_of(coder: Coder) -> None:
    text = "Yoweri Museveni and Paul Kagame discussed on Sunday how to answer Sudan's use of mines."
    (told,) = events(coder, text, "CONSULT")
    assert countries(told) == (["UGA", "RWA"], [])
