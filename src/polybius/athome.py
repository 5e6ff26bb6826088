"""Who is of a doer's own land where no word says that they are others': whom rulers hold, search, silence or free at home, and before whom people
speak or march.

"Vietnam jails *a blogger*", "Police in Lilongwe arrested *the accountant-general*", "The authorities cut off *the internet*": police, courts and
governments deal with those at home, so a report says whose they are only where they are foreigners. The codebook codes such acts within a state
(an actor and a recipient of one country). "Bolivian miners accused *the police*" of theirs, whatever lands the sentence names besides.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from polybius.actors import about, domestic, scene, unnamed
from polybius.acts import bystanders, home, selection, targets, tree
from polybius.acts.act import Act
from polybius.lexicon import ontology
from polybius.lexicon.world import world
from polybius.model import Mention

FREED = frozenset({"release"})  # modes of RETREAT
HOLDING = frozenset({"arrest", "censor", "deport"})  # of COERCE
TRYING = frozenset({"ACCUSE", "SANCTION", "THREATEN"})
JUSTICE = frozenset({"COP", "JUD"})
PUT_TO_DEATH = frozenset(
    {"execute", "hang", "behead", "guillotine", "electrocute"}
)  # by whoever rules: "Saudi Arabia *executed* 37 men"
GOVERNING = JUSTICE | {"GOV", "LEG"}
SPOKEN = frozenset(
    {"ACCUSE", "REQUEST", "REJECT", "SUPPORT", "THREATEN", "PROTEST", "CONCEDE"}
)  # said or shown to somebody
APPEALING = frozenset({"ACCUSE", "REQUEST"})
RULERS = JUSTICE | {"", "GOV", "LEG", "SPY"}
SOLDIERS = frozenset({"MIL", "PRM"})
# What a report says of those who are from elsewhere, or may be.
FOREIGN = frozenset(
    """foreign alien illegal undocumented international western european african asian overseas smuggled stranded jihadist jihadi islamist
    migrant refugee pirate smuggler trafficker hostage spy agent mercenary fighter militant extremist terrorist asylum-seeker stowaway sailor fisherman crew
    seaman pilot trawler tanker freighter vessel ship boat plane aircraft jet embassy consulate""".split()
)
JOURNEYS = frozenset(
    """flight plane train bus ferry trip visit journey tour pilgrimage travel fly go leave depart emigrate sail drive head board""".split()
)
ORDERS = frozenset({"order", "instruct", "direct", "command", "tell"})
ARMED_SERVICES = frozenset({"MIL", "COP", "SPY"})  # who take orders from their own state only
# What is sent, and in what: its origin is nobody's land.
LOADS = frozenset(
    """container cargo shipment consignment load parcel package crate freighter flight lorry truck ship vessel plane train car arms weapon rifle
    gun drug cocaine heroin cigarette goods import letter""".split()
)
# What a state does towards rebels of its own; whom it aids or arms are others', and whom some states meet are anybody's.
FACED = frozenset({"AGREE", "CONCEDE", "CONSULT", "REJECT", "REQUEST", "ACCUSE", "THREATEN", "RETREAT"})
MEMBERED = frozenset({"PTY", "OPP", "LAB", "LEG"})  # who expel their own members
COUP = "coerce.coup"
BROKEN_OFF = "sanction.break-off-talks"
TREATED = frozenset({"SUPPORT"})  # where they act together
FOUGHT = frozenset({"ASSAULT", "COERCE"})
GOING_BETWEEN = frozenset({"CONSULT", "REQUEST", "ACCUSE", "THREATEN", "REJECT"})
INSIDERS = frozenset({"OPP", "PTY", "LAB", "EDU", "AGR", "REL", "CVL", "LEG"})
ARMED_MEN = frozenset({"fighter", "militant", "extremist", "jihadist", "jihadi", "islamist"})
OPEN = frozenset({"NOUN", "ADJ", "NUM", "DET", "PUNCT", "ADV", "ADP", "CCONJ", "VERB", "PRON", "PART", "SYM"})


def befallen(
    acts: Sequence[Act], mentions: list[Mention], before: Sequence[Mention], offset: int
) -> tuple[list[Act], list[Mention]]:
    """Acts with those of their doer's land whom they befall, where nothing says whose these are, and the sentence's mentions with them. ``before``
    are the mentions of the sentence before, ``offset`` is where the sentence starts in the document.
    """
    out = []
    for read in acts:
        act, mentions = _facing_its_own(read, mentions, before)
        act, mentions = _at_its_minority(act, mentions)
        act, mentions = _ousting(act, mentions)
        speakers = _speaking(act, mentions, before)
        own = speakers or _spoken_to(act, mentions) or _dealt_with(act, mentions, before, offset)
        added = tuple(range(len(mentions), len(mentions) + len(own)))
        sided = replace(act, actors=added) if speakers else replace(act, recipients=added)
        out.append(sided if own else act)
        mentions = [*mentions, *own]
    return out, mentions


def _facing_its_own(act: Act, mentions: list[Mention], before: Sequence[Mention]) -> tuple[Act, list[Mention]]:
    """Rebels, the opposition and others of no told land with whom a state treats, to whom it speaks or yields, or whom it fights are its own, where
    nobody of another land is named: "Burundi signed a peace deal with *the rebels*".
    """
    parties = (*act.actors, *act.recipients)
    bands = [p for p in parties if mentions[p].actor.sector in unnamed.IRREGULAR and _is_a_band(mentions[p], act.token)]
    insiders = [p for p in parties if mentions[p].actor.sector in INSIDERS and is_of_no_land(mentions[p], act.token)]
    risen = [*bands, *insiders]
    if not risen:
        return act, mentions
    states = [mentions[p] for p in parties if p not in risen]
    lands = {m.actor.country for m in states}
    land = next(iter(lands), None)
    near = _named_near(act, mentions, before)
    if any(about.is_sent(m) or not domestic.KEEPING_PEACE.isdisjoint(m.actor.text.lower().split()) for m in states):
        return act, mentions  # "rebels freed Fijian *peacekeepers*"
    if len(lands) != 1 or near != {land} or land in ontology.table()["international"]:
        return act, mentions
    between = set(act.actors) & set(risen) and not act.recipients
    fought = (
        act.type in FOUGHT and set(risen) <= set(act.recipients) and not insiders and land not in world().expeditionary
    )
    faced = act.type in FACED or act.match.frame.id == BROKEN_OFF or (act.type in TREATED and between) or fought
    ruling = all(m.actor.sector in RULERS | SOLDIERS for m in states)
    if (
        not faced
        or not ruling
        or land in world().go_betweens
        or (act.type in GOING_BETWEEN and land in world().expeditionary)
    ):
        return act, mentions
    why = f"{land}, whose state they face"
    own = [_of(mentions[p], states[0], why) for p in risen]
    where = dict(zip(risen, range(len(mentions), len(mentions) + len(own)), strict=True))
    moved = replace(
        act,
        actors=tuple(where.get(p, p) for p in act.actors),
        recipients=tuple(where.get(p, p) for p in act.recipients),
    )
    return moved, [*mentions, *own]


def _at_its_minority(act: Act, mentions: list[Mention]) -> tuple[Act, list[Mention]]:
    """What is an *ethnic* group's is of the land whose rulers or soldiers do something to it, not of the people's other home: "Serbian police searched
    *ethnic Albanian* villages".
    """
    doc, land = act.token.doc, _land(act, mentions)
    if land is None or not {mentions[a].actor.sector for a in act.actors} <= RULERS | SOLDIERS:
        return act, mentions
    ethnic = [r for r in act.recipients if mentions[r].kind == "modifier" and _is_ethnic(doc, mentions[r])]
    if not ethnic:
        return act, mentions
    doer = mentions[act.actors[0]]
    own = [_of(mentions[r], doer, f"{land}, whose minority it is") for r in ethnic]
    where = dict(zip(ethnic, range(len(mentions), len(mentions) + len(own)), strict=True))
    return replace(act, recipients=tuple(where.get(r, r) for r in act.recipients)), [*mentions, *own]


def _ousting(act: Act, mentions: list[Mention]) -> tuple[Act, list[Mention]]:
    """Soldiers of no told land who oust a land's rulers are its own: "*soldiers* overthrew the president of Benin"."""
    befallen = {mentions[r].actor.country for r in act.recipients}
    soldiers = [a for a in act.actors if mentions[a].actor.sector == "MIL" and is_of_no_land(mentions[a], act.token)]
    if act.match.frame.id != COUP or len(befallen) != 1 or None in befallen or len(soldiers) != len(act.actors):
        return act, mentions
    why = f"{next(iter(befallen))}, whose rulers they oust"
    own = [_of(mentions[a], mentions[act.recipients[0]], why) for a in soldiers]
    return replace(act, actors=tuple(range(len(mentions), len(mentions) + len(own)))), [*mentions, *own]


