"""Runs on Daft: the records of one process, the incidents of one store, and no loss and no doubles whatever dies."""

from __future__ import annotations

import json
import os
import pickle
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from importlib.resources import files
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import polybius
from polybius import cli, records
from polybius.engine import running, splits
from polybius.errors import InputError, OutputError
from polybius.ingest import text
from polybius.model import Document
from tests.conftest import Run
from tests.engine.made import Known, Trouble, documents, never, write
from tests.store.made import ATTACK, FRENCH_TALKS, MadeCoder, report

pytestmark = pytest.mark.filterwarnings(
    "ignore::pytest.PytestUnraisableExceptionWarning"  # Daft leaves its workers' pipes to the garbage collector
)
SETTINGS = text.Settings(english=True)


def _rows(out: Path, table: str) -> list[dict[str, Any]]:
    return [row for path in sorted((out / table).glob("*.parquet")) for row in pq.read_table(path).to_pylist()]


def _expected(given: Iterable[Document]) -> list[dict[str, Any]]:
    return [row for coded in MadeCoder().pipe(given) for row in records.rows(coded)]


def _run(scratch: Path, given: Path, out: Path, **more: Any) -> running.Account:
    return running.run(running.Run(Trouble(scratch), {}, SETTINGS, **more), [str(given)], out, never)


