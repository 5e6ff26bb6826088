"""When an undated document was published, as far as its own words and the terms of office in it pin that."""

from __future__ import annotations

import calendar
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from polybius.model import When
from polybius.when import days
from polybius.when.events import tense_near
from polybius.when.expression import Expression
from polybius.when.resolve import resolve
from polybius.when.scan import scanned

Term = tuple[date | None, date | None, str]
_NEW_YEAR_SLACK = 62  # days: a report of January may name a day of November or December without its year
_MOST_YEARS = 400  # a wider range of years pins nothing
_WEEKDAY_CYCLE = (
    40  # within so many years every weekday falls on every date, 29 February too, but over a century's skip
)


@dataclass(frozen=True, slots=True)
class DocumentDate:
    """``when`` it can have been published (None: nothing pins it), the ``conflicts`` in its words, the ``reasons``."""

    when: When | None
    conflicts: tuple[str, ...]
    reasons: tuple[str, ...]


@dataclass(slots=True)
class _Clues:
    """What was gathered: open bounds of publication and the days without a year."""

    low: date | None = None
    high: date | None = None
    past: list[tuple[int, int, str]] = field(default_factory=list)
    coming: list[tuple[int, int, str]] = field(default_factory=list)
    pairs: list[tuple[int, int, int, str]] = field(default_factory=list)
    dateline: date | None = None
    dateline_day: tuple[int, int] | None = None
    conflicts: list[str] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)

    def not_before(self, found: date, reason: str) -> None:
        if self.low is None or found > self.low:
            self.low = found
        self.reasons.append(f"not before {found}: {reason}")

    def not_after(self, found: date, reason: str) -> None:
        if self.high is None or found < self.high:
            self.high = found
        self.reasons.append(f"not after {found}: {reason}")


def document_dates(text: str, terms: Sequence[Term]) -> DocumentDate:
    """Works out when an undated document was published; never from today's date.

    ``terms`` are terms of office of persons that the text shows in office: first day, last day (None: open), reason.
    The interval holds every day that the clues allow; several years stay open when no clue settles the year.
    """
    clues = _Clues()
    for start, end, reason in _agreeing(terms, clues):
        if start:
            clues.not_before(start, reason)
        if end:
            clues.not_after(end, reason)
    _read(text, clues)
    return _conclude(clues)


def _agreeing(terms: Sequence[Term], clues: _Clues) -> Iterator[Term]:
    """Terms that overlap with all taken before; one that doesn't is told as a conflict and left out, the latest win."""
    low, high = date.min, date.max
    for start, end, reason in sorted(terms, key=lambda term: (term[0] or date.min, term[1] or date.max), reverse=True):
        new_low, new_high = max(low, start or date.min), min(high, end or date.max)
        if new_low > new_high:
            clues.conflicts.append(f"term of office doesn't meet the others: {reason}")
            continue
        low, high = new_low, new_high
        yield start, end, reason


def _read(text: str, clues: _Clues) -> None:
    told: tuple[int, int] | None = None  # a weekday told before, and where its expression ends
    for each in scanned(text):
        part = each.parts[0] if each.kind in ("bound", "offset", "range", "anniversary") else each
        tense = (
            "past"
            if each.relation == "since"
            else "future"
            if each.relation in ("by", "until") and _is_ahead(text, each)
            else tense_near(text, each)
        )
        if each.kind in ("bound", "range"):
            for inner in each.parts:
                _take(text, inner, tense, clues)
        elif (
            each.kind == "day"
            and told
            and each.weekday is None
            and each.year is None
            and each.span.start - told[1] < 12
        ):
            _yearless(text, each, told[0], tense, clues)
        else:
            _take(text, part, tense, clues)
        told = _weekday_told(each, told)


def _is_ahead(text: str, expression: Expression) -> bool:
    return tense_near(text, expression) == "future"


def _weekday_told(expression: Expression, told: tuple[int, int] | None) -> tuple[int, int] | None:
    """The weekday that narration has reached: "On Wednesday ... the next day" is a Thursday."""
    if expression.kind == "shift" and expression.unit == "day" and told and expression.weekday is None:
        return (told[0] + expression.count) % 7, expression.span.end
    if expression.weekday is not None and expression.kind == "weekday" and not expression.direction:
        return (
            expression.weekday,
            -_MOST_YEARS,
        )  # too far for a pair by itself: only a counted day next to a date makes one
    return told


def _take(text: str, each: Expression, tense: str, clues: _Clues) -> None:
    words = each.span.of(text)
    if each.kind == "day" and each.month and each.year and each.alternative is None:
        _full(each, words, tense, clues)
    elif each.kind == "day" and each.month and each.day and not each.phrase and each.year is None:
        _yearless(text, each, each.weekday, tense, clues)
    elif each.kind in ("year", "month", "quarter", "half", "season", "decade") and each.year:
        when = resolve(each, None)
        if when is None or when.start is None or when.end is None:
            return
        if tense == "past":
            clues.not_before(when.start, f"'{words}' is told as past or begun")
        elif each.phrase is None:
            clues.not_after(when.end, f"'{words}' is still to come")
    elif each.name == "9/11":
        clues.not_before(date(2001, 9, 11), "9/11 is past")


