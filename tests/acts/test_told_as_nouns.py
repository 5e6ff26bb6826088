"""Sides of acts that a noun tells: who stands behind its doer, at whose wish a clause's subject acts, who answers what is asked."""

import pytest

from polybius import Coder, Document
from polybius.model import Actor


def _countries(side: tuple[Actor, ...]) -> str:
    return "&".join(a.country or "?" for a in side)


def told_of(coder: Coder, text: str) -> list[tuple[str, str, str]]:
    return [
        (event.type, _countries(event.actors), _countries(event.recipients))
        for event in coder.code(Document(text=text)).events
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "A broadside from the Chilean finance minister against Peru set the tone in Santiago.",
            ("ACCUSE", "CHL", "PER"),
        ),
        ("A threat by the Omani navy to Yemen was reported.", ("THREATEN", "OMN", "YEM")),
    ],
)
def test_whom_words_are_for_stands_behind_who_says_them(coder: Coder, text: str, told: tuple[str, str, str]) -> None:
    assert told in told_of(coder, text)


def test_what_is_on_the_part_of_somebody_is_his(coder: Coder) -> None:
    assert ("ACCUSE", "GRC", "TUR") in told_of(
        coder, "Provocations on the part of the Turkish navy were denounced by Greece."
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("At the urging of Oman, Yemen reopened the road on Monday.", ("REQUEST", "OMN", "YEM")),
        ("With the blessing of the Vatican, Brazil sent its bishops home.", ("SUPPORT", "VAT", "BRA")),
    ],
)
def test_at_whose_wish_somebody_acts(coder: Coder, text: str, told: tuple[str, str, str]) -> None:
    assert told in told_of(coder, text)


def test_a_summit_that_is_put_off_at_a_request_is_not_asked(coder: Coder) -> None:
    asked = [
        event
        for event in told_of(coder, "The meeting of Armenia and Georgia was put off at the request of Baku.")
        if event[0] == "REQUEST"
    ]
    assert not [event for event in asked if event[2]]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Peru came in for harsh words from the Inter-American Commission on Human Rights.", ("ACCUSE", "IGO", "PER")),
        ("The Security Council on Syria condemned Israel.", ("ACCUSE", "UNO", "ISR")),
    ],
)
def test_a_body_may_be_named_after_its_matter(coder: Coder, text: str, told: tuple[str, str, str]) -> None:
    assert told in told_of(coder, text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A Ghanaian proposal met with opposition from Ivory Coast on Friday.", ("REJECT", "CIV", "GHA")),
        ("The Zambian opposition called the president a liar.", ("ACCUSE", "ZMB", "ZMB")),
    ],
)
def test_opposition_from_somebody_is_no_party(coder: Coder, text: str, told: tuple[str, str, str]) -> None:
    assert told in told_of(coder, text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Over the objections of Peru, Chile moved the marker.", ("REJECT", "PER", "CHL")),
        ("After assurances from Egypt, Hamas held its fire.", ("AGREE", "EGY", "PSE")),
    ],
)
def test_against_or_after_whose_words_somebody_acts(coder: Coder, text: str, told: tuple[str, str, str]) -> None:
    assert told in told_of(coder, text)
