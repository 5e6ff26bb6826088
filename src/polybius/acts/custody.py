"""What happens to those who were held a sentence or two before: "Chad arrested two French students. *The pair were charged with spying*."

They are charged, tried, jailed, tortured, deported or freed by whoever holds them, unless a word says by whom; and they are called by any word for
people: "they", "the two", "all three", "the men", "the suspects".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from polybius.acts import tree
from polybius.acts.act import Act
from polybius.acts.elided import ELSEWHERE, Told
from polybius.model import Mention

HOLDING = frozenset({"arrest", "abduct", "convict"})  # modes
TRYING = frozenset({"accuse.prosecute", "coerce.sentence", "coerce.court-term", "coerce.caught-in-the-net"})  # frames
# What is done to captives; who kills them may be anybody else, where they are freed by force.
SUFFERED = frozenset({"ACCUSE", "COERCE", "SANCTION", "RETREAT", "ASSAULT"})
UNDONE = frozenset({"negated", "future", "conditional", "hypothetical"})
MANY = frozenset({"they", "them", "both"})
ONE = frozenset({"he", "she", "him", "her"})
PEOPLE = frozenset(
    """man woman suspect detainee prisoner captive hostage defendant accused person people group trio pair couple duo two three four five six seven
    eight nine ten others youth foreigner""".split()
)
GROUPS = frozenset("group trio pair couple duo two three four five six seven eight nine ten people".split())
POINTING = frozenset({"the", "these", "those", "all", "both"})


def complete(acts: Sequence[Act], mentions: list[Mention], before: Sequence[Told]) -> tuple[list[Act], list[Mention]]:
    """Acts that befall those held before, with them and with who holds them; ``before`` are the acts of the sentences before, oldest first."""
    out: list[Act] = []
    told = list(before)
    for act in acts:
        settled = act
        whom = _undergoing(act)
        if whom is not None and act.type in SUFFERED and not tree.agents(act.token) and not _doers(act, mentions):
            settled, mentions = _held(act, whom, mentions, told)
        out.append(settled)
        told.append((settled, mentions))
    return out, mentions


def _doers(act: Act, mentions: Sequence[Mention]) -> list[int]:
    """Who does an act and is of a known land: one of none only speaks of it ("were tortured, *their lawyer* said")."""
    return [a for a in act.actors if mentions[a].actor.country]


def _undergoing(act: Act) -> Token | None:
    """Whom an act in the passive befalls."""
    if act.token.pos_ != "VERB" or not tree.is_passive(act.token):
        return None
    return next(iter(tree.surface_subjects(act.token)), None)


def _held(act: Act, whom: Token, mentions: list[Mention], told: Sequence[Told]) -> tuple[Act, list[Mention]]:
    """An act with the last captives before it, where it is told of them, and with their captors."""
    here = [mentions[r] for r in act.recipients]
    for holders, captives in _custodies(told):
        lands = {m.actor.country for m in captives}
        if len(lands) != 1 or None in lands:
            continue
        named = any(m.actor.country in lands and m.back >= 0 for m in here)
        if not (named or _is_told_anew(whom, captives[-1]) or _are_alike(here, captives, whom)) or (
            here and not named and not _is_open(here, whom)
        ):
            continue
        at = len(mentions)
        why = f"who held {captives[-1].actor.text!r}, as told before"
        holding = [replace(m, head=ELSEWHERE, why=(*m.why, why)) for m in holders]
        doing = tuple(range(at, at + len(holding)))
        mentions = [*mentions, *holding]
        if named:
            return replace(act, actors=doing), mentions
        if here:
            mentions = [_as_captive(m, captives[-1]) if m.head == whom.i else m for m in mentions]
            return replace(act, actors=doing), mentions
        suffering = tuple(range(len(mentions), len(mentions) + len(captives)))
        held = [replace(m, head=ELSEWHERE, why=(*m.why, "held before, as told")) for m in captives]
        return replace(act, actors=doing, recipients=suffering), [*mentions, *held]
    return act, mentions


def _as_captive(mention: Mention, captive: Mention) -> Mention:
    """A word for people as those whom it stands for."""
    told = captive.actor
    actor = replace(mention.actor, name=told.name, id=told.id, country=told.country, sector=told.sector)
    return replace(
        mention, actor=actor, kind="name", scene=False, why=(f"{mention.actor.text!r} is {told.text}, held before",)
    )


def _custodies(told: Sequence[Told]) -> Iterator[tuple[list[Mention], list[Mention]]]:
    """Who held whom, the last first."""
    for act, mentions in reversed(told):
        mode = act.mode or act.match.frame.mode
        holds = act.type in ("COERCE", "ASSAULT", "SANCTION") and mode in HOLDING
        if not (holds or act.match.frame.id in TRYING) or act.status in UNDONE or not act.recipients:
            continue
        holders = [mentions[a] for a in act.actors if mentions[a].actor.country]
        if holders:
            yield holders, [mentions[r] for r in act.recipients]


def _is_told_anew(whom: Token, captive: Mention) -> bool:
    """Whether a word may stand for those held: a pronoun, or a word for people that points back, of their number."""
    word = whom.lemma_.lower()
    if whom.lower_ in MANY:
        return captive.plural
    if whom.lower_ in ONE:
        return not captive.plural
    children = {c.lower_ for c in whom.children if c.i < whom.i}
    if (whom.lower_ not in PEOPLE and word not in PEOPLE) or not (children & POINTING or whom.pos_ == "NUM"):
        return False
    if any(c.text[:1].isupper() and not c.is_sent_start for c in whom.children) or any(
        c.dep_ in ("relcl", "prep") for c in whom.children
    ):
        return False  # "the *Kenyan* men", "the men in the boat"
    many = whom.tag_ in ("NNS", "CD") or word in GROUPS
    return many == captive.plural


def _are_alike(here: Sequence[Mention], captives: Sequence[Mention], whom: Token) -> bool:
    """Whether those whom an act names by another word for what the captives are, and by no land, are these: "arrested two French *journalists*.
    *The reporters* were freed".
    """
    definite = any(c.lower_ in POINTING for c in whom.children)
    kinds = {m.actor.sector for m in captives} - {""}
    return definite and bool(here) and all(m.actor.sector in kinds and m.plural == captives[-1].plural for m in here)


def _is_open(here: Sequence[Mention], whom: Token) -> bool:
    """Whether those whom an act names so far are whom the word stands for, and of no land that they name themselves."""
    pronoun = whom.lower_ in MANY | ONE
    return all(m.head == whom.i and (pronoun or m.actor.country is None or m.scene) for m in here)
