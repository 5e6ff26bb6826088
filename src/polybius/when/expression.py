"""A time expression as it stands in a text, before any publication day is known."""

from __future__ import annotations

from dataclasses import dataclass

from polybius.model import Span


@dataclass(frozen=True, slots=True)
class Expression:
    """What one time expression says by itself; fields that it doesn't say are None or "".

    ``kind`` is one of: day, month, year, decade, century, quarter, half, season, weekday, relative_day, relative,
    ago, within, span, shift, duration, feast, era, range, bound, offset, anniversary.
    ``year`` is the first year meant, ``year_end`` the last where the words give two ("1950-53"). ``weekday`` counts
    from 0 (Monday). ``unit`` is hour, day, week, weekend, fortnight, month, quarter, year, decade, century or season.
    ``count`` to ``high`` is how many units (equal unless vague), negative for the past.
    ``direction`` is last, next, this or "". ``part`` is early, mid, late, start, end, earlier, later or "".
    ``relation`` of a bound is since, until, by, before, after. ``parts`` holds the expressions that a range,
    a bound or an offset is made of. ``phrase`` is the nominal phrase that the time belongs to ("the 1994 accord"),
    ``dateline`` tells that it is the day of a report's dateline.
    """

    span: Span
    kind: str
    year: int | None = None
    year_end: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    unit: str = ""
    count: int = 0
    high: int = 0
    direction: str = ""
    part: str = ""
    name: str = ""
    relation: str = ""
    parts: tuple[Expression, ...] = ()
    phrase: Span | None = None
    dateline: bool = False
    alternative: tuple[int, int] | None = None  # month and day of the other reading of 03/04/2017
