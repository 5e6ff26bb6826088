"""What one given party does to another: the frames' acts for that pair and the judge's shares, weighed together."""

from __future__ import annotations

import math
import operator
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from polybius.acts import tree
from polybius.acts.judge import Judge, Verdict
from polybius.acts.marked import TYPES
from polybius.acts.recast import YIELDING
from polybius.errors import ArgumentError
from polybius.model import Actor, Coded, Event, Mention, Span

# What a frame's type gains over the judge's log share, by how well the frame fits the pair.
FITTING, BESIDE = 3.0, 1.5
FITS = 6.0  # from this fit on, a frame binds both parties
UNDONE = frozenset({"hypothetical", "negated"})
LONGEST = 4000  # characters of a text that is asked about: it is read as one sentence, and the judge reads some 1,000
DOUBTED, HALVED = (
    0.3,
    0.5,
)  # share of NONE from which two who deal with others only aren't related, and how sure it is that they are below
NOTHING = 0.98  # share of NONE from which no relation is told when no frame fits


def asked(text: str, actor: object, recipient: object) -> tuple[Span, Span]:
    """The two parties of a question about a text; ArgumentError for what are no two parties of it."""
    if not isinstance(text, str):
        raise ArgumentError(f"a {type(text).__name__} is no text", "text", "give a string")
    if len(text) > LONGEST:
        raise ArgumentError(
            f"{len(text):,} characters are more than {LONGEST:,}", "text", "give the sentences that tell of the two"
        )
    first, second = _span(text, actor, "actor"), _span(text, recipient, "recipient")
    if first == second:
        raise ArgumentError(
            f"characters {second.start} to {second.end} are the actor already", "recipient", "give another party's span"
        )
    return first, second


def _span(text: str, given: object, name: str) -> Span:
    """The span that a caller means; ArgumentError where it covers no words of the text."""
    wanted = "give (start, end) or a polybius.Span of the characters that name the party"
    try:
        start, end = (given.start, given.end) if isinstance(given, Span) else tuple(given)  # type: ignore[arg-type]
        span = Span(operator.index(start), operator.index(end))
    except (TypeError, ValueError):
        raise ArgumentError(f"{given!r} is no span", name, wanted) from None
    if not 0 <= span.start < span.end <= len(text):
        raise ArgumentError(
            f"characters {span.start} to {span.end} are no stretch of a text of {len(text)}", name, wanted
        )
    if not span.of(text).strip():
        raise ArgumentError(f"characters {span.start} to {span.end} are blank", name, wanted)
    return span


def best(
    coded: Coded, actor: Span, recipient: Span, docs: Sequence[Doc], mentions: Sequence[Mention], judge: Judge
) -> Event | None:
    """The event that best tells what ``actor`` does to ``recipient``, of these two alone; None when neither a frame nor the judge sees any."""
    fitting = ranked(coded, actor, recipient, docs)
    verdict = judge.read(coded.document.text, [[(actor.start, actor.end)], [(recipient.start, recipient.end)]]).ask(
        0, 1
    )
    apart = _apart(coded.events, actor, recipient)
    if not docs or (not fitting and verdict.none > NOTHING) or (apart and verdict.none > DOUBTED):
        return None
    shares = weighed(verdict, fitting)
    type_ = max(TYPES[1:], key=lambda t: shares[t])
    said = f"judge: {type_} with a share of {shares[type_]:.2f}"
    acting, receiving = (_party(coded.document.text, span, mentions) for span in (actor, recipient))
    event = next((e for _, e in fitting if e.type == type_), None)
    if event is None:
        return _judged(coded, acting, receiving, docs[0], verdict, type_, shares[type_], f"{said}, no frame fits")
    share = shares[type_]
    if not _ties(event, actor, recipient):
        said += f", NONE with {verdict.none:.2f}: no frame ties the two"
        share *= (1 - verdict.none) * (HALVED if apart else 1)
    return replace(
        event, actors=(acting,), recipients=(receiving,), confidence=round(share, 3), why=(*event.why, said)
    )  # fmt: skip


def _party(text: str, span: Span, mentions: Sequence[Mention]) -> Actor:
    """Who a span that was asked about names, as the report tells."""
    known = next((m.actor for m in mentions if m.actor.span == span), None)
    return known or Actor(span.of(text), span, span.of(text))


def _ties(event: Event, actor: Span, recipient: Span) -> bool:
    """Whether an event tells of the first party beside or towards the second."""
    return _named(event.actors, actor) and _named((*event.recipients, *event.actors), recipient)


def _apart(events: Sequence[Event], actor: Span, recipient: Span) -> bool:
    """Whether the first party deals with others and others with the second: "*Kenya* met Chad, and Mali sued *Libya*"."""
    of_two = [event for event in events if len(event.actors) + len(event.recipients) > 1]
    if any(_ties(event, actor, recipient) for event in of_two):
        return False
    acts = any(_named(event.actors, actor) for event in of_two)
    suffers = any(_named(event.recipients or event.actors, recipient) for event in of_two)  # who meets is met
    return acts and suffers


def weighed(verdict: Verdict, fitting: Sequence[tuple[float, Event]]) -> dict[str, float]:
    """The share of each type, NONE aside, from the judge's shares and the best fitting frame."""
    weights = {t: math.log(max(verdict.types[t], 1e-4)) for t in TYPES[1:]}
    if fitting:
        fit, event = _told(fitting)
        weights[event.type] += _gain(fit, event)
        if event.type == "AGREE":
            # A promise to yield is one (docs/decisions/types.md), where the judge often tells what was promised.
            weights["AGREE"] = max(weights["AGREE"], *(weights[t] for t in YIELDING))
            weights |= dict.fromkeys(YIELDING, math.log(1e-4))
    total = sum(math.exp(w) for w in weights.values())
    return {t: math.exp(w) / total for t, w in weights.items()}


def _told(fitting: Sequence[tuple[float, Event]]) -> tuple[float, Event]:
    """The best fitting event; where it is denied, the refusal that denies it ("*denied* attacking B")."""
    if fitting[0][1].status != "negated":
        return fitting[0]
    return next((row for row in fitting if row[1].type == "REJECT" and row[1].status == "asserted"), fitting[0])


def _gain(fit: float, event: Event) -> float:
    """What a frame's type gains: nothing where its act isn't told as done, as what is planned or denied is often told as a promise, threat or refusal."""
    if event.status in UNDONE:
        return 0.0
    return FITTING if fit >= FITS else BESIDE


def _judged(
    coded: Coded, acting: Actor, receiving: Actor, doc: Doc, verdict: Verdict, type_: str, share: float, said: str
) -> Event:
    """An event that no frame gave: the word where both parties meet in the parse is its trigger."""
    here, there = _word(doc, acting.span) or doc[0], _word(doc, receiving.span) or doc[0]
    top = tree.meeting(here, there)
    whole = Span(0, len(coded.document.text))
    sentence = next((s for s in coded.sentences if s.start <= acting.span.start < s.end), whole)
    return Event(
        f"{coded.document.id}-judged", type_, None, (), (acting,), (receiving,), None, None, verdict.status(), None, sentence,
        Span(top.idx, top.idx + len(top)), round(share, 3), (said,),
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
