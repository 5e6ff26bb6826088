"""Joins neighbouring expressions: a weekday with its date, "two days after" with its day, both ends of a range."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from polybius.model import Span
from polybius.when.build import PENDING
from polybius.when.expression import Expression

_WEEKDAY_DATE = re.compile(r"(?:[ \t\r\n\u00a0]{0,3}[,(][ \t\r\n]{0,3}|[ \t\r\n\u00a0]{1,3})(?:on[ \t]|the[ \t])?")
_DATE_WEEKDAY = re.compile(r"[ \t]?[,(][ \t\r\n]{0,3}(?:(?:which was |which is )?an? |on )?")
_OF_YEAR = re.compile(r",?[ \t\r\n]{1,3}(?:of )?")
_PENDING_GAP = re.compile(r"[ \t\r\n\u00a0]{1,3}(?:the |a |of |its |his |their )?")
_TO = re.compile(r"[ \t\r\n]{1,3}(?:to|through|thru|until|till)[ \t\r\n]{1,3}(?:the )?")
_AND = re.compile(r"[ \t\r\n]{1,3}and[ \t\r\n]{1,3}(?:the )?")
_DASH = re.compile(r"[ \t]?[-\u2010-\u2015/][ \t]?")
_BOUND = re.compile(
    r"(?<![A-Za-z])(since|until|till|through|by|before|after|as of|from|starting|beginning)[ \t\r\n]{1,3}"
    r"(?:at least |about |around |on |in |the )?(?:the )?$",
    re.IGNORECASE,
)
_RANGE_START = re.compile(r"(?<![A-Za-z])(between|from)[ \t\r\n]{1,3}(?:the )?$", re.IGNORECASE)
_RANGED = frozenset(
    {"day", "month", "year", "weekday", "decade", "relative_day", "feast", "season", "quarter", "relative"}
)
_BOUNDED = _RANGED | {"century", "half", "ago", "era", "range", "offset"}
_RELATION = {"till": "until", "through": "until", "as of": "since", "starting": "from", "beginning": "from"}

Join = Callable[[str, Expression, Expression], "Expression | None"]


def joined(text: str, singles: list[Expression]) -> list[Expression]:
    """The expressions of a text after all joins, in order."""
    dated = _pairwise(text, singles, _weekday_and_date)
    offset = _pairwise(text, dated, _offset)
    ranged = _pairwise(text, offset, _range)
    return [_bounded(text, each) for each in ranged]


def _pairwise(text: str, found: list[Expression], join: Join) -> list[Expression]:
    result: list[Expression] = []
    for each in found:
        both = join(text, result[-1], each) if result and each.span.start - result[-1].span.end < 16 else None
        if both is not None:
            result[-1] = both
        else:
            result.append(each)
    return result


def _gap(text: str, first: Expression, second: Expression) -> str:
    return text[first.span.end : second.span.start]


def _over(first: Expression, second: Expression) -> Span:
    return Span(first.span.start, second.span.end)


def _weekday_and_date(text: str, first: Expression, second: Expression) -> Expression | None:
    """ "Thursday, September 7", "September 7, a Thursday" and "two weeks ago, on Thursday"."""
    gap = _gap(text, first, second)
    counted, day = (first, second) if first.kind == "ago" else (second, first)
    if (counted.kind, counted.unit, day.kind, day.direction) == (
        "ago",
        "week",
        "weekday",
        "",
    ) and counted.count == counted.high:
        return (
            replace(counted, span=_over(first, second), weekday=day.weekday) if _WEEKDAY_DATE.fullmatch(gap) else None
        )
    if first.kind == "weekday" and second.kind == "day" and second.weekday is None and _WEEKDAY_DATE.fullmatch(gap):
        return replace(second, span=_over(first, second), weekday=first.weekday)
    if first.kind == "day" and second.kind == "weekday" and not second.direction and _DATE_WEEKDAY.fullmatch(gap):
        closed = "(" not in gap or text[second.span.end : second.span.end + 1] == ")"
        named = "(" in gap or "a " in gap or "which" in gap
        return replace(first, span=_over(first, second), weekday=second.weekday) if closed and named else None
    dated = first.kind in ("day", "month") and first.month is not None and first.year is None
    if dated and second.kind == "relative" and second.unit == "year" and not second.part and _OF_YEAR.fullmatch(gap):
        return replace(first, span=_over(first, second), direction=f"{second.direction} year")  # "May of last year"
    return None


def _offset(text: str, first: Expression, second: Expression) -> Expression | None:
    """ "two days after Christmas", "the eve of September 9", "the 10th anniversary of the May 18, 1980 uprising"."""
    if first.kind not in PENDING or second.kind in PENDING or not _PENDING_GAP.fullmatch(_gap(text, first, second)):
        return None
    kind = "anniversary" if first.kind == "anniversary of" else "offset"
    return replace(first, span=_over(first, second), kind=kind, parts=(second,))


def _range(text: str, first: Expression, second: Expression) -> Expression | None:
    if not _rangeable(first, second):
        return None
    gap = _gap(text, first, second)
    cue = _RANGE_START.search(text[max(0, first.span.start - 16) : first.span.start])
    word = cue[1].lower() if cue else ""
    if not (_TO.fullmatch(gap) or _DASH.fullmatch(gap) or (word == "between" and _AND.fullmatch(gap))):
        return None
    if _DASH.fullmatch(gap) and first.kind not in ("day", "month", "year", "weekday"):
        return None
    start = first.span.start - len(cue[0]) if cue else first.span.start
    return Expression(Span(start, second.span.end), "range", parts=(_with_year(first, second), second))


def _rangeable(first: Expression, second: Expression) -> bool:
    if first.kind not in _RANGED or second.kind not in _RANGED:
        return False
    alike = first.kind == second.kind or {first.kind, second.kind} <= {"day", "month", "year"}
    return alike or ("weekday" in (first.kind, second.kind) and "relative_day" in (first.kind, second.kind))


def _with_year(first: Expression, second: Expression) -> Expression:
    """The first end takes the year of the second, or the one before where the months run over New Year."""
    if first.year is not None or second.year is None or first.month is None or second.month is None:
        return first
    earlier = (first.month, first.day or 0) > (second.month, second.day or 31)
    return replace(first, year=second.year - 1 if earlier else second.year)


def _bounded(text: str, expression: Expression) -> Expression:
    """ "since 2011", "until Friday"; "after Monday's attack" is no bound: the day belongs to the attack."""
    if expression.kind not in _BOUNDED or text[expression.span.end : expression.span.end + 1] in ("'", "\u2019"):
        return expression
    cue = _BOUND.search(text[max(0, expression.span.start - 24) : expression.span.start])
    if cue is None or _is_nominal_year(text, cue[0], expression):
        return expression
    word = " ".join(cue[1].lower().split())
    if expression.kind == "range" and word != "since":
        return expression
    span = Span(expression.span.start - len(cue[0]), expression.span.end)
    return Expression(span, "bound", relation=_RELATION.get(word, word), parts=(expression,))


def _is_nominal_year(text: str, cue: str, expression: Expression) -> bool:
    """ "since the 1994 accord" bounds by the accord, "since the 1990s" by the decade."""
    named = cue.rstrip().lower().endswith(" the") or cue.rstrip().lower() == "the"
    following = text[expression.span.end : expression.span.end + 2]
    return (
        named
        and expression.kind in ("year", "day", "month", "weekday")
        and following[:1] in (" ", "-")
        and following[1:].isalpha()
    )
