"""What happens to those who were held a sentence before is done by who holds them."""

import pytest

from polybius import Coder, Document
from tests.acts.stories import sides


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Oman arrested two Danish sailors on Friday. The pair were charged with spying.", "ACCUSE"),
        ("Police in Oman detained three Danish sailors. They were sentenced to ten years in prison.", "COERCE"),
        ("Oman arrested two Danish reporters. The journalists were released on Sunday.", "RETREAT"),
        ("Oman seized a Danish engineer. He was deported a week later.", "COERCE"),
        ("Oman arrested three Danish nurses. All three were released on Sunday.", "RETREAT"),
        ("Oman arrested two Danish sailors. It was a hot day. The men were tortured, their lawyer said.", "ASSAULT"),
    ],
)
def test_captives_suffer_it_from_their_captors(coder: Coder, text: str, type_: str) -> None:
    assert sides(coder, text, type_) == [(["OMN"], ["DNK"])]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Oman arrested two Danish sailors. The men were freed by Yemen.", "RETREAT"),
        ("Oman arrested two Danish sailors. Two Chadian traders were charged with theft.", "ACCUSE"),
        ("Oman arrested a Danish sailor. They were charged with spying.", "ACCUSE"),
        ("Oman did not arrest two Danish sailors. The men were charged with theft.", "ACCUSE"),
        ("Oman met two Danish sailors. The men were charged with theft.", "ACCUSE"),
    ],
)
def test_others_do_not(coder: Coder, text: str, type_: str) -> None:
    assert (["OMN"], ["DNK"]) not in sides(coder, text, type_)


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Oman's navy seized a Danish trawler. The crew were questioned by police.", "COERCE"),
        ("Oman's navy seized a Danish trawler. The boat and its crew were released on Friday.", "RETREAT"),
        ("Gunmen from Oman kidnapped three Danish nurses. The gunmen freed the hostages on Friday.", "RETREAT"),
    ],
)
def test_ships_and_whom_their_captors_free(coder: Coder, text: str, type_: str) -> None:
    assert sides(coder, text, type_) == [(["OMN"], ["DNK"])]


@pytest.mark.parametrize(
    "text",
    [
        "Oman freed three Danish sailors on Friday. One, Lars Holm, was jailed in March.",
        "Oman freed three Danish sailors on Friday. Another, Lars Holm, was arrested a month after his friend.",
        "Oman freed three Danish sailors on Friday. A third, Lars Holm, was arrested in May.",
        "Oman released two Danish nurses on Friday. The two had been held since May.",
        "Oman freed three Danish sailors on Friday. One of them, Lars Holm, had been seized in March.",
    ],
)
def test_one_of_those_who_were_freed_was_held_before(coder: Coder, text: str) -> None:
    assert sides(coder, text, "COERCE") == [(["OMN"], ["DNK"])]


def test_another_of_things_is_nobody(coder: Coder) -> None:
    assert sides(coder, "Oman ended two rounds of talks with Denmark. Another was held in May.", "COERCE") == []


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Three Danish sailors were held in Oman. Prosecutors charged them with smuggling on Monday.", "ACCUSE"),
        ("A Danish nurse held in Oman for a year was freed on Friday. Denmark's king had secured her release.", "RETREAT"),
    ],
)  # fmt: skip
def test_who_is_held_in_a_land_is_held_by_it(coder: Coder, text: str, type_: str) -> None:
    assert sides(coder, text, type_) == [(["OMN"], ["DNK"])]


@pytest.mark.parametrize(
    "later",
    [
        "The crew of 23 are being held at Mokha.",
        "Its 20 crew are being held in Aden.",
        "Yemen later freed the 23 crew members.",
    ],
)
def test_a_counted_crew_is_of_its_ship(coder: Coder, later: str) -> None:
    events = coder.code(Document(text=f"Yemen seized a Greek-flagged tanker on Friday. {later}")).events
    assert [(a.country, r.country) for e in events for a in e.actors for r in e.recipients] == [("YEM", "GRC")] * 2


def test_captors_dont_free_in_a_raid(coder: Coder) -> None:
    text = "Gunmen kidnapped a Spanish nun in northern Togo on Friday. The nun was freed on Sunday in a raid by French commandos."
    last = coder.code(Document(text=text)).events[-1]
    assert (last.type, [a.country for a in last.actors], [r.country for r in last.recipients]) == (
        "AID",
        ["FRA"],
        ["ESP"],
    )


def test_a_crew_that_pirates_let_go_is_of_its_ship(coder: Coder) -> None:
    last = coder.code(Document(text="Somali pirates seized a Danish freighter. They released the crew.")).events[-1]
    assert (last.type, [r.country for r in last.recipients]) == ("RETREAT", ["DNK"])
