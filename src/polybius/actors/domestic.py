"""Whose police, army or protesters a report means when it doesn't say: those of the country where its sentence is set, of their owners, their
critics, their fellows, or of the only state that deals with them.

What the report leaves open stays open.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from polybius.actors import about, scene, unnamed, war
from polybius.actors.lands import KINDS
from polybius.lexicon.world import world
from polybius.model import Mention

OWN = frozenset({"OPP", "JRN", "EDU", "LEG", "JUD", "LAB", "AGR", "SOC", "PTY", "REL", "BUS", "MED", "COP"})
WATCHDOGS = frozenset(
    "inquiry truth corruption graft auditor auditors ombudsman comptroller attorney electoral election".split()
)
OF_BANDS, BANDS = (
    frozenset("leader leaders member members fighter fighters commander commanders militants activists".split()),
    frozenset({"REB", "OPP", "PTY", "SEP", "PRM", "UAF"}),
)
FORMER = frozenset({"predecessor", "predecessors"})  # in an office of the same state
# Whom a firm, a paper or a charity employs, as a state does ("two of *its engineers*").
STAFF = frozenset(
    """engineer engineers worker workers employee employees staff staffer staffers executive executives technician technicians driver drivers
    journalist journalists reporter reporters correspondent correspondents cameraman photographer doctor doctors nurse nurses volunteers""".split()
)
# Officials with whom the police of other lands deal.
ABROAD = frozenset(
    "agent agents spy spies intelligence diplomat diplomats envoy consul attache attaché commandos operatives embassy".split()
)
AUTHORITIES = frozenset(
    {"the authorities", "the government", "the electoral commission", "the junta", "the regime", "the generals"}
)
ABOVE = frozenset({"", "GOV", "MIL", "SPY", "REB", "UAF", "PRM"})  # who don't speak to those who rule from below
FELLOWS = frozenset({"LEG", "GOV", "PTY", "LAB", "EDU", "JRN", "REL", "SOC", "MED", "BUS", "AGR"})
# Whom those at home deal with: a state as a whole, or private people of it, strangers deal with too.
HOME_SIDES = frozenset({"GOV", "COP", "LEG", "JUD", "OPP", "PTY"})
FACING_REBELS = frozenset({"", "GOV", "PTY", "MIL"})
PERSONAL = frozenset({"he", "she", "him", "her"})
KEEPING_PEACE = frozenset({"peacekeeper", "peacekeepers"})  # abroad: "rebels freed *Fijian peacekeepers*"
_OF_THE_COUNTRY = re.compile(r"(?:the|this) (country|nation|kingdom|republic|emirate|sultanate)['’]s ", re.IGNORECASE)


def located(mentions: Sequence[Sequence[Mention]], dated: str | None = None) -> list[list[Mention]]:
    """Mentions whose sector is known and whose country isn't, with the country of their sentence's place or report; ``dated`` is the land of its
    dateline.
    """
    prevailing = about.focus(mentions, dated)
    abroad = any(
        m.actor.sector in unnamed.IRREGULAR and m.actor.country not in (None, prevailing)
        for sentence in mentions
        for m in sentence
    )
    bands = {m.actor.country for sentence in mentions for m in sentence if m.actor.sector in unnamed.IRREGULAR}
    mentions = [[_with_its_rulers(_of_its_critic(m, sentence), sentence) for m in sentence] for sentence in mentions]
    mentions = [[_of_its_house(m, sentence) for m in sentence] for sentence in mentions]
    mentions = [[of_its_owner(_of_its_kin(m, sentence), sentence) for m in sentence] for sentence in mentions]
    how = (
        scene.ALONE
        if len({m.actor.country for sentence in mentions for m in sentence if about.is_state(m)}) == 1
        else scene.REPORT
    )
    before = [(None, None), *((scene.place(sentence), scene.only_state(sentence)) for sentence in mentions)]
    long = len(mentions) >= about.LONG
    placed = [
        [
            scene.at_home(
                m,
                *scene.of_its_war(
                    m,
                    sentence,
                    scene.of_clause(
                        m, sentence, (None if abroad and scene.is_of_war(m) else prevailing, how), told, long
                    ),
                    prevailing,
                    bands,
                ),
                scene.is_mixed(sentence) and not scene.is_fought_there(m, sentence),
            )
            for m in sentence
        ]
        for sentence, told in zip(mentions, before, strict=False)
    ]
    theatre, ground = (war.theatre([about.states(s) for s in mentions], armed) for armed in (True, False))
    placed = [
        [war.of_no_army(war.of_a_people(m, sentence, about.states(sentence), ground)) for m in sentence]
        for sentence in placed
    ]
    placed = [[_of_its_fellows(m, sentence) for m in sentence] for sentence in placed]
    lands = Counter(m.actor.country for sentence in mentions for m in sentence if about.is_state(m) and m.back < 1)
    placed = [[_of_the_host(m, sentence, lands) for m in sentence] for sentence in placed]
    placed = [[_of_the_country(m, sentence, prevailing, lands) for m in sentence] for sentence in placed]
    placed = [
        [war.of_the_land_at_war(m, about.states(sentence), prevailing, theatre) for m in sentence]
        for sentence in placed
    ]
    home = about.of_the_lead(mentions)
    placed = [[_over_its_own(_under_its_own(m, sentence, home), sentence) for m in sentence] for sentence in placed]
    return [[_towards_its_own(m, sentence, prevailing) for m in sentence] for sentence in placed]


def _of_its_critic(mention: Mention, sentence: Sequence[Mention]) -> Mention:
    """Those who govern or command, to whom people, an opposition, a parliament or a union of the only state named speak or do something,
    are its own ("Corbyn accused *the government*", "Coptic bishops praised *the army*").
    """
    actor = mention.actor
    if (
        actor.country is not None
        or actor.sector not in scene.RULING
        or mention.subject
        or actor.text.lower() in unnamed.POSSESSIVES
        or not unnamed.is_definite(mention)
    ):
        return mention
    states = [m for m in sentence if about.is_state(m)]
    below = [m for m in states if m.subject and m.clause == mention.clause and m.actor.sector not in ABOVE]
    if any(about.is_sent(m) for m in below):
        return mention
    opposed = actor.text.lower() in unnamed.GOVERNMENTS and all(
        m.actor.sector in scene.CRITICS | unnamed.PRIVATE for m in below
    )
    if not below or len({m.actor.country for m in (below if opposed else states)}) != 1:
        return mention
    country = below[0].actor.country
    return replace(
        mention, actor=replace(actor, country=country), why=(*mention.why, f"{country}, whose people speak to it")
    )


def _with_its_rulers(mention: Mention, sentence: Sequence[Mention]) -> Mention:
    """Rebels of no told land who are named in one breath with the government or army of one, as its own wherever that is: "*Niger's army and Tuareg
    rebels* exchanged prisoners in Tripoli". Armies that fight abroad go with rebels of others.
    """
    if mention.actor.country is not None or mention.actor.sector != "REB" or mention.group < 0:
        return mention
    rulers = {
        m.actor.country
        for m in sentence
        if m.group == mention.group
        and about.is_state(m)
        and (m.actor.sector == "GOV" or (m.actor.sector == "MIL" and m.actor.country not in world().expeditionary))
    }
    fellows = {m.actor.country for m in sentence if m.group == mention.group and m.actor.country}
    if len(rulers) != 1 or fellows != rulers:
        return mention
    country = rulers.pop()
    why = (*mention.why, f"{country}, as whose rulers are named with them")
    return replace(mention, actor=replace(mention.actor, country=country), why=why)


def _of_its_house(mention: Mention, sentence: Sequence[Mention]) -> Mention:
    """Those who sit in a parliament that their sentence names before are its own ("addressed *the French parliament* and urged *the deputies* to act")."""
    actor = mention.actor
    if actor.country is not None or actor.sector != "LEG" or not mention.plural or not unnamed.is_definite(mention):
        return mention
    houses = [
        m
        for m in sentence
        if 0 <= m.head < mention.head and m.actor.sector == "LEG" and m.nature == "body" and about.is_state(m)
    ]
    if len({m.actor.country for m in houses}) != 1:
        return mention
    land = houses[-1].actor.country
    return replace(
        mention, actor=replace(actor, country=land), why=(*mention.why, f"{land}, as {houses[-1].actor.name}")
    )


def _of_its_kin(mention: Mention, sentence: Sequence[Mention]) -> Mention:
    """Somebody's kin who is told in one breath with him is of his land: "killed a Togolese farmer *and his son*"."""
    words = mention.actor.text.lower().split()
    kin = mention.actor.country is None and words[0] in unnamed.POSSESSIVES and words[-1] in unnamed.KIN
    if not kin or mention.group < 0:
        return mention
    before = [m for m in sentence if m.group == mention.group and m.head < mention.head and about.is_state(m)]
    if len({m.actor.country for m in before}) != 1:
        return mention
    country = before[-1].actor.country
    reason = f"{country}, as {before[-1].actor.name} whose kin it is"
    return replace(mention, actor=replace(mention.actor, country=country), why=(*mention.why, reason))


