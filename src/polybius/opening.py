"""Who stands behind when and where a sentence opens, without a comma: "In Kuala Lumpur *the home minister*, Hamzah Idris, made no apology".

The parser takes him for what the town or day is called, or the day for one of his names ("On *Tuesday* border guards").
"""

from __future__ import annotations

from collections.abc import Container

from spacy.tokens import Doc, Token

from polybius import hanging

DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
PARTS = frozenset({"morning", "afternoon", "evening", "night"})  # of a day: "on Sunday night police stormed"


def mend(doc: Doc, people: Container[str]) -> None:
    """Gives a sentence that opens with a day or a place its subject; ``people`` are nouns that mean persons."""
    first = doc[0]
    if len(doc) < 4 or first.pos_ not in ("ADP", "SCONJ") or first.dep_ != "prep" or first.head.pos_ != "VERB":
        return
    opened = hanging.filler_of(first)
    if opened is None or opened.i > first.i + 1:
        opened = _day(first, opened)
    if opened is not None and opened.pos_ == "PROPN":
        _give_subject(first.head, opened, people)


def _day(preposition: Token, filler: Token | None) -> Token | None:
    """The day right behind a preposition, taken off the noun that it seems to be a name of: "On *Tuesday* border guards sent them back"."""
    day = preposition.nbor(1)
    if (
        day.lower_ not in DAYS
        or day.dep_ != "compound"
        or day.head.lower_ in PARTS
        or day.head.pos_ not in hanging.NAMES
    ):
        return filler
    noun, verb = day.head, preposition.head
    if filler is not None and (filler != noun or hanging.subject_of(verb) is not None or noun.i > verb.i):
        return filler
    day.head, day.dep_ = preposition, "pobj"
    if noun == filler:
        noun.head, noun.dep_ = verb, "nsubj"
    return day


def _give_subject(verb: Token, opened: Token, people: Container[str]) -> None:
    """Makes whoever seems to be what a place or a day is called the subject, and a name that seems to be it what he is called."""
    beside = [c for c in opened.children if c.dep_ == "appos" and opened.i < c.i < verb.i]
    if not beside or beside[0].pos_ != "NOUN" or beside[0].lower_ not in people:
        return
    who, subject = beside[0], hanging.subject_of(verb)
    run_on = who.left_edge.i == opened.i + 1
    name = subject is not None and subject.pos_ == "PROPN" and who.i < subject.i and _is_set_off(subject)
    if subject is not None and not (run_on and name):
        return
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    for other in [*beside[1:], *([subject] if subject is not None else [])]:
        other.head, other.dep_ = who, "appos"
    who.head, who.dep_ = verb, "nsubjpass" if passive else "nsubj"


def _is_set_off(name: Token) -> bool:
    """Whether a name stands behind a comma."""
    return name.left_edge.i > 0 and name.doc[name.left_edge.i - 1].text == ","
