"""Charges and claims: what is only charged or looked into, who makes a charge and who denies it."""

from __future__ import annotations

from spacy.tokens import Token

from polybius.acts import tree

ALLEGATIONS = frozenset({"charge", "suspicion", "accusation", "allegation"})
CLAIMS = ALLEGATIONS | {"claim", "complaint", "suggestion", "rumour", "rumor", "report"}
TRYING = frozenset("trial try investigate prosecute indict question interrogate suspect sue probe want".split())
EXAMINING = frozenset(
    "investigate probe examine review study check verify look inquire enquire hear inquiry enquiry investigation".split()
)
# What the words before may be called that somebody said, who says so, and how it is answered.
CHARGES = frozenset("accusation allegation charge claim assertion".split())
TELLING = frozenset(
    "say allege charge claim insist maintain assert report warn add write argue declare announce contend state".split()
)
DENYING = frozenset("deny reject dismiss dispute refute rebut call describe contest contradict disavow".split())


def alleged(word: Token) -> list[Token]:
    """What somebody is only charged with, suspected of or tried for: "on charges of *arming B*", "was investigated for *arming B*", "on trial for
    *arming B*", and what is looked into: "is examining claims that he *armed B*". What he was jailed for is told.
    """
    lemma = word.lemma_.lower()
    if word.pos_ == "NOUN" and lemma in CLAIMS and _is_examined(word):
        return [c for c in word.children if c.dep_ in ("acl", "ccomp", "relcl") and c.pos_ in ("VERB", "AUX")]
    if word.pos_ == "NOUN" and lemma in ALLEGATIONS:
        return [t for n, t in tree.prepositions(word) if n == "of"]
    tried = word.pos_ in ("VERB", "AUX") and any(t.lemma_ == "trial" for n, t in tree.prepositions(word) if n == "on")
    if not tried and (lemma not in TRYING or (lemma == "want" and not tree.is_passive(word))):
        return []
    beside = [word, *(t for _, t in tree.prepositions(word)), *tree.objects(word)]
    return [t for w in beside for n, t in tree.prepositions(w) if n in ("for", "over") and t.dep_ == "pcomp"]


def _is_examined(claim: Token) -> bool:
    """Whether somebody looks into a claim: "is investigating *claims* that", "an inquiry into *allegations* that"."""
    above = claim.head
    if claim.dep_ == "pobj":
        return above.lower_ in ("into", "at") and above.head.lemma_ in EXAMINING
    return claim.dep_ in ("dobj", "nsubjpass") and above.lemma_ in EXAMINING


def accusers(noun: Token) -> list[Token]:
    """Who says what is called a charge behind it: "A had armed the rebels, *C* said, an *allegation* that A denies"."""
    start = noun.left_edge.i
    apposed = start > 1 and noun.doc[start].lower_ in ("a", "an") and noun.doc[start - 1].text == ","
    if noun.lemma_ not in CHARGES or not apposed or not any(c.dep_ in ("relcl", "acl") for c in noun.children):
        return []
    verb = next((t for t in reversed(noun.doc[:start]) if t.lemma_ in TELLING and t.pos_ == "VERB"), None)
    return [] if verb is None else tree.subjects(verb)


def deniers(noun: Token) -> list[Token]:
    """Who rejects what is called a charge: "an allegation that *A* denies", "an accusation dismissed by *A*"."""
    return [s for c in noun.children if c.dep_ in ("relcl", "acl") and c.lemma_ in DENYING for s in tree.subjects(c)]
