"""Of which land those are who go on marching: "Thousands marched in Lima against Chile's dam. *The marchers* burned a flag. *They* demanded ..."."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from polybius.acts.act import Act
from polybius.acts.recast import BANDS
from polybius.acts.told import Told
from polybius.model import Mention

MARCHING = frozenset("marcher protester demonstrator protestor picketer rioter crowd mob striker".split())
POLICE = frozenset({"police", "policeman", "officer"})  # who deal with them where they march
DOING = frozenset({"PROTEST", "REQUEST", "ACCUSE", "REJECT", "ASSAULT", "THREATEN", "COERCE"})


def complete(
    acts: Sequence[Act], mentions: list[Mention], before: Sequence[Told], near: Sequence[Told]
) -> list[Mention]:
    """The mentions of a sentence with those who protest as of the land of who protested ``before`` (oldest first); "they" only as those of ``near``,
    the sentence right before.
    """
    out = list(mentions)
    for act in acts:
        if act.type not in DOING:
            continue
        for position in (*act.actors, *act.recipients):
            mention = out[position]
            land = _land(near if _is_there_now(mention) else before) if _is_of_the_march(act, mention) else None
            land, whose = (
                (land, "who protested before")
                if land is not None
                else (_named_there(mention, near), "told of just before")
            )
            if land is not None:
                why = (*mention.why, f"{land}, as those {whose}")
                out[position] = replace(mention, actor=replace(mention.actor, country=land), scene=False, why=why)
    return out


def _named_there(mention: Mention, near: Sequence[Told]) -> str | None:
    """The land of a band that acts of the sentence before tell of in the same words: "declared an amnesty for *the rebels*. *The rebels* rejected it"."""
    text = mention.actor.text.lower()
    if mention.actor.country is not None or mention.actor.sector not in BANDS or not text.startswith("the "):
        return None
    same = {
        told[p].actor.country
        for act, told in near
        for p in (*act.actors, *act.recipients)
        if told[p].actor.text.lower() == text
    }
    return next(iter(same)) if len(same) == 1 else None


def _is_there_now(mention: Mention) -> bool:
    """Whether a party may be of the march only where the sentence before tells of it: "they", "the police"."""
    return mention.actor.text.lower() == "they" or mention.actor.sector == "COP"


def _is_of_the_march(act: Act, mention: Mention) -> bool:
    """Whether a party is told as "they", "the marchers", "the police", and of no land by its own words."""
    if mention.head < 0 or (mention.actor.country is not None and not mention.scene and mention.back < 0):
        return False
    head = act.token.doc[mention.head]
    if mention.actor.text.lower() == "they":
        return mention.actor.country is None
    word, before = head.lemma_.lower(), {c.lower_ for c in head.children if c.i < head.i}
    return (word in MARCHING and "the" in before) or (word in POLICE and before <= {"the"})


def _land(told: Sequence[Told]) -> str | None:
    """The land of the people who protested last, where nobody else has acted since."""
    for act, mentions in reversed(told):
        people = [mentions[a].actor for a in act.actors]
        lands = {a.country for a in people if a.sector in ("CVL", "UNK", "OPP", "LAB", "EDU")}
        if act.type == "PROTEST" and act.status == "asserted" and len(lands) == 1:
            return next(iter(lands))
    return None
