"""Makes expressions that count from publication or from the time told before: "two days ago", "a week later"."""

from __future__ import annotations

from polybius.when import context
from polybius.when.expression import Expression
from polybius.when.matched import Match, counted, directed, group, made
from polybius.when.words import words


def relative_day(match: Match, text: str) -> Expression | None:
    """Yesterday, today, tonight, tomorrow, overnight."""
    offset = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1, "overnight": 0}
    name = group(match, "name")
    if name == "today" and text[max(0, match.start() - 4) : match.start()] == "USA ":
        return None
    count = offset[name]
    return made(match, "relative_day", count=count, high=count, name=name if name == "overnight" else "")


def two_days_off(match: Match, text: str) -> Expression | None:
    """The day before yesterday, the day after tomorrow."""
    count = -2 if "before" in group(match, "name") else 2
    return made(match, "relative_day", count=count, high=count)


def overnight(match: Match, text: str) -> Expression | None:
    """Overnight on a weekday: that day and the next."""
    return made(match, "weekday", weekday=words().weekdays[group(match, "weekday")], name="overnight")


def day_part(match: Match, text: str) -> Expression | None:
    """This morning, last night."""
    count = -1 if directed(match) == "last" else 0
    return made(match, "relative_day", count=count, high=count)


def relative(match: Match, text: str) -> Expression | None:
    """Last week, next year, this spring; "the past month" is a stretch up to publication."""
    unit, direction, part = group(match, "unit"), directed(match), group(match, "part")
    season = words().seasons.get(unit)
    article = context.word_before(text, match.start()) in ("the", "every", "each") and not part
    if season:
        return made(match, "season", month=season, name=unit, direction=direction, part=part, unit="season")
    unit = words().units[unit]
    if unit == "weekend" and group(match, "dir") in ("coming", "this coming"):
        direction = "this"
    short = unit in ("day", "hour")
    if context.followed_by_hyphen(text, match.end()):
        return None
    if short:
        up_to_now = article and direction == "last" and context.word_after(text, match.end()) != "of"
        return _rolling(match, direction, unit, (1, 1)) if up_to_now else None
    if article and direction != "this" and group(match, "dir") != "coming" and unit != "weekend":
        rolling = context.word_before(text, match.start() - 4) in ("over", "in", "within", "during", "for")
        if group(match, "dir") in ("next", "previous") and not rolling:
            count = 1 if direction == "next" else -1
            return made(match, "shift", unit=unit, count=count, high=count)
        return _rolling(match, direction, unit, (1, 1))
    if group(match, "dir") in ("past", "this past") and unit != "weekend":
        return _rolling(match, "last", unit, (1, 1))
    return made(match, "relative", unit=unit, direction=direction, part="mid" if part == "midway" else part)


def bare_weekend(match: Match, text: str) -> Expression | None:
    """ "over the weekend" tells of the last or the coming one; "a weekend of talks" of none."""
    words_before = text[max(0, match.start() - 16) : match.start()].lower().split()
    if words_before[-1:] != ["the"] or words_before[-2:-1] not in (["over"], ["at"], ["during"], ["on"]):
        return None
    return made(match, "relative", unit="weekend", direction="this")


def _rolling(match: Match, direction: str, unit: str, count: tuple[int, int]) -> Expression:
    return made(match, "span", unit=unit, direction=direction, count=count[0], high=count[1])


def span(match: Match, text: str) -> Expression | None:
    """The past 24 hours, recent weeks, the next three days."""
    unit, direction = words().units[group(match, "unit")], directed(match)
    if group(match, "number"):
        return _rolling(match, direction, unit, counted(match))
    low, high = words().vague_reach[unit]
    return made(match, "span", unit=unit, direction=direction, count=low, high=high, name="vague")


def edge(match: Match, text: str) -> Expression | None:
    """The end of the year, the beginning of 2016."""
    part = {"beginning": "start", "middle": "mid", "close": "end", "rest": "later"}.get(
        group(match, "part"), group(match, "part")
    )
    if match.re.groupindex.get("dir") is None:
        return made(match, "year", year=int(match["year"]), part="" if part == "later" else part)
    direction = "this" if group(match, "dir") == "the" else directed(match)
    return made(match, "relative", unit=words().units[group(match, "unit")], direction=direction, part=part)


def ago(match: Match, text: str) -> Expression | None:
    """Two days ago, a week later, two days after something."""
    unit, sense = words().units[group(match, "unit")], group(match, "sense")
    if context.word_before(text, match.start()) == "for" and sense != "ago":
        return None
    vague = not group(match, "number")
    if vague and (sense not in ("ago", "later", "earlier") or group(match, "unit") in words().singular_units):
        return None
    low, high = words().vague_reach[unit] if vague else counted(match)
    name = "vague" if vague else ""
    if sense == "ago":
        return made(match, "ago", unit=unit, count=-low, high=-high, name=name)
    if sense in ("from now", "hence"):
        return made(match, "ago", unit=unit, count=low, high=high, name=name)
    forward = sense in ("later", "after", "afterwards", "afterward", "since", "following")
    sign = 1 if forward else -1
    if sense in ("before", "after", "prior to", "ahead of", "since", "following"):
        ends = context.phrase_ends(text, match.end()) or (
            sense == "before" and context.opens_a_past(text, match.start(), match.end())
        )
        kind = "shift" if ends and sense in ("before", "after") else "count"
        return made(match, kind, unit=unit, count=sign * low, high=sign * high)
    return made(match, "shift", unit=unit, count=sign * low, high=sign * high, name=name)


def within(match: Match, text: str) -> Expression | None:
    """In two weeks, within 48 hours."""
    if context.word_after(text, match.end()) in ("of", "ago", "after", "before", "later") or context.followed_by_hyphen(
        text, match.end()
    ):
        return None
    low, high = counted(match)
    return made(
        match, "within", unit=words().units[group(match, "unit")], count=low, high=high, name=group(match, "word")
    )


def duration(match: Match, text: str) -> Expression | None:
    """For three days: how long, not when."""
    if context.word_after(text, match.end()) in ("ago", "earlier", "later"):
        return None
    number = group(match, "number")
    if not number and group(match, "unit") in words().singular_units:
        return None
    low, high = counted(match) if number else words().vague_reach[words().units[group(match, "unit")]]
    return made(match, "duration", unit=words().units[group(match, "unit")], count=low, high=high)


def same(match: Match, text: str) -> Expression | None:
    """The following day, the previous year, that day."""
    which, word = group(match, "dir"), group(match, "unit")
    before = context.word_before(text, match.start())
    unit = "day" if word in words().day_parts else word
    if context.word_after(text, match.end()) in ("of", "in", "ago") or (
        which == "that" and word not in ("day", "night", "week", "month", "year", "weekend")
    ):
        return None
    if which == "that" and before and before not in words().beside["that_left"]:
        return None
    if which in ("following", "previous", "next", "preceding", "same") and before not in ("the", "very"):
        return None
    sign = 1 if which in ("following", "next", "very next") else 0 if "same" in which or which == "that" else -1
    return made(match, "shift", unit=unit, count=sign, high=sign)


def other_day(match: Match, text: str) -> Expression | None:
    """The day before, the year after."""
    if context.word_before(text, match.start()) not in ("the", "a"):
        return None
    sense = group(match, "sense")
    sign = 1 if sense in ("after", "later") else -1
    unit = words().units[group(match, "unit")]
    if sense in ("before", "after", "ahead of") and not context.phrase_ends(text, match.end()):
        return made(match, "count", unit=unit, count=sign, high=sign)
    return made(match, "shift", unit=unit, count=sign, high=sign)
