"""Kills an ingest at any point, again and again, and looks whether anything is lost or doubled.

    python benchmarks/kills.py [--rounds 200] [--seed 7]

Each round starts an ingest of 60 made-up reports in batches of five, kills it (SIGKILL) after a random time and starts the next on the
same file, or now and then on a new one. At the end one runs through; so it does each tenth round, and the store is compared.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import polybius

ROOT = Path(__file__).resolve().parents[1]
REPORTS = 60
PROGRAM = f"""
import sys, polybius
from datetime import date
from tests.store.made import MadeCoder, report
from polybius.store import ingest
ingest.BATCH = 5
days = [date(2019, 1, 1 + n % 28) for n in range({REPORTS})]
made = [report(n, f"FRA CONSULT IRN in Geneva on {{days[n]}} about matter {{n}} of {{n * 7919}}", day=days[n]) for n in range({REPORTS})]
polybius.open(sys.argv[1]).ingest(made, MadeCoder())
"""
COUNTS = """SELECT (SELECT count(*) FROM documents) AS documents, (SELECT count(DISTINCT id) FROM documents) AS ids, (SELECT count(*) FROM sentences) AS sentences,
    (SELECT count(*) FROM events) AS events, (SELECT count(*) FROM events WHERE incident IS NULL) AS loose, (SELECT count(*) FROM parties) AS parties,
    (SELECT count(*) FROM signatures) AS signatures"""
WHOLE = {
    "documents": REPORTS,
    "ids": REPORTS,
    "sentences": REPORTS,
    "events": REPORTS,
    "loose": 0,
    "parties": 2 * REPORTS,
    "signatures": REPORTS,
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--seed", type=int, default=7)
    arguments = parser.parse_args()
    chance = random.Random(arguments.seed)
    killed = wrong = checked = 0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "kill.duckdb"
        longest = _seconds(path)
        for number in range(1, arguments.rounds + 1):
            if chance.random() < 0.2:
                for held in Path(folder).iterdir():
                    held.unlink()
            with _start(path) as child:
                time.sleep(chance.uniform(0.2, 1.0) * longest)
                killed += child.poll() is None
                child.kill()
            if number % 10 == 0 or number == arguments.rounds:
                _seconds(path)
                checked += 1
                wrong += _held(path) != WHOLE
                print(f"{number} rounds, {killed} killed at work, {wrong} of {checked} stores wrong", file=sys.stderr)
    print(
        json.dumps({"rounds": arguments.rounds, "killed_at_work": killed, "stores_compared": checked, "wrong": wrong})
    )
    return 1 if wrong else 0


def _start(path: Path) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "src")])}
    return subprocess.Popen([sys.executable, "-c", PROGRAM, str(path)], env=environment)


def _seconds(path: Path) -> float:
    """How long an ingest takes that runs through."""
    begun = time.perf_counter()
    with _start(path) as child:
        if child.wait():
            raise SystemExit("an ingest failed that wasn't killed")
    return time.perf_counter() - begun


def _held(path: Path) -> dict[str, int]:
    with polybius.open(path, read_only=True) as store:
        return store.rows(COUNTS)[0]


if __name__ == "__main__":
    sys.exit(main())
