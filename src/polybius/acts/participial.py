"""What a participle beside an act tells that is no act of its own: what an attack did, and what a protest asks for.

"A bomb went off in Lima, *killing two people*" is one attack, on these two; of "marched, *calling for* elections" the codebook codes the march.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from polybius.acts import targets
from polybius.acts.act import Act
from polybius.acts.selection import is_town
from polybius.model import Mention

HURTING = frozenset({"kill", "wound", "injure", "maim", "hurt"})


def joined(acts: Sequence[Act], mentions: Sequence[Mention]) -> list[Act]:
    """Acts without those that a participle beside another tells as a part of it."""
    out, told = list(acts), set[int]()
    for number, beside in enumerate(acts):
        main = next((n for n, act in enumerate(acts) if n != number and _is_beside(beside, act)), None)
        if main is None or main in told:
            continue
        if _is_asked_by(beside, acts[main]):
            told.add(number)
        elif _is_hurt_by(beside, acts[main], mentions):
            told.add(number)
            out[main] = _as_sure_as(out[main], beside)
        elif _is_outcome_of(beside, acts[main]):
            told.add(number)
            out[main] = _with_hurt(out[main], beside, mentions)
    return [act for n, act in enumerate(out) if n not in told]


def _is_beside(act: Act, main: Act) -> bool:
    """Whether a participle tells an act beside another's verb, done by the same or by nobody."""
    word, verbs = act.token, (main.token, main.match.support)
    beside = word.dep_ == "advcl" and word.tag_ == "VBG" and word.head in verbs
    return beside and set(act.actors) == set(main.actors) and act.status == main.status


def _is_asked_by(act: Act, main: Act) -> bool:
    """Whether a protest is to get what a participle asks for."""
    return (main.type, act.type) == ("PROTEST", "REQUEST")


def _is_outcome_of(act: Act, main: Act) -> bool:
    """Whether a participle tells what an attack of nobody did."""
    return main.type == act.type == "ASSAULT" and not act.actors and act.token.lemma_ in HURTING


def _is_hurt_by(act: Act, main: Act, mentions: Sequence[Mention]) -> bool:
    """Whether a participle tells whom an attack hurt that names its doer and others of their land: "A's jets bombed a clinic of B, *killing four nurses*"."""
    if not (main.type == act.type == "ASSAULT" and act.actors and act.token.lemma_ in HURTING and main.recipients):
        return False
    struck = {mentions[r].actor.country for r in main.recipients}
    return None not in struck and {mentions[r].actor.country for r in act.recipients} <= struck | {None}


def _as_sure_as(blow: Act, result: Act) -> Act:
    """An attack as sure as the surer of it and of what it did."""
    surer = max(blow, result, key=lambda act: act.share or 0.0)
    return replace(blow, share=surer.share, befalls=surer.befalls, happened=surer.happened)


def _with_hurt(blow: Act, result: Act, mentions: Sequence[Mention]) -> Act:
    """The attack on those who were hurt, where it names but a place or a building; as sure as the surer of both."""
    doc = blow.token.doc
    if not all(_is_ground(mentions[r], doc) for r in blow.recipients):
        return blow
    return replace(_as_sure_as(blow, result), recipients=result.recipients)


def _is_ground(mention: Mention, doc: Doc) -> bool:
    """Whether a party is but the place or the building where an attack fell."""
    building = mention.head >= 0 and doc[mention.head].lemma_.lower() in targets.TARGETS
    return mention.place or building or is_town(mention)
