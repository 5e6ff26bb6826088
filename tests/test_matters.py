"""Whose a plan or a decision is that was told before."""

import pytest

from polybius import Coder, Document
from polybius.model import Event


def told(coder: Coder, text: str, kind: str) -> Event:
    (event,) = (e for e in coder.code(Document(text=text)).events if e.type == kind)
    return event


@pytest.mark.parametrize(
    ("before", "maker"),
    [
        ("Peru announced a plan to build a dam on the border river.", "PER"),
        ("Peru's plan to build a dam on the border river was unveiled on Monday.", "PER"),
        ("Peru's president said on Monday that he had a plan for the border river.", "PER"),
        ("A plan by Peru to build a dam on the border river was unveiled on Monday.", "PER"),
    ],
)
def test_who_made_what_is_opposed(coder: Coder, before: str, maker: str) -> None:
    event = told(coder, f"{before} Bolivia opposed the plan.", "REJECT")
    assert [r.country for r in event.recipients] == [maker]


def test_who_decided_made_the_decision(coder: Coder) -> None:
    event = told(coder, "Japan decided to release water into the sea. China condemned the decision.", "ACCUSE")
    assert [r.country for r in event.recipients] == ["JPN"]


@pytest.mark.parametrize(
    "before",
    [
        "Peru did not announce a plan for the dam.",
        "Bolivia announced a plan for a dam.",
        "A plan for a dam was unveiled.",
    ],
)
def test_what_nobody_else_made_stays_open(coder: Coder, before: str) -> None:
    event = told(coder, f"{before} Bolivia's opposition opposed the plan.", "REJECT")
    assert "PER" not in {r.country for r in event.recipients}


def test_a_plan_that_is_told_as_somebodys_is_his(coder: Coder) -> None:
    event = told(coder, "Peru announced a plan for a dam. Bolivia opposed the Chilean plan.", "REJECT")
    assert [r.country for r in event.recipients] == ["CHL"]
