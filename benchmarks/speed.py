"""Sentences a second of the bare model, of its parser, and of Polybius, on the same text in one run; memory and start-up.

    python benchmarks/speed.py [--repeat N] [--out FILE]

The demo corpus is always measured; the Guardian sample in ../shared too where it is. Ratios matter, not seconds.
"""

from __future__ import annotations

import importlib
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

import polybius
from polybius import reading
from polybius.language import DEFAULT_MODEL, UNUSED

SAMPLE = Path(__file__).resolve().parents[2] / "shared" / "data" / "reports" / "guardian-sample.jsonl"
START = "import time; t = time.perf_counter(); import polybius; i = time.perf_counter() - t; c = polybius.Coder();"
RECORD = "c.code(polybius.Document(text='France condemned Iran.')); print(i, time.perf_counter() - t)"
MEMORY = """
import sys, polybius
coder = polybius.Coder()
for path in sys.argv[1:]:
    coder.code(polybius.Document(text=open(path, encoding="utf-8").read()))
held = next(line for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(int(held.split()[1]) // 1024)
"""


def main(arguments: list[str]) -> int:
    repeat = int(arguments[arguments.index("--repeat") + 1]) if "--repeat" in arguments else 3
    bare = importlib.import_module(DEFAULT_MODEL).load()
    parser = importlib.import_module(DEFAULT_MODEL).load(exclude=UNUSED)
    coder = polybius.Coder()
    report: dict[str, Any] = {"start": start()}
    for name, documents in corpora().items():
        sentences = [s.plain for d in documents for s in reading.read(d.text, d.title).sentences]
        ways: dict[str, Callable[[], object]] = {
            "a bare model": lambda s=sentences: list(bare.pipe(s)),
            "b tagger and parser": lambda s=sentences: list(parser.pipe(s)),
            "c Coder.pipe": lambda d=documents: list(coder.pipe(d)),
            "d Coder.pipe, two processes": lambda d=documents: list(coder.pipe(d, processes=2)),
        }
        report[name] = measured(ways, len(sentences), repeat) | {"stages": stages(coder, documents)}
        report[name]["peak memory MB"] = peak(documents)
    print(json.dumps(report, indent=1))
    if "--out" in arguments:
        Path(arguments[arguments.index("--out") + 1]).write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")
    return 0


def corpora() -> dict[str, list[polybius.Document]]:
    """The texts to measure on."""
    demo = (files("polybius") / "demo" / "reports.jsonl").read_text(encoding="utf-8").splitlines()
    out = {"demo corpus": [_document(json.loads(line)) for line in demo]}
    if SAMPLE.exists():
        out["guardian sample"] = [
            _document(json.loads(line)) for line in SAMPLE.read_text(encoding="utf-8").splitlines()
        ]
    return out


def _document(row: dict[str, Any]) -> polybius.Document:
    return polybius.Document(
        row["text"], date.fromisoformat(row["published"][:10]), row.get("title"), row.get("source")
    )


def measured(ways: dict[str, Callable[[], object]], sentences: int, repeat: int) -> dict[str, Any]:
    """Median sentences a second of each way, interleaved so that a noisy neighbour hits all alike, and the ratio of (c) to (a)."""
    seconds: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(repeat):
        for name, run in ways.items():
            begun = time.perf_counter()
            run()
            seconds[name].append(time.perf_counter() - begun)
    speed = {name: round(sentences / statistics.median(s), 1) for name, s in seconds.items()}
    return {
        "sentences": sentences,
        "sentences/s": speed,
        "c / a": round(speed["c Coder.pipe"] / speed["a bare model"], 2),
        "d / c": round(speed["d Coder.pipe, two processes"] / speed["c Coder.pipe"], 2),
    }


def stages(coder: polybius.Coder, documents: list[polybius.Document]) -> dict[str, float]:
    """Share of coding time that each stage takes, by a profile of its functions."""
    import cProfile
    import pstats

    profile = cProfile.Profile()
    profile.enable()
    for document in documents:
        coder.code(document)
    profile.disable()
    stats = pstats.Stats(profile).stats  # type: ignore[attr-defined]  # untyped in the standard library's stubs
    named = {
        ("language.py", "parse"): "parse", ("mentions.py", "find"): "find parties", ("reference.py", "settle"): "reference",
        ("sentence.py", "read"): "acts", ("dating.py", "date"): "when", ("placing.py", "place"): "where", ("contexts.py", "in_sentence"): "contexts",
        ("reading.py", "read"): "read", ("review.py", "acts"): "judge",
    }  # fmt: skip
    total = sum(row[2] for row in stats.values())
    out = {}
    for (file, _, function), row in stats.items():
        name = named.get((Path(file).name, function))
        if name:
            out[name] = round(row[3] / total, 3)
    return out


def peak(documents: list[polybius.Document]) -> int:
    """The most megabytes that one process holds while it codes the documents (Linux; maxrss would carry over from this process)."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{number}.txt" for number in range(len(documents))]
        for path, document in zip(paths, documents, strict=True):
            path.write_text(document.text, encoding="utf-8")
        done = subprocess.run(
            [sys.executable, "-c", MEMORY, *map(str, paths)], capture_output=True, text=True, check=True
        )
    return int(done.stdout)


def start() -> dict[str, float]:
    """Seconds of `import polybius` and until the first record, in a new process; the median of three."""
    times = [
        list(
            map(
                float,
                subprocess.run(
                    [sys.executable, "-c", START + RECORD], capture_output=True, text=True, check=True
                ).stdout.split(),
            )
        )
        for _ in range(3)
    ]
    imports, firsts = zip(*times, strict=True)
    return {"import s": round(statistics.median(imports), 3), "first record s": round(statistics.median(firsts), 2)}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
