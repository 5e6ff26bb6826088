"""Whose the second of two coordinated parties is, where the words that say so stand before the first: "*French* ministers and diplomats"."""

from __future__ import annotations

from spacy.tokens import Token

from polybius.actors.resolved import Resolved

# Armed men of no state, who stand beside another's soldiers as often as they are of the same land.
APART = frozenset({"REB", "UAF", "PRM", "SEP", "CRM", "REF"})
LONGEST = 8  # words that tell whose somebody is
OWN_WORDS = frozenset({"det", "poss", "nummod", "compound", "nmod"})


def words_before(head: Token) -> list[Token]:
    """The words that say of which land the first of a coordination is and hold for ``head`` too; [] where ``head`` says so itself."""
    first = _first(head)
    if first is None or any(_says_whose(c, head) for c in head.children):
        return []
    owner = next((c for c in first.children if c.dep_ == "poss" and c.text[:1].isupper()), None)
    if owner is not None:
        return [w for w in owner.subtree if w.dep_ != "det"]
    return [
        c for c in first.children if c.dep_ in ("amod", "compound", "nmod") and c.i < first.i and c.text[:1].isupper()
    ]


def words_after(head: Token) -> list[Token]:
    """The words behind the last of a coordination that say whose its first is too: "inspectors and officers *of the Russian ministry*"; [] where
    ``head`` says so itself.
    """
    if (
        head.dep_ == "conj"
        or head.tag_ != "NNS"
        or any(c.dep_ in ("prep", "poss", "relcl", "appos") for c in head.children)
    ):
        return []
    second = next((c for c in head.children if c.dep_ == "conj"), None)
    if (
        second is None
        or second.tag_ != "NNS"
        or any(c.dep_ in ("det", "poss", "nummod", "conj") for c in second.children)
    ):
        return []
    if any(c.text[:1].isupper() and c.i > second.left_edge.i - 1 for c in second.children):
        return []
    whose = next((c for c in second.children if c.dep_ == "prep" and c.lower_ == "of"), None)
    return list(whose.subtree) if whose is not None and len(list(whose.subtree)) < LONGEST else []


def may_be(of_its_land: Resolved, alone: Resolved) -> bool:
    """Whether a party read with the first one's land is the same party, with the land."""
    return of_its_land.country is not None and of_its_land.sector == alone.sector and alone.sector not in APART


def _first(head: Token) -> Token | None:
    """The noun with which a coordination begins; None where ``head`` is no common noun in one."""
    if head.dep_ != "conj" or head.pos_ != "NOUN":
        return None
    first = head
    while first.dep_ == "conj" and first.head.i < first.i:
        first = first.head
    between = head.doc[first.i + 1 : head.i]
    plain = all(
        w.pos_ in ("NOUN", "ADJ", "CCONJ", "ADV", "NUM") or w.text in ",-" or w.tag_ in ("VBN", "VBG") for w in between
    )
    return first if first.pos_ == "NOUN" and plain else None


def _says_whose(child: Token, head: Token) -> bool:
    """Whether a word before a noun makes it another's or a thing of its own ("*the* police", "*rebel* fighters", "*Iraqi* guards")."""
    return child.i < head.i and (
        child.dep_ in ("det", "poss") or (child.dep_ in OWN_WORDS | {"amod"} and child.text[:1].isupper())
    )
