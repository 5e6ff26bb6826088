"""Days of acts that a report tells as what had been before."""

from __future__ import annotations

from datetime import date

import pytest

from polybius import Coder, Document
from polybius.model import Span, When
from polybius.when import told_before
from tests import coders

DAY = date(2018, 4, 8)  # a Sunday
OPEN = When(None, DAY, "interval", "before publication")


def when(coder: Coder, text: str, type_: str) -> When | None:
    """The time of the first event of a type."""
    events = coder.code(Document(text=text, published=DAY)).events
    return next(event.when for event in events if event.type == type_)


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Donald Trump had condemned Iran in his campaign.", "ACCUSE"),
        ("The French general who condemned Iran is back in Paris.", "ACCUSE"),
        ("Israel, which had bombed Syria, was silent.", "ASSAULT"),
    ],
)
def test_what_had_been_before_has_an_open_start(coder: Coder, text: str, type_: str) -> None:
    assert when(coder, text, type_) == OPEN


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Donald Trump condemned Iran in a speech.", "ACCUSE"),
        ("France said that Iran had bombed Syria.", "ASSAULT"),
        ("France denounced the attack that killed Syrian soldiers.", "ASSAULT"),
    ],
)
def test_news_is_of_the_day(coder: Coder, text: str, type_: str) -> None:
    assert when(coder, text, type_) == When(DAY, DAY, "day", "publication")


def test_a_day_that_belongs_to_the_means_dates_the_act(coder: Coder) -> None:
    found = when(coder, "Ten Syrian soldiers were killed in Friday's raid by Israel.", "ASSAULT")
    assert found is not None and (found.start, found.end) == (date(2018, 4, 6), date(2018, 4, 6))


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Iran had previously condemned France.", "ACCUSE"),
        ("A French soldier was killed by Syrian rebels, an inquest heard.", "ASSAULT"),
    ],
)
def test_what_was_once_or_is_heard_in_court_has_an_open_start(coder: Coder, text: str, type_: str) -> None:
    assert when(coder, text, type_) == OPEN


SPANS = [
    ("A Briton has been held by Iran since his arrest last October.", "COERCE", date(2017, 10, 1), DAY),
    ("Iran has held two Britons for three years.", "COERCE", date(2015, 4, 8), DAY),
    ("Relations fell to a low in 2016, when Turkey bombed Syria.", "ASSAULT", date(2016, 1, 1), date(2016, 12, 31)),
    (
        "When the truce ended in March 1975, Turkey bombed Syria.",
        "ASSAULT",
        date(1975, 3, 1),
        date(1975, 3, 31),
    ),
    ("In 2017, a year ago, France praised Iran.", "SUPPORT", date(2017, 1, 1), date(2017, 12, 31)),
    ("In March 5000 soldiers of France attacked Iran.", "ASSAULT", date(2018, 3, 1), date(2018, 3, 31)),
    ("France praised Iran last week.", "SUPPORT", date(2018, 4, 2), DAY),
]


@pytest.mark.parametrize(("text", "type_", "start", "end"), SPANS, ids=[row[0][:40] for row in SPANS])
def test_times_from_which_something_goes_on(coder: Coder, text: str, type_: str, start: date, end: date) -> None:
    found = when(coder, text, type_)
    assert found is not None
    assert (found.start, found.end) == (start, end)


def test_a_narrative_goes_on_after_the_year_told(coder: Coder) -> None:
    found = when(coder, "The war began in 1963. Turkey bombed Syria.", "ASSAULT")
    assert found is not None
    assert (found.start, found.end) == (date(1963, 1, 1), DAY)


@pytest.mark.parametrize(
    "day",
    [
        "on February 30, 2019",
        "on the 45th of May",
        "on 31/31/2019",
        "on June 31",
        "on December 31, 9999",
        "3000000 years ago",
    ],
)
def test_a_day_that_no_calendar_has_dates_nothing(coder: Coder, day: str) -> None:
    assert when(coder, f"Turkish police arrested twenty protesters {day}.", "COERCE") is None


def test_an_office_formerly_held_bounds_no_report() -> None:
    coder = coders.coder()
    said = coder.code(Document(text="Former President Donald Trump threatened Iran.")).events
    held = coder.code(Document(text="President Donald Trump threatened Iran.")).events
    assert [e.when for e in said] == [None] * len(said)
    assert {e.when.start for e in held if e.when} == {date(2017, 1, 20)}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("In Myanmar 40 nuns have been murdered since 1992.", "historical"),
        ("In Myanmar 40 nuns have been murdered since 2017.", "asserted"),
        ("In 1979 Iraqi troops burned a village. Later Baghdad's soldiers attacked the Kurdish rebels.", "historical"),
    ],
)
def test_counts_of_years_and_narratives_of_old_are_background(coder: Coder, text: str, status: str) -> None:
    told = coder.code(Document(text=text, published=date(2018, 12, 1))).events
    assert told and told[-1].status == status


@pytest.mark.parametrize(
    ("told", "past"),
    [
        ("Rebels seized Goma in 2012. They burned the market. ", True),
        ('Police killed 34 strikers in 2012. "Nothing changed," said Jan Smit, a lawyer. ', False),
        ("Police killed 34 strikers in 2012. The law hasn't changed. ", False),
        ("The island has had four coups since 1974. ", False),
        ("The crowds came back to the square where the army killed dozens in 2010. ", False),
    ],
)
def test_a_report_comes_back_from_the_past(told: str, past: bool) -> None:
    text = f"{told}The army drove them out."
    found = told_before(text, Span(len(told), len(text)), date(2016, 6, 15))
    assert (found is not None) == past