def _is_ethnic(doc: Doc, mention: Mention) -> bool:
    """Whether a nationality stands behind "ethnic"."""
    return mention.head > 0 and doc[mention.head - 1].lower_ == "ethnic"


def _is_a_band(mention: Mention, near: Token) -> bool:
    """Whether rebels are told by common words and by their creed only ("*Maoist* rebels", "rebel fighters")."""
    if mention.actor.country is not None or mention.head < 0 or mention.kind == "pronoun":
        return False
    phrase = [t for t in near.doc[mention.head].subtree if t.i <= mention.head]
    words = {t.lemma_.lower() for t in phrase}
    plain = all(not t.text[:1].isupper() or t.is_sent_start or t.lower_ in world().creeds for t in phrase)
    return (
        plain
        and (FOREIGN - ARMED_MEN).isdisjoint(words)
        and unnamed.STRANGERS.isdisjoint(words - ARMED_MEN)
        and not words & {"other", *unnamed.ANY, *unnamed.POSSESSIVES}
    )


def _speaking(act: Act, mentions: Sequence[Mention], before: Sequence[Mention]) -> list[Mention]:
    """People of no told land who ask something of, or charge, the rulers of the only one that is named: "*islanders* begged the Greek government"."""
    if act.type not in APPEALING or not act.actors or not act.recipients:
        return []
    lands = {mentions[r].actor.country for r in act.recipients}
    land = next(iter(lands))
    if len(lands) != 1 or land is None or land in ontology.table()["international"]:
        return []
    if not all(mentions[r].actor.sector in GOVERNING for r in act.recipients):
        return []
    near = _named_near(act, mentions, before)
    people = [mentions[a] for a in act.actors]
    if near != {land} or not all(m.actor.sector in unnamed.PRIVATE and is_of_no_land(m, act.token) for m in people):
        return []
    return [_of(m, mentions[act.recipients[0]], f"{land}, to whose rulers they speak") for m in people]


