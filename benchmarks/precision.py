"""Precision end to end: draws asserted events from real reports for judging, and counts kept verdicts.

    python benchmarks/precision.py draw --seed N [--number 150] > to_judge.jsonl   # event, its sentence, what was coded
    python benchmarks/precision.py tell                                            # share of right ones in verdicts/*.tsv

The reports are those of ../shared (guardian-sample.jsonl). A verdict file is named after its seed and holds event id, verdict (right or wrong),
the coder's confidence and the kind of error, and no sentence: judged against the sentence by the codebook, right when type, actor,
recipient and status all are.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import polybius
from polybius.model import Actor, Coded, Event

HERE = Path(__file__).parent
REPORTS = HERE.parents[1] / "shared" / "data" / "reports" / "guardian-sample.jsonl"
VERDICTS = HERE / "verdicts"


def main() -> int:
    """Draws or tells."""
    read = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    read.add_argument("what", choices=["draw", "tell"])
    read.add_argument("--seed", type=int, default=1)
    read.add_argument("--number", type=int, default=150)
    given = read.parse_args()
    if given.what == "tell":
        return tell()
    found = [(coded, event) for coded in code() for event in coded.events if event.status == "asserted"]
    found.sort(key=lambda pair: pair[1].id)
    print(f"{len(found)} asserted events", file=sys.stderr)
    for coded, event in random.Random(given.seed).sample(found, min(given.number, len(found))):
        print(json.dumps(_asked(coded, event), ensure_ascii=False))
    return 0


def code() -> Iterator[Coded]:
    """The reports, coded."""
    coder = polybius.Coder()
    for line in REPORTS.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield coder.code(
            polybius.Document(text=row["text"], id=row["id"], published=date.fromisoformat(row["published"]))
        )


def _asked(coded: Coded, event: Event) -> dict[str, Any]:
    text = coded.document.text
    at = event.sentence.start
    return {
        "id": event.id,
        "published": str(coded.document.published),
        "before": text[max(0, at - 900) : at],
        "sentence": event.sentence.of(text),
        "trigger": event.trigger.of(text),
        "type": event.type,
        "mode": event.mode,
        "status": event.status,
        "actors": [_party(a) for a in event.actors],
        "recipients": [_party(a) for a in event.recipients],
        "confidence": event.confidence,
    }


def _party(actor: Actor) -> str:
    return f"{actor.text} = {actor.country or '?'} {actor.sector}".strip()


def tell() -> int:
    """The share of right events by seed, by confidence, and the kinds of error."""
    for path in sorted(VERDICTS.glob("*.tsv")):
        with path.open(encoding="utf-8") as stream:
            rows = list(csv.DictReader(stream, delimiter="\t"))
        right = sum(row["verdict"] == "right" for row in rows)
        print(f"{path.stem}: {right}/{len(rows)} = {right / len(rows):.3f} right")
        for low in (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
            surer = [row for row in rows if float(row["confidence"]) >= low]
            hits = sum(row["verdict"] == "right" for row in surer)
            print(f"  confidence from {low:.1f}: {hits}/{len(surer)} = {hits / max(1, len(surer)):.3f}")
        print("  kinds of error:", Counter(row["kind"] for row in rows if row["verdict"] != "right").most_common())
    return 0


if __name__ == "__main__":
    sys.exit(main())
