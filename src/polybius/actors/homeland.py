"""Whom a long report on one land means by offices and sides: "*Judge Esther Kachale* denied it", "Portugal called on *the soldiers*".

A report whose lead names one state only is about what goes on there; states that are named further down react to it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from polybius.actors import about, domestic, extent, institutions, natures, offices, strangers, unnamed
from polybius.lexicon import ontology
from polybius.model import Mention

# Sides of a quarrel at home, whoever they are.
_SIDES = re.compile(
    r"(?:(?:the |some |several )?(?:leaders|representatives|heads|members|supporters|politicians) (?:of|from|on) )?"
    r"(?:both|all|the two|the rival|the warring|the political|all political)(?: the)?(?: political| rival| warring)? "
    r"(?:sides|parties|camps|factions|leaders|politicians)",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"(?:both|the (?:two|three|four|five|six)) (?:men|women|leaders|politicians|candidates|rivals|rebels)",
    re.IGNORECASE,
)
_COALITION = re.compile(
    r"(?:the|his|her|its|their) (?:(?:ruling|governing|government|grand|fragile|three-party|four-party|centre-right|centre-left) )?coalition",
    re.IGNORECASE,
)
# Who are of a land where others speak to them; officials of whom other states have their own aren't.
_RULING = domestic.AUTHORITIES | {"the army", "the police", "the military", "the security forces", "the opposition"}
# Who are told by their office, with a name or as somebody's: "*its chairwoman*, Ana Silva".
_IN_OFFICE = frozenset("GOV COP JUD LEG PTY OPP LAB BUS ELI CVL EDU MED REL SOC REF".split())
_SOCIETIES = frozenset("SOC LAB CVL EDU MED REL REF BUS".split())
_SPOKEN_TO = frozenset("MIL REB UAF OPP PTY LEG COP JUD LAB CVL SOC SEP PRM EDU JRN REL MED".split())


def complete(mentions: Sequence[Sequence[Mention]], docs: Sequence[Doc], home: str | None) -> list[list[Mention]]:
    """The mentions of a report with the land ``home``, which its lead tells, for those to whom others speak; pronouns are of the land of whom they
    mean, whether that is told by a name or by the scene.
    """
    out = [[_of_home(m, sentence, doc, home) for m in sentence] for sentence, doc in zip(mentions, docs, strict=True)]
    out = [[_as_beside(m, sentence, doc) for m in sentence] for sentence, doc in zip(out, docs, strict=True)]
    around = [{m.actor.country for m in sentence if m.actor.country} for sentence in mentions]
    armed = any(m.actor.sector in unnamed.IRREGULAR for sentence in mentions for m in sentence)
    for number, sentence in enumerate(out):
        before = around[number - 1] if number else set()
        if home is not None and before <= {home}:
            out[number] = [
                _among_themselves(_in_office(m, docs[number], home), home, armed)
                if _others_follow(m, sentence, home)
                else m
                for m in sentence
            ]
    for number, sentence in enumerate(out):
        for position, mention in enumerate(sentence):
            out[number][position] = _as_whom_it_means(
                mention, out
            )  # whom "he" means may be a "he" of the sentence before
    return [[_of_whose_it_is(m, sentence) for m in sentence] for sentence in out]


def _of_whose_it_is(mention: Mention, sentence: Sequence[Mention]) -> Mention:
    """ "*His* health minister" as of the land of whom he is, which may be told only now."""
    owned = mention.actor.text.lower().startswith(("his ", "her "))
    return domestic.of_its_owner(mention, sentence) if owned else mention


def _of_home(mention: Mention, sentence: Sequence[Mention], doc: Doc, home: str | None) -> Mention:
    actor = mention.actor
    if home is None or actor.country is not None or mention.kind != "noun" or mention.subject:
        return mention
    sides = actor.text.lower() in _RULING or _SIDES.fullmatch(actor.text) is not None
    one = mention.plural or actor.sector in domestic.OWN
    if not sides and not (actor.sector in _SPOKEN_TO and one and actor.text.lower().startswith("the ")):
        return mention
    named = {m.actor.country for m in sentence if about.is_state(m)}
    told = [m for m in sentence if m.actor.country and m.head < mention.head]
    speaking = [m for m in told if about.is_sent(m) or (m.subject and m.clause == mention.clause)]
    if home in named or not speaking or len(named) > 1 or not all(_speaks_to_others(m) for m in speaking):
        return mention
    if institutions.governed_by(mention, doc) in offices.AT_HOME:  # "Poland arrested *the deputies*": its own
        reason = "whose rulers act on it"
        return replace(mention, actor=replace(actor, country=speaking[-1].actor.country), why=(*mention.why, reason))
    reason = f"{home}, which the lead tells and to which another speaks"
    return replace(mention, actor=replace(actor, country=home), why=(*mention.why, reason), scene=True)


def _as_beside(mention: Mention, sentence: Sequence[Mention], doc: Doc) -> Mention:
    """Somebody of no told land as of the land of what is said of him behind a comma: "their leader, Colonel Garba, *commander of the presidential guard*"."""
    if mention.actor.country is not None or mention.nature != "person" or mention.plural or mention.head < 0:
        return mention
    behind = {c.i for c in doc[mention.head].children if c.dep_ == "appos"}
    behind |= {c.i for at in behind for c in doc[at].children if c.dep_ == "appos"}
    told = {m.actor.country: m for m in sentence if m.head in behind and m.nature == "person" and about.is_state(m)}
    if len(told) != 1:
        return mention
    land, said = next(iter(told.items()))
    why = (*mention.why, f"{land}, as {said.actor.text!r} beside")
    return replace(mention, actor=replace(mention.actor, country=land), why=why, scene=said.scene)


def _others_follow(mention: Mention, sentence: Sequence[Mention], home: str) -> bool:
    """Whether a sentence names nobody of another land than ``home``, or only behind who leads it ("*President Ana Silva* flew to Oslo")."""
    others = [m for m in sentence if m.actor.country not in (None, home)]
    return not others or (mention.subject and all(m.head > mention.head for m in others))


def _in_office(mention: Mention, doc: Doc, home: str | None) -> Mention:
    """Who is told by a name and an office, or as somebody's leader, and bodies of a name of their own ("*the Refugee Forum*"), where the sentence
    before names nobody of another land, and this nobody before.
    """
    actor = mention.actor
    words = actor.text.lower().split()
    if mention.kind == "stranger" and actor.sector:
        reason = f"{home}, which the lead tells, no other being named near"
        return replace(mention, actor=replace(actor, country=home), why=(*mention.why, reason), scene=True)
    if actor.country is not None or actor.sector not in _IN_OFFICE or not actor.role:
        return mention
    if mention.nature == "body" and mention.kind == "name" and actor.sector in _SOCIETIES and actor.id is None:
        reason = f"{home}, which the lead tells, no other being named near"
        return replace(mention, actor=replace(actor, country=home), why=(*mention.why, reason), scene=True)
    if mention.nature != "person":
        return mention
    beside = mention.head >= 0 and any(
        c.dep_ == "appos" and strangers.bears_name(extent.core(c)) for c in doc[mention.head].children
    )
    named = (
        beside
        or sum(w[:1].isupper() for w in actor.text.split()) > 2
        or (mention.kind == "name" and natures.is_person(actor.text.partition(",")[0].split()))
    )
    if not named and not (words[0] == "its" and mention.subject):
        return mention
    reason = f"{home}, which the lead tells, no other being named near"
    return replace(mention, actor=replace(actor, country=home), why=(*mention.why, reason), scene=True)


def _among_themselves(mention: Mention, home: str, armed: bool) -> Mention:
    """Those told before who are only counted ("condemned *both men*"), and parties that govern together, where no rebels are told of ("left *the
    coalition*"), as of home.
    """
    actor = mention.actor
    allied = _COALITION.fullmatch(actor.text) is not None and actor.id is None and not armed
    if actor.country is not None or not (allied or _COUNTED.fullmatch(actor.text)):
        return mention
    reason = f"{home}, which the lead tells, no other being named near"
    sector = "PTY" if allied else actor.sector
    return replace(mention, actor=replace(actor, country=home, sector=sector), why=(*mention.why, reason), scene=True)


def _speaks_to_others(mention: Mention) -> bool:
    """Whether a party is a state as a whole, who rules or stands for it, or a body of many states."""
    body = mention.actor.country in ontology.table()["international"]
    return body or mention.actor.sector in ("", "GOV", "LEG", "REL")


def _as_whom_it_means(mention: Mention, mentions: Sequence[Sequence[Mention]]) -> Mention:
    """A pronoun with the land of whom it means, which the scene has told since: "*The president* resigned. *He* left"."""
    if mention.actor.country is not None or mention.back < 0 or mention.back > mention.sentence:
        return mention
    actor = mention.actor
    meant = [
        m
        for m in mentions[mention.sentence - mention.back]
        if m.actor.country and m.actor.sector == actor.sector and actor.role in (m.actor.role, m.actor.name.lower())
    ]
    meant = [m for m in meant if m.actor.name == actor.name] or meant  # of two presidents, the one so named
    if len({m.actor.country for m in meant}) != 1:
        return mention
    land = meant[0].actor.country
    reason = f"{land}, as {meant[0].actor.text!r} before"
    return replace(mention, actor=replace(actor, country=land), why=(*mention.why, reason), scene=meant[0].scene)
