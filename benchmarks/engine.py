"""One worker of the engine against two, and against Coder.pipe in this process, on the same short documents in one run.

    python benchmarks/engine.py [--documents N] [--repeat N] [--out FILE]

The documents are first paragraphs of the demo corpus, over and over under other ids. Ratios matter, not seconds.
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from functools import partial
from importlib.resources import files
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

import polybius
from polybius import records
from polybius.arrow import DOCUMENTS
from polybius.engine import running, splits
from polybius.ingest import text
from polybius.language import DEFAULT_MODEL
from polybius.pipeline import Coder


def main(arguments: list[str]) -> int:
    count, repeat = (_number(arguments, *option) for option in (("--documents", 2000), ("--repeat", 1)))
    rows = list(islice(_rows(), count))
    splits.ROWS = max(1, count // 20)  # twenty splits: at the end a worker may be idle for a twentieth of the time
    seconds: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as scratch:
        source = Path(scratch) / "reports.parquet"
        pq.write_table(pa.Table.from_pylist(rows, schema=DOCUMENTS), source)
        for number in range(repeat):
            for workers in (1, 2):
                timed = _engine(source, Path(scratch) / f"{number}-{workers}", workers)
                for name, spent in timed.items():
                    seconds.setdefault(f"{name}, {workers} workers", []).append(spent)
            seconds.setdefault("Coder.pipe", []).append(_pipe(rows, Path(scratch) / f"{number}-2"))
    report = _report(count, {name: statistics.median(spent) for name, spent in seconds.items()})
    print(json.dumps(report, indent=1))
    if "--out" in arguments:
        Path(arguments[arguments.index("--out") + 1]).write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")
    return 0


def _report(count: int, median: dict[str, float]) -> dict[str, Any]:
    return {
        "documents": count,
        "load of the machine": [round(x, 1) for x in os.getloadavg()],
        "seconds": {name: round(spent, 1) for name, spent in median.items()},
        "documents/s": {n: round(count / s, 1) for n, s in median.items() if "join" not in n},
        "two workers / one": round(median["coding, 1 workers"] / median["coding, 2 workers"], 2),
        "one worker / Coder.pipe": round(median["Coder.pipe"] / median["coding, 1 workers"], 2),
    }


def _number(arguments: list[str], name: str, default: int) -> int:
    return int(arguments[arguments.index(name) + 1]) if name in arguments else default


def _rows() -> Iterator[dict[str, Any]]:
    lines = (files("polybius") / "demo" / "reports.jsonl").read_text(encoding="utf-8").splitlines()
    for number, row in enumerate(cycle(map(json.loads, lines))):
        yield row | {"id": f"{number:06}", "text": row["text"].partition("\n")[0]}


def _engine(source: Path, out: Path, workers: int) -> dict[str, float]:
    """Seconds from the start of the workers until all is coded (their start-up is in it), and of the join."""
    run = running.Run(partial(Coder, DEFAULT_MODEL), {}, text.Settings(english=True), workers)
    begun = coded = time.perf_counter()

    def told(done: int, of: int) -> None:
        nonlocal coded
        coded = time.perf_counter()

    print(f"{workers} workers:", running.run(run, [str(source)], out, print, told), file=sys.stderr)
    return {"coding": coded - begun, "join": time.perf_counter() - coded}


def _pipe(rows: list[dict[str, Any]], out: Path) -> float:
    """Seconds of Coder.pipe, its start-up included; stops when the engine's records are others."""
    begun = time.perf_counter()
    given = [
        polybius.Document(
            r["text"], date.fromisoformat(r["published"]), r["title"], r["source"], r.get("url"), id=r["id"]
        )
        for r in rows
    ]
    expected = [row for coded in Coder().pipe(given) for row in records.rows(coded)]
    spent = time.perf_counter() - begun
    held = [row for path in sorted((out / "events").glob("*.parquet")) for row in pq.read_table(path).to_pylist()]
    if held != expected:
        raise SystemExit("the engine's records are not those of Coder.pipe")
    return spent


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