def _spoken_to(act: Act, mentions: Sequence[Mention]) -> list[Mention]:
    """The rulers to whom people of their land speak."""
    speaker = _speaker(act, mentions) or _ordering(act, mentions)
    why = f"{speaker.actor.country}, whose own speak to it" if speaker else ""
    return [_of(mentions[r], speaker, why) for r in act.recipients] if speaker else []


def _dealt_with(act: Act, mentions: Sequence[Mention], before: Sequence[Mention], offset: int) -> list[Mention]:
    """Those with whom the rulers of their land deal."""
    doer = _doer(act, mentions, before)
    if doer is None:
        return []
    why = f"{doer.actor.country}, whose own its rulers deal with"
    if not act.recipients:
        objects = [home.phrase(o) for o in tree.objects(act.token) if _is_held(o, act) and _may_be_own(o)]
        return [home.understood(doer, words, offset, "CVL", why) for words in objects[:1]]
    tried = {mentions[a].actor.sector for a in act.actors} <= JUSTICE
    if not all(
        is_of_no_land(mentions[r], act.token) or is_held_by_name(mentions[r], act) or (tried and _is_armed(mentions[r]))
        for r in act.recipients
    ):
        return []
    return [_of(mentions[r], doer, why) for r in act.recipients]


def _is_armed(mention: Mention) -> bool:
    """Whether somebody is told by a creed or by his arms alone: courts and police deal with those at home ("jailed *14 Islamists*")."""
    words = mention.actor.text.lower().split()
    called = mention.actor.id is None and mention.actor.country is None
    return called and words[-1].removesuffix("s") in ARMED_MEN and (unnamed.STRANGERS | {"foreign"}).isdisjoint(words)


