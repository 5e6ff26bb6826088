"""The command line as a process: records out, and one clear line for each thing that can't be read."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from tests.conftest import Run

REPORT = (
    "France condemned Iran on Monday over a missile test near Tehran. "
    "Germany's foreign minister said his country would host talks between the two governments."
)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def test_writes_plover_records(run: Run, report: Path) -> None:
    done = run("code", str(report), "--published", "2019-05-07")
    assert done.returncode == 0 and done.stderr == b""
    first = json.loads(done.stdout.splitlines()[0])
    assert first["event"] == ["ACCUSE"] and first["date"] == "2019-05-06"
    assert first["actor"][0]["code"] == "FRA" and first["recipient"][0]["code"] == "IRN"
    assert REPORT[first["text_info"]["start"] : first["text_info"]["end"]] == first["text"]
    assert first["why"]


@pytest.mark.parametrize("format_", ["csv", "parquet"])
def test_tables(run: Run, report: Path, tmp_path: Path, format_: str) -> None:
    out = tmp_path / f"events.{format_}"
    assert run("code", str(report), "--format", format_, "-o", str(out)).returncode == 0
    rows = (
        list(csv.DictReader(io.StringIO(out.read_text(encoding="utf-8"))))
        if format_ == "csv"
        else pq.read_table(out).to_pylist()
    )
    assert rows[0]["event"] == "ACCUSE" and rows[0]["actor"] == "FRA"


def test_standard_input_and_json_lines(run: Run) -> None:
    line = json.dumps({"text": REPORT, "published": "2019-05-07", "id": "a1", "source": "Own Wire"})
    done = run("code", "-", stdin=f"{line}\n{line.replace('a1', 'a2')}\n".encode())
    records = [json.loads(r) for r in done.stdout.splitlines()]
    assert [r["document_id"] for r in records if r["event"] == ["ACCUSE"]] == ["a1", "a2"]
    assert records[0]["cite_info"]["publication"] == "Own Wire"


def test_same_bytes_whatever_the_number_of_processes(run: Run, tmp_path: Path) -> None:
    texts = [REPORT.replace("Iran", name) for name in ("Iran", "Syria", "Russia", "China", "Turkey", "Egypt", "Sudan")]
    lines = "".join(json.dumps({"text": t, "published": "2019-05-07"}) + "\n" for t in texts * 3).encode()
    one = run("code", "-", stdin=lines)
    two = run("code", "-", "--processes", "2", stdin=lines)
    assert one.returncode == two.returncode == 0
    assert one.stdout == two.stdout and one.stdout


BAD: dict[str, tuple[str, Callable[[Path], Path]]] = {
    "missing": ("no such file", lambda p: p / "nothing.txt"),
    "empty": ("empty", lambda p: _write(p / "empty.txt", b"")),
    "blank": ("empty", lambda p: _write(p / "blank.txt", b" \n\t\n")),
    "binary": ("binary", lambda p: _write(p / "binary.txt", b"\x7fELF\x00\x01\x02")),
    "latin": ("not UTF-8", lambda p: _write(p / "latin.txt", "Bogot\u00e1 protest\u00f3 ayer".encode("latin-1"))),
    "folder": ("folder without reports", lambda p: _folder(p / "none")),
    "huge": ("more than", lambda p: _write(p / "huge.txt", b"France met Iran. " * 3_000_000)),
    "french": ("not in English", lambda p: _write(p / "french.txt", FRENCH.encode())),
    "broken json": ("not JSON", lambda p: _write(p / "broken.jsonl", b'{"text": "France met')),
    "no text": ("no field text", lambda p: _write(p / "other.jsonl", b'{"body": "France met Iran."}\n')),
    "future": (
        "future",
        lambda p: _write(p / "new.jsonl", b'{"text": "France met Iran.", "published": "2999-01-01"}\n'),
    ),
    "no date": (
        "no date",
        lambda p: _write(p / "date.jsonl", b'{"text": "France met Iran.", "published": "yesterday"}\n'),
    ),
}
FRENCH = (
    "Le président français a rencontré mardi son homologue iranien à Paris pour parler de la crise, "
    "et les deux hommes ont promis de se revoir avant la fin du mois dans la capitale iranienne."
)


def _write(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def _folder(path: Path) -> Path:
    path.mkdir()
    return path


Among = tuple[subprocess.CompletedProcess[bytes], dict[str, Path]]


@pytest.fixture(scope="module")
def among_all(run: Run, tmp_path_factory: pytest.TempPathFactory) -> Among:
    """A good report coded among one bad input of every kind."""
    folder = tmp_path_factory.mktemp("bad")
    good = _write(folder / "good.txt", REPORT.encode())
    made = {kind: make(folder) for kind, (_, make) in sorted(BAD.items())}
    first, *others = map(str, made.values())
    return run("code", first, str(good), *others, "--published", "2019-05-07"), made


@pytest.mark.parametrize("kind", sorted(BAD))
def test_bad_input_is_told_in_one_line(among_all: Among, kind: str) -> None:
    done, made = among_all
    (complaint,) = [line for line in done.stderr.decode().splitlines() if made[kind].name in line]
    assert BAD[kind][0] in complaint


def test_bad_input_costs_itself_only(among_all: Among) -> None:
    done, _ = among_all
    complaints = done.stderr.decode().splitlines()
    assert done.returncode == 1 and "Traceback" not in done.stderr.decode()
    assert len(complaints) == len(BAD) + 1 and f"passed over {len(BAD)}" in complaints[-1]
    assert done.stdout.splitlines(), "the good report is coded all the same"


@pytest.mark.parametrize(("date", "words"), [("2999-01-01", "future"), ("soon", "no date"), ("1850-01-01", "before")])
def test_a_wrong_publication_date_stops_at_once(run: Run, report: Path, date: str, words: str) -> None:
    done = run("code", str(report), "--published", date)
    assert done.returncode == 1 and words in done.stderr.decode() and not done.stdout


def test_events_less_sure_than_asked_are_left_out(run: Run, report: Path) -> None:
    every = [json.loads(line) for line in run("code", str(report), "--min-confidence", "0").stdout.splitlines()]
    sure = [json.loads(line) for line in run("code", str(report), "--min-confidence", "0.6").stdout.splitlines()]
    assert sure == [r for r in every if r["confidence"] >= 0.6]


@pytest.mark.parametrize("wrong", [["--min-confidence", "2"], ["--min-confidence", "nan"], ["--processes", "0"]])
def test_numbers_out_of_range_are_told(run: Run, report: Path, wrong: list[str]) -> None:
    done = run("code", str(report), *wrong)
    assert done.returncode == 1 and len(done.stderr.decode().splitlines()) == 1 and wrong[0] in done.stderr.decode()


def test_what_runs_on_endlessly_is_told(run: Run) -> None:
    text = f"{REPORT} {'missile ' * 2000}"
    done = run("code", "-", "--published", "2019-05-07", "--language", "en", stdin=text.encode())
    assert done.returncode == 0 and b"ACCUSE" in done.stdout
    assert b"1 stretch of text longer than any sentence" in done.stderr


def test_a_report_that_comes_again_is_coded_once(run: Run) -> None:
    line = json.dumps({"text": REPORT, "published": "2019-05-07", "id": "a1"})
    done = run("code", "-", stdin=f"{line}\n{line}\n{line.replace('Iran', 'Oman')}\n".encode())
    assert done.stdout == run("code", "-", stdin=line.encode()).stdout != b""
    told = done.stderr.decode().splitlines()
    assert done.returncode == 1 and "another report has already" in told[0] and "1 documents came again" in told[1]


def test_reports_without_a_day_are_told_of_once(run: Run, report: Path) -> None:
    done = run("code", str(report))
    assert done.returncode == 0 and done.stdout
    (told,) = done.stderr.decode().splitlines()
    assert "1 documents name no publication day" in told and "--published" in told


def test_what_is_said_to_be_english_is_coded(run: Run, tmp_path: Path) -> None:
    french = _write(tmp_path / "french.txt", FRENCH.encode())
    refused = run("code", str(french), "--published", "2019-05-07")
    assert refused.returncode == 1 and "--language en" in refused.stderr.decode()
    assert run("code", str(french), "--published", "2019-05-07", "--language", "en").returncode == 0


def test_an_output_never_overwrites_a_report(run: Run, report: Path) -> None:
    done = run("code", str(report), "-o", str(report))
    assert done.returncode == 1 and report.read_text(encoding="utf-8") == REPORT


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_told_in_one_line(run: Run, report: Path) -> None:
    done = run("code", str(report), "-o", "/dev/full")
    assert done.returncode == 1 and len(done.stderr.decode().splitlines()) == 1 and "/dev/full" in done.stderr.decode()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize("command", [["code", "-"], ["explain", REPORT]])
def test_a_full_standard_output_is_told_in_one_line(command: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "polybius", *command],
            input=REPORT.encode(), stdout=full, stderr=subprocess.PIPE, check=False, timeout=120,
        )  # fmt: skip
    told = done.stderr.decode().splitlines()
    assert done.returncode == 1 and len(told) == 1 and "standard output" in told[0]


def test_no_folder_to_write_to(run: Run, report: Path, tmp_path: Path) -> None:
    done = run("code", str(report), "-o", str(tmp_path / "no" / "out.jsonl"))
    assert done.returncode == 1 and len(done.stderr.decode().splitlines()) == 1


def test_a_reader_that_leaves_is_no_error_message(report: Path) -> None:
    program = "from polybius.cli import entry; entry()"
    coding = subprocess.Popen(
        [sys.executable, "-c", program, "code", *[str(report)] * 20],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=dict(os.environ),
    )
    assert coding.stdout is not None and coding.stderr is not None
    coding.stdout.close()
    complaint = coding.stderr.read().decode()
    coding.stderr.close()
    coding.wait(timeout=60)
    assert "Traceback" not in complaint


def test_explain_tells_what_fired_and_what_was_turned_down(run: Run) -> None:
    said = run("explain", "Iran's president attacked Britain over the seizure of a tanker.").stdout.decode()
    assert "ACCUSE" in said and "accuse." in said and "IRN" in said and "GBR" in said and "turned down" in said


def test_explain_shows_the_nearest_patterns_in_lines_that_can_be_read(run: Run) -> None:
    sentence = "Chad denied that Mali had attacked it."
    few, all_ = run("explain", sentence).stdout.decode(), run("explain", sentence, "--all").stdout.decode()
    shown = few.partition("turned down\n")[2].splitlines()
    assert len(shown) == 9 and shown[-1].endswith("more: --all shows them")
    assert all(len(line) < 200 for line in shown)
    assert len({line.partition(" (")[0] for line in shown}) == 9, "a frame and word once"
    whole = all_.partition("turned down\n")[2].splitlines()
    assert len(whole) > 80 and max(map(len, whole)) > 200


@pytest.mark.parametrize("said", ["", "  "])
def test_explain_asks_for_a_text(run: Run, said: str) -> None:
    done = run("explain", said)
    assert done.returncode != 0 and not done.stdout
    assert b"give a sentence" in done.stderr and b"Traceback" not in done.stderr


def test_a_closed_standard_output_is_no_matter_where_a_file_is_named(report: Path, tmp_path: Path) -> None:
    out = tmp_path / "events.jsonl"
    command = f'exec "{sys.executable}" -m polybius code --published 2019-05-07 "{report}" -o "{out}" >&-'
    done = subprocess.run(["sh", "-c", command], stderr=subprocess.PIPE, check=False, timeout=120)
    assert done.returncode == 0 and done.stderr == b"" and out.stat().st_size


def test_an_engine_refuses_what_it_would_ignore(run: Run, report: Path, tmp_path: Path) -> None:
    done = run("code", str(report), "--engine", "daft", "-o", str(tmp_path / "out"), "--processes", "2")
    assert done.returncode == 1 and "--workers" in done.stderr.decode() and not (tmp_path / "out").exists()


def test_the_ending_of_the_output_says_its_format(run: Run, report: Path, tmp_path: Path) -> None:
    run("code", str(report), "-o", str(tmp_path / "events.csv"))
    assert (tmp_path / "events.csv").read_text(encoding="utf-8").startswith("id,date,")


@pytest.mark.parametrize("kind", ["empty", "pipe"])
def test_what_is_no_file_of_text_is_refused(run: Run, tmp_path: Path, kind: str) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    done = run("code", "" if kind == "empty" else str(pipe))
    assert (done.returncode == 1 and not done.stdout and b"give a file" in done.stderr) or b"name a file" in done.stderr


def test_no_output_takes_the_place_of_the_store(run: Run, report: Path, tmp_path: Path) -> None:
    store = tmp_path / "s.duckdb"
    assert run("ingest", str(report), "--store", str(store)).returncode == 0
    before = store.read_bytes()
    for command in (("export", "--format", "csv"), ("events", "--format", "csv")):
        done = run(*command, "--store", str(store), "-o", str(store))
        assert done.returncode == 1 and b"is the store itself" in done.stderr and store.read_bytes() == before


@pytest.mark.parametrize("field", ['"id": ["a"]', '"title": {"a": 1}', '"source": false'])
def test_a_field_that_is_no_text_costs_its_report(run: Run, field: str) -> None:
    lines = f'{{"text": "Iran attacked Iraq.", {field}}}\n{{"text": "Iran thanked Oman.", "id": ""}}\n'
    done = run("code", "-", "--published", "2019-05-07", stdin=lines.encode())
    name = field.split('"')[1]
    assert done.returncode == 1 and f"{name} is no text" in done.stderr.decode()
    (event,) = [json.loads(line) for line in done.stdout.splitlines()]
    assert event["event"] == ["SUPPORT"] and event["document_id"]
