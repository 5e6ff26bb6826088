"""What hangs on a word of a parse: the questions that all who mend parses ask."""

from __future__ import annotations

from spacy.tokens import Token

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
