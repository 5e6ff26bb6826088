"""Whose an act is, and towards whom, by the land in which it was done and by what it hangs on."""

from __future__ import annotations

from datetime import date

import pytest

from polybius import Coder, Document


def told(coder: Coder, text: str) -> set[tuple[str, str, str]]:
    """Asserted events of a text as type and the countries of both sides."""
    coded = coder.code(Document(text, published=date(2014, 5, 6)))

    def side(actors: tuple) -> str:  # type: ignore[type-arg]
        return "+".join(sorted({a.country or "?" for a in actors})) or "-"

    return {(e.type, side(e.actors), side(e.recipients)) for e in coded.events if e.status == "asserted"}


@pytest.mark.parametrize(
    "text",
    [
        "Norway condemned the execution of a Norwegian sailor in Qatar.",
        "Norway criticised the arrest of two of its nationals in Doha.",
        "Norway voiced concern over the detention of bloggers in Qatar.",
        "Norway denounced the jailing of opposition leaders in Qatar.",
    ],
)
def test_what_rulers_did_is_held_against_them(coder: Coder, text: str) -> None:
    assert ("ACCUSE", "NOR", "QAT") in told(coder, text)


def test_a_third_land_named_beside_leaves_it_open(coder: Coder) -> None:
    events = told(coder, "Norway condemned the arrest of the Omani ambassador in Qatar.")
    assert ("ACCUSE", "NOR", "QAT") not in events


@pytest.mark.parametrize(
    "text",
    [
        "The Norwegian ambassador to Doha was summoned on Friday.",
        "Norway's ambassador to Qatar was called in on Friday.",
        "The Norwegian ambassador in Doha was handed a protest note on Friday.",
    ],
)
def test_who_summons_an_envoy_is_whose_guest_he_is(coder: Coder, text: str) -> None:
    assert ("ACCUSE", "QAT", "NOR") in told(coder, text)


@pytest.mark.parametrize("second", ["The opposition boycotted the session.", "Police arrested three protesters."])
def test_those_at_home_are_of_whose_house_leads(coder: Coder, second: str) -> None:
    events = told(coder, f"The Namibian parliament ratified a fishing treaty with Cuba. {second}")
    assert {actor for type_, actor, _ in events if type_ in ("PROTEST", "COERCE")} == {"NAM"}


def test_an_announced_withdrawal_with_an_unless_is_a_threat(coder: Coder) -> None:
    text = "Norway said it would pull its troops out of Mali unless Denmark paid its share."
    assert ("THREATEN", "NOR", "DNK") in told(coder, text)
    assert ("CONCEDE", "NOR", "MLI") in told(coder, "Norway said it would pull its troops out of Mali by May.")


def test_a_threat_is_made_when_it_is_told(coder: Coder) -> None:
    assert ("THREATEN", "NOR", "DNK") in told(coder, "Norway said it would cancel the talks unless Denmark apologised.")


def test_orders_to_ones_own_army_are_a_deed(coder: Coder) -> None:
    events = told(coder, "The president of Niger ordered the army to move two brigades to the border with Benin.")
    assert {type_ for type_, _, _ in events} == {"MOBILIZE"}


def test_a_bomb_at_an_embassy_hits_whose_it_is(coder: Coder) -> None:
    assert ("ASSAULT", "-", "NOR") in told(coder, "A bomb exploded outside the Norwegian consulate in Doha.")


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Norway returned the bodies of six sailors to Qatar on Friday.", ("RETREAT", "NOR", "QAT")),
        ("Norway and Qatar resumed flights between their capitals after 12 years.", ("COOPERATE", "NOR+QAT", "-")),
    ],
)
def test_frames_of_things_returned_and_links_resumed(coder: Coder, text: str, event: tuple[str, str, str]) -> None:
    assert event in told(coder, text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "Farmers on the Omani side of the border said Yemeni soldiers had burned their homes.",
            ("ASSAULT", "YEM", "OMN"),
        ),
        ("Qatar seized two Omani boats and detained 14 fishermen.", ("COERCE", "QAT", "OMN")),
        (
            "The Norwegian charity said two of its doctors had been kidnapped by Malian rebels.",
            ("ASSAULT", "MLI", "NOR"),
        ),
        ("Qatar held 14 Omani fishermen. A month later it let them go.", ("RETREAT", "QAT", "OMN")),
    ],
)
def test_whose_those_are_whom_it_befell(coder: Coder, text: str, event: tuple[str, str, str]) -> None:
    assert event in told(coder, text)


def test_advice_to_travellers_is_no_threat(coder: Coder) -> None:
    assert not told(coder, "Norway warned its citizens against travelling to Mali.")
    assert ("THREATEN", "NOR", "MLI") in told(coder, "Norway warned Mali against sending troops.")


def test_what_is_mended_was_done(coder: Coder) -> None:
    assert ("ASSAULT", "YEM", "OMN") in told(
        coder, "Qatar would help to rebuild Omani towns shelled by the Yemeni army."
    )


def test_whom_a_refused_measure_would_hit_isnt_refused_beside_its_maker(coder: Coder) -> None:
    events = told(coder, "China rejected Norway's resolution against Qatar.")
    assert ("REJECT", "CHN", "NOR") in events


def test_the_last_of_many(coder: Coder) -> None:
    assert ("RETREAT", "QAT", "OMN") in told(
        coder, "Qatar has released the last of the 300 Omani soldiers it captured."
    )


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Qatar has set up a hospital for Yemeni refugees near the border.", ("AID", "QAT", "YEM")),
        ("Qatar opened a school for Yemeni children.", ("AID", "QAT", "YEM")),
    ],
)
def test_a_house_is_for_those_whom_it_serves(coder: Coder, text: str, event: tuple[str, str, str]) -> None:
    assert event in told(coder, text)


def test_who_speaks_of_a_wrong_hasnt_done_it(coder: Coder) -> None:
    events = told(coder, "The detention of an Omani trawler was illegal, Oman's foreign minister said.")
    assert ("COERCE", "OMN", "OMN") not in events


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Danish jets dropped six bombs on a range near Skive in a show of force.", {("MOBILIZE", "DNK", "-")}),
        ("Danish and Norwegian pilots ended a large joint exercise on Friday.", {("COOPERATE", "DNK+NOR", "-")}),
        ("Norway's forces are on the same alert as before.", set()),
    ],
)
def test_moves_of_forces_that_hit_nobody(coder: Coder, text: str, events: set[tuple[str, str, str]]) -> None:
    assert told(coder, text) == events


@pytest.mark.parametrize(
    ("text", "land"),
    [
        ("Omani jets bombed a rebel camp near the border with Yemen.", "YEM"),
        ("Omani troops attacked a guerrilla camp near Yemen.", "YEM"),
        ("A bomb exploded near the border with Oman, killing three Yemeni soldiers.", "OMN"),
    ],
)
def test_a_land_that_is_near_isnt_hit(coder: Coder, text: str, land: str) -> None:
    assert land not in {hit for type_, _, hit in told(coder, text) if type_ == "ASSAULT"}
    assert ("ASSAULT", "KEN", "SOM") in told(coder, "Kenya bombed a camp on its border with Somalia.")
