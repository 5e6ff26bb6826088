"""Whom those mean who speak for others, whose those are who ride in a craft from a land, whom help and moves are for, and who only comes from a land."""

from __future__ import annotations

import pytest

import polybius
from tests.acts.stories import sides

STORIES = [
    ("A spokesman for the rebels in northern Niger said they had shot down a drone.", "ASSAULT", ["NER"], ["NER"]),
    ("A spokeswoman for the Omani police said they had arrested two Thai divers.", "COERCE", ["OMN"], ["THA"]),
    ("Malaysia seized a trawler from Laos and detained its crew.", "COERCE", ["MYS"], ["LAO"]),
    ("Police in Chile stopped a lorry from Paraguay and arrested its driver.", "COERCE", ["CHL"], ["PRY"]),
    ("A cyclone hit Fiji, and Chile sent two ships with food and water.", "AID", ["CHL"], ["FJI"]),
    ("After an earthquake hit Nepal, Bhutan flew in rescue teams.", "AID", ["BTN"], ["NPL"]),
    (
        "Two divers from Malta, who had been abducted in Libya in May, were freed on Sunday.",
        "RETREAT",
        ["LBY"],
        ["MLT"],
    ),
    ("Press groups accused Togo of jailing editors.", "ACCUSE", ["NGO"], ["TGO"]),
    ("Norway's premier said that his country would not send soldiers to Yemen.", "REJECT", ["NOR"], ["YEM"]),
    ("Laos put its army on alert after Thailand moved tanks to the border.", "MOBILIZE", ["LAO"], ["THA"]),
    ("Oman cut ties with Laos and gave its diplomats two days to leave.", "SANCTION", ["OMN"], ["LAO"]),
    ("Oman threatened to shoot down any Yemeni drone near the strait.", "THREATEN", ["OMN"], ["YEM"]),
    ("Togo has mined its border with Benin to keep out smugglers.", "MOBILIZE", ["TGO"], ["BEN"]),
    ("Mali accepted an Omani plan for a truce, but Chad rejected it.", "REJECT", ["TCD"], ["OMN"]),
    ("Laos called off a visit by its king to Nepal on Friday.", "REJECT", ["LAO"], ["NPL"]),
    ("Norway has dropped its objection to Omani membership of the bloc.", "CONCEDE", ["NOR"], ["OMN"]),
    ("Oman promised Laos that it would not let gunmen use its ports.", "AGREE", ["OMN"], ["LAO"]),
    ("Police broke up a demonstration in Bamako.", "COERCE", ["MLI"], ["MLI"]),
    ("Chad's constitutional court annulled the election on Friday.", "SANCTION", ["TCD"], ["TCD"]),
    ("Oman expelled two Danish nuns. Denmark protested.", "ACCUSE", ["DNK"], ["OMN"]),
]


@pytest.mark.parametrize(("text", "type_", "actors", "recipients"), STORIES)
def test_sides(coder: polybius.Coder, text: str, type_: str, actors: list[str], recipients: list[str]) -> None:
    assert (actors, recipients) in sides(coder, text, type_)


def test_who_comes_from_a_land_was_not_freed_there(coder: polybius.Coder) -> None:
    assert sides(coder, "Three sailors from Peru were released on Sunday.", "RETREAT") == [([], ["PER"])]


def test_who_helps_two_is_not_a_third_of_them(coder: polybius.Coder) -> None:
    text = "Togo and Benin signed a truce with the help of the African Union."
    assert sides(coder, text, "SUPPORT") == [(["TGO", "BEN"], [])]


def test_what_came_first_was_not_done_by_who_acts_then(coder: polybius.Coder) -> None:
    text = "Omani troops entered a Yemeni town on Saturday, hours after a rocket attack killed four people in Muscat."
    assert (["OMN"], ["OMN"]) not in sides(coder, text, "ASSAULT")


def test_advice_to_travellers_is_no_threat(coder: polybius.Coder) -> None:
    assert sides(coder, "Canada warned its citizens not to travel to Mali.", "THREATEN") == []


def test_an_embassy_is_not_closed_by_its_hosts_where_nobody_is_told_to_close_it(coder: polybius.Coder) -> None:
    assert (["MLI"], ["MLI"]) not in sides(coder, "Canada's embassy in Bamako was shut on Monday.", "SANCTION")


def test_who_tells_of_his_own_floods_sends_no_help(coder: polybius.Coder) -> None:
    assert sides(coder, "A quake hit Peru, and Kenya said that its own floods were worse.", "AID") == []
