"""What one given party does to another: the frames' acts for that pair and the judge's shares, weighed together."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from polybius.acts import tree
from polybius.acts.judge import Judge, Verdict
from polybius.acts.marked import TYPES
from polybius.acts.recast import YIELDING
from polybius.model import Actor, Coded, Event, Span

# What a frame's type gains over the judge's log share, by how well the frame fits the pair.
FITTING, BESIDE = 3.0, 1.5
FITS = 6.0  # from this fit on, a frame binds both parties
NOTHING = 0.98  # share of NONE from which no relation is told when no frame fits


def best(coded: Coded, actor: Span, recipient: Span, docs: Sequence[Doc], judge: Judge) -> Event | None:
    """The event that best tells what ``actor`` does to ``recipient``; None when neither a frame nor the judge sees any."""
    text = coded.document.text
    fitting = ranked(coded, actor, recipient, docs)
    verdict = judge.read(text, [[(actor.start, actor.end)], [(recipient.start, recipient.end)]]).ask(0, 1)
    if not docs or (not fitting and verdict.none > NOTHING):
        return None
    shares = weighed(verdict, fitting)
    type_ = max(TYPES[1:], key=lambda t: shares[t])
    said = f"judge: {type_} with a share of {shares[type_]:.2f}"
    event = next((e for _, e in fitting if e.type == type_), None)
    if event is not None:
        return replace(event, confidence=round(shares[type_], 3), why=(*event.why, said))
    return _judged(coded, actor, recipient, docs[0], verdict, type_, shares[type_], said)


def weighed(verdict: Verdict, fitting: Sequence[tuple[float, Event]]) -> dict[str, float]:
    """The share of each type, NONE aside, from the judge's shares and the best fitting frame."""
    weights = {t: math.log(max(verdict.types[t], 1e-4)) for t in TYPES[1:]}
    if fitting:
        fit, event = fitting[0]
        weights[event.type] += FITTING if fit >= FITS else BESIDE
        if event.type == "AGREE":
            # A promise to yield is one (docs/decisions/types.md), where the judge often tells what was promised.
            weights["AGREE"] = max(weights["AGREE"], *(weights[t] for t in YIELDING))
            weights |= dict.fromkeys(YIELDING, math.log(1e-4))
    total = sum(math.exp(w) for w in weights.values())
    return {t: math.exp(w) / total for t, w in weights.items()}


def _judged(
    coded: Coded, actor: Span, recipient: Span, doc: Doc, verdict: Verdict, type_: str, share: float, said: str
) -> Event:
    """An event that no frame gave: the word where both parties meet in the parse is its trigger."""
    here, there = _word(doc, actor) or doc[0], _word(doc, recipient) or doc[0]
    text = coded.document.text
    parties = [Actor(span.of(text), span, span.of(text)) for span in (actor, recipient)]
    acting = next((a for e in coded.events for a in e.actors if _named([a], actor)), parties[0])
    receiving = next((a for e in coded.events for a in e.recipients if _named([a], recipient)), parties[1])
    sentence = next((s for s in coded.sentences if s.start <= actor.start < s.end), Span(0, len(text)))
    top = tree.meeting(here, there)
    return Event(
        f"{coded.document.id}-judged", type_, None, (), (acting,), (receiving,), None, None, verdict.status(), None, sentence,
        Span(top.idx, top.idx + len(top)), round(share, 3), (f"{said}, no frame fits",),
    )  # fmt: skip


def ranked(coded: Coded, actor: Span, recipient: Span, docs: Sequence[Doc]) -> list[tuple[float, Event]]:
    """How well each event that can link the two spans fits them, and the event, best first."""
    scored = sorted(
        (
            (_fit(event, actor, recipient, docs[0]), event.confidence, -event.trigger.start, event)
            for event in coded.events
        ),
        key=lambda r: r[:3],
        reverse=True,
    )
    return [(row[0], row[3]) for row in scored if row[0] > 0]


def _fit(event: Event, actor: Span, recipient: Span, doc: Doc) -> float:
    """How well an event fits the pair: who acts weighs most, then to whom, then how near the words stand."""
    score = 0.0
    acting, receiving = _named(event.actors, actor), _named(event.recipients, recipient)
    if acting:
        score += 4
    elif _named(event.recipients, actor):
        score -= 2
    if receiving:
        score += 3
    elif _named(event.actors, recipient) and acting:
        score += 2.5
    elif _named(event.actors, recipient):
        score -= 1
    trigger = _word(doc, event.trigger)
    there = _word(doc, recipient)
    here = _word(doc, actor)
    if trigger is not None and there is not None and (trigger == there or trigger.is_ancestor(there)):
        score += 1.5
        if here is not None and trigger.is_ancestor(here) and trigger.i != there.i:
            score += 1.5
    if trigger is not None and here is not None and here.is_ancestor(trigger):
        score -= 3
    if not event.actors:
        score += 0.5
    if trigger is not None and here is not None and not acting and here.head == trigger:
        score += 1
    return score


def _named(parties: Sequence[Actor], span: Span) -> bool:
    return any(p.span.start < span.end and span.start < p.span.end for p in parties)


def _word(doc: Doc, span: Span) -> Token | None:
    found = doc.char_span(span.start, span.end, alignment_mode="expand")
    return found.root if found is not None else None
