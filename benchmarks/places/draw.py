"""Draws named places and event places from the reports of ../shared for judging, and counts kept verdicts.

    python benchmarks/places/draw.py places --seed N [--number 80] > to_judge.jsonl    # sentences with the places found in them
    python benchmarks/places/draw.py events --seed N [--number 100] > to_judge.jsonl   # events with their places and days
    python benchmarks/places/draw.py tell                                              # shares of right ones in verdicts/*.tsv

A verdict names the report and where in it the place or event stands, never its words.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

import polybius
from polybius.model import Coded, Place
from polybius.where import locate

HERE = Path(__file__).parent
REPORTS = HERE.parents[2] / "shared" / "data" / "reports"
VERDICTS = HERE / "verdicts"


def main() -> int:
    """Draws or tells."""
    read = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    read.add_argument("what", choices=["places", "events", "tell"])
    read.add_argument("--seed", type=int, default=1)
    read.add_argument("--number", type=int, default=80)
    given = read.parse_args()
    if given.what == "tell":
        return tell()
    rows = [row for coded in code() for row in (_places if given.what == "places" else _events)(coded)]
    for row in random.Random(given.seed).sample(rows, min(given.number, len(rows))):
        print(json.dumps(row, ensure_ascii=False))
    return 0


def code() -> Iterator[Coded]:
    """The reports, coded."""
    coder = polybius.Coder()
    for line in (REPORTS / "guardian-sample.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield coder.code(
            polybius.Document(text=row["text"], id=row["id"], published=date.fromisoformat(row["published"]))
        )
    korea = (REPORTS / "korea-2017-09.txt").read_text(encoding="utf-8")
    yield coder.code(polybius.Document(text=korea, id="korea-2017-09", published=date(2017, 9, 8)))


def _places(coded: Coded) -> Iterator[dict[str, Any]]:
    text = coded.document.text
    located = locate(text)
    for sentence in coded.sentences:
        inside = [each for each in located if sentence.start <= each.mention.span.start < sentence.end]
        yield {
            "report": coded.document.id,
            "start": sentence.start,
            "before": text[max(0, sentence.start - 200) : sentence.start],
            "sentence": sentence.of(text),
            "places": [
                {"at": each.mention.span.start, "name": each.mention.name, **_entry(each.place)} for each in inside
            ],
        }


def _events(coded: Coded) -> Iterator[dict[str, Any]]:
    text = coded.document.text
    for event in coded.events:
        if event.status == "asserted":
            yield {
                "report": coded.document.id,
                "event": event.id,
                "before": text[max(0, event.sentence.start - 300) : event.sentence.start],
                "sentence": event.sentence.of(text),
                "trigger": event.trigger.of(text),
                "type": event.type,
                "place": _entry(event.where) if event.where else None,
                "published": str(coded.document.published),
                "when": {k: str(v) for k, v in asdict(event.when).items()} if event.when else None,
            }


def _entry(place: Place) -> dict[str, Any]:
    return {
        k: v
        for k, v in asdict(place).items()
        if k in ("name", "country", "admin1", "precision", "latitude", "longitude", "basis")
    }


def tell() -> int:
    """Shares of right, by file."""
    for path in sorted(VERDICTS.glob("*.tsv")):
        with path.open(encoding="utf-8") as stream:
            rows = list(csv.DictReader(stream, delimiter="\t"))
        counts = Counter(row["verdict"] for row in rows)
        print(f"{path.stem}: {counts['right']}/{len(rows)} = {counts['right'] / len(rows):.3f} right; {dict(counts)}")
        print("  kinds of error:", Counter(row["kind"] for row in rows if row["verdict"] != "right").most_common())
    return 0


if __name__ == "__main__":
    sys.exit(main())