def is_held_by_name(mention: Mention, act: Act) -> bool:
    """Whether somebody whom the lexicon lacks is held or tried by his name alone: "a court in Baku convicted *Elshan Agayev*"; a foreigner's land
    would be told.
    """
    mode = act.match.frame.mode
    held = (act.type == "COERCE" and mode in HOLDING) or (act.type == "SANCTION" and mode == "convict")
    held = held or selection.is_tried(act)
    return held and mention.kind == "stranger" and mention.actor.sector == "UNK" and mention.actor.country is None


def _doer(act: Act, mentions: Sequence[Mention], before: Sequence[Mention]) -> Mention | None:
    """Who rules the land where an act of force or release is done, where neither its sentence nor the one before names another."""
    sectors = {mentions[a].actor.sector for a in act.actors}
    freed = act.type == "RETREAT" and act.match.frame.mode in FREED
    convicted = act.type == "SANCTION" and act.match.frame.mode == "convict"
    if act.type == "SANCTION" and act.match.frame.mode == "expel" and sectors and sectors <= MEMBERED:
        return None if _land(act, mentions) is None or _names_others(act, mentions) else mentions[act.actors[0]]
    policed = (act.type == "ASSAULT" or convicted) and (sectors <= JUSTICE or act.token.lemma_ in PUT_TO_DEATH)
    if not (act.type == "COERCE" or freed or policed or _is_of_office(act, mentions)) or not act.actors:
        return None
    land = _land(act, mentions)
    if land is None:
        return None
    placed = any(m.place and m.actor.country == land for m in mentions)
    inside = placed or land not in world().expeditionary
    if not sectors <= (RULERS | SOLDIERS if inside else RULERS):
        return None
    beside = bystanders.close(mentions, act.token)
    near = {m.actor.country for m in beside if m.actor.country and m.head >= 0 and not _is_goal(m, act.token)}
    told = {m.actor.country for m in before if m.actor.country and m.head >= 0}
    if near - {land} or (told - {land} and not (placed or sectors <= JUSTICE)):
        return None
    return mentions[act.actors[0]]


def _names_others(act: Act, mentions: Sequence[Mention]) -> bool:
    """Whether the sentence names another land than that of those who act."""
    beside = bystanders.close(mentions, act.token)
    return any(m.actor.country not in (None, _land(act, mentions)) for m in beside if m.head >= 0)


def _named_near(act: Act, mentions: Sequence[Mention], before: Sequence[Mention]) -> set[str | None]:
    """The lands that an act's sentence, but around the act, and the one before name."""
    near = (*bystanders.close(mentions, act.token), *before)
    return {m.actor.country for m in near if m.actor.country and m.head >= 0}


def _is_goal(mention: Mention, near: Token) -> bool:
    """Whether a land is only where somebody travels or a load is from: "kept a writer from boarding a flight *to Miami*", "from leaving for
    *Geneva*", "found rifles in a container *from China*".
    """
    where = near.doc[mention.head].head
    if where.lower_ == "from" and where.head.lemma_.lower() in LOADS:
        return True
    return where.i > near.i and where.lower_ in ("to", "for") and where.head.lemma_ in JOURNEYS


def _is_of_office(act: Act, mentions: Sequence[Mention]) -> bool:
    """Whether somebody who held an office is accused or threatened ("Peru charged *the former president* with theft"), or somebody in office
    is dismissed ("Jordan's king dismissed *the prime minister*").
    """
    sectors = {mentions[r].actor.sector for r in act.recipients}
    if act.match.frame.id == "sanction.dismiss" and sectors and sectors <= RULERS | SOLDIERS:
        return True
    return act.type in TRYING and sectors == {"ELI"}


def _land(act: Act, mentions: Sequence[Mention]) -> str | None:
    """The only state of those who act."""
    lands = {mentions[a].actor.country for a in act.actors}
    land = next(iter(lands), None)
    return None if len(lands) != 1 or land in ontology.table()["international"] else land


