"""What one given party does to another: the best of the sentence's acts for that pair."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from polybius.model import Actor, Coded, Event, Span


def best(coded: Coded, actor: Span, recipient: Span, docs: Sequence[Doc]) -> Event | None:
    """The event that best tells what ``actor`` does to ``recipient``; None when no act links the two."""
    ranked = sorted(
        (
            (_fit(event, actor, recipient, docs[0]), event.confidence, -event.trigger.start, event)
            for event in coded.events
        ),
        key=lambda r: r[:3],
        reverse=True,
    )
    if not ranked or ranked[0][0] <= 0:
        return None
    return ranked[0][3]


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
    there = _head(doc, recipient)
    here = _head(doc, actor)
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


_head = _word
