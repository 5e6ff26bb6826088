"""Finds the time expressions of a text: single ones by their first word, then joined into dates, ranges and bounds."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from polybius.model import Span
from polybius.when.build import INVALID, PENDING, build
from polybius.when.expression import Expression
from polybius.when.join import joined
from polybius.when.patterns import DIGITS, grammar
from polybius.when.phrases import with_surroundings

_TOKEN = re.compile(r"[A-Za-z]+|\d+")
_PREFILTER = re.compile(r"[a-z]+|\d")


def expressions(text: str) -> list[Expression]:
    """The time expressions of a text in its order; their spans are exact and never overlap."""
    return list(scanned(text))


@lru_cache(maxsize=16)
def scanned(text: str) -> tuple[Expression, ...]:
    """As ``expressions``; the last few texts are kept, since every event of a report asks again."""
    return tuple(with_surroundings(text, each) for each in _joined(text) if each.kind not in PENDING)


@lru_cache(maxsize=16)
def counting(text: str) -> tuple[Expression, ...]:
    """What counts from a thing without a day of its own: "*two days after* the raid"."""
    return tuple(each for each in _joined(text) if each.kind == "count")


@lru_cache(maxsize=16)
def _joined(text: str) -> tuple[Expression, ...]:
    if grammar().needed.isdisjoint(_PREFILTER.findall(text.lower())):
        return ()
    return tuple(each for each in joined(text, _single(text)) if each.kind != INVALID)


def _single(text: str) -> list[Expression]:
    starts, found, done = grammar().starts, [], 0
    numbers = starts[DIGITS]
    for token in _TOKEN.finditer(text):
        start = token.start()
        if start < done:
            continue
        word = token[0]
        shapes = numbers if word[0].isdigit() else starts.get(word.lower())
        if shapes is None or (start and (text[start - 1].isalnum() or text[start - 1] == "_")):
            continue
        best: Expression | None = None
        for shape in shapes:
            match = shape.pattern.match(text, start)
            if match is None or text[match.end() : match.end() + 1].isalnum():
                continue
            if best is None or match.end() > best.span.end:
                best = build(shape.name, match, text) or best
        if best is not None:
            found.append(_without_final_stop(text, best))
            done = best.span.end
    return found


def _without_final_stop(text: str, expression: Expression) -> Expression:
    """The stop that ends a sentence ("in March.") is no part of the expression."""
    end = expression.span.end
    if text[end - 1] == "." and (end == len(text) or text[end].isspace()) and _is_whole_word(text, end - 1):
        return replace(expression, span=Span(expression.span.start, end - 1))
    return expression


def _is_whole_word(text: str, end: int) -> bool:
    word = text[max(0, end - 9) : end].rsplit(maxsplit=1)[-1]
    return word.lower().strip(".,-()") not in (
        "sept",
        "sep",
        "oct",
        "nov",
        "dec",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
    )
