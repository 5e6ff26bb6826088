"""Cuts a text into the capitalised runs in which a place may be named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from polybius.where.records import fold
from polybius.where.words import words

_WORD = re.compile(r"(?:[A-Z]\.){2,}|[^\W\d_](?:[^\s,;:!?()\[\]\"“”…—*|<>]*[^\W_])?")
_CAPITAL = re.compile(r"(?<![^\W_])(?:(?:[a-z]{1,4}|Al|El)[-'’])?[A-ZÀ-ÖØ-ÞĀ-Ž]")
LONGEST = 7


@dataclass(frozen=True, slots=True)
class Token:
    """A word with its exact characters, without a possessive ending."""

    text: str
    start: int
    end: int
    key: str
    capital: bool
    possessive: bool
    initial: bool

    @property
    def function(self) -> bool:
        """Whether it is a grammatical word, capitalised only by its position."""
        return self.key in words().function


def runs(text: str, start: int, end: int) -> Iterator[list[Token]]:
    """Stretches of neighbouring words that begin with a capital and may end in a landmark's common noun."""
    position, small = start, words().small
    while head := _CAPITAL.search(text, position, end):
        run: list[Token] = []
        position = head.start()
        while token := _token(text, position, start, end):
            if not (token.capital or (run and (token.text in small))):
                break
            run.append(token)
            position = token.end
            if text[position : position + 1] == "." and token.key in words().titles:
                position += 1
            position += 2 if token.possessive else 0
            if text[position : position + 1] not in (" ", "\xa0") or position + 1 >= end:
                break
            position += 1
        if run:
            yield run
        else:
            position = head.end()


def word_after(text: str, position: int, end: int) -> str:
    """The word that follows after one space, "" without one."""
    if text[position : position + 1] not in (" ", "\xa0"):
        return ""
    found = _WORD.match(text, position + 1, end)
    return found.group() if found else ""


def _token(text: str, position: int, start: int, end: int) -> Token | None:
    found = _WORD.match(text, position, end)
    if found is None:
        return None
    word, stop = found.group(), found.end()
    possessive = word.endswith(("'s", "’s"))
    if possessive:
        word, stop = word[:-2], stop - 2
    if not word:
        return None
    capital = _CAPITAL.match(word) is not None
    return Token(word, position, stop, fold(word), capital, possessive, _initial(text, position, start))


def _initial(text: str, position: int, start: int) -> bool:
    before = text[max(start, position - 3) : position].rstrip(" \t'‘")
    return not before or before[-1] in '.!?"“”\n:—'
