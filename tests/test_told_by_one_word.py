"""Leaders by a last name that is an everyday word, rules by number or maker, "set" as a deed, what a state says of its own weapons, threats told to
bodies of many states."""

from __future__ import annotations

from datetime import date

import pytest

from polybius import Coder, Document

DAY = date(2018, 5, 25)  # a Friday


@pytest.mark.parametrize(
    ("text", "on", "country"),
    [
        ("Britain's prime minister gave way. Brown met Angela Merkel in Berlin on Monday.", date(2009, 5, 25), "GBR"),
        ("Moon's spokesman was silent. Moon met Xi Jinping on Friday.", DAY, "KOR"),
        ("The tide was high. Moon met Xi Jinping on Friday.", DAY, None),
        ("Britain's prime minister gave way. Angela Merkel met Xi Jinping in May.", date(2018, 6, 25), None),
    ],
)
def test_a_leader_whose_name_is_an_everyday_word(coder: Coder, text: str, on: date, country: str | None) -> None:
    events = coder.code(Document(text=text, published=on)).events
    met = {a.country for e in events if e.type == "CONSULT" for a in e.actors} - {"DEU", "CHN"}
    assert met == ({country} if country else set())


def test_a_numbered_resolution_hits_whom_the_sanctions_hit(coder: Coder) -> None:
    text = "The Security Council tightened its sanctions on Iran on Monday. Resolution 2375 caps sales of oil at two million barrels."
    last = coder.code(Document(text=text, published=DAY)).events[-1]
    assert (last.type, last.actors[0].country, last.recipients[0].country) == ("SANCTION", "UNO", "IRN")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Rebels set off a bomb in Mogadishu on Thursday.", date(2018, 5, 24)),
        ("Protesters set fire to a bank in Athens on Thursday.", date(2018, 5, 24)),
        ("Iran and Iraq set talks for Thursday.", date(2018, 5, 31)),
    ],
)
def test_what_was_set_off_is_past_and_what_was_set_for_a_day_to_come(coder: Coder, text: str, day: date) -> None:
    event = coder.code(Document(text=text, published=DAY)).events[0]
    assert event.when is not None and event.when.start == day


def test_a_state_promises_nothing_to_its_own_weapons(coder: Coder) -> None:
    event = coder.code(Document(text="Iran said on Saturday that it would suspend its missile tests.")).events[0]
    assert [a.country for a in event.actors] == ["IRN"] and not event.recipients


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("Russia warned the U.N. General Assembly that it would bomb Georgia if it had to.", "GEO"),
        ("Russia warned the Security Council that it would veto the draft.", "UNO"),
    ],
)
def test_a_threat_is_towards_whom_it_is_to_hit(coder: Coder, text: str, recipient: str) -> None:
    event = coder.code(Document(text=text)).events[0]
    assert event.type == "THREATEN" and [r.country for r in event.recipients] == [recipient]
