"""Whose police, army or protesters a report means when it doesn't say: those of the country where its sentence is set.

Only what institutions and inhabitants do at home is read so; what the report leaves open stays open.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from polybius.lexicon import ontology
from polybius.model import Mention

AT_HOME = frozenset("COP GOV JUD LEG MIL OPP PTY CVL LAB EDU AGR MED REL SOC JRN REB UAF CRM PRM BUS SPY REF".split())
OWN = frozenset({"OPP", "JRN", "EDU", "LEG", "JUD", "LAB", "AGR", "SOC", "PTY", "REL", "BUS", "MED", "COP"})
CITIZENS = frozenset(
    "protester protesters demonstrator demonstrators activist activists citizen citizens resident residents villager villagers dissident dissidents "
    "voter voters blogger bloggers campaigner campaigners prisoner prisoners minority".split()
)
ARMED = frozenset({"MIL", "REB", "UAF", "PRM", "SPY", "GOV"})
OFFICIAL = frozenset({"GOV", "MIL", "LEG", "PTY", "COP", "JUD"})
FOCUS_SHARE, FOCUS_LEAST = 0.6, 2  # of a report's country names: how much one must prevail to be its scene


def located(mentions: Sequence[Sequence[Mention]]) -> list[list[Mention]]:
    """Mentions whose sector is known and whose country isn't, with the country of their sentence's place or report."""
    focus = _focus(mentions)
    placed = [[_at_home(m, *_scene(sentence, focus), _is_mixed(sentence)) for m in sentence] for sentence in mentions]
    return [[_over_its_own(_under_its_own(m, sentence), sentence) for m in sentence] for sentence in placed]


def _over_its_own(mention: Mention, sentence: Sequence[Mention]) -> Mention:
    """Judges and police in whose sentence officials of one state only are named deal with their own ("a judge charged 12 Peruvian officials")."""
    actor = mention.actor
    named = [m for m in sentence if _is_state(m)]
    if actor.country is not None or not mention.subject or actor.sector not in ("JUD", "COP"):
        return mention
    if len({m.actor.country for m in named}) != 1 or not all(m.actor.sector in OFFICIAL for m in named):
        return mention
    country = named[0].actor.country
    return replace(
        mention, actor=replace(actor, country=country), why=(*mention.why, f"{country}, whose officials it deals with")
    )


def _under_its_own(mention: Mention, sentence: Sequence[Mention]) -> Mention:
    """Institutions and citizens to whom the only state of a sentence does something are its own ("Vietnam jailed a dissident")."""
    actor = mention.actor
    named = [m for m in sentence if _is_state(m)]
    if actor.country is not None or mention.subject or len({m.actor.country for m in named}) != 1:
        return mention
    own = actor.sector in OWN or (actor.sector == "CVL" and actor.text.split()[-1].lower() in CITIZENS)
    if not own or not any(m.subject for m in named):
        return mention
    country = named[0].actor.country
    return replace(
        mention,
        actor=replace(actor, country=country),
        why=(*mention.why, f"{country}, the only state named, acts on it"),
    )


def _is_mixed(sentence: Sequence[Mention]) -> bool:
    """Whether a sentence names countries besides the one where it is set: whose soldiers it means is then open."""
    return len({m.actor.country for m in sentence if _is_state(m) and (m.place or m.actor.sector in ARMED)}) > 1


def _scene(sentence: Sequence[Mention], focus: str | None) -> tuple[str | None, str]:
    places = {m.actor.country for m in sentence if _is_state(m) and (m.place or " in " in m.actor.text)}
    if len(places) == 1:
        return places.pop(), "of the sentence's place"
    named = {m.actor.country for m in sentence if _is_state(m)}
    if places or (focus is None) or (named and focus not in named):
        return None, ""
    return focus, "where the report is set"


def _focus(mentions: Sequence[Sequence[Mention]]) -> str | None:
    counts = Counter(m.actor.country for sentence in mentions for m in sentence if _is_state(m) and m.kind != "pronoun")
    if not counts:
        return None
    country, number = counts.most_common(1)[0]
    return country if number >= FOCUS_LEAST and number >= FOCUS_SHARE * counts.total() else None


def _is_state(mention: Mention) -> bool:
    return mention.actor.country is not None and mention.actor.country not in ontology.table()["international"]


def _at_home(mention: Mention, country: str | None, how: str, mixed: bool) -> Mention:
    actor = mention.actor
    if country is None or actor.country is not None or actor.sector not in AT_HOME or (mixed and actor.sector in ARMED):
        return mention
    return replace(mention, actor=replace(actor, country=country), why=(*mention.why, f"{country}, {how}"))
