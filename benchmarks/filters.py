"""How fast a store of a million events answers: each filter with a dyad series, milliseconds as JSON.

    python benchmarks/filters.py [--events 1000000] [--rounds 5] [--store FILE]

Makes the store of benchmarks/explorer.py unless FILE is there. Each filter is asked for events, incidents and dyads; the median and the
best of the rounds are given, opening the store counted.
"""

from __future__ import annotations

import argparse
import json
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

from explorer import fill

import polybius

FILTERS: dict[str, dict[str, Any]] = {
    "none": {}, "period": {"since": "2017-03-01", "until": "2018-03-01"}, "actor": {"actor": "USA"}, "between": {"between": ("USA", "CHN")},
    "name": {"party": "Government of IRN"}, "country": {"country": "SYR"}, "sector": {"sector": "GOV"}, "type": {"type": ["ASSAULT", "COERCE"]},
    "context": {"context": "diplomatic"}, "status": {"status": "negated"}, "place": {"place": "Town 7"}, "words": {"text": "wheat subject31"},
    "frequent word": {"text": "wheat"}, "sources": {"min_sources": 3},
}  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--store", type=Path)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = arguments.store or Path(folder) / "filters.duckdb"
        if not path.exists():
            fill(path, arguments.events)
        told = {
            name: {noun: measured(path, noun, asked, arguments.rounds) for noun in ("dyads", "incidents", "events")}
            for name, asked in FILTERS.items()
        }
    print(json.dumps({"events": arguments.events, "milliseconds": told}, indent=1))


def measured(path: Path, noun: str, asked: dict[str, Any], rounds: int) -> dict[str, int]:
    """Milliseconds of a question; of incidents and events a page of 50, and how many there are."""
    times = []
    for _ in range(rounds):
        begun = time.perf_counter()
        with polybius.open(path, read_only=True) as store:
            if noun == "dyads":
                store.dyads(by="month", **asked).arrow()
            else:
                getattr(store, noun)(limit=50, **asked).arrow()
        times.append(time.perf_counter() - begun)
    return {"median": round(1000 * statistics.median(times)), "best": round(1000 * min(times))}


if __name__ == "__main__":
    main()
