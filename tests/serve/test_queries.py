"""What is drawn of a series, sentences told once, words found in a text."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polybius.serve import evidence, queries
from polybius.serve.queries import Span, fitting
from polybius.store.query import PERIODS, Filters

DAY = date(2017, 1, 1)
counts = st.lists(
    st.tuples(st.dates(date(1900, 1, 1), date(2030, 1, 1)), st.integers(1, 50)), unique_by=lambda c: c[0]
).map(sorted)


@given(counts, st.sampled_from([None, *PERIODS]))
def test_what_is_drawn_and_what_is_left_out_is_all(found: list[tuple[date, int]], by: str | None) -> None:
    span = fitting(found, Filters(), by)
    if span.first is None or span.last is None:
        assert not found
        return
    drawn = sum(n for day, n in found if span.first <= day <= span.last)
    assert drawn + span.before + span.after == sum(n for _, n in found)
    assert span.before + span.after <= 0.04 * sum(n for _, n in found)
    assert by in (None, span.period)


def test_one_old_day_does_not_press_two_years_into_a_corner() -> None:
    found = [(date(1965, 1, 1), 1), *((DAY + timedelta(days=n), 3) for n in range(700))]
    assert fitting(found, Filters()) == Span(date(2016, 12, 26), found[-1][0], "week", 1, 0)
    assert fitting(found, Filters(since="1960-01-01")).first == date(1965, 1, 1)
    assert fitting(found, Filters()).left_out == "Not drawn: 1 before 2016-12-26"


@pytest.mark.parametrize(
    ("period", "begun", "last"),
    [("day", DAY, DAY), ("week", date(2017, 1, 2), date(2017, 1, 8)), ("month", date(2016, 2, 1), date(2016, 2, 29)), ("year", DAY, date(2017, 12, 31))],
)  # fmt: skip
def test_the_last_day_of_a_period(period: str, begun: date, last: date) -> None:
    assert queries.ended(begun, period) == last


def test_a_sentence_is_told_once_with_all_that_it_says() -> None:
    source = {"document": "d1"}
    lines = [
        {"id": "a", "sentence": "Both.", "cited": source, "differences": ["day: x"], "witnesses": []},
        {"id": "b", "sentence": "Other.", "cited": source, "differences": [], "witnesses": []},
        {"id": "c", "sentence": "Both.", "cited": source, "differences": ["place: y"], "witnesses": []},
    ]
    told = evidence.told_once(lines)
    assert [(t["id"], [a["id"] for a in t["also"]], t["differences"]) for t in told] == [
        ("a", ["c"], ["day: x", "place: y"]),
        ("b", [], []),
    ]
    assert lines[0]["differences"] == ["day: x"]


@given(st.text(), st.text())
def test_hits_make_up_the_text(text: str, words: str) -> None:
    assert "".join(h["text"] for h in evidence.hits(text, words)) == text


def test_hits_are_words_with_any_ending() -> None:
    told = evidence.hits("Missiles tested, a missive sent.", "missile test")
    assert [h["text"] for h in told if h["hit"]] == ["Missiles", "tested"]
