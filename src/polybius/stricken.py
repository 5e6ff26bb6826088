"""Whom help is for where its clause names nobody: the land that a disaster told beside it hit ("an *earthquake shook Peru*, and Chile sent doctors")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from polybius.actors.aboard import DISASTERS
from polybius.acts import tree
from polybius.acts.act import Act
from polybius.acts.told import ELSEWHERE
from polybius.model import Mention


def land(act: Act, doer: Mention, mentions: Sequence[Mention]) -> Mention | None:
    """The only other land that a disaster hit in an act's own sentence, where the act helps nobody who is named."""
    if act.type != "AID" or act.recipients:
        return None
    doc = act.token.doc
    disasters = [t for t in doc if t.lemma_.lower() in DISASTERS and t.pos_ == "NOUN"]
    hit = [
        m
        for m in mentions
        if m.head >= 0
        and m.actor.country not in (None, doer.actor.country)
        and any(_hits(d, doc[m.head]) for d in disasters)
    ]
    if not hit or len({m.actor.country for m in hit}) > 1:
        return None
    why = f"which a disaster hit (for whom {act.token.text!r} is told)"
    return replace(hit[0], head=ELSEWHERE, place=False, why=(*hit[0].why, why))


def _hits(disaster: Token, where: Token) -> bool:
    """Whether a disaster is told of a place: "floods *in Peru*", "a quake shook *Peru*", "a storm killed 20 people *in Peru*"."""
    inside = where.dep_ == "pobj" and where.head.dep_ == "prep"
    above = where.head.head if inside else where.head
    verb = above if above.pos_ == "VERB" else above.head  # "killed *20 people in Peru*"
    return above == disaster or (verb.pos_ == "VERB" and disaster in tree.subjects(verb))
