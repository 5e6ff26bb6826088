"""The hand-worked cases: single times, which time an event takes, undated documents."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from polybius.model import Span, When
from polybius.when import dates, document_dates, event_when, expressions, is_historical, resolve
from tests.when.when_cases import Case, answers, cases, load, written

CASES = cases()
MARKS = re.compile(r"[\[\]{}]")


@pytest.mark.parametrize("case", CASES, ids=str)
def test_case(case: Case) -> None:
    assert answers(case) == case.answers


def test_there_are_enough_cases() -> None:
    assert len(set(map(str, CASES))) >= 400


def unmarked(marked: str) -> tuple[str, Span, list[Span]]:
    text, trigger, modifiers, opened = "", Span(0, 0), [], 0
    for part in re.split(r"([\[\]{}])", marked):
        if part in ("[", "{"):
            opened = len(text)
        elif part == "]":
            trigger = Span(opened, len(text))
        elif part == "}":
            modifiers.append(Span(opened, len(text)))
        else:
            text += part
    return text, trigger, modifiers


@pytest.mark.parametrize("case", load("cases_events.yaml"), ids=lambda case: str(case["text"]))
def test_event(case: dict[str, Any]) -> None:
    text, trigger, modifiers = unmarked(case["text"])
    start = text.rfind(". ", 0, trigger.start) + 2 if ". " in text[: trigger.start] else 0
    end = text.find(". ", trigger.end) + 1 or len(text)
    when, reason = event_when(text, Span(start, end), trigger, modifiers, case["published"], case["tense"])
    assert reason
    got = None if when is None else "publication" if when.basis == "publication" else written(when)
    assert got == (None if case["answer"] is None else str(case["answer"]))
    assert is_historical(when, case["published"]) == case.get("historical", False)


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("Chad [struck] a camp on Monday, the army said.", "weekday"),
        ("Peru said on Monday that it had [freed] a sailor.", "weekday of another clause"),
        ("Chad closed a port on Monday after Niger [seized] a ship.", "weekday of another clause"),
        ("Days after Niger [seized] a ship, Chad closed a port on Monday.", "weekday of another clause"),
        ("On Monday Chad closed a port and [seized] a ship.", "weekday"),
        ("It came two days after Niger [seized] a ship.", "counted from publication"),
        ("Chad closed a port on Monday, two days after Niger [seized] a ship.", "counted"),
    ],
)
def test_the_basis_tells_a_day_of_another_clause(text: str, basis: str) -> None:
    plain, trigger, _ = unmarked(text)
    when, _ = event_when(plain, Span(0, len(plain)), trigger, [], date(2017, 9, 8), "past")
    assert when is not None and when.basis == basis


@pytest.mark.parametrize("case", load("cases_documents.yaml"), ids=lambda case: str(case["text"]))
def test_document(case: dict[str, Any]) -> None:
    found = document_dates(case["text"], [tuple(term) for term in case["terms"]])
    assert (None if found.when is None else [found.when.start, found.when.end]) == case["answer"]
    assert len(found.conflicts) == case.get("conflicts", 0)
    if "says" in case:
        assert found.when and case["says"] in found.when.basis


def test_dates_judges_the_tense_of_each() -> None:
    text = "He said on Monday that talks will resume on Wednesday. They met on September 1."
    got = [str(when.start) for when in dates(text, date(2017, 9, 8))]
    assert got == ["2017-09-04", "2017-09-13", "2017-09-01"]


def test_history_without_a_publication_day() -> None:
    (war,) = expressions("the 1950-53 war")
    assert is_historical(resolve(war, None), None)
    assert not is_historical(When(date(1950, 1, 1), date(1950, 1, 1), "day", "day"), None)
    assert not is_historical(None, date(2017, 9, 8))


def test_no_machine_clock_is_read() -> None:
    sources = Path(__file__).parents[2] / "src" / "polybius" / "when"
    assert not [
        path.name for path in sources.glob("*.py") if re.search(r"\b(today|now)\(\)", path.read_text(encoding="utf-8"))
    ]
