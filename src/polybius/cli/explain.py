"""Shows how a sentence is coded: its parties, the acts, the frames that fired, and what was turned down."""

from __future__ import annotations

import argparse
import re

from spacy.tokens import Token

from polybius.acts.match import TurnedDown
from polybius.errors import InputError
from polybius.ingest.text import day
from polybius.model import Actor, Coded, Event, Mention
from polybius.pipeline import Coder

HELP = "show the reasons behind the records of a sentence"
MOST_TURNED_DOWN, WIDTH, MOST_WORDS = (
    8,
    120,
    3,
)  # rows; characters of a row's pattern and reason; words of a list in a pattern
_LIST = re.compile(r"\(([^()]*)\)")
_MISSING, _FORBIDDEN = " is missing", " must not stand here"  # how a reason ends where a pattern doesn't fit the words


def add(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    parser.add_argument("sentence", help="the text to explain, in quotes")
    parser.add_argument("--published", metavar="DATE", help="publication day, YYYY-MM-DD")
    parser.add_argument(
        "--all", action="store_true", help="list every pattern that was turned down, whole (default: the nearest few)"
    )


def run(arguments: argparse.Namespace) -> int:
    """Prints the explanation."""
    if not arguments.sentence.strip():
        raise InputError("no text", "explain", 'give a sentence in quotes: polybius explain "Peru met Chile."')
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
    shown = turned_down if most is None else _nearest(turned_down)[:most]
    lines += [_turned_down(t, whole=most is None) for t in shown] or ["  nothing"]
    if len(shown) < len(turned_down):
        lines.append(f"  and {len(turned_down) - len(shown)} more: --all shows them")
    return lines


def _nearest(turned_down: list[TurnedDown]) -> list[TurnedDown]:
    """One pattern a frame and word, first those that fit and lost to something else, then those that lack something."""
    ranked = sorted(turned_down, key=lambda t: (t.reason.endswith(_MISSING), t.reason.endswith(_FORBIDDEN)))
    kept: dict[tuple[str, Token], TurnedDown] = {}
    for turned in ranked:
        kept.setdefault((turned.frame, turned.token), turned)
    return list(kept.values())


def _turned_down(turned: TurnedDown, whole: bool) -> str:
    """A row for a pattern; unless it is wanted whole, with the first words of its lists, and no wider than a line."""
    pattern = turned.pattern
    if not whole:
        pattern = _LIST.sub(lambda found: f"({_first_words(found[1])})", pattern)
        room = WIDTH - len(turned.reason)
        pattern = pattern if len(pattern) <= room else f"{pattern[: max(0, room - 3)]}..."
    return f"  {turned.token.text!r} {turned.frame} ({pattern}): {turned.reason}"


def _first_words(listed: str) -> str:
    words = listed.split(",")
    return ",".join([*words[:MOST_WORDS], "..."]) if len(words) > MOST_WORDS + 1 else listed


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
