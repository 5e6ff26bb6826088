"""Whose police, army or protesters a report means when it doesn't say: those of the country where its sentence is set.

Only what institutions and inhabitants do at home is read so; what the report leaves open stays open.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from polybius.actors import war
from polybius.actors.lands import KINDS
from polybius.actors.terms import OF_NO_LAND
from polybius.lexicon import ontology
from polybius.model import Mention

AT_HOME = frozenset("COP GOV JUD LEG MIL OPP PTY CVL LAB EDU AGR MED REL SOC JRN REB UAF CRM PRM BUS SPY REF".split())
OWN = frozenset({"OPP", "JRN", "EDU", "LEG", "JUD", "LAB", "AGR", "SOC", "PTY", "REL", "BUS", "MED", "COP"})
CITIZENS = frozenset(
    "protester protesters demonstrator demonstrators activist activists citizen citizens resident residents villager villagers dissident dissidents "
    "voter voters blogger bloggers campaigner campaigners prisoner prisoners minority witness witnesses survivor survivors relative relatives "
    "inhabitant inhabitants mourner mourners townspeople".split()
)
ARMED = frozenset({"MIL", "REB", "UAF", "PRM", "SPY", "GOV"})
OFFICIAL = frozenset({"GOV", "MIL", "LEG", "PTY", "COP", "JUD"})
INSTITUTIONAL = OFFICIAL | {"SPY", "OPP", "LAB", "BUS"}
IRREGULAR = frozenset({"REB", "UAF", "PRM"})
# Who hold a land aren't of it: "*occupation* soldiers in Hebron" are those whom everybody means there.
OCCUPYING = frozenset({"occupation", "occupying"})
OCCUPIED = {"PSE": "ISR"}
# Armed men of more states than one.
ALLIED = frozenset({"international", "multinational", "coalition", "allied", "allies", "foreign"})
ANY = frozenset({"every", "any", "no", "neither", "either", "such", "another", "most"})
POSSESSIVES = frozenset({"his", "her", "their", "my", "our", "your", "its", "whose"})
WATCHDOGS = frozenset(
    "inquiry truth corruption graft auditor auditors ombudsman comptroller attorney electoral election".split()
)
FORMER = frozenset({"predecessor", "predecessors"})  # in an office of the same state
NATIONALS = frozenset(
    """people citizen citizens national nationals civilian civilians population subjects voters expatriates compatriots countrymen villagers residents
    inhabitants pilgrims athletes""".split()
)
LIVELIHOODS = frozenset(
    {"AGR", "EDU", "JRN", "LAB", "MED"}
)  # whose people are a state's: "India's navy freed *its fishermen*"
GOVERNMENTS = frozenset(
    {"the government", "the regime", "government", "ministers", "the cabinet", "government ministers", "the ministers"}
)
# As headlines name the one there is: "PDP slams *Presidency*".
BARE = frozenset({"presidency", "senate", "parliament", "electoral commission", "army chief", "police chief", "finance minister", "interior minister",
                  "defence minister", "information minister", "attorney-general", "attorney general", "chief justice", "central bank", "junta"})  # fmt: skip
CAPTIVES = frozenset("prisoners captives hostages detainees prisoner captive hostage detainee bodies remains".split())
AUTHORITIES = frozenset(
    {"the authorities", "the government", "the electoral commission", "the junta", "the regime", "the generals"}
)
FELLOWS = frozenset({"LEG", "GOV", "PTY", "LAB", "EDU", "JRN", "REL", "SOC", "MED", "BUS", "AGR"})
CRITICS = frozenset({"OPP", "LEG", "PTY", "LAB", "SOC"})
RULING, ABOVE = (
    frozenset({"GOV", "MIL", "SPY", "LEG", "JUD", "COP"}),
    frozenset({"", "GOV", "MIL", "SPY", "REB", "UAF", "PRM"}),
)
# Whom those at home deal with: a state as a whole, or private people of it, strangers deal with too.
HOME_SIDES = frozenset({"GOV", "COP", "LEG", "JUD", "OPP", "PTY"})
PRIVATE = frozenset({"CVL", "LAB", "JRN", "EDU", "REL", "MED", "BUS", "AGR", "SOC", "REF", "ELI"})
EXPEDITIONARY = frozenset(
    {"USA", "GBR", "FRA", "RUS", "ISR", "TUR", "DEU", "ITA", "SAU", "ARE", "KEN", "ETH", "RWA", "UGA"}
)  # whose soldiers fight abroad
SENT = frozenset(
    "ambassador ambassadors envoy envoys diplomat diplomats consul consuls embassy consulate delegation attache attaches chargé".split()
)
FACING_REBELS = frozenset({"", "GOV", "PTY", "MIL"})
KEEPING_PEACE = frozenset({"peacekeeper", "peacekeepers"})  # abroad: "rebels freed *Fijian peacekeepers*"
DEFINITE = frozenset({"the", "their", "its", "his", "her"})
# Of no one land, whatever the report is about: "*European* politicians".
REGIONAL = frozenset(
    "european western eastern african asian arab gulf nordic baltic balkan latin international regional global world eu".split()
)
MANY_LANDS = REGIONAL - {"western", "eastern", "regional"}  # "a delegation of *European* deputies"
KIN = frozenset(
    "mother father son daughter brother sister wife husband parents children family grandson grandmother grandfather cousin uncle aunt colleagues".split()
)
FIRED = frozenset(
    "missile missiles rocket rockets projectile projectiles warhead warheads".split()
)  # of who fires them, wherever they fly
MISSIONS = frozenset({"embassy", "embassies", "consulate", "consulates"})
STRANGERS = frozenset(
    "foreigner foreigners tourist tourists traveller travellers traveler travelers visitor visitors observer observers correspondent correspondents "
    "expatriate expatriates expats migrant migrants ambassador ambassadors consul consuls envoy envoys chaplain diplomat diplomats monitor monitors mediator mediators arbitrator "
    "arbitrators embassy embassies consulate consulates".split()
)
# Whose they are tells where they are from, not where something is done: "*its backers*".
ADHERENTS = frozenset(
    "follower followers backer backers supporter supporters sympathiser sympathisers sympathizer sympathizers partner partners ally allies fan "
    "fans admirer admirers recruit recruits proxy proxies patron patrons sponsor sponsors".split()
)
# A people, creed or side before armed men, whatever its name.
_PEOPLE = re.compile(r"\b[A-Z][a-z]+(?:ish|an|ese|i|ic|ni|ia|eg|utu|si)(?:-led)?\s|-(?:led|backed)\b|\b(?:anti|pro)-")
_BACKED = re.compile(r"-backed\b")
_OF_THE_COUNTRY = re.compile(r"(?:the|this) (country|nation|kingdom|republic|emirate|sultanate)['’]s ", re.IGNORECASE)
UNMANNED = frozenset("drone drones missile missiles rocket rockets shell shells".split())
REPORT = war.REPORT
_HEADS = re.compile(
    r"(?:[Ii]nterim |[Aa]cting |[Tt]ransitional )?(?:[Vv]ice[- ])?(?:[Pp]resident|[Pp]rime [Mm]inister|[Pp]remier|[Cc]hancellor|[Kk]ing|[Ee]mir) [A-Z]"
)
SENTENCE, BEFORE, DEED = "of the sentence's place", "where the sentence before is set", "where it was done"
ALONE = "where the report is set, which names no other state"
LONG, LEAD_LEAST = 6, 3  # sentences of a report whose lead tells its land, and how often it must be named
FOCUS_SHARE, FOCUS_LEAST = 0.6, 2  # of a report's country names: how much one must prevail to be its scene
# Long reports also tell what many other lands say of it: one that is named so often, and so much more often than any other, is their scene too.
FOCUS_OFTEN, FOCUS_AHEAD = 6, 2
DATED_SHARE = 1 / 3  # the same for the land of its dateline


def located(mentions: Sequence[Sequence[Mention]], dated: str | None = None) -> list[list[Mention]]:
    """Mentions whose sector is known and whose country isn't, with the country of their sentence's place or report; ``dated`` is the land of its
    dateline.
    """
    prevailing = focus(mentions, dated)
    abroad = any(
        m.actor.sector in IRREGULAR and m.actor.country not in (None, prevailing)
        for sentence in mentions
        for m in sentence
    )
    bands = {m.actor.country for sentence in mentions for m in sentence if m.actor.sector in IRREGULAR}
    mentions = [[_of_its_critic(m, sentence) for m in sentence] for sentence in mentions]
    mentions = [[_of_its_owner(m, sentence) for m in sentence] for sentence in mentions]
    how = ALONE if len({m.actor.country for sentence in mentions for m in sentence if is_state(m)}) == 1 else REPORT
    before = [(None, None), *((_place(sentence), _only_state(sentence)) for sentence in mentions)]
    long = len(mentions) >= LONG
    placed = [
        [
            _at_home(
                m,
                *_of_its_war(
                    m,
                    _scene(m, sentence, (None if abroad and _is_of_war(m) else prevailing, how), told, long),
                    prevailing,
                    bands,
                ),
                _is_mixed(sentence),
            )
            for m in sentence
        ]
        for sentence, told in zip(mentions, before, strict=False)
    ]
    theatre, ground = (war.theatre([_states(s) for s in mentions], armed) for armed in (True, False))
    placed = [
        [war.of_no_army(war.of_a_people(m, sentence, _states(sentence), ground)) for m in sentence]
        for sentence in placed
    ]
    placed = [[_of_its_fellows(m, sentence) for m in sentence] for sentence in placed]
    lands = Counter(m.actor.country for sentence in mentions for m in sentence if is_state(m) and m.back < 1)
    placed = [[_of_the_host(m, sentence, lands) for m in sentence] for sentence in placed]
    placed = [[_of_the_country(m, sentence, prevailing, lands) for m in sentence] for sentence in placed]
    placed = [
        [war.of_the_land_at_war(m, _states(sentence), prevailing, theatre) for m in sentence] for sentence in placed
    ]
    home = of_the_lead(mentions)
    placed = [[_over_its_own(_under_its_own(m, sentence, home), sentence) for m in sentence] for sentence in placed]
    return [[_towards_its_own(m, sentence, prevailing) for m in sentence] for sentence in placed]


def _of_its_critic(mention: Mention, sentence: Sequence[Mention]) -> Mention:
    """Those who govern or command, to whom people, an opposition, a parliament or a union of the only state named speak or do something,
    are its own ("Corbyn accused *the government*", "Coptic bishops praised *the army*").
    """
    actor = mention.actor
    if actor.country is not None or actor.sector not in RULING or mention.subject or not is_definite(mention):
        return mention
    states = [m for m in sentence if is_state(m)]
    below = [m for m in states if m.subject and m.clause == mention.clause and m.actor.sector not in ABOVE]
    if any(is_sent(m) for m in below):
        return mention
    opposed = actor.text.lower() in GOVERNMENTS and all(m.actor.sector in CRITICS | PRIVATE for m in below)
    if not below or len({m.actor.country for m in (below if opposed else states)}) != 1:
        return mention
    country = below[0].actor.country
    return replace(
        mention, actor=replace(actor, country=country), why=(*mention.why, f"{country}, whose people speak to it")
    )


def is_definite(mention: Mention) -> bool:
    """Whether a phrase means the one there is: "*the* president", "*their* government", "ministers"."""
    words = mention.actor.text.lower().split()
    return (words[0] in DEFINITE and words[-1] != "capital") or mention.actor.text.lower() in GOVERNMENTS | BARE


def is_citizen(sector: str, noun: str) -> bool:
    """Whether those whom a state calls its own are of it by what they are, not held by it, opposed to it or its guests."""
    return sector in LIVELIHOODS or (sector == "CVL" and noun in NATIONALS)


def _of_its_owner(mention: Mention, sentence: Sequence[Mention]) -> Mention:
    """Forces, ministers, police and citizens with a possessive are of the state of whoever that is ("Trump called *his generals*",
    "Syria gasses *its own people*"); with "whose" of who is named right before.
    """
    actor = mention.actor
    words = actor.text.lower().split()
    owned = actor.sector in OFFICIAL or is_citizen(actor.sector, words[-1]) or words[-1] in FORMER
    if actor.country is not None or not owned or words[0] not in POSSESSIVES:
        return mention
    before = [m for m in sentence if 0 <= m.head < mention.head]
    owners = [m for m in before if m.subject and is_state(m)]
    if words[0] in ("his", "her"):  # "*Australia* appealed to his army": no land is a he
        owners = [m for m in owners if m.nature != "state"]
    if words[0] == "whose":  # "Chad attacked *Libya, whose army* fled"
        owners = [m for m in before[-1:] if is_state(m)]
    others = () if actor.sector in RULING else (m for m in owners if m.actor.sector not in ("", *OFFICIAL))
    if len({m.actor.country for m in owners}) != 1 or any(others):
        return mention
    owner = owners[-1]
    reason = f"{owner.actor.country}, as {owner.actor.name} is whose"
    return replace(mention, actor=replace(actor, country=owner.actor.country), why=(*mention.why, reason))


def _of_its_fellows(mention: Mention, sentence: Sequence[Mention]) -> Mention:
    """Those who act together with institutions of a land are of it, wherever that is done ("MPs, *trade unionists* and *academics*"), and rebels
    of the land with whose rulers they do it ("Sudan's ruling party and *southern rebels* signed a deal in Nairobi").
    """
    irregular = mention.actor.sector in IRREGULAR
    if not mention.scene or (not irregular and mention.actor.sector not in FELLOWS | {"CVL"}):
        return mention
    together = [m for m in sentence if m.group == mention.group and not m.scene]
    before = together if irregular else [m for m in together if m.head < mention.head]
    beside = FACING_REBELS if irregular else FELLOWS
    lands = {m.actor.country for m in before if is_state(m) and m.actor.sector in beside}
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
    named = [m for m in sentence if is_state(m)]
    leading = {m.actor.country for m in named if m.subject and m.head < mention.head}
    lands = leading if len(leading) == 1 else {m.actor.country for m in named} or {prevailing}
    land = lands.pop() if len(lands) == 1 else None
    if land is None:
        return mention
    return replace(mention, actor=replace(actor, country=land), why=(*mention.why, f"{land}, the country meant"))


def _over_its_own(mention: Mention, sentence: Sequence[Mention]) -> Mention:
    """Judges, police and those who look into the deeds of rulers, in whose sentence officials of one state only are named, deal with their own
    ("a judge charged 12 Peruvian officials", "*the truth commission* blamed the Chadian army").
    """
    actor = mention.actor
    named = [m for m in sentence if is_state(m)]
    watching = actor.sector == "GOV" and not WATCHDOGS.isdisjoint(actor.text.lower().replace("-", " ").split())
    if actor.country is not None or not mention.subject or (actor.sector not in ("JUD", "COP") and not watching):
        return mention
    if len({m.actor.country for m in named}) != 1 or not all(m.actor.sector in OFFICIAL for m in named):
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
    states = [m for m in sentence if is_state(m)]
    if actor.country is not None or mention.kind == "pronoun" or len({m.actor.country for m in states}) != 1:
        return mention
    country = states[0].actor.country
    if any(m.actor.role.split()[-1:] and m.actor.role.split()[-1] in SENT | KEEPING_PEACE for m in states):
        return mention  # "the foreign ministry summoned the Afghan ambassador"
    if prevailing not in (None, country) or _is_anyones(mention) or _is_named(mention) or _PEOPLE.search(actor.text):
        return mention
    governed = actor.sector in RULING and any(m.subject and m.actor.sector in ("", "GOV") for m in states)
    if not mention.subject and governed:
        return mention  # "Kenya's foreign minister met *the president*"
    sectors = {m.actor.sector for m in states}
    citizens = not CITIZENS.isdisjoint((actor.role, actor.text.split()[-1].lower()))
    inner = (
        actor.sector in OWN
        or (actor.sector == "CVL" and citizens)
        or (actor.sector in RULING and is_definite(mention) and " of " not in actor.text)
    )
    armed = actor.sector in IRREGULAR and country not in EXPEDITIONARY and not sectors.isdisjoint(("MIL", "COP", "GOV"))
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
    states = _states(sentence)
    named = [m for m in states if m.clause == mention.clause or not m.subject]
    if any(m.subject and is_sent(m) for m in named):
        return mention  # "the American embassy criticised *the court*"
    if actor.sector == "MIL" and not named and all(m.actor.sector in IRREGULAR for m in states):
        named = (
            states  # "it had seized *and killed* soldiers": rebels who share a verb's subject fight their own land's
        )
    if (
        actor.country is not None
        or mention.subject
        or len({m.actor.country for m in named}) != 1
        or _is_anyones(mention)
    ):
        return mention
    citizens = not CITIZENS.isdisjoint((actor.role, actor.text.split()[-1].lower()))
    tried = {m.actor.sector for m in named if m.subject} <= {"JUD", "COP"} and actor.sector in (
        "ELI",
        "GOV",
        "MIL",
        "PTY",
        "CRM",
    )
    own = actor.sector in OWN or (actor.sector == "CVL" and citizens) or tried
    fought = actor.sector in ("MIL", "COP", "GOV", "CVL") and all(
        m.actor.sector in IRREGULAR for m in named if m.subject
    )
    if not (own or fought) or not any(m.subject for m in named):
        return mention
    country = named[0].actor.country
    ruling = all(m.actor.sector in ("", "GOV") for m in named if m.subject)
    if home not in (None, country) and ruling and actor.text.lower().startswith("the "):
        return mention
    return replace(
        mention,
        actor=replace(actor, country=country),
        why=(*mention.why, f"{country}, the only state named, acts on it"),
    )


def is_sent(mention: Mention) -> bool:
    """Whether a party is at its post in another land, or has no parliament and parties at home: "the American *embassy*", the Pope."""
    words = {*mention.actor.role.split()[-1:], *mention.actor.text.lower().split()}
    return not SENT.isdisjoint(words) or mention.actor.country == "VAT"


def _of_the_host(mention: Mention, sentence: Sequence[Mention], named_lands: Counter[str | None]) -> Mention:
    """The court, the deputies, the authorities to whom only an embassy, or another state than the report is about, speaks are of the report's
    land: "*The American embassy* criticised the court", "*Washington* commended the electoral commission" in a report on Malawi.
    """
    actor = mention.actor
    if actor.country is not None or mention.kind != "noun" or mention.subject or not is_definite(mention):
        return mention
    if actor.sector not in ("JUD", "LEG", "OPP", "COP", "ELI") and actor.text.lower() not in AUTHORITIES:
        return mention
    if mention.actor.text.split()[0].lower() != "the" or _is_anyones(mention) or _is_named(mention):
        return mention
    named = _states(sentence)
    speaking = {m.actor.country for m in named if m.subject and m.clause == mention.clause}
    if len(speaking) != 1 or speaking != {m.actor.country for m in named}:
        return mention
    others = Counter({land: n for land, n in named_lands.items() if land not in speaking})
    host, number = others.most_common(1)[0] if others else (None, 0)
    if number < FOCUS_LEAST or number < FOCUS_SHARE * others.total() or number < max(named_lands[s] for s in speaking):
        return mention
    if any(m.subject and m.actor.sector not in ("", "GOV", "REL") for m in named):
        return mention
    why = (*mention.why, f"{host}, where the report is set, to which another land speaks")
    return replace(mention, actor=replace(actor, country=host), why=why)


def _is_mixed(sentence: Sequence[Mention]) -> bool:
    """Whether a sentence names countries besides the one where it is set: whose soldiers it means is then open."""
    return len({m.actor.country for m in sentence if is_state(m) and (m.place or m.actor.sector in ARMED)}) > 1


def _place(sentence: Sequence[Mention]) -> str | None:
    """The only state in which a sentence places something."""
    lands = {m.actor.country for m in sentence if m.place and is_state(m) and not _is_mission(m)}
    return lands.pop() if len(lands) == 1 else None


def _only_state(sentence: Sequence[Mention]) -> str | None:
    """The state of everybody whom a sentence names; None where it names none or several."""
    lands = {m.actor.country for m in sentence if m.actor.country}
    return lands.pop() if len(lands) == 1 and all(is_state(m) for m in sentence if m.actor.country) else None


def _is_mission(mention: Mention) -> bool:
    """Whether a party is an embassy, which stands in another land than its own."""
    return mention.actor.text.lower().split()[-1] in MISSIONS


def _scene(
    mention: Mention,
    sentence: Sequence[Mention],
    report: tuple[str | None, str],
    before: tuple[str | None, str | None],
    long: bool,
) -> tuple[str | None, str]:
    """Where what a clause tells happens: the place that it names, else that of the sentence ``before``, the state that prevails in the ``report``
    (with how that is told), or the only one that the sentence before names. In a ``long`` report a place in another clause tells less than what
    prevails.
    """
    prevailing, how = report
    home = prevailing if long else None
    states = [m for m in sentence if is_state(m)]
    place, only = before
    if mention.actor.text.split()[-1].lower() in CAPTIVES and not mention.subject:
        groups = {m.group for m in states if m.subject and m.clause == mention.clause}
        holding = {m.actor.country for m in states if m.group in groups}
        if len(holding) > 1:
            return None, ""  # "A and B exchanged *prisoners* in Doha"
    if not any(m.actor.country for m in sentence if not _is_mission(m)) and not _is_named(mention):
        if place is not None:
            return place, BEFORE
        weapon = (
            mention.actor.text.split()[-1].lower() in UNMANNED
        )  # whose "*a drone*" was isn't told by whom the sentence before names
        if prevailing is None and mention.actor.sector in RULING | CRITICS and not weapon:
            return only, "the only state of the sentence before"
    placed = [m for m in states if (m.place or " in " in m.actor.text) and not _is_mission(m)]
    places = {m.actor.country for m in placed}
    armed = mention.actor.sector in (ARMED | {"COP"}) - {"GOV"}
    if placed and home not in {None, *places} and not any(m.clause == mention.clause for m in placed):
        return (
            prevailing,
            how,
        )  # "*prosecutors* suspect that it was paid into a bank *in Andorra*", in a report on Spain
    inside = armed or any(m.clause == mention.clause or not m.aside for m in placed)
    if places and inside and len({m.actor.country for m in states}) == 1:
        return places.pop(), SENTENCE
    acting = {m.actor.country for m in states if m.subject and m.clause == mention.clause}
    here = {m.actor.country for m in placed if m.clause == mention.clause or not (m.place or acting)}
    if len(here) == 1 and len(places) == 1:
        return here.pop(), SENTENCE
    named = {m.actor.country for m in states}
    if acting and prevailing not in acting:
        return None, ""  # "*Myanmar's* president pardoned two reporters", whatever the sentence tells besides
    leads = mention.subject and _governs(mention)  # "*President X* accused Norway": who governs where the report is set
    if places or (prevailing is None) or (named and prevailing not in named and not leads):
        return None, ""
    if prevailing in {m.actor.country for m in states if _is_mission(m)}:
        return None, ""  # "people gathered outside the *Russian embassy*" aren't Russia's, though it prevails
    return prevailing, how


def _of_its_war(
    mention: Mention, scene: tuple[str | None, str], prevailing: str | None, bands: set[str | None]
) -> tuple[str | None, str]:
    """The scene of "the rebels": where the report is set, if it tells of rebels of that land and of none where they only talk ("invited *the
    rebels* to Pretoria").
    """
    known = mention.actor.sector in IRREGULAR and mention.actor.text.lower().startswith("the ")
    return (prevailing, REPORT) if known and scene[0] not in bands and prevailing in bands and scene[0] else scene


def focus(mentions: Sequence[Sequence[Mention]], dated: str | None = None) -> str | None:
    """The state that most names of a report's parties point to; None where none prevails. A report from ``dated`` is about that land already where
    no other is named as often: long ones tell of many lands besides.
    """
    counts = Counter(m.actor.country for sentence in mentions for m in sentence if is_state(m) and m.back < 1)
    if not counts:
        return None
    (country, number), *others = counts.most_common(2)
    share = DATED_SHARE if country == dated else FOCUS_SHARE
    prevails = number >= FOCUS_LEAST and number >= share * counts.total()
    leads = number >= FOCUS_OFTEN and all(number >= FOCUS_AHEAD * other for _, other in others)
    return country if prevails or leads else of_the_lead(mentions)


def of_the_lead(mentions: Sequence[Sequence[Mention]]) -> str | None:
    """The only state that the lead of a long report names, where no other is named as often after it: abroad is named by every reaction,
    home by the lead and then left out. Embassies stand where the report is set.
    """
    named = [m for sentence in mentions for m in sentence if is_state(m) and m.back < 1 and not is_sent(m)]
    counts = Counter(m.actor.country for m in named)
    lands = {m.actor.country for m in mentions[0] if is_state(m)} if mentions else set()
    if len(mentions) < LONG or len(lands) != 1:
        return None
    land = lands.pop()
    others = max((n for code, n in counts.items() if code != land), default=0)
    return land if counts[land] >= LEAD_LEAST and counts[land] > others else None


def _is_of_war(mention: Mention) -> bool:
    """Whether a party may be of a war elsewhere of which a report tells: its irregulars, soldiers and civilians."""
    words = mention.actor.text.lower().split()
    return mention.actor.sector in IRREGULAR | {"MIL"} or bool(words and words[-1] in ("civilians", "civilian"))


def _states(sentence: Sequence[Mention]) -> list[Mention]:
    """The parties of one state that a sentence names."""
    return [m for m in sentence if is_state(m)]


def is_state(mention: Mention) -> bool:
    """Whether a party is of one state."""
    return mention.actor.country is not None and mention.actor.country not in ontology.table()["international"]


def _at_home(mention: Mention, country: str | None, how: str, mixed: bool) -> Mention:
    actor = mention.actor
    backed = how == SENTENCE and _BACKED.search(actor.text)  # "US-*backed* rebels in the north of Syria"
    if actor.sector in ARMED and _PEOPLE.search(actor.text) and not backed:
        return mention  # "Kurdish forces", "anti-Isis fighters" are nobody's by the scene
    if country is None or actor.country is not None or actor.sector not in AT_HOME or (mixed and actor.sector in ARMED):
        return mention
    if mention.back >= 0 or _is_anyones(mention):
        return mention
    words = actor.text.lower().split()
    if how in (SENTENCE, DEED) and actor.role in OF_NO_LAND and {"party", "party's", "union's"}.isdisjoint(words):
        return mention  # "in New York the deputy *secretary-general*"
    if how in (REPORT, ALONE) and (
        (_is_named(mention) and not _governs(mention)) or (how == REPORT and not _is_of_the_report(mention))
    ):
        return mention
    if not OCCUPYING.isdisjoint(words):
        if country not in OCCUPIED:
            return mention
        country, how = OCCUPIED[country], f"who occupy {country}"
    return replace(mention, actor=replace(actor, country=country), why=(*mention.why, f"{country}, {how}"), scene=True)


def _is_of_the_report(mention: Mention) -> bool:
    """Whether a phrase means those at home where a report is set: its institutions, armed men and inhabitants, not just anybody there
    ("*children* from 46 countries", "its *followers*").
    """
    words = mention.actor.text.lower().split()
    inhabitants = CITIZENS | {
        "civilians",
        "civilian",
        "inhabitants",
        "locals",
        "people",
        "crowds",
        "crowd",
        "population",
    }
    return mention.actor.sector not in PRIVATE or not inhabitants.isdisjoint((mention.actor.role, words[-1]))


def _is_named(mention: Mention) -> bool:
    """Whether a phrase names somebody, who may be at home anywhere ("the coroner *David Horsley*", "the parents of *Jack Letts*")."""
    return sum(word[:1].isupper() for word in mention.actor.text.split()[1:]) > 1 and not is_institution(mention)


def _governs(mention: Mention) -> bool:
    """Whether somebody whom the lexicon lacks bears the title of who governs a state: "*President* Chandana Wijeratne"."""
    return mention.actor.id is None and mention.actor.sector == "GOV" and bool(_HEADS.match(mention.actor.text))


def is_institution(mention: Mention) -> bool:
    """Whether a body that any state has is named without its land: "*the Electoral Commission*", "*the Socialist Party*"."""
    actor = mention.actor
    bare = actor.country is None and actor.id is None and not mention.plural and actor.text.lower().startswith("the ")
    return bare and mention.nature == "body" and actor.sector in INSTITUTIONAL


def of_scene(mention: Mention, country: str, on_ground: bool = False) -> Mention:
    """An institution or inhabitants of no known state with the country where what they do or suffer was; gunmen too where its own words say
    on whose ground ("gunmen killed two men *in a Mexican bar*").
    """
    armed = mention.actor.sector in ARMED and not (on_ground and mention.actor.sector == "UAF")
    return _at_home(mention, country, DEED, mixed=armed)


def _is_anyones(mention: Mention) -> bool:
    """Whether a phrase means nobody there: "every government", "foreigners", "his mother", who may live anywhere."""
    words = mention.actor.text.lower().split()
    return bool(words) and (
        words[0] in ANY
        or words[0] == "both"
        or words[:2] == ["the", "two"]
        or (words[0] in POSSESSIVES - {"whose"} and mention.subject)
        or words[0] in REGIONAL
        or (words[0] != "the" and not MANY_LANDS.isdisjoint(words[1:3]))
        or any(word in MANY_LANDS for before, word in pairwise(words) if before == "of")
        or (mention.actor.role and f" western {mention.actor.role}" in f" {' '.join(words)}")
        or (mention.actor.sector in IRREGULAR | {"MIL"} and not ALLIED.isdisjoint(words))
        or words[-1] in STRANGERS
        or (words[0] in POSSESSIVES and words[-1] in ADHERENTS)
        or words[-1] in FIRED
        or (words[-1] in KIN and (words[0] in POSSESSIVES or any(w.endswith(("'s", "’s")) for w in words)))
        or not {"other", "foreign"}.isdisjoint(words)
    )
