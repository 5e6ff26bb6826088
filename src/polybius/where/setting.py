"""Where an act is when its sentence doesn't say: where the text before put something, where a speaker speaks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from polybius.model import Place, Span
from polybius.where.gazetteer import gazetteer
from polybius.where.records import RANK, Located
from polybius.where.words import words

_ENDS = re.compile(r"[.!?][\"'”’]?\s+(?=[\"'“‘]?[A-Z])|\n\s*\n")
_BREAK = re.compile(r"\n\s*\n")
_BACK = re.compile(
    r"(?<!\w)(?:the|this|that|their|its) (?:camp|city|town|village|enclave|port|suburb|neighbou?rhood|prison|area)"
    r"(?! of)\b|"
    r"(?<!\w)there(?! (?:is|are|was|were|has|have|had|will|would|may|might|can|could|should|must|seem))\b",
    re.IGNORECASE,
)
_SENTENCES = 3  # back that a place told still holds
_WITHIN = 2000  # characters that these have at most
_SENTENCE = 300
_UTTERING = re.compile(
    r"(?<!\w)(?:sa(?:y|ys|id|ying)|t(?:ell|ells|old|elling)|sp(?:eak|eaks|eaking|oke)|add(?:s|ed|ing)|speech|remarks?|"
    r"address(?:es|ed|ing)?|(?:press|news) conference|briefing|lecture|interview|warn(?:s|ed)?|announc(?:es|ed)|"
    r"declar(?:es|ed)|urg(?:es|ed)|accus(?:es|ed)|insist(?:s|ed)|prais(?:es|ed)|point(?:s|ed)? out)(?!\w)"
)
_NATIONS = re.compile(r"\b(?:UN|U\.N\.|United Nations)(?!\w)")
_VISIT = re.compile(r"(?<!\w)(?:visit|trip|tour) (?:to|of) (?:the )?\Z")
_VENUE_WITHIN = 60  # characters from "a speech" to the place where it was held


@dataclass(frozen=True, slots=True)
class Earlier:
    """A place that the text before an act put something in, and how many sentences back (1: the one before)."""

    place: Place
    back: int


def earlier(text: str, at: int, places: Sequence[tuple[int, Place]]) -> Earlier | None:
    """The last and finest of some places, each with where it is told, of the same paragraph and few sentences back."""
    low = max([at - _WITHIN, *(found.end() for found in _BREAK.finditer(text, max(0, at - _WITHIN), at))])
    found = [Earlier(place, 1 + len(_ENDS.findall(text, start, at))) for start, place in places if low <= start < at]
    near = [each for each in found if each.back <= _SENTENCES]
    return min(near, key=lambda each: (each.back, -RANK.get(each.place.precision, 0)), default=None)


def refers(sentence: str) -> bool:
    """Whether a sentence points back to a place: "the camp", "their city", "there"."""
    return _BACK.search(sentence) is not None


def venues(text: str, located: Sequence[Located]) -> list[tuple[Span, Place]]:
    """Where a text says that words were said ("in a speech in X"), with the stretch of the sentence that says so."""
    told = [(_stretch(text, each.start(), each.end()), _seat(each.group(1))) for each in _telling().finditer(text)]
    out = [(stretch, place) for stretch, place in told if place is not None]
    for each in located:
        at = each.mention.locative_at
        stretch = _stretch(text, at, each.mention.span.end)
        found = _venue().search(text, max(stretch.start, at - _VENUE_WITHIN), at)
        if each.mention.locative and found and (_UTTERING.search(text, stretch.start, at)):
            out.append((stretch, each.place))
        elif each.mention.lead and _VISIT.search(
            text, max(0, each.mention.span.start - _VENUE_WITHIN), each.mention.span.start
        ):
            start, end = each.mention.span.start, each.mention.span.end
            stop = _ENDS.search(text, end)
            out.append((Span(_stretch(text, start, end).start, stop.start() if stop else len(text)), each.place))
    return out


def _stretch(text: str, at: int, end: int) -> Span:
    """From the start of the sentence in which a character stands."""
    start = max(0, at - _SENTENCE)
    return Span(max([found.end() for found in _ENDS.finditer(text, start, max(at, 0) + 1)], default=start), end)


def seat(bodies: Sequence[str], phrases: Sequence[str]) -> Place | None:
    """Where a body sits that speaks, or before which words are said: "told the Security Council" is in New York.

    ``bodies`` name who speaks or is addressed, ``phrases`` are what modifies the saying ("to the Security Council").
    """
    found = [match for body in bodies if (match := _body().match(body))]
    found += [match for phrase in phrases if (match := _before_body().match(phrase))]
    if not found:
        return None
    return _seat(found[0].group(1))


def council(text: str, sentence: Span, permanent: bool = False) -> Place | None:
    """Where the council sits that a sentence, else the one before, names; a ``permanent`` member's at the UN is the Security Council."""
    found = _body().search(text, sentence.start, sentence.end)
    found = found or _body().search(text, _stretch(text, sentence.start - 2, 0).start, sentence.start)
    if found is None and permanent and _NATIONS.search(text, sentence.start, sentence.end):
        return _seat("Security Council")
    return _seat(found.group(1)) if found else None


def _seat(body: str) -> Place | None:
    entries = (entry for entry in gazetteer().candidates(words().seats[body.lower()]) if entry.kind == "city")
    top = max(entries, key=lambda entry: entry.population, default=None)
    return top.place(f"seat of the {body}") if top else None


@lru_cache(maxsize=1)
def _venue() -> re.Pattern[str]:
    """A speech or meeting right before a preposition, no other act between."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(words().audiences))})(?:\s+[\w'’-]+){{0,3}}\s+\Z")


@lru_cache(maxsize=1)
def _body() -> re.Pattern[str]:
    names = "|".join(sorted(words().seats, key=len, reverse=True))
    return re.compile(rf"(?:the )?(?:UN |U\.N\. |United Nations )?({names})(?!['’\w])", re.IGNORECASE)


@lru_cache(maxsize=1)
def _before_body() -> re.Pattern[str]:
    return re.compile(rf"(?:to|at|before|in) {_body().pattern}", re.IGNORECASE)


@lru_cache(maxsize=1)
def _telling() -> re.Pattern[str]:
    return re.compile(rf"(?:told|tells|address(?:ed|es|ing)|brief(?:ed|s|ing)) {_body().pattern}", re.IGNORECASE)
