"""Where what a clause tells is set, and who without a land is at home there.

Only what institutions and inhabitants do at home is read so; what the report leaves open stays open.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from polybius.actors import about, unnamed, war
from polybius.actors.terms import OF_NO_LAND, OUTSIDERS
from polybius.model import Mention

AT_HOME = frozenset("COP GOV JUD LEG MIL OPP PTY CVL LAB EDU AGR MED REL SOC JRN REB UAF CRM PRM BUS SPY REF".split())
ARMED = frozenset({"MIL", "REB", "UAF", "PRM", "SPY", "GOV"})
# Who hold a land aren't of it: "*occupation* soldiers in Hebron" are those whom everybody means there.
OCCUPYING = frozenset({"occupation", "occupying"})
OCCUPIED = {"PSE": "ISR"}
CAPTIVES = frozenset("prisoners captives hostages detainees prisoner captive hostage detainee bodies remains".split())
CRITICS = frozenset({"OPP", "LEG", "PTY", "LAB", "SOC"})
RULING = frozenset({"GOV", "MIL", "SPY", "LEG", "JUD", "COP"})
MISSIONS = frozenset({"embassy", "embassies", "consulate", "consulates"})
# A people, creed or side before armed men, whatever its name.
PEOPLE = re.compile(r"\b[A-Z][a-z]+(?:ish|an|ese|i|ic|ni|ia|eg|utu|si)(?:-led)?\s|-(?:led|backed)\b|\b(?:anti|pro)-")
_BACKED = re.compile(r"-backed\b")
UNMANNED = frozenset("drone drones missile missiles rocket rockets shell shells".split())
REPORT = war.REPORT
SENTENCE, BEFORE, DEED = "of the sentence's place", "where the sentence before is set", "where it was done"
ALONE = "where the report is set, which names no other state"


def is_mixed(sentence: Sequence[Mention]) -> bool:
    """Whether a sentence names countries besides the one where it is set: whose soldiers it means is then open."""
    return len({m.actor.country for m in sentence if about.is_state(m) and (m.place or m.actor.sector in ARMED)}) > 1


def is_fought_there(mention: Mention, sentence: Sequence[Mention]) -> bool:
    """Whether irregulars are those of the only land in which their clause is set, as a state or an army from abroad deals with them there ("in
    *Yemen*, Saudi jets bombed *the rebels*"); in a town they may only talk.
    """
    if mention.actor.sector not in unnamed.IRREGULAR or mention.subject or not unnamed.is_definite(mention):
        return False
    clause = [m for m in sentence if m.clause == mention.clause and about.is_state(m)]
    lands = (m for m in clause if m.place and not m.actor.sector and not any(r.startswith("capital of") for r in m.why))
    here = {m.actor.country for m in lands if m.head < mention.head}
    acting = [m for m in clause if m.subject]
    abroad = all(m.actor.country not in here and m.actor.sector in ("", "MIL") for m in acting)
    return len(here) == 1 and bool(acting) and abroad


def place(sentence: Sequence[Mention]) -> str | None:
    """The only state in which a sentence places something."""
    lands = {m.actor.country for m in sentence if m.place and about.is_state(m) and not _is_mission(m)}
    return lands.pop() if len(lands) == 1 else None


def only_state(sentence: Sequence[Mention]) -> str | None:
    """The state of everybody whom a sentence names; None where it names none or several."""
    lands = {m.actor.country for m in sentence if m.actor.country}
    return lands.pop() if len(lands) == 1 and all(about.is_state(m) for m in sentence if m.actor.country) else None


def _is_mission(mention: Mention) -> bool:
    """Whether a party is an embassy, which stands in another land than its own."""
    return mention.actor.text.lower().split()[-1] in MISSIONS


def of_clause(
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
    states = [m for m in sentence if about.is_state(m)]
    place, only = before
    if mention.actor.text.split()[-1].lower() in CAPTIVES and not mention.subject:
        groups = {m.group for m in states if m.subject and m.clause == mention.clause}
        holding = {m.actor.country for m in states if m.group in groups}
        if len(holding) > 1:
            return None, ""  # "A and B exchanged *prisoners* in Doha"
    if not any(m.actor.country for m in sentence if not _is_mission(m)) and not unnamed.is_named(mention):
        if place is not None:
            return place, BEFORE
        weapon = (
            mention.actor.text.split()[-1].lower() in UNMANNED
        )  # whose "*a drone*" was isn't told by whom the sentence before names
        if prevailing is None and mention.actor.sector in RULING | CRITICS and not weapon:
            return only, "the only state of the sentence before"
    placed = [m for m in states if (m.place or _is_where_it_is_of(m)) and not _is_mission(m)]
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
    leads = mention.subject and unnamed.governs(
        mention
    )  # "*President X* accused Norway": who governs where the report is set
    if places or (prevailing is None) or (named and prevailing not in named and not leads):
        return None, ""
    if prevailing in {m.actor.country for m in states if _is_mission(m)}:
        return None, ""  # "people gathered outside the *Russian embassy*" aren't Russia's, though it prevails
    return prevailing, how


def _is_where_it_is_of(mention: Mention) -> bool:
    """Whether a party's own words place it in its land: "soldiers *in Mali*", not "two *Germans* in Nigeria"."""
    people = any(reason.startswith("people of ") for reason in mention.why)
    return " in " in mention.actor.text and not people


def of_its_war(
    mention: Mention,
    sentence: Sequence[Mention],
    scene: tuple[str | None, str],
    prevailing: str | None,
    bands: set[str | None],
) -> tuple[str | None, str]:
    """The scene of "the rebels": where the report is set, if it tells of rebels of that land and of none where they only talk ("invited *the
    rebels* to Pretoria").
    """
    known = mention.actor.sector in unnamed.IRREGULAR and mention.actor.text.lower().startswith("the ")
    if prevailing is None and is_fought_there(mention, sentence):
        return scene
    return (prevailing, REPORT) if known and scene[0] not in bands and prevailing in bands and scene[0] else scene


def is_of_war(mention: Mention) -> bool:
    """Whether a party may be of a war elsewhere of which a report tells: its irregulars, soldiers and civilians."""
    words = mention.actor.text.lower().split()
    return mention.actor.sector in unnamed.IRREGULAR | {"MIL"} or bool(words and words[-1] in ("civilians", "civilian"))


def at_home(mention: Mention, country: str | None, how: str, mixed: bool) -> Mention:
    """Those who have no land as those of the ``country`` where it is told (``how``) that something was; soldiers stay open in a ``mixed``
    sentence, whose they are being open there.
    """
    actor = mention.actor
    backed = how == SENTENCE and _BACKED.search(actor.text)  # "US-*backed* rebels in the north of Syria"
    if actor.sector in ARMED and PEOPLE.search(actor.text) and not backed:
        return mention  # "Kurdish forces", "anti-Isis fighters" are nobody's by the scene
    if country is None or actor.country is not None or actor.sector not in AT_HOME or (mixed and actor.sector in ARMED):
        return mention
    if mention.back >= 0 or unnamed.is_anyones(mention):
        return mention
    words = actor.text.lower().split()
    if words[-1] in ("hacker", "hackers"):
        return mention  # who needn't be where they break in
    if how in (SENTENCE, DEED) and actor.role in OF_NO_LAND and {"party", "party's", "union's"}.isdisjoint(words):
        return mention  # "in New York the deputy *secretary-general*"
    if words[0] == "its" and actor.role in OUTSIDERS:
        return mention  # "threatened *its neighbour*"
    if how in (REPORT, ALONE) and (
        (unnamed.is_named(mention) and not unnamed.governs(mention))
        or (how == REPORT and not unnamed.is_of_the_report(mention))
    ):
        return mention
    if not OCCUPYING.isdisjoint(words):
        if country not in OCCUPIED:
            return mention
        country, how = OCCUPIED[country], f"who occupy {country}"
    return replace(mention, actor=replace(actor, country=country), why=(*mention.why, f"{country}, {how}"), scene=True)


def of_scene(mention: Mention, country: str, on_ground: bool = False) -> Mention:
    """An institution or inhabitants of no known state with the country where what they do or suffer was; gunmen too where its own words say
    on whose ground ("gunmen killed two men *in a Mexican bar*").
    """
    armed = mention.actor.sector in ARMED and not (on_ground and mention.actor.sector == "UAF")
    return at_home(mention, country, DEED, mixed=armed)