def _is_craft(mention: Mention) -> bool:
    """Whether a party is a ship, a plane or a weapon, which is nobody's "he": "a *Kenyan drone* killed a rebel and his driver"."""
    words = {*mention.actor.role.split()[-1:], *mention.actor.text.lower().split()[-1:]}
    return not {w.removesuffix("s") for w in words}.isdisjoint(world().warcraft | scene.UNMANNED)


def _is_agency(mention: Mention) -> bool:
    """Whether a party is a body of many lands that has people in the field: "the Red Cross", "the World Food Programme"."""
    return mention.actor.country in ("NGO", "UNO", "IGO") and mention.kind == "name"


def of_its_owner(mention: Mention, sentence: Sequence[Mention]) -> Mention:
    """Forces, ministers, police and citizens with a possessive are of the state of whoever that is ("Trump called *his generals*",
    "Syria gasses *its own people*"); with "whose" of who is named right before.
    """
    actor = mention.actor
    words = actor.text.lower().split()
    employed = words[-1] in STAFF and words[0] == "its"
    owned = actor.sector in unnamed.OFFICIAL or unnamed.is_citizen(actor.sector, words[-1]) or words[-1] in FORMER
    owned = owned or employed
    if actor.country is not None or not owned or words[0] not in unnamed.POSSESSIVES or len(words) == 1:
        return mention  # "British Airways refused *her* a seat" is no phrase of an owner
    before = [m for m in sentence if 0 <= m.head < mention.head]
    owners = [m for m in before if m.subject and (about.is_state(m) or (employed and _is_agency(m)))]
    if words[0] in ("his", "her"):  # "*Australia* appealed to his army": no land is a he
        owners = [m for m in owners if m.nature != "state" and not _is_craft(m)]
    if words[0] == "its":  # "vowed revenge after *rebels* ambushed its troops": not theirs
        owners = [m for m in owners if not m.plural]
    if words[-1] in OF_BANDS and words[0] == "its":  # "shut a rebel group's office and expelled *its leaders*"
        owners = [m for m in before if m.actor.sector in BANDS and about.is_state(m)][-1:] or owners
    if words[0] == "whose":  # "Chad attacked *Libya, whose army* fled"
        owners = [m for m in before[-1:] if about.is_state(m)]
    others = (
        ()
        if employed or actor.sector in scene.RULING
        else (m for m in owners if m.actor.sector not in ("", *unnamed.OFFICIAL))
    )
    if len({m.actor.country for m in owners}) != 1 or any(others):
        return mention
    owner = owners[-1]
    reason = f"{owner.actor.country}, as {owner.actor.name} is whose"
    return replace(mention, actor=replace(actor, country=owner.actor.country), why=(*mention.why, reason))


