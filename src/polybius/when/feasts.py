"""Days of feasts: fixed, by rule, by Easter, by the tabular Islamic and the Hebrew calendar, or from a table."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from polybius.when.days import add_days, day
from polybius.when.words import words

_ISLAMIC_EPOCH = 227015  # ordinal of 1 Muharram 1 (16 July 622 of the Julian calendar)
_HEBREW_EPOCH = -1373427  # ordinal of the Hebrew calendar's day 0
_FIRST, _LAST = 1583, 2999  # Gregorian years for which the rules are meant


@lru_cache(maxsize=2048)
def feast_days(name: str, year: int) -> tuple[tuple[date, date], ...]:
    """First and last day of every feast of that name that begins in a Gregorian year (an Islamic one may twice)."""
    feast = words().feasts.get(name)
    if feast is None or not _FIRST <= year <= _LAST:
        return ()
    length = timedelta(days=feast.get("days", 1) - 1)
    return tuple((start, start + length) for start in _starts(feast, year))


def is_reckoned(name: str) -> bool:
    """Whether the feast's day hangs on a sighting of the moon, so that the reckoned day may be one off."""
    return "islamic" in words().feasts[name]


def _starts(feast: Mapping[str, Any], year: int) -> list[date]:
    if "date" in feast:
        found = [day(year, *feast["date"])]
    elif "easter" in feast:
        found = [add_days(easter(year), feast["easter"])]
    elif "orthodox_easter" in feast:
        found = [add_days(orthodox_easter(year), feast["orthodox_easter"])]
    elif "rule" in feast:
        found = [_nth_weekday(year, *feast["rule"])]
    elif "table" in feast:
        entry = words().tables[feast["table"]].get(year)
        found = [day(year, *entry)] if entry else []
    elif "hebrew" in feast:
        month, number = feast["hebrew"]
        found = [_hebrew(hebrew_year, month, number) for hebrew_year in (year + 3760, year + 3761)]
    else:
        month, number = feast["islamic"]
        first = (year - 622) * 33 // 32
        found = [_islamic(first + more, month, number) for more in range(-1, 4)]
    return [start for start in found if start and start.year == year]


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar."""
    golden, century = year % 19, year // 100
    skipped = century - century // 4
    epact = (skipped - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    epact -= epact // 28 * (1 - epact // 28 * (29 // (epact + 1)) * ((21 - golden) // 11))
    past_sunday = (year + year // 4 + epact + 2 - skipped) % 7
    offset = epact - past_sunday
    month = 3 + (offset + 40) // 44
    return date(year, month, offset + 28 - 31 * (month // 4))


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the Julian calendar, as a Gregorian day."""
    moon = (19 * (year % 19) + 15) % 30
    sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, number = divmod(moon + sunday + 114, 31)
    shift = year // 100 - year // 400 - 2
    return date(year, month, number + 1) + timedelta(days=shift)


def _nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    if nth > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
    last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return last - timedelta(days=(last.weekday() - weekday) % 7)


def _islamic(year: int, month: int, number: int) -> date:
    """The tabular (civil) calendar; what was sighted may differ by a day."""
    days = number + (59 * (month - 1) + 1) // 2 + (year - 1) * 354 + (3 + 11 * year) // 30
    return date.fromordinal(_ISLAMIC_EPOCH + days - 1)


def _hebrew(year: int, month: int, number: int) -> date:
    """The arithmetic Hebrew calendar; months count from Nisan, ``year`` is the one that the month lies in."""
    months_before = (7 * year + 1) // 19 - (7 * (year - 1) + 1) // 19 + 12  # of this year
    order = [7, 8, 9, 10, 11, 12, *([13] if months_before == 13 else []), 1, 2, 3, 4, 5, 6]
    length = _hebrew_new_year(year + 1) - _hebrew_new_year(year)
    start = _hebrew_new_year(year)
    for each in order[: order.index(month)]:
        start += _hebrew_month(each, months_before == 13, length)
    shifted = date.fromordinal(_HEBREW_EPOCH + start + number - 1)
    postponed = month == 5 and shifted.weekday() == 5  # the fast of Av gives way to the Sabbath
    return shifted + timedelta(days=int(postponed))


def _hebrew_new_year(year: int) -> int:
    """Days from the epoch to 1 Tishri."""
    months = (235 * year - 234) // 19
    days = 29 * months + (12084 + 13753 * months) // 25920
    if 3 * (days + 1) % 7 < 3:
        days += 1
    return days + _hebrew_delay(year)


def _hebrew_delay(year: int) -> int:
    previous, this, following = (_hebrew_elapsed(each) for each in (year - 1, year, year + 1))
    if following - this == 356:
        return 2
    return 1 if this - previous == 382 else 0


def _hebrew_elapsed(year: int) -> int:
    months = (235 * year - 234) // 19
    days = 29 * months + (12084 + 13753 * months) // 25920
    return days + 1 if 3 * (days + 1) % 7 < 3 else days


def _hebrew_month(month: int, leap: bool, year_length: int) -> int:
    if month == 8:
        return 30 if year_length in (355, 385) else 29
    if month == 9:
        return 29 if year_length in (353, 383) else 30
    if month == 12:
        return 30 if leap else 29
    return 29 if month in (2, 4, 6, 10, 13) else 30
