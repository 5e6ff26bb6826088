"""Things abroad in a clause about their owner: "Tesco, *whose Polish shops* were searched by inspectors" is whom it befell, by inspectors of Poland."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from polybius.model import Mention

OFFICERS = frozenset({"GOV", "COP", "JUD", "MIL"})  # who act where the things are
OWNERS = frozenset({"BUS", "AGR", "MED", "NGO", "SOC", "EDU", "REL"})  # who have things in other lands


def owned(mentions: Sequence[Mention], doc: Doc) -> list[Mention]:
    """The mentions of a sentence with what somebody has abroad as his, and officers of no told land who deal with it as of that land."""
    out = list(mentions)
    for n, thing in enumerate(mentions):
        if thing.head < 0 or thing.actor.country is None or not _is_of_whose(thing, doc):
            continue
        clause = next((t for t in doc[thing.head].ancestors if t.dep_ == "relcl"), None)
        owner = next((m for m in mentions if clause is not None and m.head == clause.head.i), None)
        if clause is None or owner is None or owner.actor.sector not in OWNERS:
            continue
        land = thing.actor.country
        if owner.actor.country in (None, land) or thing.nature in ("person", "people"):
            continue
        why = f"{thing.actor.text!r} are of {owner.actor.name}"
        actor = replace(owner.actor, text=thing.actor.text, span=thing.actor.span)
        out[n] = replace(thing, actor=actor, why=(why, *owner.why))
        out = [_of_there(m, clause, land) for m in out]
    return out


def _is_of_whose(thing: Mention, doc: Doc) -> bool:
    """Whether a party is, or a nationality stands before, what the subject of a relative clause has: "*whose Polish* shops"."""
    noun = doc[thing.head].head if thing.kind == "modifier" else doc[thing.head]
    return any(c.dep_ == "poss" and c.lower_ == "whose" for c in noun.children)


def _of_there(mention: Mention, clause: Token, land: str) -> Mention:
    inside = mention.head >= 0 and clause.is_ancestor(clause.doc[mention.head])
    if not inside or mention.actor.country is not None or mention.actor.sector not in OFFICERS:
        return mention
    why = (*mention.why, f"{land}, where that stands with which they deal")
    return replace(mention, actor=replace(mention.actor, country=land), why=why)
