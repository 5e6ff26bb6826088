"""Whose those are of whom a clause tells by a word that only another land fits: "said of Chile ..., accusing *its navy*", "the government *there*",
"apologised to Chile for the death of *two sailors*".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from polybius.actors import about, syntax
from polybius.model import Mention

# Nobody does it to his own: whom one blames beside another land is that one's.
BLAMING = frozenset(
    "accuse blame denounce condemn criticise criticize rebuke berate castigate lambast lambaste".split()
)
SUMMONING = frozenset({"summon", "expel"})  # done to others' envoys
ENVOYS = frozenset({"ambassador", "envoy", "consul", "diplomat", "diplomats", "d'affaires"})
ALLEGING = frozenset({"allege", "claim", "complain", "charge"})  # whose *that* tells what another's did
BESIDE = frozenset({"advcl", "conj"})
OWNERS = ("its ", "their ", "his ", "her ")
# Of whom one speaks to the state whose they were.
SORRY = frozenset({"apologise", "apologize", "atone", "apology", "regret", "condolence", "compensation"})
ABOUT = frozenset({"for", "over", "on"})
OF_STATES = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY"})


def of_the_other(mention: Mention, doc: Doc, others: Sequence[Mention]) -> Mention:
    """Officials and armed men as of another land than that of who blames them, or of the land to which *there* points; victims as of the land to
    which somebody apologises for their death.
    """
    if mention.kind != "noun" or mention.head < 0:
        return mention
    head = doc[mention.head]
    if mention.actor.country is None and (bereaved := _apologised_to(head, others)) is not None:
        return _as_of(mention, bereaved, f"as {bereaved.actor.name} is told that one is sorry")
    if mention.actor.sector not in OF_STATES:
        return mention
    if mention.actor.country is None and _is_there(head):
        before = [m for m in others if m.head < head.i and about.is_state(m) and not m.subject]
        return _as_of(mention, before[-1], "as *there* says") if before else mention
    if not mention.actor.text.lower().startswith(OWNERS):
        return mention
    blaming = _blaming(head)
    subject = syntax.subject_of(blaming.head) if blaming is not None else None
    blamer = next((m for m in others if subject is not None and m.head == subject.i), None)
    if blamer is None or not about.is_state(blamer):
        return mention
    told = [m for m in others if m.head < head.i and about.is_state(m) and not m.place]
    rivals = [m for m in told if m.actor.country != blamer.actor.country]
    alone = len({m.actor.country for m in rivals}) == 1
    return _as_of(mention, rivals[-1], f"whom {blamer.actor.name} blames") if alone else mention


def _apologised_to(victim: Token, others: Sequence[Mention]) -> Mention | None:
    """The state that gets an apology for what befell somebody, of nobody's own ("by one *of its patrols*")."""
    if victim.dep_ != "pobj" or victim.head.lower_ != "of" or any(c.tag_ == "PRP$" for c in victim.children):
        return None
    sorry = next((a for a in victim.ancestors if a.lemma_.lower() in SORRY), None)
    phrases = list(syntax.fillers(sorry)) if sorry is not None else []
    if not any(name in ABOUT and filler.is_ancestor(victim) for name, filler in phrases):
        return None
    told = {filler.i for name, filler in phrases if name == "to"}
    return next((m for m in others if m.head in told and about.is_state(m)), None)


def _is_there(noun: Token) -> bool:
    """Whether *there* stands right behind a noun: "the government *there*", not "soldiers there are"."""
    behind = noun.right_edge if noun.right_edge.lower_ == "there" else noun.doc[min(noun.i + 1, len(noun.doc) - 1)]
    return behind.lower_ == "there" and behind.i == noun.i + 1 and behind.dep_ == "advmod"


def _blaming(noun: Token) -> Token | None:
    """The participle or second verb by which a noun is blamed, an envoy called in, or under which a clause tells what it did."""
    verb = noun.head
    hostile = verb.lemma_ in BLAMING or (verb.lemma_ in SUMMONING and noun.lower_ in ENVOYS)
    if noun.dep_ == "dobj" and hostile and verb.dep_ in BESIDE:
        return verb
    said = verb.head
    if noun.dep_ == "nsubj" and verb.dep_ == "ccomp" and said.lemma_ in ALLEGING and said.dep_ in BESIDE:
        return said
    return None


def _as_of(mention: Mention, owner: Mention, reason: str) -> Mention:
    """A mention as of another's land."""
    country = owner.actor.country
    why = (*mention.why, f"of {country}, {reason}")
    return replace(mention, actor=replace(mention.actor, country=country), why=why)
