"""What one state tells of another's deeds: its own losses, and what was done towards it; and of its own, whose doer it doesn't name.

"Sudan said that Ethiopian militiamen had killed *six soldiers*", "Kenya said that Uganda had rejected the offer": a state speaks of what concerns it.
Of villagers and protesters who were killed strangers speak as well, and of truces, votes and elections.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from polybius.acts.act import Act
from polybius.acts.targets import GUESSED
from polybius.acts.told import ELSEWHERE, STATELY
from polybius.lexicon import ontology
from polybius.lexicon.world import world
from polybius.model import Mention, Place

LOST = frozenset(
    """soldier guard policeman police officer patrol trooper conscript marine sailor seaman fisherman crewman sentry serviceman recruit pilot
    constable gendarme paratrooper ranger coastguard post outpost checkpoint trawler crew fishermen policemen seamen crewmen servicemen""".split()
)
# Who live on a border, of whom no power far away speaks as of its own.
BORDERERS = frozenset("farmer herder herdsman herdsmen shepherd trader trucker".split())
# What is done between states by these, unless it is done at home or with all.
BETWEEN_STATES = frozenset({"REJECT", "REQUEST", "AGREE", "THREATEN"})
SORRY = frozenset({"concede.apologise"})
LET_GO = frozenset({("RETREAT", "release"), ("SANCTION", "expel"), ("COERCE", "arrest"), ("COERCE", "deport")})
SENT_AWAY = frozenset({"expel", "deport"})  # what is done to nobody of one's own
HACKED = "cyber"  # of which states tell that it was done to their own
HELD = frozenset({"arrest", "deport"})  # modes of COERCE
AUTHORITIES = frozenset({"", "GOV", "COP", "JUD", "MIL", "SPY"})
DEFENDING = frozenset({"defence", "defense"})  # ministries
FIGHTING = frozenset({"MIL", "REB", "UAF", "PRM"})
FELLING = frozenset({"shoot", "down", "sink", "intercept", "repel"})
OF_MANY = frozenset(
    """ceasefire cease-fire truce peace armistice talk talks negotiation vote election referendum resolution court treaty convention rebel rebels
    opposition protester dissident parliament people civilian inspector inspection weapon missile bomb reactor sanction power constitution
    reform tax law bill budget emergency curfew summit""".split()
)


def of_the_speaker(act: Act, mentions: list[Mention], speakers: Sequence[int]) -> Act:
    """An act of one state that another tells, with the teller as whom it befell or was towards, where nobody of a third land is named. Whom it befalls
    joins the ``mentions``.
    """
    doing, telling = _lands(act.actors, mentions), _lands(speakers, mentions)
    international = ontology.table()["international"]
    if len(doing) != 1 or len(telling) != 1 or doing == telling or not telling.isdisjoint(international):
        return act
    (doer,), (teller,) = doing, telling
    if act.type == "ASSAULT":
        own_ground = any(m.place and m.actor.country == doer for m in mentions)
        return act if own_ground else _with_own(act, mentions, (doer, teller), lost=True)
    if act.mode == HACKED:
        return _with_own(act, mentions, (doer, teller), lost=False)
    own = act.mode in HELD and all(_is_lost(mentions[r], act, teller) for r in act.recipients)
    nobodys = act.mode in SENT_AWAY or own
    hit = _lands(act.recipients, mentions) - ({doer} if nobodys else set())
    acting = AUTHORITIES if own else STATELY
    if hit or not _between_the_two(act, mentions, speakers, {doer, teller}, acting):
        return act
    if (act.type, act.mode) in LET_GO:
        return _with_own(act, mentions, (doer if nobodys else None, teller), lost=False)
    if act.type not in BETWEEN_STATES and act.match.frame.id not in SORRY:
        return act
    speaker = mentions[next(s for s in speakers if mentions[s].actor.country)]
    why = f"who tells of it (towards whom {act.token.text!r} is told)"
    mentions.append(replace(speaker, head=ELSEWHERE, why=(*speaker.why, why)))
    return replace(act, recipients=(len(mentions) - 1,))


def by_the_speaker(act: Act, mentions: Sequence[Mention], speakers: Sequence[int]) -> Act:
    """What befell those of another land, as its own authorities tell who name no doer: "*the interior ministry in Nairobi* said two Ugandans had been
    arrested", "*the Thai army* said a Cambodian drone had been shot down".
    """
    telling, hit = _lands(speakers, mentions), _lands(act.recipients, mentions)
    named = {m.actor.country for m in mentions} - {None}
    if act.actors or act.status != "asserted" or len(telling) != 1 or len(hit) != 1 or named != telling | hit:
        return act
    passive = act.token.dep_ == "ccomp" and any(c.dep_ == "nsubjpass" for c in act.token.children)
    if not passive or telling == hit or not (telling | hit).isdisjoint(ontology.table()["international"]):
        return act
    teller = next(s for s in speakers if mentions[s].actor.country)
    sectors, office = {mentions[r].actor.sector for r in act.recipients}, mentions[teller].actor
    ruled = act.type == "COERCE" and act.mode in HELD and office.sector in AUTHORITIES
    armed = office.sector == "MIL" or not DEFENDING.isdisjoint(office.text.lower().split())
    felled = act.type == "ASSAULT" and armed and sectors <= FIGHTING and act.token.lemma_ in FELLING
    if not (ruled or felled):
        return act
    return replace(act, actors=(teller,), why=(*act.why, f"{office.text!r} tells of it, and names no other doer"))


def on_whose_ground(act: Act, struck: Mention | None, doer: Mention, tellers: Sequence[Mention]) -> Mention | None:
    """Whom of no told land one strikes, taken for its own: of the land whose forces tell of it, where another's do ("the Thai army said Cambodian troops
    had crossed *the river*"), and nobody where another state tells that may be far away.
    """
    others = [m for m in tellers if m.actor.country not in (None, doer.actor.country) and m.actor.sector in STATELY]
    lands = {m.actor.country for m in others} - set(ontology.table()["international"])
    if act.type != "ASSAULT" or struck is None or not lands:
        return struck
    forces = [m for m in others if m.actor.sector == "MIL" or not DEFENDING.isdisjoint(m.actor.text.lower().split())]
    if len(lands) > 1 or not forces or lands & world().onlookers:
        return None
    land = forces[0].actor.country
    why = (*struck.why[:-1], f"{land}, whose forces tell of it")
    return replace(struck, actor=replace(struck.actor, country=land), why=why)


def is_far(vouching: Sequence[Mention], place: Place | None) -> bool:
    """Whether a place is only guessed from where they are who tell, and these are a power that tells of what is done anywhere: "*Washington* said Russian
    troops had attacked a village".
    """
    if place is None or place.country not in world().onlookers or not place.basis.startswith(GUESSED):
        return False
    return any(m.actor.country == place.country for m in vouching)


def _with_own(act: Act, mentions: list[Mention], lands: tuple[str | None, str], lost: bool) -> Act:
    """The act with those whom it befell, told by a common noun of no land or taken for the doer's (``lands``: of which, and of which they are)."""
    taken, teller = lands
    recipients = list(act.recipients)
    for n, r in enumerate(recipients):
        if _is_open(mentions[r], taken, act) and (not lost or _is_lost(mentions[r], act, teller)):
            own = replace(mentions[r], head=ELSEWHERE, actor=replace(mentions[r].actor, country=teller))
            recipients[n] = len(mentions)
            mentions.append(replace(own, why=(*mentions[r].why, f"{teller}, who tells of its own")))
    return replace(act, recipients=tuple(recipients))


