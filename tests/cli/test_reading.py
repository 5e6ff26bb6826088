"""Filters of the commands that ask a store, as processes."""

from __future__ import annotations

from pathlib import Path

import polybius
from tests.conftest import Run
from tests.store.made import ATTACK, FRENCH_TALKS, MadeCoder, report


def test_codes_in_any_case_and_unknown_ones_told_with_the_nearest(run: Run, tmp_path: Path) -> None:
    path = str(tmp_path / "s.duckdb")
    with polybius.open(path) as store:
        store.ingest([report(1, FRENCH_TALKS), report(2, ATTACK)], MadeCoder())  # type: ignore[arg-type]
    asked = (
        "--country",
        "che",
        "--type",
        "Consult",
        "--status",
        "ASSERTED",
        "--context",
        "Diplomatic",
        "--sector",
        "gov",
    )
    done = run("incidents", "--store", path, *asked, "--format", "jsonl")
    assert done.returncode == 0 and len(done.stdout.splitlines()) == 1
    for command, option, wrong, near in (("events", "--country", "Syrai", "SYR"), ("dyads", "--mode", "dron", "drone")):
        done = run(command, "--store", path, option, wrong)
        told = done.stderr.decode()
        assert done.returncode == 1 and not done.stdout and wrong in told and near in told and "Traceback" not in told
