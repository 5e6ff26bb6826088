"""What hangs on a word of a parse: the questions that all who mend parses ask, and the proof that what they leave is a parse."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, cast

import numpy as np
from spacy.tokens import Doc, Token

PLACE: list[int | str] = ["HEAD", "DEP"]  # where a word stands in a parse
NAMES = frozenset({"NOUN", "PROPN"})
FINITE, PAST = frozenset({"VBD", "VBZ", "VBP", "MD"}), frozenset({"VBD", "VBN"})
MONTHS_AND_DAYS = frozenset(
    """january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday
    sunday spring summer autumn winter""".split()
)


def subject_of(verb: Token) -> Token | None:
    """What stands as a verb's own subject."""
    return next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)


def is_finite(verb: Token) -> bool:
    """Whether a verb is finite, or has an auxiliary that is."""
    return verb.tag_ in FINITE or any(c.dep_ == "aux" and c.tag_ in FINITE for c in verb.children)


def has_object(verb: Token) -> bool:
    """Whether a verb has an object."""
    return any(c.dep_ == "dobj" for c in verb.children)


def phrase(noun: Token, preposition: str) -> Token | None:
    """A preposition behind a noun that hangs on it."""
    return next(
        (c for c in noun.children if c.i > noun.i and c.lower_ == preposition and c.dep_ in ("prep", "agent")), None
    )


def filler_of(preposition: Token) -> Token | None:
    """What a preposition governs."""
    return next((c for c in preposition.children if c.dep_ == "pobj"), None)


def safely(doc: Doc, *menders: Callable[[Doc], None]) -> None:
    """Lets menders change a parse in turn, and puts heads and relations back as they were where one closed a circle: whoever climbs one never ends."""
    before = doc.to_array(PLACE)
    for mend in menders:
        mend(doc)
        after = doc.to_array(PLACE)
        if (before == after).all():
            continue
        if is_tree(doc):
            before = after
        else:
            doc.from_array(PLACE, cast(Any, before))


def is_tree(doc: Doc, moved: Mapping[int, int] | None = None) -> bool:
    """Whether every word hangs on a root below other heads, or would with some ``moved`` to others."""
    heads = np.arange(len(doc)) + doc.to_array("HEAD").astype(np.int64)
    for word, over_it in (moved or {}).items():
        heads[word] = over_it
    over = heads
    for _ in range(len(doc).bit_length()):
        over = over[over]
    return bool((heads[over] == over).all())
