"""Whose soldiers, guards and seamen were attacked, when one state tells what those of another did: "Sudan said that Ethiopian militiamen had killed
*six soldiers*". A state speaks of its own losses; whoever attacks doesn't attack his own.

Only of those under arms and at sea: of villagers and protesters who were killed strangers speak as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from polybius import athome
from polybius.acts.act import Act
from polybius.acts.told import ELSEWHERE
from polybius.lexicon import ontology
from polybius.model import Mention

LOST = frozenset(
    """soldier guard policeman police officer patrol trooper conscript marine sailor seaman fisherman crewman sentry serviceman recruit pilot
    constable gendarme paratrooper ranger coastguard post outpost checkpoint trawler crew fishermen policemen seamen crewmen servicemen""".split()
)


def of_the_speaker(act: Act, mentions: list[Mention], speakers: Sequence[int]) -> Act:
    """An attack whose victims were taken for the attacker's own with them as of the land that tells it, who join the ``mentions``."""
    doing, telling = _lands(act.actors, mentions), _lands(speakers, mentions)
    if act.type != "ASSAULT" or len(doing) != 1 or len(telling) != 1 or doing == telling:
        return act
    (attacker,), (teller,) = doing, telling
    if teller in ontology.table()["international"] or any(m.place and m.actor.country == attacker for m in mentions):
        return act
    recipients = list(act.recipients)
    for n, r in enumerate(recipients):
        if _is_lost(mentions[r], attacker, act):
            why = f"{teller}, who tells of its own losses"
            own = replace(mentions[r], head=ELSEWHERE, actor=replace(mentions[r].actor, country=teller))
            recipients[n] = len(mentions)
            mentions.append(replace(own, why=(*mentions[r].why, why)))
    return replace(act, recipients=tuple(recipients))


def _lands(parties: Sequence[int], mentions: Sequence[Mention]) -> set[str]:
    return {country for p in parties if (country := mentions[p].actor.country) is not None}


def _is_lost(victim: Mention, attacker: str, act: Act) -> bool:
    """Whether a victim is told by a common noun of those whom only a state of its own loses, and was taken for the attacker's."""
    if victim.actor.country not in (attacker, None) or victim.head < 0 or victim.kind != "noun":
        return False
    noun = act.token.doc[victim.head]
    return noun.lemma_.lower() in LOST and athome.may_be_own(noun)
