"""Whose the sides of a war are that a report names by their cause or people only: "the rebels", "regime forces", "Kurdish fighters".

They are of the land in which the war is, whichever states take part in it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from polybius.actors.nationals import HOMES, PEOPLES
from polybius.model import Mention

LEAST, SHARE = (
    3,
    0.6,
)  # of a report's names of places: how many, and how much of them, must be of one land for it to be where the war is
LOYAL = frozenset({"GOV", "MIL"})
ARMED = frozenset({"MIL", "REB", "PRM", "UAF", "OPP"})
IRREGULAR = ARMED - {"MIL"}
NOWHERE = frozenset({"kurd", "kurdish", "tuareg", "druze", "yazidi"})  # peoples whose land only their place tells
SELF_RULED = frozenset({"IRQ"})  # where such a people has forces of its own by law
LIVING = frozenset({"population", "minority", "majority", "community", "inhabitants"})  # of a people where it lives
RISING = frozenset({"albanian", "serb", "croat"})
RISEN = frozenset("rebels guerrillas insurgents militants separatists insurgency rebellion uprising".split())
_LED = re.compile(r"-(?:led|dominated|majority)\Z")
_LOYAL = re.compile(
    r"(?:the |some |several )?(?:pro-)?(?:government|regime|loyalist|state) "
    r"(?:forces?|troops|soldiers|army|warplanes|jets|aircraft|helicopters|artillery|fighters|militias?)"
)
_BANDS = "groups?|forces?|fighters?|factions?|troops|brigades?|units?|leaders?|commanders?|militias?|gunmen|positions|sources?"
# Those who have risen against who governs, with words that tell no other land.
_RISEN = re.compile(
    r"(?:[\w-]+ of )?(?:[A-Z][\w-]*-backed |(?:The|Some|Several|Many|Islamist|[a-z\d][\w-]*) )*"
    rf"(?:[Rr]ebels?|[Ii]nsurgents?|[Rr]ebel (?:{_BANDS})|[Ii]nsurgent (?:{_BANDS})|[Oo]pposition (?:{_BANDS}))"
    r"(?: (?:on|in|at|near|along|around) .*)?"
)
NOT_OF_IT = frozenset({"foreign", "other", "both", "any", "every", "former", "his", "her", "their", "its", "our"})
REPORT, THERE = "where the report is set", "where the war is"


def theatre(states: Sequence[Sequence[Mention]], armed: bool = True) -> str | None:
    """The land in which most of a report's places are, where no more rebels of another are named and (``armed``) armed men of its own;
    ``states`` are the parties of one state that each sentence names.
    """
    named = [m for sentence in states for m in sentence if m.back < 1]
    places = Counter(m.actor.country for m in named if m.place or (m.why and m.why[0].startswith("place in")))
    if not places:
        return None
    land, number = places.most_common(1)[0]
    at_war = not armed or any(m.actor.country == land and m.actor.sector in ARMED for m in named)
    risen = Counter(m.actor.country for m in named if m.actor.sector in IRREGULAR)
    elsewhere = any(risen[other] > risen[land] for other in risen)
    return land if number >= LEAST and number >= SHARE * places.total() and at_war and not elsewhere else None


def of_the_land_at_war(mention: Mention, states: Sequence[Mention], prevailing: str | None, war: str | None) -> Mention:
    """*Government forces*, the government of a "*government* assault" and *rebels*, whoever else fights, as of the land at ``war``; forces
    of the government else of the land that the report is about (``prevailing``) or the only one that the sentence names.
    """
    actor = mention.actor
    if actor.country is not None or not NOT_OF_IT.isdisjoint(actor.text.lower().split()):
        return mention
    loyal = _LOYAL.fullmatch(actor.text.lower()) or (mention.kind == "modifier" and actor.sector in LOYAL)
    risen = actor.sector in IRREGULAR and _RISEN.fullmatch(actor.text)
    placed = {m.actor.country for m in states if m.place}
    named = {m.actor.country for m in states}
    land, how = (war, THERE) if (loyal or risen) and not placed - {war} else (None, "")
    if land is None and loyal:
        only = named.pop() if len(named) == 1 else None
        land, how = (prevailing, REPORT) if prevailing else (only, "the only state named")
    if land is None:
        return mention
    return replace(mention, actor=replace(actor, country=land), why=(*mention.why, f"{land}, {how}"))


def of_a_people(mention: Mention, sentence: Sequence[Mention], states: Sequence[Mention], war: str | None) -> Mention:
    """People of an *ethnic* group, or of one at home in several states, are of the only one of these that the sentence names besides
    ("the *Hutu* rebels ... Burundi's government", "*ethnic Albanian* guerrillas in Macedonia"), or in which the ``war`` is.
    """
    actor = mention.actor
    words = [_LED.sub("", w) for w in actor.text.lower().split()]
    people = next((w for w in words if w.removesuffix("s") in HOMES), "").removesuffix("s")
    if (
        not people
        or (actor.id is not None and "ethnic" not in words)
        or actor.sector in ("", "GOV")
        or (actor.country and actor.sector == "REF")
        or (actor.country and f"'s {people}" in actor.text.lower())  # "*Croatia's Serb* rebels"
        or not (
            "ethnic" in words
            or people in PEOPLES
            or not actor.country
            or not LIVING.isdisjoint(words)
            or _rose_there(people, words)
        )
    ):
        return mention
    others = {m.actor.country for m in states if m is not mention and m.actor.country != actor.country}
    placed = {m.actor.country for m in states if m.place or (m is not mention and " in " in m.actor.text)}
    homes = set(HOMES[people].split())
    there = (placed & homes) or (others & homes if people not in NOWHERE else set())
    at_war = not there and actor.country is None and war in homes and actor.sector in ARMED | {"CVL"}
    open_ = actor.sector == "CVL" or not RISEN.isdisjoint(words)
    if at_war and not (open_ and (others - {war}) & homes):
        there = {war}  # civilians and rebels of a people may be another home's, where that is named
    if len(there) != 1 or any(
        m.actor.country == actor.country and actor.country for m in sentence if not _is_of(people, m)
    ):
        return mention
    country = there.pop()
    why = (*mention.why, f"{people}s of {country}, {THERE if at_war else 'named beside'}")
    return replace(mention, actor=replace(actor, country=country, id=None, name=actor.text), why=why)


def _rose_there(people: str, words: Sequence[str]) -> bool:
    """Whether rebels are of a people that rises where it lives: "*Albanian* rebels above Tetovo"; Somali ones cross a border as often."""
    return people in RISING and not RISEN.isdisjoint(words)


def of_no_army(mention: Mention) -> Mention:
    """Forces of a people without a state as rebels: they are no state's army ("the Syrian *Kurdish* forces")."""
    actor = mention.actor
    words = {_LED.sub("", w).removesuffix("s") for w in actor.text.lower().split()}
    if (
        actor.sector != "MIL"
        or actor.id is not None
        or actor.country in (None, *SELF_RULED)
        or NOWHERE.isdisjoint(words)
    ):
        return mention
    return replace(mention, actor=replace(actor, sector="REB"), why=(*mention.why, "forces of no state's army"))


def _is_of(people: str, mention: Mention) -> bool:
    """Whether a party is called by a people: "the *Serb* minority"."""
    return people in (word.removesuffix("s") for word in mention.actor.text.lower().split())
