"""Arms given up before witnesses, exercises and talks put off, talks somebody is back from, weapons within reach."""

from __future__ import annotations

import pytest

from polybius import Coder, Document


def told(coder: Coder, text: str) -> list[tuple[str, str, list[str | None], list[str | None]]]:
    events = coder.code(Document(text=text)).events
    return [(e.type, e.status, [a.country for a in e.actors], [r.country for r in e.recipients]) for e in events]


@pytest.mark.parametrize(
    "text",
    [
        "Iran blew up tunnels at its Fordo nuclear site in front of foreign reporters.",
        "Iran set off charges in three tunnels at its nuclear test ground.",
    ],
)
def test_what_stands_on_its_own_ground_is_given_up(coder: Coder, text: str) -> None:
    assert told(coder, text) == [("RETREAT", "asserted", ["IRN"], [])]


@pytest.mark.parametrize("where", ["", " near Tripoli"])
def test_a_promise_to_dismantle_is_no_threat(coder: Coder, where: str) -> None:
    (event,) = told(coder, f"Libya promised on Wednesday to dismantle a missile test site{where}.")
    assert event == ("AGREE", "asserted", ["LBY"], [])


@pytest.mark.parametrize(
    "text",
    [
        "India and Nepal suspended the Surya Kiran exercise.",
        "India and Nepal announced on Tuesday that they had suspended all planning for this year's Surya Kiran exercise.",
    ],
)
def test_exercises_put_off_are_a_step_back(coder: Coder, text: str) -> None:
    assert ("CONCEDE", "asserted", ["IND", "NPL"], []) in told(coder, text)


def test_a_test_ground_tests_nothing(coder: Coder) -> None:
    assert told(coder, "India opened its missile test ground to visitors from Japan.") == []


@pytest.mark.parametrize(
    ("text", "met"),
    [
        ("Vladimir Putin and Xi Jinping signed a joint declaration after two days of talks in Sochi.", ["RUS", "CHN"]),
        ("Chile's president, back from talks with Argentina's, did not answer.", ["CHL", "ARG"]),
    ],
)
def test_talks_behind_what_came_of_them(coder: Coder, text: str, met: list[str]) -> None:
    assert ("CONSULT", "asserted", met, []) in told(coder, text)


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("No talks would be held, Israel said, until Hamas freed the hostages.", "PSE"),
        ("No negotiations with Lebanon could be held, Israel said, until Lebanon behaved better.", "LBN"),
    ],
)
def test_who_says_that_no_talks_will_be_held_until_refuses_them(coder: Coder, text: str, refused: str) -> None:
    assert ("REJECT", "asserted", ["ISR"], [refused]) in told(coder, text)


def test_who_is_within_reach_is_threatened(coder: Coder) -> None:
    (event,) = told(coder, "Iran warned that all of Israel was within range of its missiles.")
    assert event == ("THREATEN", "asserted", ["IRN"], ["ISR"])


def test_a_call_is_no_siege(coder: Coder) -> None:
    (event,) = told(coder, "Pakistan rang India on a line that had been dead for two years.")
    assert event == ("CONSULT", "asserted", ["PAK", "IND"], [])


def test_relations_brought_back_to_normal(coder: Coder) -> None:
    (event,) = told(coder, "Chad and Sudan announced on Tuesday that relations would be brought back to normal.")
    assert event == ("AGREE", "asserted", ["TCD", "SDN"], [])


def test_captives_handed_over_where_they_were_held(coder: Coder) -> None:
    event = told(coder, "Two Australian nuns were handed over in Khartoum to Foreign Minister Julie Bishop.")[0]
    assert event == ("RETREAT", "asserted", ["SDN"], ["AUS"])


def test_who_does_something_after_a_test_told_before_need_not_have_made_it(coder: Coder) -> None:
    text = "It was drafted by Peru after the intercontinental missile test of Nov. 29."
    assert [e for e in told(coder, text) if e[0] == "MOBILIZE"] == []


def test_an_ally_that_acts_too_is_not_acted_upon(coder: Coder) -> None:
    text = "Chad and Mali put off a patrol, and on Friday the Malian army suspended two exercises as well."
    assert [e[3] for e in told(coder, text)] == [[], []]


def test_whose_its_firms_are_whom_another_hits(coder: Coder) -> None:
    text = "Vietnam protested at the sanctions that Thailand announced on Tuesday against four of its companies."
    assert ["THA"] not in [e[3] for e in told(coder, text) if e[0] == "SANCTION"]


def test_whom_two_speak_of_at_a_meeting_was_not_met(coder: Coder) -> None:
    text = (
        "Vladimir Putin and Recep Tayyip Erdogan met in secret at Sochi on Saturday in an attempt to save a summit between Erdogan and "
        "German Chancellor Angela Merkel."
    )
    assert [e[2:] for e in told(coder, text) if e[1] == "asserted"] == [(["RUS", "TUR"], [])]