def _of_its_fellows(mention: Mention, sentence: Sequence[Mention]) -> Mention:
    """Those who act together with institutions of a land are of it, wherever that is done ("MPs, *trade unionists* and *academics*"), and rebels
    of the land with whose rulers they do it ("Sudan's ruling party and *southern rebels* signed a deal in Nairobi").
    """
    irregular = mention.actor.sector in unnamed.IRREGULAR
    if not mention.scene or (not irregular and mention.actor.sector not in FELLOWS | {"CVL"}):
        return mention
    together = [m for m in sentence if m.group == mention.group and not m.scene]
    before = together if irregular else [m for m in together if m.head < mention.head]
    beside = FACING_REBELS if irregular else FELLOWS
    lands = {m.actor.country for m in before if about.is_state(m) and m.actor.sector in beside}
    if len(lands) != 1 or mention.actor.country in lands:
        return mention
    country = lands.pop()
    why = (*mention.why, f"{country}, as those named with them")
    return replace(mention, actor=replace(mention.actor, country=country), why=why, scene=False)


def _of_the_country(
    mention: Mention, sentence: Sequence[Mention], prevailing: str | None, named_lands: Counter[str | None]
) -> Mention:
    """What is *the country's* is of the only state that the sentence names, or that the report is about; what is *the emirate's* of the only
    emirate that the report names.
    """
    actor = mention.actor
    told = _OF_THE_COUNTRY.match(actor.text)
    if actor.country is not None or told is None:
        return mention
    kind = KINDS.get(told[1].lower(), frozenset()) & named_lands.keys()
    if len(kind) == 1:
        meant = next(iter(kind))
        return replace(
            mention, actor=replace(actor, country=meant), why=(*mention.why, f"{meant}, the {told[1]} meant")
        )
    named = [m for m in sentence if about.is_state(m)]
    leading = {m.actor.country for m in named if m.subject and m.head < mention.head}
    lands = leading if len(leading) == 1 else {m.actor.country for m in named} or {prevailing}
    land = lands.pop() if len(lands) == 1 else None
    if land is None:
        return mention
    return replace(mention, actor=replace(actor, country=land), why=(*mention.why, f"{land}, the country meant"))