def _full(each: Expression, words: str, tense: str, clues: _Clues) -> None:
    found = days.day(each.year or 0, each.month or 0, each.day or 0)
    if found is None:
        return
    if each.weekday is not None and found.weekday() != each.weekday:
        said, true = calendar.day_name[each.weekday], calendar.day_name[found.weekday()]
        clues.conflicts.append(f"'{words}': {found} was a {true}, not a {said}")
        return
    if each.dateline:
        clues.dateline = found
        clues.reasons.append(f"dateline '{words}'")
    elif tense == "past":
        clues.not_before(found, f"'{words}' is past")
    elif each.phrase is None:
        clues.not_after(found, f"'{words}' is still to come")


def _yearless(text: str, each: Expression, weekday: int | None, tense: str, clues: _Clues) -> None:
    month, number, words = each.month or 0, each.day or 0, each.span.of(text)
    if weekday is not None:
        clues.pairs.append((month, number, weekday, words))
    if each.dateline:
        clues.dateline_day = (month, number)
    (clues.past if tense == "past" or each.dateline else clues.coming).append((month, number, words))


# ---- the conclusion


def _conclude(clues: _Clues) -> DocumentDate:
    if clues.dateline is not None:
        when: When | None = When(clues.dateline, clues.dateline, "day", "dateline")
        if (clues.low and clues.dateline < clues.low) or (clues.high and clues.dateline > clues.high):
            clues.conflicts.append(f"dateline {clues.dateline} lies outside what the rest allows")
    elif clues.low and clues.high and clues.low > clues.high:
        clues.conflicts.append(f"not before {clues.low} and not after {clues.high} exclude each other")
        when = None
    else:
        when = _by_years(clues)
    return DocumentDate(when, tuple(clues.conflicts), tuple(clues.reasons))


def _by_years(clues: _Clues) -> When | None:
    """The hull of what each year allows; a report's days without a year are of its own year."""
    if not (clues.past or clues.coming or clues.pairs):
        return _bounded(clues.low, clues.high, [], clues)
    low = clues.low.year if clues.low else None
    high = clues.high.year if clues.high else None
    if low is None and high is None:
        _check_pairs_alone(clues)
        clues.reasons.append("nothing pins the year")
        return None
    first = low if low is not None else (high or 0) - _WEEKDAY_CYCLE
    last = high if high is not None else first + _WEEKDAY_CYCLE
    if last - first > _MOST_YEARS:
        return _bounded(clues.low, clues.high, [], clues)
    fitting = [year for year in range(max(1, first), min(9998, last) + 1) if _pairs_fit(clues, year)]
    windows = [(year, window) for year in fitting if (window := _window(clues, year))]
    if not windows:
        _tell_misfit(clues, fitting, first, last)
        return _bounded(clues.low, clues.high, [], clues)
    start = windows[0][1][0] if low is not None else None
    end = windows[-1][1][1] if high is not None else None
    return _bounded(start, end, [year for year, _ in windows], clues)


def _pairs_fit(clues: _Clues, year: int) -> bool:
    return all(
        (found := days.day(year, month, number)) and found.weekday() == weekday
        for month, number, weekday, _ in clues.pairs
    )


def _check_pairs_alone(clues: _Clues) -> None:
    if clues.pairs and not any(_pairs_fit(clues, year) for year in range(1900, 2300)):
        clues.conflicts.append("no year fits together " + ", ".join(repr(pair[3]) for pair in clues.pairs))


def _tell_misfit(clues: _Clues, fitting: list[int], first: int, last: int) -> None:
    named = clues.pairs if not fitting and clues.pairs else [*clues.past, *clues.coming]
    words = ", ".join(sorted({f"'{each[-1]}'" for each in named}))
    clues.conflicts.append(f"no year from {first} to {last} fits {words}")


def _window(clues: _Clues, year: int) -> tuple[date, date] | None:
    """The days of publication that a year allows for the days named without a year."""
    if clues.dateline_day:
        start = end = days.day(year, *clues.dateline_day)
    else:
        past = [days.day(year, month, number) for month, number, _ in clues.past]
        coming = [days.day(year, month, number) for month, number, _ in clues.coming]
        if None in past or None in coming:
            return None  # no 29 February in that year
        start = max((each for each in past if each), default=date(year, 1, 1))
        end = min((each for each in coming if each and each >= start), default=date(year, 12, 31))
        if clues.past and not clues.coming and start.month >= 11:
            end = max(end, days.add_days(start, _NEW_YEAR_SLACK) or end)
    if start is None or end is None:
        return None
    start = max(start, _earliest(clues) or start)
    end = min(end, clues.high or end)
    return (start, end) if start <= end else None


def _earliest(clues: _Clues) -> date | None:
    """The first day of publication; a dateline may be a day before what was told, by its zone."""
    if clues.dateline_day and clues.low:
        return days.add_days(clues.low, -1) or clues.low
    return clues.low


def _bounded(start: date | None, end: date | None, years: list[int], clues: _Clues) -> When | None:
    if start is None and end is None:
        return None
    basis = "undated: " + "; ".join(dict.fromkeys(clues.reasons))
    named = ", ".join(dict.fromkeys(f"'{each[-1]}'" for each in (*clues.past, *clues.coming)))
    if years:
        basis += f"; {named} of the report's own year" if named else ""
        if len(years) > 1:
            basis += f"; year open: {_listed(years)}" + ("" if end else " or later")
    precision = "day" if start == end else "interval"
    return When(start, end, precision, basis)


def _listed(years: list[int]) -> str:
    if len(years) > 3 and years[-1] - years[0] == len(years) - 1:
        return f"{years[0]} to {years[-1]}"
    return ", ".join(map(str, years[:12])) + (", ..." if len(years) > 12 else "")
