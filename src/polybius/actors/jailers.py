"""Police, prosecutors and judges of no told land where a sentence tells in whose jail or court those are whom they deal with: "*prosecutors*
accuse a nurse of theft, and she sits in a Kenyan jail".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from polybius.model import Mention

JAILS = frozenset("cell jail prison gaol custody court courtroom dock detention penitentiary".split())
OF_LAW = frozenset({"JUD", "COP"})


def of_the_jail(mentions: Sequence[Mention], doc: Doc) -> list[Mention]:
    """The mentions of a sentence with those of the law as of the only land whose jail or court it names."""
    lands = {
        m.actor.country
        for m in mentions
        if m.kind == "modifier" and m.head >= 0 and doc[m.head].head.lemma_.lower() in JAILS and m.actor.country
    }
    if len(lands) != 1:
        return list(mentions)
    land = next(iter(lands))
    why = f"{land}, in whose jail or court those are with whom they deal"
    return [
        replace(m, actor=replace(m.actor, country=land), why=(*m.why, why))
        if m.kind == "noun" and m.actor.country is None and m.actor.sector in OF_LAW
        else m
        for m in mentions
    ]