def _deals_with_strangers(mention: Mention, named: Sequence[Mention]) -> bool:
    """Whether police deal with such officials as other lands send: "police blamed *Libyan agents*"."""
    police = mention.subject and mention.actor.sector == "COP"
    return police and any(not ABROAD.isdisjoint(m.actor.text.lower().split()) for m in named)


def _over_its_own(mention: Mention, sentence: Sequence[Mention]) -> Mention:
    """Judges, police and those who look into the deeds of rulers, in whose sentence officials of one state only are named, deal with their own
    ("a judge charged 12 Peruvian officials", "*the truth commission* blamed the Chadian army").
    """
    actor = mention.actor
    named = [m for m in sentence if about.is_state(m)]
    watching = actor.sector == "GOV" and not WATCHDOGS.isdisjoint(actor.text.lower().replace("-", " ").split())
    if actor.country is not None or not mention.subject or (actor.sector not in ("JUD", "COP") and not watching):
        return mention
    if len({m.actor.country for m in named}) != 1 or not all(m.actor.sector in unnamed.OFFICIAL for m in named):
        return mention
    if _deals_with_strangers(mention, named):
        return mention
    country = named[0].actor.country
    return replace(
        mention, actor=replace(actor, country=country), why=(*mention.why, f"{country}, whose officials it deals with")
    )


def _towards_its_own(mention: Mention, sentence: Sequence[Mention], prevailing: str | None) -> Mention:
    """Those whom a sentence names by their role only, and who deal with officials, forces, parties or courts of the only state named, are of
    that state: "*coal miners* rejected the Polish government's offer", "*guerrillas* ambushed Philippine marines".
    """
    actor = mention.actor
    states = [m for m in sentence if about.is_state(m)]
    if actor.country is not None or mention.kind == "pronoun" or len({m.actor.country for m in states}) != 1:
        return mention
    if mention.back >= 0 and actor.text.lower() in PERSONAL:
        return mention  # "*She* offered to meet the French minister": as whom she is
    country = states[0].actor.country
    if any(m.actor.role.split()[-1:] and m.actor.role.split()[-1] in about.SENT | KEEPING_PEACE for m in states):
        return mention  # "the foreign ministry summoned the Afghan ambassador"
    if _deals_with_strangers(mention, states):
        return mention
    if mention.subject and actor.role.removesuffix("s") in world().warcraft:
        return mention  # what chases or fires on those of the only land named is nearly always another's: "*a frigate* turned its guns on a Greek trawler"
    if (
        prevailing not in (None, country)
        or unnamed.is_anyones(mention)
        or unnamed.is_named(mention)
        or scene.PEOPLE.search(actor.text)
    ):
        return mention
    governed = actor.sector in scene.RULING and any(m.subject and m.actor.sector in ("", "GOV") for m in states)
    if not mention.subject and governed:
        return mention  # "Kenya's foreign minister met *the president*"
    sectors = {m.actor.sector for m in states}
    citizens = not unnamed.CITIZENS.isdisjoint((actor.role, actor.text.split()[-1].lower()))
    inner = (
        actor.sector in OWN
        or (actor.sector == "CVL" and citizens)
        or (actor.sector in scene.RULING and unnamed.is_definite(mention) and " of " not in actor.text)
    )
    armed = (
        actor.sector in unnamed.IRREGULAR
        and country not in world().expeditionary
        and not sectors.isdisjoint(("MIL", "COP", "GOV"))
    )
    ousted = (
        inner and actor.sector in ("GOV", "MIL") and "ELI" in sectors
    )  # "the junta held *the former Malian minister*"
    if not (inner and sectors & HOME_SIDES) and not ousted and not armed:
        return mention
    return replace(
        mention,
        actor=replace(actor, country=country),
        why=(*mention.why, f"{country}, the only state named, with whose own it deals"),
    )


