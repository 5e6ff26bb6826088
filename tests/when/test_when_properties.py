"""What must hold for any text: no crash, exact spans, ordered days, nothing invented, linear time."""

from __future__ import annotations

import time
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from polybius.model import Span
from polybius.when import dates, document_dates, event_when, expressions, is_historical, resolve
from polybius.when.patterns import grammar

PIECES = st.sampled_from(
    [
        "May",
        "March",
        "Sept.",
        "September",
        "February",
        "Monday",
        "Sun",
        "last",
        "next",
        "this",
        "past",
        "the",
        "a",
        "of",
        "in",
        "on",
        "by",
        "since",
        "until",
        "between",
        "and",
        "to",
        "from",
        "7",
        "30",
        "31",
        "45",
        "0",
        "00",
        "0000",
        "9999",
        "1994",
        "2017",
        "2017-09-07",
        "31/12/9999",
        "1990s",
        "19th",
        "7th",
        "2,000",
        "days",
        "weeks",
        "years",
        "century",
        "decades",
        "hours",
        "ago",
        "later",
        "earlier",
        "before",
        "after",
        "eve",
        "anniversary",
        "Ramadan",
        "Easter",
        "Passover",
        "Diwali",
        "Christmas",
        "war",
        "Korean",
        "War",
        "Q4",
        "quarter",
        "half",
        "first",
        "second",
        "weekend",
        "overnight",
        "tonight",
        "yesterday",
        "tomorrow",
        "early",
        "mid-",
        "late",
        "end",
        "start",
        "several",
        "few",
        "dozen",
        "999",
        "for",
        "within",
        "recent",
        "coming",
        ",",
        ".",
        ";",
        "-",
        "–",
        "(",
        ")",
        "'",
        "’s",
        '"',
        "\n",
        "said",
        "will",
        "SEOUL,",
        "(Reuters)",
        "İ",
        "ſ",
        "K",
        "İ",
        "\u2003",
        "é",
    ]
)
TEXTS = st.one_of(
    st.text(max_size=200), st.lists(PIECES, max_size=25).map(" ".join), st.lists(PIECES, max_size=12).map("".join)
)
DAYS = st.one_of(st.none(), st.dates(), st.sampled_from([date.min, date.max, date(2017, 9, 8), date(2020, 2, 29)]))
TENSES = st.sampled_from(["past", "present", "future"])
PLAIN = st.text(alphabet=st.characters(exclude_categories=["Nd", "No", "Nl"]), max_size=300)


@settings(max_examples=400, deadline=None)
@given(TEXTS, DAYS, TENSES)
def test_spans_and_days_are_sound(text: str, published: date | None, tense: str) -> None:
    last = 0
    for expression in expressions(text):
        span = expression.span
        assert last <= span.start < span.end <= len(text)
        assert not span.of(text)[0].isspace() and not span.of(text)[-1].isspace()
        assert expression.phrase is None or 0 <= expression.phrase.start < expression.phrase.end <= len(text)
        last = span.end
        when = resolve(expression, published, tense)
        if when is not None:
            assert when.start is not None or when.end is not None
            assert when.start is None or when.end is None or when.start <= when.end
            assert when.precision in ("day", "week", "month", "quarter", "year", "decade", "interval")
            assert when.basis
            is_historical(when, published)


@settings(max_examples=200, deadline=None)
@given(TEXTS, DAYS, TENSES)
def test_events_and_documents_never_fail(text: str, published: date | None, tense: str) -> None:
    whole = Span(0, len(text))
    middle = Span(len(text) // 2, len(text) // 2 + 1)
    when, reason = event_when(text, whole, middle, [whole], published, tense)
    assert reason and (published is None or when is not None or "no calendar" in reason)
    assert dates(text, published) == dates(text, published)
    found = document_dates(text, [(published, None, "a term")])
    if found.when is not None and found.when.start and found.when.end:
        assert found.when.start <= found.when.end


@given(PLAIN)
def test_nothing_is_invented(text: str) -> None:
    words = "".join(letter if letter.isascii() and letter.isalpha() else " " for letter in text.lower()).split()
    if grammar().needed.isdisjoint(words):
        assert expressions(text) == []


@given(st.dates(date(1600, 1, 1), date(2900, 1, 1)))
def test_what_is_written_out_is_read_back(day: date) -> None:
    for text in (day.isoformat(), f"{day:%B} {day.day}, {day.year}", f"on {day:%A}, {day.day} {day:%B} {day.year}"):
        (expression,) = expressions(text)
        when = resolve(expression, None)
        assert when is not None and (when.start, when.end, when.precision) == (day, day, "day")


def test_time_is_linear() -> None:
    def seconds(text: str) -> float:
        start = time.perf_counter()
        expressions(text)
        return time.perf_counter() - start

    for piece in (
        "last ",
        "two days after ",
        "May ",
        "the ",
        "from Monday to ",
        "1994-",
        "7 ",
        " ",
        "a few ",
        "early ",
    ):
        small, large = (min(seconds(piece * count + "x" * repeat) for repeat in range(3)) for count in (1_000, 8_000))
        assert large < 8 * small * 4 + 0.05, piece
