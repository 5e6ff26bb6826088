"""Acts that a sentence tells by saying that somebody else did the same: "Spain *followed suit*", "Chile *did the same*", "a day after Mali *did so*", "*as did* Peru", "Peru *answered in kind*", "Peru *followed on Tuesday*"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from polybius import hanging
from polybius.acts.act import Act
from polybius.acts.compose import EXERCISES
from polybius.acts.told import ELSEWHERE, UNDONE, Told
from polybius.model import Mention

HELD = frozenset({"MOBILIZE", "COOPERATE"})  # types of exercises
DAYS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december
    day week hour month""".split()
)
SAME = frozenset({"same", "likewise"})
PRO_VERBS = frozenset({"do", "have"})
ABOUT_ACTS = frozenset(
    {"REQUEST", "REJECT", "AGREE", "THREATEN"}
)  # types of which the act that they are about may be done
WHEN = frozenset("last again too earlier later before recently already twice soon yesterday today then".split())
# What it is to say that one will do likewise.
ANNOUNCED = {
    "THREATEN": frozenset({"SANCTION", "COERCE", "ASSAULT"}),
    "CONCEDE": frozenset({"RETREAT"}),
    "AGREE": frozenset({"AID", "COOPERATE", "CONSULT", "SUPPORT"}),
}
PROMISED = frozenset({"AGREE", "CONCEDE", "THREATEN"})
WILL, SAYING = frozenset({"will", "would", "'ll"}), frozenset({"say", "announce", "declare", "promise", "add", "reply"})
ANSWERING = frozenset("answer respond reply react retaliate reciprocate hit strike".split())  # "*in kind*"
REPEATING, STEPS = (
    PRO_VERBS | ANSWERING | {"follow", "take"},
    frozenset({"step", "measure", "action", "line", "decision", "stand", "course"}),
)


def repeated(
    acts: list[Act], mentions: list[Mention], doc: Doc, before: Sequence[Told]
) -> tuple[list[Act], list[Mention]]:
    """The acts of a sentence with those that its doers are said to have done like others.

    ``before`` are the acts of the sentence before, each with its mentions. What is done likewise is the last asserted act before the word, in the
    sentence itself or else in the one before; who did that is its recipient where the new doer suffered it ("Peru expelled a Chilean, and *Chile did
    the same*").
    """
    out = list(acts)
    for word in (w for w in doc if w.lemma_ in REPEATING):
        doer = _doer(word)
        if doer is None:
            continue
        listed = {doer.i, *(c.i for c in doer.conjuncts)}
        doers = tuple(n for n, m in enumerate(mentions) if m.head in listed)
        here = [act for act in out if act.token == word]
        if not doers or any(act.recipients or act.match.frame.patterns for act in here):
            continue
        own: list[Told] = [(act, mentions) for act in acts if act.token.i < word.i]
        so = _is_followed_by_so(word)
        model = next((t for t in reversed(own or list(before)) if _may_be_repeated(t, mentions[doers[0]], so)), None)
        if model is None:
            continue
        act, known = model
        lands = {mentions[d].actor.country for d in doers}
        towards = act.recipients
        if lands & {known[r].actor.country for r in towards}:
            towards = act.actors
        if not own:  # they stand in the sentence before
            mentions = [*mentions, *(replace(known[r], head=ELSEWHERE) for r in towards)]
            towards = tuple(range(len(mentions) - len(towards), len(mentions)))
        done = _announced(act) if _is_to_come(word) else act
        if done is None:
            continue
        reason = f"{word.text!r} says that it was done likewise: {act.token.text!r}"
        match = replace(act.match, token=word, support=None)
        out = [other for other in out if other not in here]  # a judge may have seen that something was done
        out.append(replace(done, match=match, actors=doers, recipients=towards, why=(*act.why, reason), speaker=None))
    return out, mentions


def _is_to_come(verb: Token) -> bool:
    return any(c.tag_ == "MD" for c in verb.children)


def _announced(act: Act) -> Act | None:
    """An act that somebody says he will do likewise, as what saying so is: "Peru said it would withdraw. *Chile said it would do the same*"."""
    if act.type in PROMISED:
        return act
    type_ = next((to for to, types in ANNOUNCED.items() if act.type in types), None)
    return None if type_ is None else replace(act, type=type_, mode=None)


