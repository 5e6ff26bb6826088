"""What another paper tells of one act in its own way: wishes that are offers, rounds of visits, what came as a surprise, what became known late."""

from __future__ import annotations

from datetime import date

import pytest

import polybius
from tests import coders

PUBLISHED = date(2015, 5, 6)  # a Wednesday


def _events(text: str) -> list[polybius.Event]:
    return list(coders.coder().code(polybius.Document(text, PUBLISHED)).events)


def _told(text: str) -> set[tuple[str, str]]:
    return {(e.type, e.status) for e in _events(text)}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Paraguay replied that it would like to meet Bolivia's president.", "asserted"),
        ("Paraguay said it would like to hold talks with Bolivia if the shelling stopped.", "hypothetical"),
    ],
)
def test_who_would_like_to_meet_offers_it(text: str, status: str) -> None:
    assert ("AGREE", status) in _told(text)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Norway's minister visited Vilnius before meeting Latvia's president in Riga.", "asserted"),
        ("Norway's envoy died before meeting Latvia's president in Riga.", "hypothetical"),
        ("Norway's envoy was called home before meeting Latvia's president in Riga.", "hypothetical"),
    ],
)
def test_a_round_of_visits_goes_on_behind_before(text: str, status: str) -> None:
    met = [e for e in _events(text) if {p.country for p in (*e.actors, *e.recipients)} == {"NOR", "LVA"}]
    assert [e.status for e in met] in ([status], [])
    assert met or status != "asserted"


def test_a_visit_to_come_goes_on_behind_before() -> None:
    assert ("AGREE", "asserted") in {
        (e.type, e.status)
        for e in _events("Norway's minister will fly to Vilnius before meeting Latvia's president in Riga.")
        if {p.country for p in (*e.actors, *e.recipients)} == {"NOR", "LVA"}
    }


def test_nobody_is_met_in_talks_that_went_before() -> None:
    lands = [
        {p.country for p in e.actors if p.country}
        for e in _events("Zambia's president met his Malawian counterpart after talks with Mozambique's leader.")
    ]
    assert sorted(map(sorted, lands)) == [["MOZ", "ZMB"], ["MWI", "ZMB"]]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("No one had foreseen that Bulgaria would release the Serbian pilots.", ("RETREAT", "asserted")),
        ("Nobody expected that Peru's president would say yes on Thursday to talks with Chile.", ("AGREE", "asserted")),
    ],
)
def test_what_nobody_expected_was_done(text: str, told: tuple[str, str]) -> None:
    assert told in _told(text)


def test_what_was_done_unexpectedly_on_a_day_lies_behind() -> None:
    event = _events("Nobody expected that Peru's president would say yes on Thursday to talks with Chile.")[0]
    assert event.when is not None and event.when.start == date(2015, 4, 30)


@pytest.mark.parametrize(
    "text",
    [
        "Denmark had expelled the Latvian attaché, officials revealed on Tuesday.",
        "Denmark admitted last week that it had expelled the Latvian attaché.",
    ],
)
def test_what_became_known_late_had_been_before(text: str) -> None:
    event = next(e for e in _events(text) if e.type == "SANCTION")
    assert event.when is not None and (event.when.start, event.when.basis) == (None, "before publication")


def test_what_is_only_said_on_a_day_is_of_about_that_day() -> None:
    event = next(e for e in _events("Denmark had expelled the attaché of Latvia, officials said on Tuesday."))
    assert event.when is not None and event.when.start == date(2015, 5, 5)


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        (
            "The nurse whom Syria sent home last week died in Lisbon on Monday. Her family blamed the guards. "
            "Portugal's prime minister condemned the cruelty of the regime.",
            "SYR",
        ),
        ("Crowds marched in Minsk on Monday. The leader of Belarus's opposition condemned the regime.", "BLR"),
    ],
)
def test_no_state_calls_its_own_rulers_a_regime(text: str, whose: str) -> None:
    accused = [p.country for e in _events(text) if e.type == "ACCUSE" for p in e.recipients if "regime" in p.text]
    assert accused == [whose]


@pytest.mark.parametrize(
    "text",
    [
        "Gabon has already expelled the Angolan ambassador.",
        "Gabon said that it had already expelled the Angolan envoy.",
    ],
)
def test_what_has_already_been_done_lies_before(text: str) -> None:
    event = next(e for e in _events(text) if e.type == "SANCTION")
    assert event.when is not None and (event.when.start, event.when.basis) == (None, "before publication")


def test_a_capital_is_no_other_than_its_government() -> None:
    text = "Kenya's government asked Uganda for help. The idea that Nairobi should pay for the bridge was refused by Kenya's government."
    refused = [e for e in _events(text) if e.type == "REJECT"]
    assert refused and all(p.country != "KEN" for e in refused for p in e.recipients)


def test_who_was_removed_and_arrested_was_arrested() -> None:
    text = "She was removed by the Supreme Court of Malawi in March and arrested three weeks later."
    assert any(e.type == "COERCE" and e.trigger.of(text) == "arrested" for e in _events(text))


def test_a_war_s_name_is_no_party() -> None:
    text = "North Korea violated the Korean War armistice when its soldiers crossed the line, Canada's army said on Wednesday."
    assert {p.country for e in _events(text) for p in (*e.actors, *e.recipients)} == {"PRK", "CAN"}


def test_own_troops_that_are_to_be_pulled_back_are_promised_nothing() -> None:
    text = "The foreign ministers of Latvia and Estonia met in Riga on Friday. They agreed to pull their troops back from the bridge."
    (agreed,) = (e for e in _events(text) if e.type == "AGREE")
    assert {p.country for p in agreed.actors} == {"LVA", "EST"} and not agreed.recipients


def test_what_befell_a_thing_that_is_spoken_of_lies_before() -> None:
    text = "Norway praised the crew of the tanker that Oman seized."
    seized = next(e for e in _events(text) if e.trigger.of(text) == "seized")
    assert seized.when is not None and (seized.when.start, seized.when.basis) == (None, "before publication")


@pytest.mark.parametrize(
    ("text", "type_", "whom"),
    [
        (
            "Latvia and Estonia quarrelled. Latvia proposed on Tuesday that the two sides meet on June 9.",
            "AGREE",
            {"EST"},
        ),
        (
            "Latvia and Estonia quarrelled. Norway proposed on Tuesday that the two sides meet in Oslo.",
            "REQUEST",
            {"LVA", "EST"},
        ),
    ],
)
def test_who_proposes_that_both_meet_offers_it_where_it_is_one_of_them(text: str, type_: str, whom: set[str]) -> None:
    event = next(e for e in _events(text) if e.trigger.of(text) == "proposed")
    assert (event.type, {p.country for p in event.recipients}) == (type_, whom)
