"""Shows how a sentence is coded: its parties, the acts, the frames that fired, and what was turned down."""

from __future__ import annotations

import argparse

from polybius.acts.match import TurnedDown
from polybius.ingest.text import day
from polybius.model import Actor, Coded, Event, Mention
from polybius.pipeline import Coder

HELP = "show the reasons behind the records of a sentence"
MOST_TURNED_DOWN = 12


def add(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    parser.add_argument("sentence", help="the text to explain, in quotes")
    parser.add_argument("--published", metavar="DATE", help="publication day, YYYY-MM-DD")
    parser.add_argument("--all", action="store_true", help="list every pattern that was turned down")


def run(arguments: argparse.Namespace) -> int:
    """Prints the explanation."""
    published = day(arguments.published, "--published") if arguments.published else None
    coded, mentions, turned_down = Coder().explain(arguments.sentence, published)
    print("\n".join(explanation(coded, mentions, turned_down, None if arguments.all else MOST_TURNED_DOWN)))
    return 0


def explanation(
    coded: Coded, mentions: list[list[Mention]], turned_down: list[TurnedDown], most: int | None
) -> list[str]:
    """The lines of an explanation."""
    text = coded.document.text
    lines = [s.of(text) for s in coded.sentences]
    lines += ["", "Parties"]
    named = [m for sentence in mentions for m in sentence]
    lines += [f"  {m.actor.text!r}: {_who(m.actor)}" + (f" ({'; '.join(m.why)})" if m.why else "") for m in named] or [
        "  none found"
    ]
    lines += ["", "Events"]
    for event in coded.events:
        lines += _event(event, text)
    if not coded.events:
        lines.append("  none: no frame found its words and its parties")
    lines += ["", "Considered and turned down"]
    shown = turned_down[:most]
    lines += [f"  {t.token.text!r} {t.frame} ({t.pattern}): {t.reason}" for t in shown] or ["  nothing"]
    if len(shown) < len(turned_down):
        lines.append(f"  and {len(turned_down) - len(shown)} more: --all shows them")
    return lines


def _event(event: Event, text: str) -> list[str]:
    mode = f" ({event.mode})" if event.mode else ""
    recipients = f" to {', '.join(map(_who, event.recipients))}" if event.recipients else ""
    lines = [
        f"  {event.type}{mode}: {', '.join(map(_who, event.actors)) or 'unknown'}{recipients}, {event.status}, confidence {event.confidence}"
    ]
    lines.append(f"    word: {event.trigger.of(text)!r}")
    if event.attribution:
        lines.append(f"    on the word of {_who(event.attribution)}")
    if event.when:
        days = (
            f"{event.when.start} to {event.when.end}" if event.when.start != event.when.end else f"{event.when.start}"
        )
        lines.append(f"    when: {days} ({event.when.precision}; {event.when.basis})")
    if event.where:
        lines.append(f"    where: {event.where.name} ({event.where.precision}; {event.where.basis})")
    if event.contexts:
        lines.append(f"    contexts: {', '.join(event.contexts)}")
    return lines + [f"    why: {reason}" for reason in event.why]


def _who(actor: Actor) -> str:
    code = " ".join(filter(None, (actor.country, actor.sector, *actor.sectors))) or "unknown"
    return f"{actor.name} [{code}]"
