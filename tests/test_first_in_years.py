"""What is news as the first of its kind in years is asserted and of the report's day, whatever year it is counted from."""

from datetime import date

import pytest

from polybius import Coder, Document

DAY = date(2012, 5, 4)


@pytest.mark.parametrize(
    "text",
    [
        "It was the first time a Chadian head of state had visited Niger since the war ended in 1999.",
        "Chad on Friday closed its border with Niger for the first time since the war ended in 1999.",
        "Never since 1999 had Chad sent so many troops to the Nigerien border.",
    ],
)
def test_the_first_in_years_is_news(coder: Coder, text: str) -> None:
    event = max(coder.code(Document(text=text, published=DAY)).events, key=lambda e: e.confidence)
    assert event.status == "asserted"
    assert event.when is not None and event.when.end == DAY


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Never before had Chad bombed Niger.", "asserted"),
        ("Chad had never bombed Niger.", "negated"),
        ("Never has Chad bombed Niger.", "negated"),
        ("Chad has jailed 25 editors since 1992.", "historical"),
        ("Chad has jailed 25 editors since 1992, the first of them women.", "historical"),
    ],
)
def test_what_never_was_and_what_is_counted_is_none(coder: Coder, text: str, status: str) -> None:
    events = coder.code(Document(text=text, published=DAY)).events
    assert {e.status for e in events} == {status}
