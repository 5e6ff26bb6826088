"""Whose the sides of a war are that are named by their cause or people only."""

import pytest

from polybius import Coder

LIBYA = "Libyan warplanes struck Sabha, a town in the desert. Shells fell in Benghazi and in Misrata. "
LEBANON = "Lebanese soldiers stood in Tyre. Rockets fell on Nabatieh and near Baalbek. "
SYRIA = "Syrian artillery shook Hama. Families fled from Homs, and shells fell in Deir al-Zor and in Raqqa. "


def party(coder: Coder, text: str, phrase: str) -> tuple[str | None, str]:
    [found] = {(m.actor.country, m.actor.sector) for s in coder.explain(text)[1] for m in s if m.actor.text == phrase}
    return found


@pytest.mark.parametrize(
    ("report", "sentence", "phrase", "land"),
    [
        (LIBYA, "Egyptian jets bombed opposition fighters.", "opposition fighters", "LBY"),
        (LIBYA, "France armed the rebels and Turkey fought them.", "the rebels", "LBY"),
        (LIBYA, "Italian ships fired on pro-government forces.", "pro-government forces", "LBY"),
        (LIBYA, "French-backed rebels marched on the capital.", "French-backed rebels", "LBY"),
        (LIBYA, "Masked rebels burnt a school in Chad.", "Masked rebels", "TCD"),
        (LIBYA, "Egypt met foreign rebels.", "foreign rebels", None),
        (LIBYA, "Egypt spoke of Islamist gunmen.", "Islamist gunmen", None),
        ("Norway met Chad in Oslo. ", "Denmark praised the rebels.", "the rebels", None),
        (SYRIA, "Turkish planes bombed Kurdish fighters.", "Kurdish fighters", "SYR"),
        (SYRIA, "Turkey condemned Kurdish militants.", "Kurdish militants", None),
        (SYRIA, "In Iraq Turkish planes bombed Kurdish fighters.", "Kurdish fighters", "IRQ"),
        (
            "Hama starved. Bread is dear in Hama, in Homs and in Raqqa. ",
            "Kurdish fighters bombed Isis.",
            "Kurdish fighters",
            "SYR",
        ),
        (LEBANON, "Israel shelled Kurdish fighters.", "Kurdish fighters", None),
    ],
)
def test_the_sides_of_a_war_are_of_the_land_where_it_is(
    coder: Coder, report: str, sentence: str, phrase: str, land: str | None
) -> None:
    assert party(coder, report + sentence, phrase)[0] == land


def test_forces_of_a_people_without_a_state_are_no_army(coder: Coder) -> None:
    assert party(coder, "Syrian Kurdish troops took a village.", "Syrian Kurdish troops") == ("SYR", "REB")
    assert party(coder, "Syrian troops took a village.", "Syrian troops")[1] == "MIL"


def test_those_led_by_a_people_are_of_where_it_is_named(coder: Coder) -> None:
    told = "Tuareg-led fighters, who had French help, stormed an army post in northern Mali."
    assert party(coder, told, "Tuareg-led fighters") == ("MLI", "REB")


@pytest.mark.parametrize(
    ("text", "phrase", "land"),
    [
        ("In Sudan, Russia is arming the rebels.", "the rebels", "SDN"),
        ("In Yemen, Saudi jets bombed the rebels on Monday.", "the rebels", "YEM"),
        ("In Pretoria, Russia met the rebels.", "the rebels", None),  # a town to talk in
        ("In Kenya, Ethiopian diplomats met the rebels.", "the rebels", None),
    ],
)
def test_rebels_are_of_the_land_in_which_others_arm_or_fight_them(
    coder: Coder, text: str, phrase: str, land: str | None
) -> None:
    assert party(coder, text, phrase)[0] == land
