"""What a sentence says wasn't so, or is long past: nearly done, believed by nobody, not true, told by a film, mere talk, remembered."""

from __future__ import annotations

from spacy.tokens import Token

from polybius.acts import tree

# What calls to mind what was done long ago: "a *memorial* to those killed by A", "the tenth *anniversary* of the raid".
REMEMBERING = frozenset(
    """anniversary memorial monument statue plaque museum cenotaph commemoration remembrance centenary bicentenary jubilee mausoleum obelisk
    commemorate""".split()
)
NEARLY = frozenset({"nearly", "almost"})
# Nearly done whole, and so in part: "almost *destroyed* the town".
BY_DEGREES = frozenset(
    """destroy wipe level raze flatten ruin empty overwhelm halve double triple quadruple bankrupt encircle surround paralyse paralyze cripple exhaust
    demolish cut isolate""".split()
)
NOBODY = frozenset({"nobody", "nothing", "none"})
HOLDING_TRUE = frozenset(
    """believe think suggest indicate show prove confirm claim allege suppose imply demonstrate establish contend maintain""".split()
)
TRUE = frozenset({"true", "correct", "so", "right"})
TALES = frozenset(
    "novel film movie play drama thriller opera comedy musical painting cartoon sitcom legend myth fable documentary".split()
)
TELLING = frozenset(
    {"tell", "show", "imagine", "recount", "depict", "describe", "portray", "relate", "dramatise", "dramatize"}
)


def is_remembered(deed: Token) -> bool:
    """Whether a deed is what an anniversary or a memorial is of: "the *anniversary* of the killing of B by A"."""
    below = ("prep", "pobj", "acl", "relcl", "pcomp", "dobj", "conj")
    here = deed
    for _ in range(8):
        if here.dep_ not in below or here.head == here or _is_main(here):
            return False
        here = here.head
        if here.lemma_.lower() in REMEMBERING:
            return True
    return False


def _is_main(clause: Token) -> bool:
    """Whether a clause that a parser took for a relative one has a subject of its own and no relative: "On the anniversary, *widows marched*"."""
    own = any(c.dep_ == "nsubj" and c.lower_ not in tree.RELATIVES for c in clause.children)
    return clause.dep_ == "relcl" and own and not any(c.lower_ in tree.RELATIVES for c in clause.subtree)


def is_nearly(verb: Token) -> bool:
    """Whether something wasn't done, if not by much: "*nearly* signed a treaty"; "almost destroyed a town" was, in part."""
    near = any(c.dep_ == "advmod" and c.lower_ in NEARLY and c.i < verb.i for c in verb.children)
    return near and verb.lemma_ not in BY_DEGREES


def above(clause: Token) -> str:
    """The status that the clause above gives what is believed, true or told of: "*it is not true that* A left", "*nobody thinks that* A left",
    "*the film tells how* A left"; "" when it gives none.
    """
    verb = clause.head
    if clause.dep_ not in ("ccomp", "csubj", "acl"):
        return ""
    subjects = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    denied = any(c.dep_ == "neg" for c in verb.children)
    if verb.lemma_ == "be" and denied and any(c.dep_ == "acomp" and c.lower_ in TRUE for c in verb.children):
        return "negated"
    if verb.lemma_ in HOLDING_TRUE and (any(_is_nobody(s) for s in subjects)):
        return "hypothetical"
    tale = verb.lemma_ in TELLING and any(s.lemma_.lower() in TALES for s in subjects)
    return "hypothetical" if tale and any(c.lower_ == "how" for c in clause.children) else ""


def _is_nobody(subject: Token) -> bool:
    return subject.lower_ in NOBODY or (
        subject.lower_ == "one" and any(c.dep_ == "det" and c.lower_ == "no" for c in subject.children)
    )


def saying(noun: Token) -> Token | None:
    """The talk or report that a deed is told by ("*talk* of an invasion"); None for others."""
    preposition = noun.head
    told = preposition.lower_ == "of" and noun.dep_ == "pobj" and preposition.head.pos_ == "NOUN"
    return (
        preposition.head if told and preposition.head.lemma_.lower() in ("talk", "rumour", "rumor", "report") else None
    )
