"""Reads the groups of a match: words, numbers, counts, directions."""

from __future__ import annotations

import re
from typing import Any

from polybius.model import Span
from polybius.when.expression import Expression
from polybius.when.words import words

Match = re.Match[str]
_FORWARD = frozenset({"next", "coming", "this coming", "following"})
_BACK = frozenset({"last", "past", "this past", "previous", "recent", "most recent", "preceding"})


def group(match: Match, name: str) -> str:
    """A named group in lower case with plain blanks, "" when the shape lacks it."""
    try:
        found = match[name]
    except IndexError:
        return ""
    return " ".join(found.lower().split()).rstrip(".") if found else ""


def integer(match: Match, name: str) -> int | None:
    """A named group as a number, None when it is missing."""
    found = group(match, name)
    return int(found) if found else None


def made(match: Match, kind: str, **fields: Any) -> Expression:
    """An expression over all that matched."""
    return Expression(Span(match.start(), match.end()), kind, **fields)


def counted(match: Match) -> tuple[int, int]:
    """The lowest and highest number that a count means ("a few")."""
    found = group(match, "number")
    return (int(found), int(found)) if found.isdigit() else words().numbers[found]


def directed(match: Match) -> str:
    """The direction that the words give: last, next, this or none."""
    found = group(match, "dir")
    return "last" if found in _BACK else "next" if found in _FORWARD else found
