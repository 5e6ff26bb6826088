"""Decisions by which a deed is done: "the decision *to expel* B's envoys drew protests" tells that they were expelled."""

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