@pytest.fixture(scope="module")
def demo() -> list[str]:
    return (files("polybius") / "demo" / "reports.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)


def _documents(lines: Iterable[str]) -> list[Document]:
    given = map(json.loads, lines)
    return [Document(**r | {"published": date.fromisoformat(r["published"])}) for r in given]


def test_records_are_those_of_pipe(run: Run, demo_coded: Path, demo: list[str], tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("".join(demo[:6]), encoding="utf-8")
    pq.write_table(pa.Table.from_pylist([json.loads(line) for line in demo[6:12]]), tmp_path / "b.parquet")
    out = tmp_path / "out"
    done = run(
        "code", "--engine", "daft", "--workers", "2", "--min-confidence", "0", str(tmp_path / "*.*"), "-o", str(out)
    )
    assert done.returncode == 0, done.stderr.decode()
    coded = pickle.loads(demo_coded.read_bytes())[:12]
    assert _rows(out, "events") == [row for c in coded for row in records.rows(c)]
    told = done.stderr.decode().splitlines()
    assert (
        f"2 splits done: 12 documents coded, {sum(len(c.events) for c in coded)} events, " in told[-1]
        and len(told) == 1
    )


def test_incidents_of_the_demo_corpus_are_those_of_one_store(
    demo_coded: Path, demo: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(splits, "BYTES", 40_000)
    (tmp_path / "demo.jsonl").write_text("".join(demo), encoding="utf-8")
    run_ = running.Run(partial(Known, demo_coded), {}, SETTINGS, workers=2)
    account = running.run(run_, [str(tmp_path / "demo.jsonl")], tmp_path / "out", never)
    with polybius.open(tmp_path / "one.duckdb") as store:
        store.ingest(_documents(demo), Known(demo_coded))  # type: ignore[arg-type]  # all that ingest needs of a coder
        kept = {r["id"]: r["incident"] for r in store.events().rows()}
    assert {
        r["event"]: r["incident"] for r in pq.read_table(tmp_path / "out" / "incidents.parquet").to_pylist()
    } == kept
    assert account.splits > 2 and account.incidents == len(set(kept.values())) < len(kept) < account.events


def test_words_told_again_long_after_are_coded_as_in_one_store(tmp_path: Path) -> None:
    days = [date(2019, 5, 7) + timedelta(n) for n in (0, 6, 7, 13, 40)]
    given = [report(n, FRENCH_TALKS, f"{ATTACK} in place {n}", day=day) for n, day in enumerate(days)]
    path = write(tmp_path / "d.jsonl", given)
    running.run(running.Run(Trouble(tmp_path), {}, SETTINGS), [str(path)], tmp_path / "out", never)
    with polybius.open(tmp_path / "one.duckdb") as store:
        store.ingest(given, MadeCoder())  # type: ignore[arg-type]
        kept = {r["id"]: r["incident"] for r in store.events().rows()}
    assert {
        r["event"]: r["incident"] for r in pq.read_table(tmp_path / "out" / "incidents.parquet").to_pylist()
    } == kept
    assert {"d0000:0", "d0002:0", "d0004:0"} == {event for event in kept if event.endswith(":0")}


def test_workers_that_die_lose_nothing_and_double_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(splits, "BYTES", 1500)
    given = documents(40)
    texts = {7: "poison for all who read it, every time", 23: "deadly once and never again"}
    given = [replace(d, text=f"{d.text}\n{texts.get(n, '')}") for n, d in enumerate(given)]
    out = tmp_path / "out"
    account = _run(tmp_path, write(tmp_path / "some.jsonl", given), out, workers=2)
    assert sorted(_rows(out, "events"), key=str) == sorted(_expected(given[:7] + given[8:]), key=str)
    [refused] = _rows(out, "refused")
    assert refused["document"] == given[7].id and "killed each process" in refused["error"]
    assert (account.documents, account.refused, account.before) == (39, 1, 0) and account.splits > 4
    assert not (out / "work").exists()


def test_deaths_and_files_that_cannot_be_read_are_in_the_account(tmp_path: Path) -> None:
    given = [replace(d, text=f"{d.text}\n{'once' if n == 3 else ''}") for n, d in enumerate(documents(12))]
    write(tmp_path / "some.jsonl", given)
    (tmp_path / "c.parquet").write_bytes(b"PAR1 is all of it")
    program = (
        "import sys; from pathlib import Path; from polybius.engine import running; from tests.engine.made import Trouble;"
        "from polybius.ingest import text; a = Path(sys.argv[1]); print(running.run(running.Run(Trouble(a), {}, "
        "text.Settings(english=True)), [str(a / 'some.jsonl'), str(a / 'c.parquet')], a / 'out', lambda e: None))"
    )
    done = subprocess.run([sys.executable, "-c", program, str(tmp_path)], capture_output=True, text=True, check=True)
    assert done.stderr == "", "Daft tells deaths in its own words"
    assert "12 documents coded" in done.stdout and "a worker died" in done.stdout
    assert "1 documents or files passed over" in done.stdout
    [refused] = _rows(tmp_path / "out", "refused")
    assert refused["source"] == str(tmp_path / "c.parquet") and "can't be read" in refused["error"]
    account = _run(tmp_path, tmp_path / "some.jsonl", tmp_path / "out")
    assert (account.refused, account.deaths) == (0, 0) and not _rows(tmp_path / "out", "refused")


def test_a_run_killed_midway_goes_on_where_it_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given = documents(60)
    source, out = write(tmp_path / "some.jsonl", given), tmp_path / "out"
    program = (
        "import sys; from pathlib import Path; from polybius.engine import running, splits; from tests.engine.made import Trouble;"
        "from polybius.ingest import text; splits.BYTES = 1500; a = Path(sys.argv[1]);"
        "running.run(running.Run(Trouble(a, 0.05), {}, text.Settings(english=True)), [sys.argv[2]], a / 'out', print)"
    )
    first = subprocess.Popen([sys.executable, "-c", program, str(tmp_path), str(source)], start_new_session=True)
    while len(list(out.glob("manifest/*.json"))) < 3:
        assert first.poll() is None, "the run ended before it was killed"
        time.sleep(0.05)
    os.killpg(first.pid, signal.SIGKILL)
    first.wait()
    held = {path.name: path.stat().st_mtime_ns for path in out.glob("events/*.parquet")}
    (out / "events" / ".begun-left").write_bytes(b"half")
    monkeypatch.setattr(splits, "BYTES", 1500)
    account = _run(tmp_path, source, out)
    assert account.before >= 2 and account.splits > account.before and account.documents == 60
    assert _rows(out, "events") == _expected(given) and not list(out.glob("*/.begun-*"))
    done = sorted(held)[: account.before - 1]
    assert all((out / "events" / name).stat().st_mtime_ns == held[name] for name in done), (
        "done splits aren't coded again"
    )
    with pytest.raises(OutputError, match="has changed"):
        _run(tmp_path, write(source, given[:50]), out)
    with pytest.raises(OutputError, match="holds a run with published None"):
        running.run(
            running.Run(Trouble(tmp_path), {}, replace(SETTINGS, published=date(2019, 1, 1))),
            [str(source)],
            out,
            never,
        )


def test_a_document_of_50_mb_is_set_aside(tmp_path: Path) -> None:
    given = documents(3)
    table = [
        {"id": d.id, "text": d.text, "published": d.published, "source": d.source, "language": "en"} for d in given
    ]
    huge = {"id": "huge", "text": "France met Iran. " * 3_000_000, "published": None, "source": None, "language": "en"}
    pq.write_table(pa.Table.from_pylist([table[0], huge, *table[1:]]), tmp_path / "some.parquet")
    account = _run(tmp_path, tmp_path / "some.parquet", tmp_path / "out")
    assert _rows(tmp_path / "out", "events") == _expected(given) and account.refused == 1
    [refused] = _rows(tmp_path / "out", "refused")
    assert refused["document"] == "huge" and "more than 5 MB" in refused["error"]


def test_a_full_disk_is_told_in_one_line(tmp_path: Path) -> None:
    source = write(tmp_path / "some.jsonl", documents(300))
    program = (
        "import sys; from pathlib import Path; from polybius import cli; from tests.engine.made import Trouble; import polybius.cli.code as code;"
        "code.Coder = lambda *_: Trouble(Path(sys.argv[1])); code.partial = lambda made, *a: Trouble(Path(sys.argv[1]));"
        "sys.argv[1:] = ['code', '--engine', 'daft', sys.argv[2], '-o', sys.argv[1] + '/out']; cli.entry()"
    )
    command = [sys.executable, "-c", program, str(tmp_path), str(source)]
    full = subprocess.run(
        command, capture_output=True, check=False, timeout=60,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (4000, 4000)),
    )  # fmt: skip
    told = full.stderr.decode().splitlines()
    assert (
        full.returncode == 1
        and len(told) == 1
        and "can't be written" in told[0]
        and "run the same command again" in told[0]
    )
    assert not list((tmp_path / "out").glob("events/*")), "nothing half written is left"


@pytest.mark.parametrize(
    ("options", "words"),
    [([], "-o OUT/"), (["-o", "out", "--format", "csv"], "Parquet"), (["-o", "out", "--workers", "0"], "--workers")],
)
def test_wrong_usage_is_told_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], options: list[str], words: str
) -> None:
    assert cli.main(["code", "--engine", "daft", str(tmp_path), *options]) == 1
    told = capsys.readouterr().err
    assert words in told and len(told.splitlines()) == 1


def test_a_folder_of_other_things_is_left_alone(tmp_path: Path) -> None:
    source = write(tmp_path / "some.jsonl", documents(1))
    with pytest.raises(OutputError, match="other things"):
        _run(tmp_path, source, tmp_path)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["some.jsonl"]


def test_nothing_to_code(tmp_path: Path) -> None:
    told: list[InputError] = []
    account = running.run(
        running.Run(Trouble(tmp_path), {}, SETTINGS), [str(tmp_path / "none")], tmp_path / "out", told.append
    )
    assert account.splits == account.incidents == 0 and len(told) == 1


def test_daft_is_imported_late() -> None:
    program = "import sys, polybius, polybius.cli, polybius.engine.running; sys.exit('daft' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
