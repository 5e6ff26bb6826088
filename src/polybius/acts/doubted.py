"""What a sentence says wasn't so: nearly done, believed by nobody, denied, told by a novel or a film, mere talk."""

from __future__ import annotations

from spacy.tokens import Token

FALSE = frozenset(
    """untrue false wrong unfounded baseless fabricated fake premature exaggerated incorrect mistaken groundless invented bogus untruth hoax
    fabrication lie invention myth nonsense rubbish fantasy""".split()
)
SAYINGS = frozenset("claim allegation accusation report suggestion rumour rumor charge notion idea assertion".split())
DOUBTING = frozenset("dispute deny reject dismiss refute rebut question doubt contest challenge".split())
FICTION = frozenset(
    "novel film movie play game drama thriller opera comedy musical painting cartoon sitcom legend myth fable dream nightmare".split()
)
NEARLY = frozenset({"nearly", "almost"})
# Nearly done whole, and so in part: "almost *destroyed* the town".
BY_DEGREES = frozenset(
    """destroy wipe level raze flatten ruin empty overwhelm halve double triple quadruple bankrupt encircle surround paralyse paralyze cripple exhaust
    demolish cut isolate""".split()
)
NOBODY = frozenset({"nobody", "nothing", "none", "few"})
WRONGLY = frozenset({"falsely", "wrongly", "mistakenly", "erroneously", "incorrectly", "untruthfully"})
SAID = frozenset(
    "say report tell claim rumour rumor describe accuse think believe quote suspect allege state announce".split()
)
SEEING = frozenset({"see", "dream", "imagine", "read", "learn"})
HOLDING_TRUE = frozenset(
    """believe think suggest indicate show prove confirm claim allege suppose imply demonstrate establish contend maintain""".split()
)
TRUE = frozenset({"true", "correct", "so", "right"})
TELLING = frozenset(
    {"tell", "show", "imagine", "recount", "depict", "describe", "portray", "relate", "dramatise", "dramatize"}
)


def is_nearly(verb: Token) -> bool:
    """Whether something wasn't done, if not by much: "*nearly* signed a treaty"; "almost destroyed a town" was, in part."""
    near = any(c.dep_ == "advmod" and c.lower_ in NEARLY and c.i < verb.i for c in verb.children)
    return near and verb.lemma_ not in BY_DEGREES


def above(clause: Token) -> str:
    """The status that the clause above gives what is believed, true or told of: "*it is untrue that* A left", "*it was not A that* left", "*nobody
    thinks that* A left", "*the film tells how* A left"; "" when it gives none.
    """
    verb = clause.head
    if _is_of_another(clause):
        return "negated"
    if clause.dep_ in ("xcomp", "ccomp") and _is_said_wrongly(verb):
        return "negated"
    if clause.dep_ not in ("ccomp", "csubj", "acl"):
        return ""
    subjects = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    denied = any(c.dep_ == "neg" for c in verb.children)
    called = {c.lower_ for c in verb.children if c.dep_ in ("acomp", "attr")} if verb.lemma_ == "be" else set()
    if (denied and called & TRUE) or (not denied and called & FALSE):
        return "negated"
    if verb.lemma_ in HOLDING_TRUE and any(_is_nobody(s) for s in subjects):
        return "hypothetical"
    tale = verb.lemma_ in TELLING and any(s.lemma_.lower() in FICTION for s in subjects)
    return "hypothetical" if tale and any(c.lower_ == "how" for c in clause.children) else ""


def _is_said_wrongly(verb: Token) -> bool:
    """Whether what was said of somebody is said to be wrong: "was *falsely* said to have left"."""
    return verb.lemma_ in SAID and any(c.dep_ == "advmod" and c.lower_ in WRONGLY for c in verb.children)


def _is_of_another(clause: Token) -> bool:
    """Whether what a clause tells is said to be the doing of somebody else: "*it was not A that* shelled the village"."""
    verb = clause.head.head if clause.dep_ == "relcl" and clause.head.dep_ == "attr" else clause.head
    named = [c for c in verb.children if c.dep_ == "attr" and c.i < clause.i]
    relative = any(
        c.dep_ in ("nsubj", "nsubjpass", "dobj") and c.lower_ in ("that", "who", "which") for c in clause.children
    )
    cleft = verb.lemma_ == "be" and relative and any(c.dep_ == "nsubj" and c.lower_ == "it" for c in verb.children)
    return cleft and bool(named) and any(c.dep_ == "neg" for c in verb.children)


def _is_nobody(subject: Token) -> bool:
    return subject.lower_ in NOBODY or (
        subject.lower_ == "one" and any(c.dep_ == "det" and c.lower_ == "no" for c in subject.children)
    )


def saying(noun: Token) -> Token | None:
    """The talk or report that a deed is told by ("*talk* of an invasion", "*accusations* of torturing B"); None for others."""
    preposition = noun.head
    told = preposition.lower_ == "of" and noun.dep_ in ("pobj", "pcomp") and preposition.head.pos_ == "NOUN"
    return preposition.head if told and preposition.head.lemma_.lower() in SAYINGS | {"talk"} else None


def is_fiction(verb: Token) -> bool:
    """Whether a clause tells what a novel or a film tells: in the present tense, or, where it says so itself, in any ("*in the novel* A fled")."""
    within = [*verb.children, *(verb.head.children if verb.head.lemma_ in SEEING else ())]
    if any(c.dep_ == "prep" and c.lower_ == "in" and c.i < verb.i and _holds_fiction(c) for c in within):
        return True
    if verb.tag_ not in ("VBZ", "VBP"):
        return False
    for clause in (verb, *verb.ancestors):
        if any(c.dep_ == "nsubj" and c.lemma_ in FICTION for c in clause.children):
            return True
        if clause.dep_ == "relcl" and clause.head.lemma_ in FICTION:
            return True  # "a novel *in which agents kidnap a poet*"
        places = (g for c in clause.children if c.dep_ == "prep" and c.lower_ == "in" for g in c.children)
        if any(g.lemma_ in FICTION for g in places):
            return True
    return False


def _holds_fiction(preposition: Token) -> bool:
    return any(c.dep_ == "pobj" and c.lemma_ in FICTION for c in preposition.children)


def is_denied(noun: Token) -> bool:
    """Whether what a noun's clause tells is said to be false: "*reports* that A attacked B were *untrue*", "disputes *the claim* that A left"."""
    verb = noun.head
    if noun.dep_ in ("dobj", "nsubjpass") and noun.lemma_.lower() in SAYINGS and verb.lemma_ in DOUBTING:
        return True
    if noun.dep_ not in ("nsubj", "nsubjpass") or noun.pos_ != "NOUN":
        return False
    below = (
        w
        for c in verb.children
        if c.i > verb.i and c.dep_ in ("acomp", "attr", "xcomp", "oprd")
        for w in (c, *c.children)
    )
    return any(w.lemma_.lower() in FALSE for w in below)