def _under_its_own(mention: Mention, sentence: Sequence[Mention], home: str | None) -> Mention:
    """Institutions and citizens to whom the only state of a clause does something are its own ("Vietnam jailed a dissident"). Where the lead
    tells another land, ``home``, *the* deputies may be of that (`homeland.py`).
    """
    actor = mention.actor
    # Who acts in another clause says nothing of this one; where somebody went there does.
    states = about.states(sentence)
    named = [m for m in states if m.clause == mention.clause or not m.subject]
    if any(m.subject and about.is_sent(m) for m in named):
        return mention  # "the American embassy criticised *the court*"
    above = {m.actor.country for m in states if m.subject and m.clause != mention.clause}
    if actor.text.split()[0].lower() in unnamed.POSSESSIVES and above - {m.actor.country for m in named}:
        return mention  # "China protested at the sanctions that America put on *its firms*"
    if actor.sector == "MIL" and not named and all(m.actor.sector in unnamed.IRREGULAR for m in states):
        named = (
            states  # "it had seized *and killed* soldiers": rebels who share a verb's subject fight their own land's
        )
    if (
        actor.country is not None
        or mention.subject
        or len({m.actor.country for m in named}) != 1
        or unnamed.is_anyones(mention)
    ):
        return mention
    citizens = not unnamed.CITIZENS.isdisjoint((actor.role, actor.text.split()[-1].lower()))
    tried = {m.actor.sector for m in named if m.subject} <= {"JUD", "COP"} and actor.sector in (
        "ELI",
        "GOV",
        "MIL",
        "PTY",
        "CRM",
    )
    own = actor.sector in OWN or (actor.sector == "CVL" and citizens) or tried
    fought = actor.sector in ("MIL", "COP", "GOV", "CVL") and all(
        m.actor.sector in unnamed.IRREGULAR for m in named if m.subject
    )
    if not (own or fought) or not any(m.subject for m in named):
        return mention
    country = named[0].actor.country
    ruling = all(m.actor.sector in ("", "GOV") for m in named if m.subject)
    if home not in (None, country) and ruling and actor.text.lower().startswith(("the ", "all ")):
        return mention
    return replace(
        mention,
        actor=replace(actor, country=country),
        why=(*mention.why, f"{country}, the only state named, acts on it"),
    )


def _of_the_host(mention: Mention, sentence: Sequence[Mention], named_lands: Counter[str | None]) -> Mention:
    """The court, the deputies, the authorities to whom only an embassy, or another state than the report is about, speaks are of the report's
    land: "*The American embassy* criticised the court", "*Washington* commended the electoral commission" in a report on Malawi.
    """
    actor = mention.actor
    if actor.country is not None or mention.kind != "noun" or mention.subject or not unnamed.is_definite(mention):
        return mention
    if actor.sector not in ("JUD", "LEG", "OPP", "COP", "ELI") and actor.text.lower() not in AUTHORITIES:
        return mention
    if mention.actor.text.split()[0].lower() != "the" or unnamed.is_anyones(mention) or unnamed.is_named(mention):
        return mention
    named = about.states(sentence)
    speaking = {m.actor.country for m in named if m.subject and m.clause == mention.clause}
    if len(speaking) != 1 or speaking != {m.actor.country for m in named}:
        return mention
    others = Counter({land: n for land, n in named_lands.items() if land not in speaking})
    host, number = others.most_common(1)[0] if others else (None, 0)
    if (
        number < about.FOCUS_LEAST
        or number < about.FOCUS_SHARE * others.total()
        or number < max(named_lands[s] for s in speaking)
    ):
        return mention
    if any(m.subject and m.actor.sector not in ("", "GOV", "REL") for m in named):
        return mention
    why = (*mention.why, f"{host}, where the report is set, to which another land speaks")
    return replace(mention, actor=replace(actor, country=host), why=why)