def taking_part(
    acts: list[Act], mentions: list[Mention], doc: Doc, before: Sequence[Told]
) -> tuple[list[Act], list[Mention]]:
    """The acts of a sentence whose soldiers are "taking part", in what it doesn't say, as the exercise that the sentence ``before`` tells of."""
    part = next((w for w in doc if w.lower_ == "part" and w.dep_ == "dobj" and w.head.lemma_ == "take"), None)
    subject = hanging.subject_of(part.head) if part is not None and not any(part.children) else None
    if part is None or subject is None or any(c.dep_ == "neg" or c.lower_ in ("in", "of") for c in part.head.children):
        return acts, mentions
    doers = {m.actor.country for m in mentions if m.head == subject.i and m.actor.sector == "MIL"}
    for act, known in reversed(before):
        lands = {known[a].actor.country for a in act.actors}
        if act.type in HELD and act.status not in UNDONE and _is_exercise(act) and doers and doers <= lands:
            held = tuple(range(len(mentions), len(mentions) + len(act.actors)))
            mentions = [*mentions, *(replace(known[a], head=ELSEWHERE) for a in act.actors)]
            why = (*act.why, f"{part.text!r} is of {act.token.text!r}, told before")
            match = replace(act.match, token=part.head, support=None)
            others = [other for other in acts if other.token != part.head]
            return [*others, replace(act, match=match, actors=held, recipients=(), why=why, speaker=None)], mentions
    return acts, mentions


def _is_exercise(act: Act) -> bool:
    return any(w.lemma_.lower() in EXERCISES for w in (act.token, *act.token.children))


def _doer(verb: Token) -> Token | None:
    """Who a verb says did the same as somebody else; None when it says no such thing, or that it may come to it."""
    subject = hanging.subject_of(verb)
    to_come = _is_to_come(verb)
    if subject is None or not (hanging.is_finite(verb) or verb.tag_ == "VBN" or to_come):
        return None
    if any(c.dep_ == "neg" or (c.tag_ == "MD" and c.lower_ not in WILL) for c in verb.children):
        return None
    if to_come and not _is_said(verb):
        return None
    same = next((c for c in verb.children if c.dep_ in ("dobj", "advmod", "attr") and c.lower_ in SAME), None)
    if verb.lemma_ == "do" and (same is not None or _is_followed_by_so(verb)):
        return subject
    if verb.lemma_ == "take" and any(_is_same_step(c) for c in verb.children):
        return subject
    if verb.lemma_ == "follow" and any(c.dep_ == "dobj" and c.lower_ == "suit" for c in verb.children):
        return subject
    if verb.lemma_ == "follow" and _is_only_dated(verb):
        return subject
    if verb.lemma_ in ANSWERING:
        return subject if _is_in_kind(verb) else None
    led = any(c.i < verb.i and c.lower_ in ("as", "so") for c in verb.children)
    bare = not any(c.dep_ in ("dobj", "xcomp", "ccomp", "attr", "acomp", "prep") for c in verb.children)
    return subject if verb.lemma_ in PRO_VERBS and led and bare and subject.i > verb.i else None


def _is_said(verb: Token) -> bool:
    """Whether somebody says what he will do, or a report does: not "if it would do the same", "urged that it would"."""
    told = verb.dep_ == "ccomp" and verb.head.lemma_ in SAYING and not any(c.dep_ == "neg" for c in verb.head.children)
    return verb.dep_ == "ROOT" or told


def _is_in_kind(verb: Token) -> bool:
    """Whether an answer is said to be the same thing again: "answered *in kind*"."""
    return [t.lower_ for t in verb.doc[verb.i + 1 : verb.i + 3]] == ["in", "kind"]


def _is_only_dated(verb: Token) -> bool:
    """Whether a clause says only when somebody followed: "Chad *followed a day later*", "Chad *followed on Tuesday*"."""
    parts = [c for c in verb.children if c.dep_ not in ("nsubj", "punct", "cc", "conj")]
    days = [t for c in parts if c.dep_ == "prep" and c.lower_ in ("on", "in", "within") for t in c.children]
    timed = all(c.dep_ in ("advmod", "npadvmod") or c.dep_ == "prep" for c in parts)
    told = all(t.ent_type_ in ("DATE", "TIME") or t.lemma_.lower() in DAYS for t in days)
    return verb.tag_ == "VBD" and bool(parts) and timed and told and len(days) == sum(c.dep_ == "prep" for c in parts)


def _is_same_step(word: Token) -> bool:
    """Whether an object means the act told before: "took *the same step*", "took *a similar line*"."""
    alike = any(c.lower_ in ("same", "similar") for c in word.children)
    return word.dep_ == "dobj" and word.lemma_ in STEPS and alike


def _is_followed_by_so(verb: Token) -> bool:
    """Whether "so" behind a verb says the act again, not how much of something ("did *so* much harm that ...")."""
    behind = verb.doc[verb.i + 1 : verb.i + 3]
    measured = len(behind) > 1 and behind[1].tag_ in ("JJ", "RB") and behind[1].lower_ not in WHEN
    return bool(behind) and behind[0].lower_ == "so" and not measured


def _may_be_repeated(told: Told, doer: Mention, so: bool) -> bool:
    """Whether an act was done, and by another than is to have done it likewise; who "did *so*" may have done what he was asked to."""
    act, mentions = told
    lands = {mentions[a].actor.country for a in act.actors}
    other = doer.actor.country is not None and doer.actor.country not in lands
    asked = act.type in ABOUT_ACTS or doer.actor.country in {mentions[r].actor.country for r in act.recipients}
    return act.status == "asserted" and bool(lands) and other and not (so and asked)
