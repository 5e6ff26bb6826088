"""Makes an expression of what a shape matched, or None where the words are no time after all."""

from __future__ import annotations

from collections.abc import Callable

from polybius.when import context, relative
from polybius.when.days import day
from polybius.when.expression import Expression
from polybius.when.matched import Match, directed, group, integer, made
from polybius.when.words import words

INVALID = "invalid"  # kind of what looks like a date but can't be one: taken from the text, never handed out
PENDING = ("eve", "anniversary of", "count")  # kinds that need the expression that follows them

_DECADES = {"twenties": 1920, "thirties": 1930, "forties": 1940, "fifties": 1950, "sixties": 1960, "seventies": 1970,
            "eighties": 1980, "nineties": 1990}  # fmt: skip
_WHICH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "last": -1,
          "final": -1, "1": 1, "2": 2, "3": 3, "4": 4}  # fmt: skip

Builder = Callable[[Match, str], Expression | None]


def build(shape: str, match: Match, text: str) -> Expression | None:
    """The expression that a match of the named shape stands for; None to let another shape try."""
    return _BUILDERS[shape](match, text)


# ---- dates


def _dated(match: Match, text: str) -> Expression | None:
    """Month and day in either order, with or without a year or a second day."""
    month, number = words().months[group(match, "month")], int(match["day"])
    year = integer(match, "year") or integer(match, "year4")
    if not context.is_month_word(match["month"]):
        return None
    if year is None and context.counts_something(text, match.end()):
        return None
    last = integer(match, "day2") or integer(match, "day3")
    if day(year or 2000, month, number) is None:
        return made(match, INVALID)
    first = made(match, "day", year=year, month=month, day=number)
    if last is None:
        return first
    if day(year or 2000, month, last) is None or last <= number:
        return made(match, INVALID) if match.re.groups and last > 31 else first
    return made(match, "range", parts=(first, made(match, "day", year=year, month=month, day=last)))


def _numeric(match: Match, text: str) -> Expression | None:
    """07/09/2017: day first where only that fits, or month first; the other reading is kept when both fit."""
    first, second, year = int(match["day"]), int(match["month"]), int(match["year"])
    day_first, month_first = day(year, second, first), day(year, first, second)
    if match["mark"] == ".":
        month_first = None  # dotted dates are written day first
    if day_first and month_first and first != second:
        return made(match, "day", year=year, month=first, day=second, alternative=(second, first))
    chosen = day_first or month_first
    if chosen is None:
        return made(match, INVALID)
    return made(match, "day", year=year, month=chosen.month, day=chosen.day)


def _iso(match: Match, text: str) -> Expression | None:
    found = day(int(match["year"]), int(match["month"]), int(match["day"]))
    return made(match, "day", year=found.year, month=found.month, day=found.day) if found else made(match, INVALID)


def _nine_eleven(match: Match, text: str) -> Expression | None:
    return made(match, "day", year=2001, month=9, day=11, name="9/11")


def _ordinal_day(match: Match, text: str) -> Expression | None:
    number = int(match["day"])
    if not 1 <= number <= 31 or context.followed_by_noun(text, match.end()):
        return None
    return made(match, "day", day=number)


def _month(match: Match, text: str) -> Expression | None:
    part = {"beginning": "start", "middle": "mid", "close": "end"}.get(group(match, "part"), group(match, "part"))
    word = group(match, "month")
    year = integer(match, "year")
    if not context.is_month_word(match["month"]) or (not year and word not in words().full_months and not part):
        return None
    if not part:
        if context.is_bad_day(text, match.start(), match.end()):
            return made(match, INVALID)
        if not year and not context.is_month(text, match.start("month"), match.end("month")):
            return None
    month = words().months[word]
    return made(match, "month", month=month, year=year, part=part, direction=_month_direction(text, match))


def _month_direction(text: str, match: Match) -> str:
    word = context.word_before(text, match.start())
    return (
        word if word in ("last", "next", "this") else "next" if word == "coming" else "last" if word == "past" else ""
    )


def _weekday(match: Match, text: str) -> Expression | None:
    word = group(match, "weekday")
    short = words().weekday_short.get(word)
    if short is None:
        if not context.is_weekday(text, match.start(), match.end()):
            return None
    elif not match["weekday"][0].isupper() or not context.is_short_weekday(text, match.end()):
        return None
    number = words().weekdays[word] if short is None else short
    direction = directed(match)
    if match.re.groupindex.get("part") is None and direction:
        direction = f"{direction} week"  # "Monday next week"
    return made(match, "weekday", weekday=number, direction=direction)


