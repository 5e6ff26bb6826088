"""Turns an expression into days, given the day of publication, the tense and what was told before."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from polybius.model import When
from polybius.when import days, feasts
from polybius.when.days import Days
from polybius.when.expression import Expression
from polybius.when.words import words

_SUNDAY = 6
_JUST_PAST, _FAR_AHEAD, _HALF_A_YEAR = 31, 250, 182  # days
_PRECISION = {
    **{"hour": "day", "day": "day", "week": "week", "fortnight": "week", "weekend": "interval", "month": "month"},
    **{"quarter": "quarter", "year": "year", "decade": "decade", "century": "interval", "season": "quarter"},
}

Found = tuple[Days, str] | None  # first and last day, precision


def resolve(
    expression: Expression, published: date | None, tense: str = "past", anchor: When | None = None
) -> When | None:
    """The days that an expression means, None when nothing pins them.

    ``tense`` is past, present or future: for a bare weekday, date, month or feast past takes the last one on or before
    publication, the others the next on or after it. ``anchor`` is the time that "a day later" counts from; without
    it that is the publication day. With ``published`` None only what the words pin by themselves is resolved.
    """
    if expression.kind == "bound":
        return _bound(expression, published, tense, anchor)
    reference = _reference(expression, published, anchor)
    found = _RESOLVERS[expression.kind](expression, reference, tense)
    if found is None:
        return None
    (start, end), precision = found
    return When(start, end, precision, _basis(expression)) if start <= end else None


def _reference(expression: Expression, published: date | None, anchor: When | None) -> date | None:
    if expression.kind == "shift" and anchor is not None:
        forward = expression.count > 0
        return (anchor.end if forward else anchor.start) or anchor.start or anchor.end or published
    return published


def _basis(expression: Expression) -> str:
    name = f" '{expression.name}'" if expression.name and expression.kind in ("era", "feast") else ""
    if expression.kind == "feast" and feasts.is_reckoned(expression.name):
        name += " by the tabular Islamic calendar, may be a day off"
    if expression.alternative:
        name += " that can be read day first or month first"
    nominal = "nominal " if expression.phrase else ""
    return f"{nominal}{expression.kind}{name}"


def _whole(found: Days | None, precision: str, part: str = "") -> Found:
    if found is None:
        return None
    if part in ("early", "mid", "late", "start", "end"):
        return days.part_of(found, part), "interval"
    return found, precision


def _one(found: date | None) -> Found:
    return ((found, found), "day") if found else None


# ---- dates


def _day(expression: Expression, published: date | None, tense: str) -> Found:
    year, month, number = expression.year, expression.month, expression.day
    if number is None:
        return None
    if year is not None and month is not None:
        return _full_day(expression, days.day(year, month, number), published, tense)
    if published is None:
        return None
    if expression.direction.endswith(" year"):
        return _one(days.day(_year_of(expression.direction, published), month or 1, number))
    if month is None:
        return _one(_nearest([_in_month(published, shift, number) for shift in (-2, -1, 0, 1, 2)], published, tense))
    return _one(_nearest([days.day(published.year + shift, month, number) for shift in range(-8, 9)], published, tense))


def _full_day(expression: Expression, found: date | None, published: date | None, tense: str) -> Found:
    if found is None or (
        expression.weekday is not None and found.weekday() != expression.weekday and expression.year is None
    ):
        return None
    if expression.alternative is None:
        return _one(found)
    other = date(found.year, *expression.alternative)
    if published is not None and tense == "past" and (found > published) != (other > published):
        return _one(min(found, other))
    return (min(found, other), max(found, other)), "interval"


def _in_month(published: date, shift: int, number: int) -> date | None:
    month = days.month_days(published.year, published.month + shift)
    return days.day(month[0].year, month[0].month, number) if month else None


def _nearest(candidates: list[date | None], published: date, tense: str) -> date | None:
    """Past: the last up to the day after publication (zones differ by one); else the next from publication on, unless that
    is most of a year off and the last was just before ("his article, *19 February*").
    """
    real = [each for each in candidates if each is not None]
    last = max((each for each in real if (each - published).days <= 1), default=None)
    if tense == "past":
        return last
    coming = min((each for each in real if each >= published), default=None)
    just_past = last is not None and (published - last).days <= _JUST_PAST
    return last if just_past and coming is not None and (coming - published).days > _FAR_AHEAD else coming


def _month(expression: Expression, published: date | None, tense: str) -> Found:
    month = expression.month or 1
    if expression.year is not None:
        return _whole(days.month_days(expression.year, month), "month", expression.part)
    if published is None:
        return None
    if expression.direction.endswith(" year"):
        return _whole(days.month_days(_year_of(expression.direction, published), month), "month", expression.part)
    candidates = [each for shift in (-1, 0, 1) if (each := days.month_days(published.year + shift, month))]
    return _whole(_pick(candidates, published, tense, expression.direction), "month", expression.part)


def _pick(candidates: list[Days], published: date, tense: str, direction: str) -> Days | None:
    """The stretch of days that last, next, this or the tense points to; candidates are in order."""
    if direction == "last":
        return next((each for each in reversed(candidates) if each[1] < published), None)
    if direction == "next":
        return next((each for each in candidates if each[0] > published), None)
    if direction == "this":
        return next((each for each in candidates if each[0].year == published.year), None)
    if tense == "past":
        return next((each for each in reversed(candidates) if each[0] <= published), None)
    return next((each for each in candidates if each[1] >= published), None)


def _year(expression: Expression, published: date | None, tense: str) -> Found:
    first = expression.year or 0
    last = expression.year_end or first
    return _whole(days.years_days(first, last - first + 1), "interval" if last > first else "year", expression.part)


def _decade(expression: Expression, published: date | None, tense: str) -> Found:
    return _whole(days.years_days(expression.year or 0, 10), "decade", expression.part)


def _century(expression: Expression, published: date | None, tense: str) -> Found:
    return _whole(days.years_days(expression.year or 0, 100), "interval", expression.part)


def _quarter(expression: Expression, published: date | None, tense: str) -> Found:
    year = _year_meant(expression, published)
    months, precision = (3, "quarter") if expression.kind == "quarter" else (6, "interval")
    return _whole(days.months_days(year, months * (expression.count - 1) + 1, months), precision) if year else None


def _year_meant(expression: Expression, published: date | None) -> int | None:
    if expression.year is not None or published is None:
        return expression.year
    return _year_of(expression.direction, published)


def _year_of(direction: str, published: date) -> int:
    return published.year + {"last": -1, "next": 1}.get(direction.split(" ", maxsplit=1)[0], 0)


def _season(expression: Expression, published: date | None, tense: str) -> Found:
    month = expression.month or 3
    if expression.year is not None:
        return _whole(days.months_days(expression.year, month, 3), "quarter", expression.part)
    if published is None:
        return None
    candidates = [each for shift in (-2, -1, 0, 1, 2) if (each := days.months_days(published.year + shift, month, 3))]
    if expression.direction == "this":
        inside = next((each for each in candidates if each[0] <= published <= each[1]), None)
        return _whole(inside or _pick(candidates, published, tense, ""), "quarter", expression.part)
    return _whole(_pick(candidates, published, tense, expression.direction), "quarter", expression.part)


def _weekday(expression: Expression, published: date | None, tense: str) -> Found:
    weekday, direction = expression.weekday, expression.direction
    if published is None or weekday is None:
        return None
    if direction.endswith(" week"):
        offset = {"last week": -1, "next week": 1}.get(direction, 0)
        offset += offset < 0 and published.weekday() == _SUNDAY
        week = days.week_days(published, offset)
        return _one(days.add_days(week[0], weekday)) if week else None
    if direction == "last":
        found = days.weekday_before(published, weekday, strictly=True)
    elif direction == "next":
        found = days.weekday_after(published, weekday, strictly=True)
    elif tense == "past":
        found = days.weekday_before(published, weekday)
    else:
        found = days.weekday_after(published, weekday)
    if expression.name == "overnight" and found:
        following = days.add_days(found, 1)
        return ((found, following), "interval") if following else None
    return _one(found)


# ---- about publication


def _relative_day(expression: Expression, published: date | None, tense: str) -> Found:
    if published is None:
        return None
    if expression.name == "overnight":
        other = days.add_days(published, -1 if tense == "past" else 1)
        return ((min(published, other), max(published, other)), "interval") if other else None
    return _one(days.add_days(published, expression.count))


def _relative(expression: Expression, published: date | None, tense: str) -> Found:
    if published is None:
        return None
    unit, part = expression.unit, expression.part
    offset = {"last": -1, "next": 1}.get(expression.direction, 0)
    if unit == "week" and offset < 0 and published.weekday() == _SUNDAY:
        offset = 0  # a Sunday paper's "last week" is the one that has just gone by
    if unit == "weekend" and not offset:
        return _whole(_weekend(published, tense), "interval")
    found = days.unit_days(published, unit, offset)
    if found is None or part not in ("earlier", "later"):
        return _whole(found, _PRECISION[unit], part)
    inside = found[0] <= published <= found[1]
    if part == "earlier":
        return ((found[0], min(found[1], published)) if inside else days.part_of(found, "early")), _PRECISION[unit]
    return ((max(found[0], published), found[1]) if inside else days.part_of(found, "late")), _PRECISION[unit]


def _weekend(published: date, tense: str) -> Days | None:
    """Past: the last weekend that has begun; else the one that is on or comes next."""
    if tense == "past":
        saturday = days.weekday_before(published, 5)
    else:
        sunday = days.weekday_after(published, 6)
        saturday = days.add_days(sunday, -1) if sunday else None
    sunday = days.add_days(saturday, 1) if saturday else None
    return (saturday, sunday) if saturday and sunday else None


def _ago(expression: Expression, reference: date | None, tense: str) -> Found:
    """Two days ago is a day, two weeks ago a week, or its day named, two years ago a year; a vague count is a stretch of days."""
    if reference is None:
        return None
    near, far = (
        days.moved(reference, expression.unit, expression.count),
        days.moved(reference, expression.unit, expression.high),
    )
    if near is None or far is None:
        return None
    if expression.count != expression.high:
        return (min(near, far), max(near, far)), "interval"
    if expression.weekday is not None and (week := days.unit_days(near, "week", 0)) is not None:
        return _one(days.add_days(week[0], expression.weekday))
    unit = "year" if expression.unit in ("decade", "century") else expression.unit
    return _whole(days.unit_days(near, unit, 0), _PRECISION[unit])


def _shift(expression: Expression, reference: date | None, tense: str) -> Found:
    if reference is None:
        return None
    if expression.weekday is not None:
        step = days.weekday_after if expression.count > 0 else days.weekday_before
        return _one(step(reference, expression.weekday, strictly=True))
    return _ago(expression, reference, tense)


def _within(expression: Expression, published: date | None, tense: str) -> Found:
    """ "in two weeks" comes to pass then, "within two weeks" until then; told of the past both are durations."""
    if published is None or tense == "past":
        return None
    if expression.name == "in":
        return _ago(expression, published, tense)
    last = days.moved(published, expression.unit, expression.high)
    return ((published, last), "interval") if last else None


def _span(expression: Expression, published: date | None, tense: str) -> Found:
    if published is None:
        return None
    sign = 1 if expression.direction == "next" else -1
    other = days.moved(published, expression.unit, sign * expression.high)
    return ((min(published, other), max(published, other)), "interval") if other else None


def _duration(expression: Expression, published: date | None, tense: str) -> Found:
    return None


# ---- names and joins


def _feast(expression: Expression, published: date | None, tense: str) -> Found:
    name, length = expression.name, words().feasts[expression.name].get("days", 1)
    precision = "day" if length == 1 else "interval"
    if expression.year is not None:
        found = feasts.feast_days(name, expression.year)
        return _whole(found[-1], precision) if found else None
    if published is None:
        return None
    candidates = sorted(each for shift in (-2, -1, 0, 1, 2) for each in feasts.feast_days(name, published.year + shift))
    direction = "" if expression.direction == "this" else expression.direction
    return _whole(_pick(candidates, published, tense, direction), precision)


def _era(expression: Expression, published: date | None, tense: str) -> Found:
    return words().eras[expression.name], "interval"


def _offset(expression: Expression, published: date | None, tense: str) -> Found:
    inner = resolve(expression.parts[0], published, tense)
    if inner is None:
        return None
    forward = expression.count > 0
    start = inner.end if forward else inner.start
    return _ago(expression, start, tense)


def _anniversary(expression: Expression, published: date | None, tense: str) -> Found:
    inner = resolve(expression.parts[0], published, tense)
    if inner is None or inner.start is None or inner.end is None:
        return None
    if expression.parts[0].year is None:
        return (inner.start, inner.end), inner.precision  # the day itself comes round at publication
    return (
        _ago(expression, inner.start, tense)
        if inner.precision != "day"
        else _one(days.add_months(inner.start, 12 * expression.count))
    )


def _range(expression: Expression, published: date | None, tense: str) -> Found:
    first, second = (resolve(each, published, tense) for each in expression.parts)
    if first is None or second is None or first.start is None or second.end is None:
        return None
    if first.start > second.end:
        first = _shifted_before(expression.parts[0], second.end)
    return ((first.start, second.end), "interval") if first and first.start and first.start <= second.end else None


def _shifted_before(expression: Expression, end: date) -> When | None:
    """The first end of a range whose words leave it open, read as the last one before the second end."""
    return resolve(expression, end, "past") if expression.year is None else None


def _bound(expression: Expression, published: date | None, tense: str, anchor: When | None) -> When | None:
    inner = resolve(expression.parts[0], published, "past" if expression.relation == "since" else tense, anchor)
    if inner is None:
        return None
    if expression.relation == "by" and tense == "past" and _is_long_past(inner, published):
        coming = resolve(expression.parts[0], published, "future", anchor)
        inner = coming or inner  # "agreed in March to meet *by May*"
    basis = f"{expression.relation} {inner.basis}"
    start, end = _bound_ends(expression.relation, inner, published, tense)
    if expression.relation == "from" and tense == "past":
        return inner
    if (start is None and end is None) or (start and end and start > end):
        return inner
    return When(start, end, "day" if start == end else "interval", basis)


def _is_long_past(when: When, published: date | None) -> bool:
    return published is not None and when.end is not None and (published - when.end).days > _HALF_A_YEAR


def _bound_ends(relation: str, inner: When, published: date | None, tense: str) -> tuple[date | None, date | None]:
    coming = published if tense != "past" else None
    past_end = published if tense == "past" else None
    before = days.add_days(inner.start, -1) if inner.start else None
    after = days.add_days(inner.end, 1) if inner.end else None
    ends: dict[str, tuple[date | None, date | None]] = {
        "since": (inner.start, published),
        "from": (inner.start, None),
        "until": (coming, inner.end),
        "by": (coming, inner.end),
        "before": (coming, before),
        "after": (after, past_end),
    }
    return ends[relation]


_RESOLVERS: dict[str, Callable[[Expression, date | None, str], Found]] = {
    "day": _day,
    "month": _month,
    "year": _year,
    "decade": _decade,
    "century": _century,
    "quarter": _quarter,
    "half": _quarter,
    "season": _season,
    "weekday": _weekday,
    "relative_day": _relative_day,
    "relative": _relative,
    "ago": _ago,
    "within": _within,
    "span": _span,
    "shift": _shift,
    "duration": _duration,
    "feast": _feast,
    "era": _era,
    "range": _range,
    "offset": _offset,
    "anniversary": _anniversary,
}
