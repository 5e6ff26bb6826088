"""What wasn't done either, what rules do behind an aside, the two armies of a quarrel, and whose admirers gather."""

from __future__ import annotations

import pytest

from polybius import Coder, Document
from polybius.acts import status
from tests.acts.stories import sides


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Nor has Ghana recalled its envoy from Togo.", "SANCTION"),
        ("Ghana slept, and neither did Togo bomb Ghana.", "ASSAULT"),
    ],
)
def test_what_was_not_done_either_is_negated(coder: Coder, text: str, type_: str) -> None:
    assert [e.status for e in coder.code(Document(text=text)).events if e.type == type_] == ["negated"]


def test_no_more_of_it_is_negated(coder: Coder) -> None:
    doc = coder.language.parse(["Mali will bomb no more Chadian villages."])[0]
    assert status.of(doc[2]) == "refused"


def test_it_goes_on_behind_nor(coder: Coder) -> None:
    text = "Peru has not given up its claim to the strait. Nor has it reopened the border with Chile."
    (event,) = [e for e in coder.code(Document(text=text)).events if e.recipients]
    assert (event.status, event.actors[0].country) == ("negated", "PER")


def test_it_goes_on_with_what_states_do(coder: Coder) -> None:
    text = "The EU imposed sanctions on Belarus in 2014. On Monday it tightened the sanctions."
    assert sides(coder, text, "SANCTION") == [(["EUR"], ["BLR"])]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The Security Council's resolution, number 1747, orders countries to expel Iranian bankers.", ["UNO"]),
        ("The new law, approved on Monday by Chile's congress, curbs Dutch exports.", ["CHL"]),
    ],
)
def test_what_a_rule_does_is_its_makers(coder: Coder, text: str, told: list[str]) -> None:
    assert told in [actors for actors, _ in sides(coder, text, "SANCTION")]


def test_what_a_rule_does_is_no_plural(coder: Coder) -> None:
    doc = coder.language.parse(["The pact, signed in May by Chile and Peru, bans live fire near the border."])[0]
    assert [(t.lower_, t.lemma_, t.tag_) for t in doc if t.dep_ == "ROOT"] == [("bans", "ban", "VBZ")]


@pytest.mark.parametrize("noun", ["orders", "curbs"])
def test_nouns_behind_rules_stay_nouns(coder: Coder, noun: str) -> None:
    doc = coder.language.parse([f"The treaty {noun} on live shells were lifted."])[0]
    assert doc[2].tag_ == "NNS"


def test_the_two_armies_are_of_two_lands(coder: Coder) -> None:
    text = (
        "An American charity counted the bases, which were no secret to Delhi. India's government had flown mangoes to Islamabad. Rahul Gandhi, the "
        "leader of the opposition, asked why, and the prime minister's office condemned the remark. The two armies pulled down guard posts on Monday."
    )
    assert sides(coder, text, "RETREAT") == [(["IND", "PAK"], [])]


def test_her_admirers_are_of_her_land(coder: Coder) -> None:
    text = (
        "Thousands of Brazilians marched in Brasilia to call for the removal of their president, Dilma Rousseff. Her admirers gathered near the "
        "cathedral with flags to oppose the impeachment."
    )
    assert [actors for actors, _ in sides(coder, text, "PROTEST")] == [["BRA"]]


@pytest.mark.parametrize(
    ("text", "flown_by"),
    [
        ("Two B-1B bombers skirted Iran's coast on Monday.", "USA"),
        ("B-52 bombers flew along the coast of Iran on Monday.", "USA"),
        ("Tu-95 bombers flew along the coast of Norway on Monday.", "RUS"),
        ("Indian F-22 jets flew along the coast of Iran on Monday.", "IND"),
    ],
)
def test_aircraft_of_one_state_are_its(coder: Coder, text: str, flown_by: str) -> None:
    (event,) = coder.code(Document(text=text)).events
    assert [a.country for a in event.actors] == [flown_by]


def test_a_missile_from_a_known_range_is_of_its_land(coder: Coder) -> None:
    mentions = coder.explain("A missile rose from Chandipur on Monday.")[1]
    assert "IND" in [m.actor.country for sentence in mentions for m in sentence]


@pytest.mark.parametrize("what", ["supermarkets", "bakeries"])
def test_several_shops_ordered_shut(coder: Coder, what: str) -> None:
    text = f"Vietnam's inspectors ordered several of the Korean retailer's {what} to close."
    assert sides(coder, text, "COERCE") == [(["VNM"], ["KOR"])]