def _other_weekday(match: Match, text: str) -> Expression | None:
    sign = 1 if group(match, "dir") == "following" else -1
    return made(match, "shift", unit="day", weekday=words().weekdays[group(match, "weekday")], count=sign, high=sign)


# ---- periods


def _quarter(match: Match, text: str) -> Expression | None:
    which = _WHICH[group(match, "which")]
    direction = "this" if group(match, "dir") == "the" else directed(match)
    return made(match, "quarter", count=4 if which == -1 else which, year=integer(match, "year"), direction=direction)


def _half(match: Match, text: str) -> Expression | None:
    which = _WHICH[group(match, "which")]
    if which > 2:
        return None
    direction = "this" if group(match, "dir") == "the" else directed(match)
    return made(match, "half", count=2 if which == -1 else which, year=integer(match, "year"), direction=direction)


def _season(match: Match, text: str) -> Expression | None:
    name, year = group(match, "season"), integer(match, "year")
    before = context.word_before(text, match.start())
    if before in words().season_names or (not year and not context.is_season(text, match.start(), match.end())):
        return None
    end = integer(match, "end")
    return made(
        match,
        "season",
        name=name,
        month=words().seasons[name],
        year=year,
        year_end=end,
        part=group(match, "part"),
        unit="season",
    )


def _decade(match: Match, text: str) -> Expression | None:
    return made(match, "decade", year=int(match["year"]), part=group(match, "part"))


def _short_decade(match: Match, text: str) -> Expression | None:
    return made(match, "decade", year=1900 + int(match["short"]), part=group(match, "part"))


def _word_decade(match: Match, text: str) -> Expression | None:
    part = context.word_before(text, match.start() - 4)
    return made(
        match, "decade", year=_DECADES[group(match, "word")], part=part if part in ("early", "mid", "late") else ""
    )


def _century(match: Match, text: str) -> Expression | None:
    word = group(match, "ordinal")
    number = int(word[:-2]) if word[0].isdigit() else words().ordinals[word]
    if not 1 <= number <= 30:
        return None
    return made(match, "century", year=100 * (number - 1) + 1, part=group(match, "part"))


def _year_range(match: Match, text: str) -> Expression | None:
    first, last = int(match["year"]), int(match["end"])
    if len(match["end"]) == 2:
        last += first // 100 * 100
        last += 100 if last < first else 0
    if not first < last <= first + 150 or not context.is_year(text, match.start(), match.end(), first):
        return None
    return made(match, "year", year=first, year_end=last)


def _year(match: Match, text: str) -> Expression | None:
    year, part = int(match["year"]), group(match, "part")
    if not part and not context.is_year(text, match.start(), match.end(), year):
        return None
    return made(match, "year", year=year, part=part)


# ---- names


def _feast(match: Match, text: str) -> Expression | None:
    name = group(match, "name").replace("\u2019", "'")
    if name == "tet" and not match["name"][0].isupper():
        return None
    if name == "may day" and match["name"][0].islower():
        return None
    return made(match, "feast", name=name, year=integer(match, "year"), direction=directed(match))


def _era(match: Match, text: str) -> Expression | None:
    return made(match, "era", name=group(match, "name"))


def _eve(match: Match, text: str) -> Expression | None:
    return made(match, "eve", unit="day", count=-1, high=-1)


def _anniversary(match: Match, text: str) -> Expression | None:
    word = group(match, "ordinal")
    count = int(word[:-2]) if word[0].isdigit() else words().ordinals[word]
    return made(match, "anniversary of", unit="year", count=count, high=count)


_BUILDERS: dict[str, Builder] = {
    "month_day": _dated,
    "day_month": _dated,
    "iso": _iso,
    "slash": _numeric,
    "nine_eleven": _nine_eleven,
    "ordinal_day": _ordinal_day,
    "month": _month,
    "part_month": _month,
    "edge_month": _month,
    "weekday": _weekday,
    "weekday_week": _weekday,
    "other_weekday": _other_weekday,
    "relative_day": relative.relative_day,
    "two_days_off": relative.two_days_off,
    "overnight": relative.overnight,
    "day_part": relative.day_part,
    "relative": relative.relative,
    "weekend": relative.bare_weekend,
    "span": relative.span,
    "edge": relative.edge,
    "edge_year": relative.edge,
    "ago": relative.ago,
    "within": relative.within,
    "duration": relative.duration,
    "same": relative.same,
    "other_day": relative.other_day,
    "quarter": _quarter,
    "q_quarter": _quarter,
    "half": _half,
    "season": _season,
    "decade": _decade,
    "short_decade": _short_decade,
    "word_decade": _word_decade,
    "century": _century,
    "year_range": _year_range,
    "year": _year,
    "feast": _feast,
    "era": _era,
    "eve": _eve,
    "anniversary": _anniversary,
}
