"""Infinitives that tell what was done: "the decision *to expel* B's envoys drew protests", "it took A two days *to free* the crew"."""

from __future__ import annotations

from spacy.tokens import Token

DECISIONS = frozenset({"decision", "order", "move", "decree"})
# What rulers do by deciding on it; what has to be carried out after that isn't among it.
BY_DECREE = frozenset(
    """expel recall ban bar outlaw blacklist close shut seal freeze suspend sever cut impose slap dismiss sack fire jail imprison free release
    pardon extradite deport nationalise nationalize seize confiscate mass mobilise mobilize deploy station halt stop block cancel call
    put place""".split()
)
# What a decision does to others, so that it is known and done, and how they judge it.
STIRRING = frozenset(
    """draw spark trigger provoke prompt cause anger alarm enrage infuriate outrage upset surprise shock dismay stun stir fuel raise earn win
    worsen strain sour follow come cost leave bring cheer please delight embarrass irritate annoy""".split()
)
JUDGING = frozenset(
    """condemn criticise criticize denounce deplore welcome praise hail applaud protest defend justify slam blast regret attack support back
    oppose""".split()
)
# What is fought for ground, in parts, how it is set going, and what it is to do: who has begun it is at it.
OFFENSIVES = frozenset(
    "operation offensive campaign assault push drive attack battle counteroffensive counter-offensive onslaught incursion advance".split()
)
PARTS = frozenset({"phase", "stage", "part", "wave", "leg"})
STARTING = frozenset({"launch", "begin", "start", "open", "mount", "resume", "wage", "intensify", "step"})
TAKING = frozenset(
    "take retake recapture capture seize recover reconquer liberate drive push oust expel dislodge clear encircle".split()
)
TERMS = frozenset({"minute", "hour", "day", "week", "month", "year", "night", "decade"})
DUE = frozenset({"due", "scheduled", "set", "slated", "expected"})
MADE_KNOWN = frozenset({"announce", "take", "make", "aim", "publish"})


def is_decided(verb: Token) -> bool:
    """Whether a deed of rulers hangs on a decision that is made, as others have felt, judged or been told."""
    decision = verb.head
    above = decision.head
    if decision.lemma_ not in DECISIONS or verb.lemma_ not in BY_DECREE or above.pos_ != "VERB":
        return False
    if any(c.dep_ == "neg" or (c.dep_ == "aux" and c.lower_ not in ("has", "have", "had")) for c in above.children):
        return False
    if decision.dep_ == "nsubj":
        return above.lemma_ in STIRRING
    if decision.dep_ == "nsubjpass":
        return above.lemma_ in JUDGING | MADE_KNOWN
    return decision.dep_ == "dobj" and above.lemma_ in JUDGING


def is_begun(verb: Token) -> bool:
    """Whether ground is to be won by an attack that has begun: "launched the last phase of an operation *to retake* the town"."""
    above = verb.head
    if verb.lemma_ not in TAKING:
        return False
    if above.pos_ == "VERB":  # the parser hangs the purpose on the verb as often as on the noun
        return _is_started(above) and any(c.dep_ in ("dobj", "nsubjpass") and _is_offensive(c) for c in above.children)
    if not _is_offensive(above):
        return False
    whole = above.head.head if above.dep_ == "pobj" and above.head.lower_ == "of" else above
    part = whole if whole == above or whole.lemma_ in PARTS else None
    return part is not None and part.dep_ in ("dobj", "nsubjpass") and _is_started(part.head)


def _is_offensive(noun: Token) -> bool:
    parts = (f for c in noun.children if c.lower_ == "of" for f in c.children)
    return noun.lemma_ in OFFENSIVES or (noun.lemma_ in PARTS and any(f.lemma_ in OFFENSIVES for f in parts))


def _is_started(verb: Token) -> bool:
    """Whether a verb tells that something has been set going."""
    done = verb.lemma_ in STARTING and verb.tag_ in ("VBD", "VBN", "VBZ", "VBG")
    return done and not any(
        c.dep_ == "neg" or (c.dep_ == "aux" and c.lower_ not in ("has", "have", "had", "is", "are", "was", "were"))
        for c in verb.children
    )


def is_what_took_time(verb: Token) -> bool:
    """Whether a clause tells what was done in some time: "*it took* A two days *to free* the crew", "A *took a week to free* it"."""
    above = verb.head
    near = above.ancestors if above.lemma_ in TERMS else (above,)
    took = next((a for a in near if a.lemma_ == "take"), None)
    if took is None or took.tag_ != "VBD" or took.i > verb.i:
        return False
    return above.lemma_ in TERMS or any(w.lemma_ in TERMS and w.head == took for w in verb.doc[took.i : verb.i])


def is_only_before(clause: Token) -> bool:
    """Whether a clause only tells what else was to come: "was shot hours *before he was due to* meet B"."""
    before = any(c.dep_ == "mark" and c.lower_ == "before" for c in clause.children)
    return before and clause.tag_ == "VBD" and any(c.lower_ in DUE and c.i > clause.i for c in clause.children)
