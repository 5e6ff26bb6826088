"""Meetings and calls at which one side says something to the other: "*During a call* the king urged the premier to yield", of whom?

A frame sees the noun and who speaks; the judge, asked of the pair, sees what is said rather than that they met. So such a meeting is told with the
confidence of what was said there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from polybius.acts import tree
from polybius.acts.act import VERBAL, Act
from polybius.lexicon import ontology
from polybius.model import Mention

# Talking over a line takes two: whatever one tells the other is told on it. On some calls many listen.
CALLS, OF_MANY = frozenset({"call", "teleconference", "videocall"}), frozenset({"conference", "earnings", "roll"})
LINES = frozenset({"phone", "telephone", "video"})
# A meeting may be of one's own ("at a meeting in Brussels ministers urged Russia ..."): only what a person tells a person is told there to his face.
MEETINGS = frozenset(
    "meeting talk summit lunch dinner breakfast session encounter audience conversation discussion negotiation".split()
)
SETTING = frozenset({"during", "in", "at", "over", "on"})
# What one says to another's face at a meeting; criticism may be said there of somebody else.
SAID = frozenset({"AGREE", "REQUEST", "SUPPORT", "THREATEN", "CONCEDE"})
TELLING = frozenset({"tell", "inform", "assure", "brief", "remind", "ask", "update"})
# With whom it was, or whose it was: then the noun says itself who met.
OWN_PARTIES = frozenset({"with", "between", "to", "of", "for", "among"})


def held(acts: Sequence[Act]) -> list[Act]:
    """The meetings of a sentence that a noun tells which says when something was said, but not who met: a frame takes the speaker for all sides."""
    return [
        act
        for act in acts
        if act.type == "CONSULT"
        and act.status == "asserted"
        and act.match.pattern.pos == "n"
        and _saying(act.token) is not None
    ]


def complete(acts: Sequence[Act], meetings: Sequence[Act], mentions: Sequence[Mention]) -> list[Act]:
    """The reviewed acts of a sentence with its ``meetings`` between those of whom one said something to the other there."""
    out = list(acts)
    for meeting in meetings:
        verb = _saying(meeting.token)
        spoken = (verb, meeting.token)  # a judge may read at the noun itself what was said there
        said = next((act for act in acts if act.token in spoken and act.type in VERBAL - {"CONSULT"}), None)
        sides = _sides(said, mentions) if said is not None else _told(verb, mentions)
        if len(sides) < 2 or not _may_meet(meeting.token, said, [mentions[p] for p in sides]):
            continue
        others = [act for act in out if act.type == "CONSULT" and act.token != meeting.token]
        if any(set(sides) <= {*act.actors, *act.recipients} for act in others):
            continue
        words = verb.text if verb is not None else ""
        met = replace(
            meeting,
            actors=sides,
            recipients=(),
            why=(*meeting.why, f"between those of whom one {words!r} the other there"),
        )
        if said is not None:
            met = replace(met, share=said.share, happened=said.happened, readings=said.readings)
        out = [act for act in out if not (act.token == meeting.token and act.type == "CONSULT")]
        out.append(met)
    return out


def _saying(noun: Token) -> Token | None:
    """The verb of the clause that a meeting is the time or place of, where the noun itself doesn't say who met."""
    setting = noun.head
    if noun.dep_ != "pobj" or setting.lower_ not in SETTING or not (_is_call(noun) or noun.lemma_.lower() in MEETINGS):
        return None
    if any(name in OWN_PARTIES for name, _ in tree.prepositions(noun)):
        return None
    if any(c.dep_ == "poss" and c.tag_ != "PRP$" for c in noun.children):
        return None
    verb = tree.clause_of(setting.head)
    return verb if verb.pos_ == "VERB" else None


def _is_call(noun: Token) -> bool:
    """Whether a noun tells talk over a line of one with another."""
    before = {c.lower_ for c in noun.children if c.dep_ == "compound"}
    lemma = noun.lemma_.lower()
    return (lemma in CALLS and before.isdisjoint(OF_MANY)) or (lemma == "conversation" and not before.isdisjoint(LINES))


def _sides(said: Act, mentions: Sequence[Mention]) -> tuple[int, ...]:
    """Who speaks and who is spoken to; of several who agree, all."""
    if said.status not in ("asserted", "future") or not said.actors:
        return ()
    return tuple(p for p in dict.fromkeys((*said.actors, *said.recipients)) if mentions[p].actor.country is not None)


def _told(verb: Token | None, mentions: Sequence[Mention]) -> tuple[int, ...]:
    """Who tells whom something, where no frame takes what he tells for an act."""
    if (
        verb is None
        or verb.lemma_ not in TELLING
        or tree.is_passive(verb)
        or any(c.dep_ == "neg" for c in verb.children)
    ):
        return ()
    sides = [
        next((n for n, m in enumerate(mentions) if m.head == word.i and m.actor.country and m.kind != "modifier"), None)
        for word in (
            next(iter(tree.subjects(verb)), None),
            next(iter([*tree.objects(verb), *tree.datives(verb)]), None),
        )
        if word is not None
    ]
    return tuple(p for p in sides if p is not None)


def _may_meet(noun: Token, said: Act | None, sides: Sequence[Mention]) -> bool:
    """Whether those of two lands, or two sides of one, spoke with one another there."""
    lands = {m.actor.country for m in sides}
    if len({(m.actor.country, m.actor.sector) for m in sides}) < 2:
        return False
    if _is_call(noun):
        return len(lands) > 1
    if said is not None and said.type not in SAID:
        return False
    bodies = ontology.table()["international"]
    return not lands & set(bodies) and (
        all(m.nature == "person" for m in sides) or (said is not None and not said.recipients)
    )
