"""The town before a report that begins with where it is from, in ordinary letters: "Addis Ababa - The government ..."."""

from __future__ import annotations

import re

from polybius.where.gazetteer import gazetteer

_TOWN = re.compile(
    r"\s*(?P<town>[A-Z][a-z'’\-]+(?: (?:[A-Z][a-z'’\-]+|de|del|da|al|el|la)){0,3})(?:, [A-Z][a-z]+(?: [A-Z][a-z]+)?)? (?:-|--|–|—) "
    r"(?=[\"'“‘]?[A-Z0-9])"
)
_WHOLE = 40  # characters from which what stands behind the dash is no part of a title ("Kenya - Uganda talks")


def after_town(sentence: str) -> int:
    """How many characters a town and a dash before a whole sentence take: 0 without them."""
    found = _TOWN.match(sentence)
    if found is None or len(sentence) - found.end() < _WHOLE or sentence.rstrip("\"'”’)")[-1:] not in ".!?":
        return 0
    return found.end() if gazetteer().candidates(found["town"]) else 0
