"""Measures places on our own texts: python benchmarks/places/evaluate.py [texts.yaml] (with src on the path).

Prints each miss. Event places are measured twice: by the rules on the words alone, given the key's modifiers and
parties (``text``), and through Coder with its own parse (``coder``), of the key's events those whose trigger it codes.
texts.yaml was used to mend the rules, held_out.yaml was not; of the other files see docs/decisions/places.md.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Any

import yaml

from polybius import Coder, Document
from polybius.model import Event, Place, Span
from polybius.where import event_where, focus, locate, mentions

TEXTS = Path(__file__).with_name("texts.yaml")


def spans(text: str, phrases: list[str], start: int, end: int) -> list[Span]:
    found = [(text.find(phrase, start, end), len(phrase)) for phrase in phrases]
    return [Span(at, at + size) for at, size in found if at >= 0]


def sentence_of(text: str, at: int) -> Span:
    start = max(text.rfind(mark, 0, at) + len(mark) for mark in (". ", ") - ", " — ")) if at else 0
    start = 0 if start < 4 else start
    end = text.find(". ", at)
    return Span(start, len(text) if end < 0 else end + 1)


def score_places(item: dict[str, Any]) -> tuple[int, int, int, list[str]]:
    if "places" not in item:
        return 0, 0, 0, []
    found = {(each.mention.name, each.place.country, each.place.precision) for each in locate(item["text"])}
    wanted = {(name, country, kind) for name, country, kind in item["places"]}
    known = {name.lower() for name, _, _ in wanted}
    extra = {one for one in found - wanted if one[0].lower() not in known}
    missed = [f"missed {one}" for one in sorted(wanted - found, key=str)]
    return len(wanted), len(wanted & found), len(extra), missed + [f"extra {one}" for one in sorted(extra, key=str)]


def score_events(item: dict[str, Any]) -> tuple[int, int, list[str]]:
    text, right, misses = item["text"], 0, []
    located = locate(text)
    setting = focus(text, located)
    for event in item["events"]:
        at = text.find(event["trigger"])
        sentence = sentence_of(text, at)
        trigger = Span(at, at + len(event["trigger"]))
        modifiers = spans(text, event.get("modifiers", []), sentence.start, sentence.end)
        parties = spans(text, event.get("parties", []), sentence.start, sentence.end)
        place, why = event_where(text, sentence, trigger, modifiers, parties, located, setting)
        got = said(place)
        right += got == event["where"]
        if got != event["where"]:
            misses.append(f"text, {event['trigger']}: wanted {event['where']}, got {got} ({why})")
    return len(item["events"]), right, misses


def score_coded(item: dict[str, Any], coder: Coder) -> tuple[int, int, list[str]]:
    """How many of the key's events are coded, how many of those are put where the key has them."""
    text, right, misses, coded = item["text"], 0, [], 0
    found = coder.code(Document(text=text)).events
    for event in item["events"]:
        at = text.find(event["trigger"])
        own = [each for each in found if each.trigger.start <= at < each.trigger.end]
        coded += bool(own)
        good = any(said(each.where) == event["where"] for each in own)
        right += good
        if own and not good:
            misses.append(f"coder, {event['trigger']}: wanted {event['where']}, got {got_by(own[0])}")
    return coded, right, misses


def said(place: Place | None) -> list[str | None] | None:
    return [place.name, place.country] if place else None


def got_by(event: Event) -> str:
    return f"{said(event.where)} ({event.type}; {event.where.basis if event.where else 'none'})"


def speed() -> float:
    """Microseconds for a sentence without candidate names."""
    sentence = (
        "The two sides agreed to hold further talks on the release of prisoners and the return of refugees next week."
    )
    for _ in range(1000):
        mentions(sentence)
    begun = time.perf_counter()
    for _ in range(5000):
        mentions(sentence)
    return (time.perf_counter() - begun) / 5000 * 1e6


def main() -> int:
    wanted = right = extra = events = placed = coded = settled = 0
    coder = Coder()
    for item in yaml.safe_load((Path(sys.argv[1]) if len(sys.argv) > 1 else TEXTS).read_text(encoding="utf-8")):
        count, hit, more, misses = score_places(item)
        wanted, right, extra = wanted + count, right + hit, extra + more
        total, good, wrong = score_events(item)
        events, placed = events + total, placed + good
        known, sound, astray = score_coded(item, coder)
        coded, settled = coded + known, settled + sound
        for line in misses + wrong + astray:
            print(f"  {item['text'][:40]!r}: {line}")
    if wanted:
        print(f"named places right {right}/{wanted} = {right / wanted:.1%}, {extra} not in the key")
    print(f"event places right by the text rules {placed}/{events} = {placed / events:.1%}")
    print(
        f"event places right by Coder {settled}/{coded} = {settled / coded:.1%} of those coded, {coded}/{events} coded"
    )
    print(f"{speed():.1f} microseconds a sentence without names")
    return 0 if right >= 0.9 * wanted and settled >= 0.85 * coded else 1


if __name__ == "__main__":
    sys.exit(main())
