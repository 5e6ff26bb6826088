"""What one given party does to another: the best of the sentence's acts for that pair."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from polybius.acts import guess
from polybius.model import Actor, Coded, Event, Span


def best(coded: Coded, actor: Span, recipient: Span, docs: Sequence[Doc]) -> Event | None:
    """The event that best tells what ``actor`` does to ``recipient``; where no frame links them, the learned back-off's guess."""
    fitting = ranked(coded, actor, recipient, docs)
    if fitting:
        return fitting[0]
    return _guessed(coded, actor, recipient, docs[0]) if docs else None


def _guessed(coded: Coded, actor: Span, recipient: Span, doc: Doc) -> Event | None:
    """The back-off's event, when it is sure enough: the word where both parties meet in the parse is its trigger."""
    here, there = heads(doc, actor, recipient)
    shares = guess.shares(guess.features(doc, here, there, []))
    type_ = max(shares, key=lambda t: (shares[t], t), default="")
    if not shares or shares[type_] < guess.SURE:
        return None
    text = coded.document.text
    parties = [Actor(span.of(text), span, span.of(text)) for span in (actor, recipient)]
    acting = next((a for e in coded.events for a in e.actors if _named([a], actor)), parties[0])
    receiving = next((a for e in coded.events for a in e.recipients if _named([a], recipient)), parties[1])
    sentence = next((s for s in coded.sentences if s.start <= actor.start < s.end), Span(0, len(text)))
    top = guess.meeting(here, there)
    return Event(
        f"{coded.document.id}-guess", type_, None, (), (acting,), (receiving,), None, None, "asserted", None, sentence,
        Span(top.idx, top.idx + len(top)), round(shares[type_], 3),
        (f"learned back-off: {type_} with a share of {shares[type_]:.2f}, no frame fits",),
    )  # fmt: skip


def ranked(coded: Coded, actor: Span, recipient: Span, docs: Sequence[Doc]) -> list[Event]:
    """The sentence's events that can link the two spans, best first."""
    scored = sorted(
        (
            (_fit(event, actor, recipient, docs[0]), event.confidence, -event.trigger.start, event)
            for event in coded.events
        ),
        key=lambda r: r[:3],
        reverse=True,
    )
    return [row[3] for row in scored if row[0] > 0]


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


def heads(doc: Doc, actor: Span, recipient: Span) -> tuple[Token, Token]:
    """The head words of two spans; the sentence's first word for one that the parse can't find."""
    return _word(doc, actor) or doc[0], _word(doc, recipient) or doc[0]
