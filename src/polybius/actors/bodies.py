"""Bodies whose name holds an *of*, *for* or *and*, put together where a noun follows: "a *Council of Europe* report".

A parser reads "a Council of Europe report" as a council of some report. The name is one word of that noun phrase, and the noun after it is what the
phrase tells of.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from spacy.tokens import Doc, Token

from polybius.actors import extent
from polybius.actors.resolved import Resolve

LINKS = frozenset("of for and in without against".split())
INSIDE = LINKS | {"the"}
LONGEST = 9  # words of a name


def mend(doc: Doc, resolve: Resolve, on: date | None, context: str) -> None:
    """Makes such a name, with a noun behind it, one phrase of a parsed sentence."""
    along(doc, lambda start: _name_at(doc, start, resolve, on, context), _join)


def along(doc: Doc, name_at: Callable[[int], list[Token]], join: Callable[[list[Token]], None]) -> None:
    """Joins the names of a sentence from left to right; ``name_at`` gives the words of the one that begins at a position, [] for none."""
    start = 0
    while start < len(doc):
        name = name_at(start)
        if name:
            join(name)
        start = name[-1].i + 1 if name else start + 1


def _name_at(doc: Doc, start: int, resolve: Resolve, on: date | None, context: str) -> list[Token]:
    """The longest body's name that begins at a word and stands before a plain noun; [] when there is none."""
    if not doc[start].text[:1].isupper() or not _is_before_link(doc, start):
        return []
    end = start
    while end + 1 < min(len(doc), start + LONGEST) and (_is_capital(doc[end + 1]) or doc[end + 1].lower_ in INSIDE):
        end += 1
    for last in range(end, start + 1, -1):
        words = list(doc[start : last + 1])
        if _is_capital(doc[last]) and _stands_before_noun(doc, last) and any(w.lower_ in LINKS for w in words):
            found = resolve(extent.text(words), on, context)
            if found is not None and found.id and found.country and found.kind != "person":
                return words
    return []


def _is_before_link(doc: Doc, start: int) -> bool:
    """Whether a name that begins here may hold a link, and doesn't begin before."""
    after = doc[start + 1 : start + LONGEST]
    begun = (
        start > 0
        and _is_capital(doc[start - 1])
        and doc[start].dep_ == "compound"
        and doc[start - 1].dep_ == "compound"
    )
    return not begun and any(w.lower_ in LINKS for w in after)


def _is_capital(word: Token) -> bool:
    return word.text[:1].isupper() and word.is_alpha


def _stands_before_noun(doc: Doc, last: int) -> bool:
    return last + 1 < len(doc) and doc[last + 1].tag_ in ("NN", "NNS") and doc[last + 1].is_lower


def _join(name: list[Token]) -> None:
    """Hangs a name's words on one another, and the name on the noun after it, where they are one phrase of the parse: with several heads
    outside, hanging them anew might close a circle.
    """
    doc, first, last = name[0].doc, name[0].i, name[-1].i
    end = last + 1
    while end + 1 < len(doc) and doc[end + 1].tag_ in ("NN", "NNS") and doc[end + 1].is_lower:
        end += 1
    noun, inside = doc[end], range(first, end + 1)
    tops = [t for t in doc[first : end + 1] if t.head == t or t.head.i not in inside]
    if len(tops) != 1:
        return
    above, dep = tops[0].head, tops[0].dep_
    outside = [c for t in doc[first : end + 1] for c in t.children if c.i not in inside]
    noun.head, noun.dep_ = (noun if above == tops[0] else above), dep
    for child in outside:
        child.head = noun
    for between in doc[last + 1 : end]:
        between.head, between.dep_ = noun, "compound"
    _order(name, noun)


def _order(name: list[Token], noun: Token) -> None:
    """The name's own tree: each link hangs on the name's first part, the part after it on the link."""
    starts = [
        n for n, word in enumerate(name) if n and word.lower_ in LINKS
    ]  # a name may begin with one: *For Britain*
    ends = [*starts, len(name)]
    head = _as_part(name[: ends[0]])
    head.head, head.dep_ = noun, "nmod"
    for start, end in zip(starts, ends[1:], strict=True):
        link, part = name[start], name[start + 1 : end]
        link.head, link.dep_ = head, "cc" if link.lower_ == "and" else "prep"
        if part:
            last = _as_part(part)
            last.head, last.dep_ = (head, "conj") if link.lower_ == "and" else (link, "pobj")


def _as_part(words: list[Token]) -> Token:
    """The last of some words, with those before it hung on it."""
    for word in words[:-1]:
        word.head, word.dep_ = words[-1], "det" if word.lower_ == "the" else "compound"
    return words[-1]
