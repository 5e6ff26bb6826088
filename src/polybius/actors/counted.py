"""People whom only their number tells: "*hundreds* were arrested", "killed *at least 12*", "*some 2,000* rallied"."""

from __future__ import annotations

from spacy.tokens import Token

NUMBERS = frozenset({"ten", "dozen", "score", "hundred", "thousand", "million"})
# What is done to people, and by crowds of them; other verbs' numbers count things ("won *12*", "lost *three*").
BEFALLING = frozenset(
    """kill wound injure arrest detain jail imprison shoot abduct kidnap seize capture free release displace evacuate expel deport execute
    sentence hurt massacre slaughter maim murder behead hang convict charge hospitalise hospitalize beat trap bury drown round_up hold
    indict pardon rescue slay intern evict blind poison gas torture whip flog""".split()
)
GATHERING = frozenset(
    """march rally demonstrate protest gather riot parade converge assemble chant strike mass throng pour stream clash flood turn take
    mourn picket""".split()
)
DEEDS = frozenset(
    "killing arrest detention abduction kidnapping massacre shooting release execution murder slaying expulsion deportation jailing wounding".split()
)
MANY = frozenset("many most several few some numerous countless other fellow ordinary young angry".split())
CROWDS = NUMBERS | frozenset(
    "crowd group number majority handful couple pair family generation minority throng mob".split()
)
_DEMONSTRATIVE = frozenset({"the", "those", "these", "both", "all", "its", "their", "his", "her", "no"})
_BESIDE = frozenset({"advmod", "quantmod", "det", "nummod", "amod", "cc", "conj", "punct", "prep", "compound", "nmod"})


def is_people(head: Token) -> bool:
    """Whether a bare number counts people: as those to whom its verb does what is done to people, or who do what crowds do."""
    plural = head.tag_ == "NNS" and head.lemma_.lower() in NUMBERS
    number = head.pos_ == "NUM" and head.lower_ not in ("one", "two") and not head.lower_.endswith("s")
    if not (plural or number) or not _stands_alone(head):
        return False
    verb = head.head.lemma_.lower()
    if head.dep_ in ("dobj", "nsubjpass"):
        return verb in BEFALLING
    if head.dep_ == "pobj":
        return head.head.lower_ == "of" and head.head.head.lemma_.lower() in DEEDS
    return head.dep_ == "nsubj" and verb in GATHERING and (plural or len(list(head.children)) > 0)


def is_of_a_land(head: Token) -> bool:
    """Whether a nationality that has no plural is told by a number or a crowd, as people are: "hundreds of *Senegalese*", "two *Chinese*"."""
    if not head.text[:1].isupper() or head.tag_ not in ("NNP", "NNPS", "NNS", "NN", "JJ"):
        return False
    children = list(head.children)
    if any(c.dep_ in ("poss", "case") or (c.dep_ == "compound" and c.is_lower) for c in children):
        return False
    told = any(c.dep_ == "nummod" or (c.dep_ == "amod" and c.lower_ in MANY) for c in children)
    of = head.head
    return told or (head.dep_ == "pobj" and of.lower_ == "of" and of.head.lemma_.lower() in CROWDS)


def _stands_alone(head: Token) -> bool:
    """Whether nothing tells what is counted: no noun before it, none behind "of", but for numbers ("tens *of thousands*")."""
    for child in head.children:
        if child.dep_ not in _BESIDE and child.dep_ not in ("relcl", "acl", "appos"):
            return False
        if child.lower_ in _DEMONSTRATIVE or child.text in ("$", "£", "€", "%"):
            return False
        if child.dep_ == "prep" and child.lower_ == "of" and not _counts(child):
            return False
        if child.dep_ in ("compound", "nmod", "amod") and child.pos_ in ("NOUN", "PROPN") and child.i < head.i:
            return False
    return True


def _counts(of: Token) -> bool:
    return all(c.lemma_.lower() in NUMBERS and _stands_alone(c) for c in of.children)