def _between_the_two(
    act: Act, mentions: Sequence[Mention], speakers: Sequence[int], two: set[str], acting: frozenset[str]
) -> bool:
    """Whether what a state tells of another is between these two: both act as states, nobody else is named, nor what is done with many or at home."""
    sides = [mentions[p] for p in (*act.actors, *speakers) if mentions[p].actor.country]
    named = {m.actor.country for m in mentions} - {None}
    told = {t.lemma_.lower() for t in act.token.subtree}
    return (
        act.status == "asserted"
        and act.token.dep_ == "ccomp"
        and all(m.actor.sector in acting for m in sides)
        and named == two
        and told.isdisjoint(OF_MANY)
        and not any(c.dep_ == "neg" for c in act.token.children)
    )


def _lands(parties: Sequence[int], mentions: Sequence[Mention]) -> set[str]:
    return {country for p in parties if (country := mentions[p].actor.country) is not None}


def _is_open(victim: Mention, taken: str | None, act: Act) -> bool:
    """Whether somebody is told by a common noun of no land, or was ``taken`` for the doer's."""
    if victim.actor.country not in (taken, None) or victim.head < 0 or victim.kind != "noun":
        return False
    noun = act.token.doc[victim.head]
    return not any(
        t.pos_ == "PROPN" or t.dep_ == "poss" or t.lower_ == "foreign" for t in noun.subtree if t.i <= noun.i
    )


def _is_lost(victim: Mention, act: Act, teller: str) -> bool:
    """Whether somebody is one of those of whom a state tells as of its own."""
    noun = act.token.doc[victim.head] if victim.head >= 0 else None
    words = LOST if teller in world().onlookers else LOST | BORDERERS
    return noun is not None and (noun.lemma_.lower() in words or noun.lower_ in words)
