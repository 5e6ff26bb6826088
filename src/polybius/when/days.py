"""Arithmetic of days, months and years: every function keeps inside the years 1 to 9999 or says None."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

Days = tuple[date, date]


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


def part_of(days: Days, part: str) -> Days:
    """The early, middle or late third of a stretch of days; its first or last seventh for start and end."""
    start, end = days
    length = (end - start).days + 1
    third = max(1, round(length / 3))
    edge = max(1, round(length / 7))
    if part == "early":
        return start, start + timedelta(days=third - 1)
    if part == "mid":
        return start + timedelta(days=third), max(start + timedelta(days=third), end - timedelta(days=third))
    if part == "late":
        return end - timedelta(days=third - 1), end
    if part == "start":
        return start, start + timedelta(days=edge - 1)
    if part == "end":
        return end - timedelta(days=edge - 1), end
    return days
