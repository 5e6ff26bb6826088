"""Persons whom the lexicon lacks: their names are no land's and no other person's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from polybius.actors import natures
from polybius.model import Actor, Mention, Span

# Verbs whose object of two capitalised words is a person.
BEFALLING_PERSONS = frozenset(
    """arrest detain jail imprison sentence kill murder assassinate kidnap abduct free release expel deport charge indict convict pardon acquit
    extradite execute torture beat shoot interrogate question appoint dismiss sack""".split()
)
PERSONAL_LINKS = frozenset(
    {"against", "by", "with", "to", "for", "on", "of"}
)  # behind which a name is a person's, not a place's
_IN_TWO_PARTS = re.compile(r"[A-Z][a-z]+[-‑][a-z]+")
# What is named after persons and is none: "an exercise named *Max Thunder*".
NAMED_THINGS = frozenset(
    """exercise drill manoeuvre maneuver operation campaign storm hurricane typhoon cyclone ship tanker freighter vessel boat yacht ferry trawler
    destroyer frigate submarine missile rocket satellite drone law bill plan programme program project scheme base camp village town city street
    island river hill mountain company firm group movement party band brigade battalion book novel film song play newspaper magazine website
    show dog horse bear virus variant bridge dam mine oilfield""".split()
)
HYPHENS = frozenset("-–—‑")


def unknown(head: Token, words: list[Token], number: int, offset: int) -> Iterator[Mention]:
    """A name that the lexicon lacks: a person by a first name or a title is a party of no known state; any other that is a subject is
    none, but "he" and "she" after it mean nobody else.
    """
    subject = head.dep_ in ("nsubj", "nsubjpass")
    suffers = head.dep_ in ("dobj", "dative") or (head.dep_ == "pobj" and head.head.lower_ in PERSONAL_LINKS)
    called = head.dep_ == "oprd" and head.head.dep_ == "acl"  # "an engineer named *Driss Benhaddou*"
    called = called and not names_a_thing(head)
    suffers = suffers or called
    if not subject and not suffers:
        return
    named = (
        called
        or natures.is_person([w.text for w in words])
        or (len(words) > 1 and head.head.lemma_ in BEFALLING_PERSONS)
    )
    # "Omar al-Bashir" may be cut at its hyphen.
    after = head.doc[head.i + 1 : head.i + 2].text
    beside = any(c.dep_ == "appos" and not c.like_num for c in head.children)
    cut = (after != "," and beside) or after in HYPHENS
    person = named and not cut and all(w.text[:1].isupper() for w in words)
    if not subject and not person:
        return
    first, last = words[0].idx, head.idx + len(head)
    text = head.doc.text[first:last]
    actor = Actor(text, Span(offset + first, offset + last), text, sector="UNK" if person else "")
    why = ("a name that the lexicon lacks",) if person else ()
    yield Mention(number, head.i, actor, "stranger", False, subject, False, why)


def names_a_thing(name: Token) -> bool:
    """Whether a name is only what a thing is called: "an exercise named *Max Thunder*", "a ship called the *Pat Finn*"."""
    calling = name.head
    return name.dep_ == "oprd" and calling.dep_ == "acl" and calling.head.lemma_.lower() in NAMED_THINGS


def bears_name(words: Sequence[Token]) -> bool:
    """Whether the words are a person's name, all of them with capitals."""
    return natures.is_person([w.text for w in words]) and all(w.text[:1].isupper() for w in words)


def is_cut(head: Token) -> bool:
    """Whether a parser took a person's family name for an auxiliary ("Victoria *May* condemned")."""
    after = head.nbor() if head.i + 1 < len(head.doc) else None
    cut = after is not None and after.pos_ == "AUX" and after.text.istitle()
    return after is not None and cut and natures.is_person([head.text, after.text])


def begins_hyphenated(word: Token) -> bool:
    """Whether a name goes on with a given name in two parts, and so means nobody by itself: "*Kim* Hak-song" is no other Kim."""
    after = word.doc[word.i + 1 : word.i + 2]
    return bool(after) and after[0].pos_ in ("NOUN", "PROPN") and bool(_IN_TWO_PARTS.fullmatch(after[0].text))
