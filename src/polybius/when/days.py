"""Arithmetic of days, months and years: every function keeps inside the years 1 to 9999 or says None."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

Days = tuple[date, date]

_UNIT_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_UNIT_DAYS = {"day": 1, "week": 7, "fortnight": 14}


def day(year: int, month: int, number: int) -> date | None:
    """That day, or None where the calendar has none."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


def add_days(start: date, count: int) -> date | None:
    """The day ``count`` days on."""
    try:
        return start + timedelta(days=count)
    except OverflowError:
        return None


def month_days(year: int, month: int) -> Days | None:
    """First and last day of a month; ``month`` may lie outside 1 to 12 and then counts into other years."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    if not 1 <= year <= 9999:
        return None
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def months_days(year: int, month: int, count: int) -> Days | None:
    """First and last day of ``count`` months from one on."""
    first, last = month_days(year, month), month_days(year, month + count - 1)
    return (first[0], last[1]) if first and last else None


def years_days(year: int, count: int = 1) -> Days | None:
    """First and last day of ``count`` years from one on."""
    return months_days(year, 1, 12 * count)


def add_months(start: date, count: int) -> date | None:
    """The same day ``count`` months on, or that month's last day when it is shorter."""
    days = month_days(start.year, start.month + count)
    return days[0].replace(day=min(start.day, days[1].day)) if days else None


def week_days(inside: date, offset: int = 0) -> Days | None:
    """Monday and Sunday of the week ``offset`` weeks after the one that ``inside`` lies in."""
    monday = add_days(inside, 7 * offset - inside.weekday())
    sunday = add_days(monday, 6) if monday else None
    return (monday, sunday) if monday and sunday else None


def weekday_before(reference: date, weekday: int, strictly: bool = False) -> date | None:
    """The last such weekday on or before (strictly before) a day."""
    back = (reference.weekday() - weekday) % 7
    return add_days(reference, -(back or 7 if strictly else back))


def weekday_after(reference: date, weekday: int, strictly: bool = False) -> date | None:
    """The first such weekday on or after (strictly after) a day."""
    on = (weekday - reference.weekday()) % 7
    return add_days(reference, on or 7 if strictly else on)


def unit_days(inside: date, unit: str, offset: int) -> Days | None:
    """The calendar unit ``offset`` units after the one a day lies in."""
    if unit in ("day", "hour"):
        found = add_days(inside, offset if unit == "day" else 0)
        return (found, found) if found else None
    if unit in ("week", "fortnight"):
        return week_days(inside, offset * (2 if unit == "fortnight" else 1))
    if unit == "weekend":
        week = week_days(inside, offset)
        saturday = add_days(week[0], 5) if week else None
        return (saturday, week[1]) if week and saturday else None
    if unit == "month":
        return month_days(inside.year, inside.month + offset)
    if unit == "quarter":
        return months_days(inside.year, (inside.month - 1) // 3 * 3 + 1 + 3 * offset, 3)
    length = {"year": 1, "decade": 10, "century": 100}[unit]
    first = inside.year // length * length if unit != "century" else (inside.year - 1) // 100 * 100 + 1
    return years_days(first + length * offset, length)


def moved(start: date, unit: str, count: int) -> date | None:
    """The day ``count`` units on; hours count as whole days from 24 on."""
    if unit == "hour":
        return add_days(start, (abs(count) + 12) // 24 * (1 if count > 0 else -1))
    if unit in _UNIT_DAYS:
        return add_days(start, _UNIT_DAYS[unit] * count)
    if unit == "weekend":
        return add_days(start, 7 * count)
    return add_months(start, _UNIT_MONTHS[unit] * count)


_WEEK_PARTS = {"early": (0, 1), "mid": (1, 3), "late": (3, 6), "start": (0, 1), "end": (4, 6)}
_MONTH_PARTS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31), "start": (1, 5), "end": (27, 31)}
_YEAR_PARTS = {"early": (0, 4), "mid": (4, 4), "late": (8, 4), "start": (0, 1), "end": (11, 1)}  # month, months
_DECADE_PARTS = {"early": (0, 4), "mid": (4, 3), "late": (7, 3), "start": (0, 1), "end": (9, 1)}  # year, years
_THIRDS = {"early": (0, 1), "mid": (1, 1), "late": (2, 1), "start": (0, 1), "end": (2, 1)}


def part_of(days: Days, part: str) -> Days:
    """The early, mid or late part, or the start or end, of a week, month, season, year, decade or longer."""
    start, end = days
    length = (end - start).days + 1
    if length <= 7:
        first, last = _WEEK_PARTS[part]
        return start + timedelta(days=min(first, length - 1)), start + timedelta(days=min(last, length - 1))
    if length <= 31:
        first, last = _MONTH_PARTS[part]
        return start + timedelta(days=first - 1), min(end, start + timedelta(days=last - 1))
    if length <= 366:
        month, count = _YEAR_PARTS[part] if length > 200 else _of_months(part, round(length / 30.4))
        return months_days(start.year, start.month + month, count) or days
    unit = round(length / 365.25 / 10)
    table, size = (_DECADE_PARTS, max(1, unit)) if unit <= 1 or unit >= 10 else (_THIRDS, 1)
    year, count = table[part]
    return years_days(start.year + year * size, count * size) or days


def _of_months(part: str, months: int) -> tuple[int, int]:
    """First month and number of months of a part of a few months: thirds."""
    third = max(1, months // 3)
    index, count = _THIRDS[part]
    return index * third, count * third
