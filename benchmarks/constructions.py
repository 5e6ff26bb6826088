"""How English puts who does what to whom: texts of our own by construction, and how many of their events are told.

    python benchmarks/constructions.py [--show] [NAME ...]     # NAME: a file of constructions/ without .txt; all when none is given

A line holds a text, " | " and its asserted events: ``TYPE ACTORS RECIPIENTS`` joined by ";", countries joined by ",", "?" for none or nobody known,
"-" alone where nothing is asserted. The first event is the one that the construction is about. A line that begins with "#" names a construction.
An event is right when its type and the countries of both sides are; sides of what is done with one another may stand either way.

The texts were written by helpers who hadn't seen the coder. They are for looking: their kinds of error are mended (docs/quality.md says what each file
gave at first).
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import polybius
from polybius.model import Actor, Event

TEXTS = Path(__file__).parent / "constructions"
DAY = date(2016, 6, 15)
BODIES = {
    "EUE": "EUR",
    "EU": "EUR",
    "UN": "UNO",
    "NATO": "IGO",
    "NAT": "IGO",
    "AFR": "IGO",
    "ARB": "IGO",
}  # as writers call them
MUTUAL = frozenset({"CONSULT", "AGREE", "COOPERATE"})
Sides = tuple[frozenset[str], frozenset[str]]


@dataclass(frozen=True)
class Wanted:
    """An event that a text tells: type and countries of both sides."""

    type: str
    actors: frozenset[str]
    recipients: frozenset[str]
    several: bool  # more than one actor is told


@dataclass(frozen=True)
class Case:
    """A text with its construction and events, the one that it is about first."""

    construction: str
    text: str
    wanted: tuple[Wanted, ...]


def cases(path: Path) -> Iterator[Case]:
    """The texts of a file; ValueError tells of a line that can't be read."""
    construction = ""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("#"):
            construction = line.lstrip("# ")
        elif line.strip():
            text, bar, told = line.rpartition(" | ")
            if not bar:
                raise ValueError(f"{path.name}:{number}: no ' | ' between text and events")
            items = (item.split() for item in told.split(";"))
            yield Case(construction, text, tuple(_wanted(item) for item in items if item and item != ["-"]))


def _wanted(item: list[str]) -> Wanted:
    type_, actors, recipients = (*item, "?", "?")[:3]
    sides = [frozenset(BODIES.get(c, c) for c in side.split(",")) - {"?"} for side in (actors, recipients)]
    return Wanted(type_, sides[0], sides[1], "," in actors)


def is_told(wanted: Wanted, event: Event) -> bool:
    """Whether an event says what is wanted."""
    acting, receiving = _countries(event.actors), _countries(event.recipients)
    everybody, all_wanted = acting | receiving, wanted.actors | wanted.recipients
    if event.type != wanted.type:
        return False
    if (acting, receiving) == (wanted.actors, wanted.recipients):
        return True
    mutual = wanted.type in MUTUAL or (wanted.several and not wanted.recipients)
    among = len(event.actors) > 1 and not receiving and bool(wanted.recipients)
    return (mutual or among) and everybody == all_wanted


def _countries(side: tuple[Actor, ...]) -> frozenset[str]:
    return frozenset(actor.country for actor in side if actor.country)


def measure(coder: polybius.Coder, path: Path, show: bool = False) -> Counter[str]:
    """Counts over a file: texts, those whose first event is told (or nothing where nothing is asserted), events wanted and found, told and right."""
    counts: Counter[str] = Counter()
    for case in cases(path):
        coded = coder.code(polybius.Document(text=case.text, published=DAY)).events
        events = [event for event in coded if event.status == "asserted"]
        missed = [wanted for wanted in case.wanted if not any(is_told(wanted, event) for event in events)]
        wrong = [event for event in events if not any(is_told(wanted, event) for wanted in case.wanted)]
        first = case.wanted[0] not in missed if case.wanted else not events
        counts.update(texts=1, first=first, wanted=len(case.wanted), found=len(case.wanted) - len(missed))
        counts.update(told=len(events), right=len(events) - len(wrong))
        if show and (missed or wrong):
            _show(case, missed, wrong)
    return counts


def _show(case: Case, missed: list[Wanted], wrong: list[Event]) -> None:
    print(f"\n{case.construction}\n  {case.text}")
    for wanted in missed:
        print(f"    missed {wanted.type} {sorted(wanted.actors)} > {sorted(wanted.recipients)}")
    for event in wrong:
        sides = [[f"{a.text} = {a.country}" for a in side] for side in (event.actors, event.recipients)]
        print(f"    wrong  {event.type} {sides[0]} > {sides[1]} {event.confidence} {event.why[0]}")


def shares(counts: Counter[str]) -> dict[str, float]:
    """Texts whose first event is told, events told that are right, events wanted that are told."""
    parts = {"first event": ("first", "texts"), "precision": ("right", "told"), "recall": ("found", "wanted")}
    return {name: counts[part] / max(counts[whole], 1) for name, (part, whole) in parts.items()}


def line(name: str, counts: Counter[str]) -> str:
    """One row of figures."""
    told = "  ".join(f"{part} {share:.3f}" for part, share in shares(counts).items())
    return f"{name:12} {counts['texts']:5} texts  {told}"


def main() -> int:
    """Measures and tells."""
    read = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    read.add_argument("names", nargs="*")
    read.add_argument("--show", action="store_true", help="what is missed and what is wrong")
    given = read.parse_args()
    coder = polybius.Coder()
    total: Counter[str] = Counter()
    for path in sorted(TEXTS.glob("*.txt")):
        if not given.names or path.stem in given.names:
            counts = measure(coder, path, given.show)
            total += counts
            print(line(path.stem, counts))
    print(line("all", total))
    return 0


if __name__ == "__main__":
    sys.exit(main())
