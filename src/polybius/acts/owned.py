"""Whose those are that somebody of another land holds or hits: "Togo recalled its envoy after a Ghanaian court jailed two of *its sailors*": Togo's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from polybius.acts.act import Act
from polybius.model import Mention

HARMING = frozenset({"ASSAULT", "COERCE", "SANCTION"})
ABROAD = frozenset(
    "citizen national sailor soldier fisherman diplomat tourist trawler pilot engineer airman crewman seaman".split()
)
STATELY = frozenset({"", "GOV"})
OWNERS = frozenset({"its", "their"})
BELOW = frozenset({"advcl", "ccomp"})


def theirs(acts: Sequence[Act], mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions with citizens and soldiers whom a clause says that another land harmed as of the state that acts in the clause above it. Nobody's
    courts are news for holding one of its own sailors; "*its critics*", "*its president*" may be anybody's.
    """
    out = list(mentions)
    for act in acts:
        harmed = [r for r in act.recipients if act.type in HARMING and _is_owned(mentions[r], act.token)]
        above = _above(act.token, mentions) if harmed else None
        doing = {mentions[a].actor.country for a in act.actors}
        if above is None or None in doing or not doing or above.actor.country in doing:
            continue
        for position in harmed:
            old = out[position]
            if old.actor.country is None or old.actor.country in doing:
                why = (*old.why, f"{above.actor.country}, as {above.actor.text!r} acts on it")
                out[position] = replace(old, actor=replace(old.actor, country=above.actor.country), why=why)
    return out


def _is_owned(mention: Mention, near: Token) -> bool:
    """Whether a mention is "its sailors", "two of their citizens"."""
    noun = near.doc[mention.head] if mention.head >= 0 else None
    return noun is not None and noun.lemma_.lower() in ABROAD and any(c.lower_ in OWNERS for c in noun.children)


def _above(verb: Token, mentions: Sequence[Mention]) -> Mention | None:
    """The state that acts in the clause above that of a verb."""
    if verb.dep_ not in BELOW:
        return None
    heads = {c.i for c in verb.head.children if c.dep_ == "nsubj"}
    return next((m for m in mentions if m.head in heads and m.actor.country and m.actor.sector in STATELY), None)