def _speaker(act: Act, mentions: Sequence[Mention]) -> Mention | None:
    """People, a party or a parliament of one state who speak to, or march against, *the government*, *the police*, which no word says is another's."""
    if act.type not in SPOKEN or _land(act, mentions) is None:
        return None
    if not {mentions[a].actor.sector for a in act.actors} <= scene.CRITICS | unnamed.PRIVATE:
        return None
    if any(about.is_sent(mentions[a]) for a in act.actors):
        return None  # the Pope
    spoken_to = [mentions[r] for r in act.recipients]
    if not spoken_to or not all(_is_the_ruler(m, act.token) for m in spoken_to):
        return None
    return mentions[act.actors[0]]


def _ordering(act: Act, mentions: Sequence[Mention]) -> Mention | None:
    """Who gives orders to *the army*, *the police*, and judges who give them to *the government*, whatever other land is named beside: "a Thai court
    told *the prime minister* to publish the treaty with Cambodia".
    """
    if act.type != "REQUEST" or act.token.lemma_ not in ORDERS or _land(act, mentions) is None or not act.recipients:
        return None
    sectors = {mentions[a].actor.sector for a in act.actors}
    obeying = GOVERNING if sectors == {"JUD"} else ARMED_SERVICES if sectors <= RULERS else frozenset()
    ordered = [mentions[r] for r in act.recipients]
    if any(about.is_sent(mentions[a]) for a in act.actors) or not {m.actor.sector for m in ordered} <= obeying:
        return None
    return mentions[act.actors[0]] if all(is_of_no_land(m, act.token) for m in ordered) else None


def _is_the_ruler(mention: Mention, near: Token) -> bool:
    """Whether a party is "the government", "the police", "the president", of no told land."""
    return mention.actor.sector in GOVERNING and unnamed.is_definite(mention) and is_of_no_land(mention, near)


def is_of_no_land(mention: Mention, near: Token) -> bool:
    """Whether a party is told by a common noun of no country, and may be at home: "a man", "81 suspects"."""
    called = mention.kind == "noun" or mention.actor.text.islower()
    if mention.actor.country is not None or not called or mention.head < 0:
        return False
    return _may_be_own(near.doc[mention.head])


def _is_held(noun: Token, act: Act) -> bool:
    """Whether an object that is no party is somebody or something that is held ("arrested *the accountant-general*", "searched *a house*"), not the
    deed itself ("staged *a coup*").
    """
    return noun.pos_ == "NOUN" and (act.match.frame.mode in HOLDING or noun.lemma_.lower() in targets.TARGETS)


def _may_be_own(noun: Token) -> bool:
    """Whether a phrase names nobody and doesn't sound of people from elsewhere, of anybody's kin, or of those told of before."""
    phrase = [t for t in noun.subtree if t.i <= noun.i or t.head == noun]
    before = [t.lower_ for t in phrase if t.i < noun.i]
    words = {t.lemma_.lower() for t in noun.subtree} | {t.lower_ for t in noun.subtree}
    told_by_name = any(t.lower_ == "the" for t in noun.children)  # "*the* former minister, *Kamau Thuo*"
    named = any(_is_name(t) for t in phrase if not (told_by_name and t.dep_ == "appos"))
    return (
        not named
        and all(t.pos_ in OPEN or t.dep_ == "appos" or (t.pos_ == "PROPN" and t.is_lower) for t in phrase)
        and FOREIGN.isdisjoint(words)
        and unnamed.STRANGERS.isdisjoint(words)
        and not unnamed.POSSESSIVES & {t.lower_ for t in noun.children if t.i < noun.i}
        and not any(word in unnamed.ANY or word == "other" for word in before)
    )


def _is_name(word: Token) -> bool:
    """Whether a word is a name's; what headlines write small is none, whatever the parser takes it for ("EFCC frees *ex-governor*")."""
    return word.pos_ == "PROPN" and not word.is_lower


def _of(mention: Mention, doer: Mention, why: str) -> Mention:
    actor = replace(mention.actor, country=doer.actor.country)
    return replace(mention, actor=actor, why=(*mention.why, why))
