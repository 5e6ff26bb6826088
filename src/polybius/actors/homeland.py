"""Whom a long report on one land means by offices and sides: "*Judge Esther Kachale* denied it", "Portugal called on *the soldiers*".

A report whose lead names one state only is about what goes on there; states that are named further down react to it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from polybius.actors import about, domestic, institutions, offices
from polybius.lexicon import ontology
from polybius.model import Mention

# Sides of a quarrel at home, whoever they are.
_SIDES = re.compile(
    r"(?:(?:the |some |several )?(?:leaders|representatives|heads|members|supporters|politicians) (?:of|from|on) )?"
    r"(?:both|all|the two|the rival|the warring|the political|all political)(?: the)?(?: political| rival| warring)? "
    r"(?:sides|parties|camps|factions|leaders|politicians)",
    re.IGNORECASE,
)
# Who are of a land where others speak to them; officials of whom other states have their own aren't.
_RULING = domestic.AUTHORITIES | {"the army", "the police", "the military", "the security forces", "the opposition"}
# Who are told by their office, with a name or as somebody's: "*its chairwoman*, Ana Silva".
_IN_OFFICE = frozenset("GOV COP JUD LEG PTY OPP LAB BUS".split())
_SPOKEN_TO = frozenset("MIL REB UAF OPP PTY LEG COP JUD LAB CVL SOC SEP PRM EDU JRN REL MED".split())


def complete(mentions: Sequence[Sequence[Mention]], docs: Sequence[Doc], home: str | None) -> list[list[Mention]]:
    """The mentions of a report with the land ``home``, which its lead tells, for those to whom others speak; pronouns are of the land of whom they
    mean, whether that is told by a name or by the scene.
    """
    out = [[_of_home(m, sentence, doc, home) for m in sentence] for sentence, doc in zip(mentions, docs, strict=True)]
    out = [[_as_beside(m, sentence, doc) for m in sentence] for sentence, doc in zip(out, docs, strict=True)]
    around = [{m.actor.country for m in sentence if m.actor.country} for sentence in mentions]
    for number, sentence in enumerate(out):
        near = around[number] | (around[number - 1] if number else set())
        out[number] = [_in_office(m, home) for m in sentence] if home is not None and near <= {home} else sentence
    for number, sentence in enumerate(out):
        for position, mention in enumerate(sentence):
            out[number][position] = _as_whom_it_means(
                mention, out
            )  # whom "he" means may be a "he" of the sentence before
    return out


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


def _in_office(mention: Mention, home: str | None) -> Mention:
    """Who is told by a name and an office, or as somebody's leader, where this sentence and the one before name nobody of another land."""
    actor = mention.actor
    words = actor.text.lower().split()
    if actor.country is not None or actor.sector not in _IN_OFFICE or mention.nature != "person" or not actor.role:
        return mention
    named = sum(w[:1].isupper() for w in actor.text.split()) > 2
    if not named and not (words[0] == "its" and mention.subject):
        return mention
    reason = f"{home}, which the lead tells, no other being named near"
    return replace(mention, actor=replace(actor, country=home), why=(*mention.why, reason), scene=True)


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
    if len({m.actor.country for m in meant}) != 1:
        return mention
    land = meant[0].actor.country
    reason = f"{land}, as {meant[0].actor.text!r} before"
    return replace(mention, actor=replace(actor, country=land), why=(*mention.why, reason), scene=meant[0].scene)
