"""Tells which expressions belong to a nominal phrase ("the 1994 accord", "Monday's attack") or a dateline."""

from __future__ import annotations

import re
from dataclasses import replace

from polybius.model import Span
from polybius.when.expression import Expression
from polybius.when.words import words

_WORD = re.compile(r"[ \t\r\n\u00a0]{1,2}([A-Za-z\u00c0-\u024f][\w\u2019'-]*)")
_HYPHENATED = re.compile(r"-([A-Za-z\u00c0-\u024f][\w\u2019'-]*)")
_POSSESSIVE = re.compile(r"['\u2019]s?(?![A-Za-z])")
_LEFT = re.compile(r"(?:([A-Za-z\u2019'-]+)[ \t\r\n\u00a0]+)?([A-Za-z\u2019'-]+)[ \t\r\n\u00a0]+$")
_OF = re.compile(r"([A-Za-z-]+)[ \t\r\n\u00a0]+of[ \t\r\n\u00a0]+(?:the[ \t\r\n\u00a0]+)?$")
_DATELINE_LEFT = re.compile(r"[A-Z][A-Z.'\u2019-]+[^\n(]{0,50},[ \t]*$")
_DATELINE_RIGHT = re.compile(r"(?:,?[ \t]+\d{4})?[ \t]*(?:\([A-Z][\w /.-]{1,30}\)|/[A-Z]|\u2014|\u2013|--|-[ \t])")
_DATED = frozenset(
    {"day", "month", "year", "weekday", "decade", "range", "feast", "relative", "season", "relative_day"}
)
_NOUN_PHRASE = 4  # words at most


def with_surroundings(text: str, expression: Expression) -> Expression:
    """The expression with its nominal phrase and its dateline marked."""
    if expression.kind == "day" and _is_dateline(text, expression.span):
        return replace(expression, dateline=True)
    phrase = _phrase(text, expression)
    return replace(expression, phrase=phrase) if phrase else expression


def _is_dateline(text: str, span: Span) -> bool:
    line = text.rfind("\n", max(0, span.start - 80), span.start) + 1
    if line == 0 and span.start > 80:
        return False
    return bool(_DATELINE_LEFT.match(text[line : span.start]) and _DATELINE_RIGHT.match(text, span.end))


def _phrase(text: str, expression: Expression) -> Span | None:
    start, end = expression.span.start, expression.span.end
    left = _LEFT.search(text[max(0, start - 40) : start])
    nearest = left[2].lower() if left else ""
    if expression.kind == "era":
        return None if nearest in ("during", "in") or _second(left) in ("during", "in") else expression.span
    if expression.name == "9/11":
        return Span(start, _noun_end(text, end))
    if expression.kind not in _DATED:
        return None
    possessive = _POSSESSIVE.match(text, end)
    if possessive:
        return Span(start, _noun_end(text, possessive.end()))
    of = _OF.search(text[max(0, start - 40) : start])
    accord = of and expression.kind in ("year", "decade", "day", "month", "range", "weekday")
    if of and accord and of[1].lower() not in words().beside["times"]:
        return Span(max(0, start - 40) + of.start(1), end)
    return _premodifier(text, expression, left)


def _second(left: re.Match[str] | None) -> str:
    return left[1].lower() if left and left[1] else ""


def _premodifier(text: str, expression: Expression, left: re.Match[str] | None) -> Span | None:
    """ "the 1994 accord", "its failed 2017 budget", "a September 19 agreement"."""
    start, end = expression.span.start, expression.span.end
    if expression.kind in ("decade", "relative", "relative_day", "feast", "season"):
        return None
    noun_end = _noun_end(text, end)
    if noun_end == end:
        return None
    near, far, beside = (left[2].lower() if left else ""), _second(left), words().beside
    plain = near not in beside["stop"] and near not in beside["times"]
    owner = near.endswith(("'s", "\u2019s", "s'", "s\u2019")) or far.endswith(("'s", "\u2019s"))
    adjective = far in beside["determiners"] and plain and expression.kind != "weekday"
    if near in beside["determiners"] or owner or adjective:
        return Span(start, noun_end)
    bare = expression.kind == "year" and plain and left is not None and text[start - 2 : start - 1].isalpha()
    return Span(start, noun_end) if bare else None


def _noun_end(text: str, end: int) -> int:
    """The end of the nouns after a place: up to four words, none a preposition or, after the first, a past verb."""
    for number in range(_NOUN_PHRASE):
        match = _WORD.match(text, end) or _HYPHENATED.match(text, end)
        word = match[1].lower() if match else ""
        past = number > 0 and (word.endswith("ed") or word in words().past_cues)
        if match is None or past or word in words().beside["stop"]:
            break
        end = match.end()
    return end
