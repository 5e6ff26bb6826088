"""Filters of the commands that ask a store, as processes."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

import polybius
from polybius import cli, tables
from polybius.cli import account
from polybius.errors import OutputError
from polybius.model import Actor, Span
from tests.conftest import Run
from tests.engine.made import write
from tests.store.made import ATTACK, FRENCH_TALKS, LATER_TALKS, MadeCoder, report


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


@pytest.fixture
def filled(tmp_path: Path) -> str:
    path = str(tmp_path / "filled.duckdb")
    with polybius.open(path) as store:
        told = report(1, FRENCH_TALKS), replace(report(2, ATTACK), title="red \x1b[31m\x9b1m \u202etxt")
        odd = replace(report(3, ATTACK.replace("killing", "kil\x1bling \u202e")), title="odd")
        store.ingest([*told, odd], MadeCoder())  # type: ignore[arg-type]
    return path


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("events", "--actor", "IRQN"), "nearest: IRN"),
        (("dyads", "--between", "fra", "Frannce"), "Frannce"),
        (("incidents", "--storyline", "nosuch"), "no storyline 'nosuch'"),
        (("events", "--quad", "5"), "use 1, 2, 3, 4"),
        (("events", "--quad", "x"), "--quad"),
        (("events", "--min-confidence", "0.3x"), "give a number from 0 to 1"),
        (("events", "--limit", "-1"), "give 0 or more"),
        (("incidents", "--limit", "99999999999999999999"), "limit: 99999999999999999999 is out of range"),
        (("incidents", "--min-sources", "99999999999999999999"), "is out of range"),
        (("dyads", "--order", "sources"), "use oldest or newest"),
        (("events", "--between", "FRA", "france"), "names FRA twice"),
    ],
)
def test_what_can_be_meant_is_told_in_one_line(
    asked: tuple[str, ...], said: str, filled: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main([asked[0], "--store", filled, *asked[1:]]) == 1
    told = capsys.readouterr()
    assert said in told.err and len(told.err.splitlines()) == 1 and not told.out


@pytest.mark.parametrize("country", ["the United States", "The Gambia", "DEU"])
def test_a_country_that_the_store_does_not_hold_is_no_slip(
    country: str, filled: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for option in ("--country", "--actor"):
        assert cli.main(["events", "--store", filled, option, country]) == 0
        assert "nothing found" in capsys.readouterr().out


def test_a_party_is_found_in_any_case(filled: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["events", "--store", filled, "--actor", "FRA", "--format", "jsonl"]) == 0
    one = capsys.readouterr().out
    assert cli.main(["events", "--store", filled, "--actor", "Fra", "--format", "jsonl"]) == 0
    assert capsys.readouterr().out == one and len(one.splitlines()) == 1


def test_no_control_character_reaches_the_terminal(filled: str, capsys: pytest.CaptureFixture[str]) -> None:
    for noun in ("events", "incidents", "storylines", "dyads"):
        assert cli.main([noun, "--store", filled]) == 0
        out = capsys.readouterr().out
        assert not any(c in out for c in "\x1b\x9b\u202e")
    assert cli.main(["events", "--store", filled, "--format", "jsonl"]) == 0
    assert "\u202e" in capsys.readouterr().out  # data stay as they are
    account.Account().refuse("bad\x1b[2J\x9b\u202e\nline")
    assert capsys.readouterr().err == "polybius: bad\ufffd[2J\ufffd\ufffd line\n"


def test_ingest_counts_sentences_told_before(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("polybius.cli.ingest.Coder", lambda **_: MadeCoder())
    lines = write(tmp_path / "d.jsonl", [report(1, FRENCH_TALKS), report(2, FRENCH_TALKS, ATTACK)])
    assert cli.main(["ingest", str(lines), "--store", str(tmp_path / "s.duckdb")]) == 0
    assert "; 1 sentences told before are kept as witnesses\n" in capsys.readouterr().out


@pytest.mark.parametrize("written", ["FRA", "fra", "France", "FRANCE"])
def test_a_country_is_one_party_however_it_is_written(
    written: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(tmp_path / "s.duckdb")
    land = Actor("France", Span(0, 3), "France", "fra", "FRA")
    with polybius.open(path) as store:
        coded = MadeCoder().code(report(1, FRENCH_TALKS))
        named = replace(coded, events=tuple(replace(e, actors=(land,)) for e in coded.events))
        coder = SimpleNamespace(
            version="made",
            language=SimpleNamespace(name="made"),
            pipe=lambda documents, processes: (c for _ in documents for c in [named]),
        )
        store.ingest([coded.document], coder)  # type: ignore[arg-type]
        store.ingest([report(2, LATER_TALKS)], MadeCoder())  # type: ignore[arg-type]
    assert cli.main(["events", "--store", path, "--party", written, "--format", "jsonl"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 2


def test_days_among_which_an_event_lies_are_shown_as_such() -> None:
    rows: list[dict[str, Any]] = [
        {"start_day": date(2019, 5, 6), "end_day": date(2019, 5, 6)},
        {"start_day": date(2006, 9, 26), "end_day": date(2012, 12, 25)},
        {"start_day": date(2006, 9, 26), "end_day": None},
        {"start_day": None, "end_day": None},
    ]
    assert list(tables.readable(rows)) == ["start_day", "2019-05-06", "2006-09-26..2012-12-25", "2006-09-26..", ""]


def test_a_terminal_gets_no_parquet(filled: str, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = io.TextIOWrapper(io.BytesIO())
    monkeypatch.setattr(terminal, "isatty", lambda: True)
    with polybius.open(filled, read_only=True) as store, pytest.raises(OutputError, match="name a file"):
        tables.write(store.events(), "parquet", terminal)
    assert not terminal.buffer.getvalue()


def test_only_new_documents_are_told_to_have_no_day(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("polybius.cli.ingest.Coder", lambda **_: MadeCoder())
    lines = tmp_path / "d.jsonl"
    lines.write_text(json.dumps({"text": FRENCH_TALKS, "language": "en"}), encoding="utf-8")
    told = []
    for _ in range(2):
        assert cli.main(["ingest", str(lines), "--store", str(tmp_path / "s.duckdb")]) == 0
        told.append(capsys.readouterr().err)
    assert "1 documents name no publication day" in told[0] and not told[1]


def test_charts_and_exports_read_filters_as_questions_do(
    filled: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    chart, table = tmp_path / "c.svg", tmp_path / "t.csv"
    drawn = ("chart", "dyad", "--store", filled, "-o", str(chart), "--between")
    written = ("export", "--format", "csv", "--store", filled, "-o", str(table), "--actor")
    assert cli.main([*drawn, "france", "Iran"]) == 0 and chart.exists()
    assert cli.main([*written, "france"]) == 0
    assert len(table.read_text(encoding="utf-8").splitlines()) == 2
    capsys.readouterr()
    for asked in ([*drawn, "Frannce", "Iran"], [*written, "Frannce"]):
        assert cli.main(asked) == 1
        told = capsys.readouterr().err
        assert "the store holds no party 'Frannce'" in told and len(told.splitlines()) == 1
