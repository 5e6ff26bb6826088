"""Plain acts in many shapes: which ways to say one and the same thing lose it.

    python benchmarks/shapes.py [--show] [SECTION ...]

``shapes.yaml`` holds sections of acts, each with its type, and shapes that an act is put into; {A} {a} {K} stand for the doer's land, its adjective and
its capital, {B} {b} {L} for those of the other. A sentence is right when an asserted event has the type and exactly the two lands, or, in the section
of what wasn't done, when none has the type. Written to find kinds of error, and mended from: figures are in sample.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

import polybius
from polybius.model import Actor, Event

SHAPES = Path(__file__).parent / "shapes.yaml"
DAY = date(2016, 6, 15)
LANDS = {
    "KEN": ("Kenya", "Kenyan", "Nairobi"),
    "UGA": ("Uganda", "Ugandan", "Kampala"),
    "PER": ("Peru", "Peruvian", "Lima"),
    "BOL": ("Bolivia", "Bolivian", "La Paz"),
    "VNM": ("Vietnam", "Vietnamese", "Hanoi"),
    "THA": ("Thailand", "Thai", "Bangkok"),
    "SRB": ("Serbia", "Serbian", "Belgrade"),
    "BGR": ("Bulgaria", "Bulgarian", "Sofia"),
}
PAIRS = (("KEN", "UGA"), ("PER", "BOL"), ("VNM", "THA"), ("SRB", "BGR"))


@dataclass(frozen=True)
class Case:
    """A sentence, its shape and what it tells; ``lands`` are whose act it is and towards whom, ``done`` is False where nothing of the
    type may be told, ``mutual`` where the sides may stand either way; ``begins`` is where the sentence begins behind its lead.
    """

    shape: str
    text: str
    type: str
    lands: tuple[str, str]
    done: bool
    mutual: bool
    begins: int


def cases(section: dict[str, Any]) -> Iterator[Case]:
    """Every act of a section in every shape of it."""
    for number, act in enumerate(section["acts"]):
        pair = PAIRS[number % len(PAIRS)]
        words = dict(zip(("A", "a", "K"), LANDS[pair[0]], strict=True)) | dict(
            zip(("B", "b", "L"), LANDS[pair[1]], strict=True)
        )
        parts = {k: v.format(**words) for k, v in act.items() if k not in ("type", "mutual", "turned")}
        lead = section.get("lead", "").format(**words)
        for shape in section["shapes"]:
            said = _capital(shape.format(**words, **parts))
            lands = (pair[1], pair[0]) if act.get("turned") else pair
            text = f"{lead} {said}".strip()
            yield Case(shape, text, act["type"], lands, section.get("done", True), act.get("mutual", False), len(lead))


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]


def is_right(case: Case, events: tuple[Event, ...]) -> bool:
    """Whether what is coded says what the sentence tells."""
    told = [e for e in events if e.status == "asserted" and e.type == case.type and e.trigger.start >= case.begins]
    if not case.done:
        return not told
    sides = [(_lands(e.actors), _lands(e.recipients)) for e in told]
    if case.mutual:
        return any(a | r == set(case.lands) for a, r in sides)
    return ({case.lands[0]}, {case.lands[1]}) in sides


def _lands(side: tuple[Actor, ...]) -> set[str]:
    return {actor.country for actor in side if actor.country}


def main() -> int:
    """Measures and tells."""
    read = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    read.add_argument("sections", nargs="*")
    read.add_argument("--show", action="store_true", help="the sentences that go wrong")
    given = read.parse_args()
    coder = polybius.Coder()
    for name, section in yaml.safe_load(SHAPES.read_text(encoding="utf-8")).items():
        if given.sections and name not in given.sections:
            continue
        right, lost, count = 0, Counter[str](), 0
        for case in cases(section):
            coded = coder.code(polybius.Document(text=case.text, published=DAY)).events
            count += 1
            if is_right(case, coded):
                right += 1
                continue
            lost[case.shape] += 1
            if given.show:
                print(f"    {case.text}", [(e.type, _lands(e.actors), _lands(e.recipients)) for e in coded])
        print(f"{name:24} {right} of {count} = {right / count:.3f}")
        for shape, times in lost.most_common(6):
            print(f"    {times}  {shape}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
