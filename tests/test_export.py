"""Exports have the columns that the field's scripts expect, and the same incidents."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path

import pyarrow.dataset as ds
import pytest

import polybius
from polybius import export
from polybius.errors import OutputError
from polybius.store import Store
from tests.store.made import ATTACK, FRENCH_TALKS, LATER_TALKS, OTHER_WORDS, MadeCoder, report


@pytest.fixture
def store() -> Store:
    made = polybius.open(":memory:")
    documents = [report(1, FRENCH_TALKS, ATTACK), report(2, OTHER_WORDS), report(3, LATER_TALKS, day=date(2019, 5, 21))]
    made.ingest(documents, MadeCoder())  # type: ignore[arg-type]  # a coder made by hand
    return made


@pytest.mark.parametrize(
    ("format_", "columns", "header"),
    [("polecat", 40, True), ("icews", 20, True), ("phoenix", 26, False), ("gdelt", 61, False)],
)
def test_columns(store: Store, tmp_path: Path, format_: str, columns: int, header: bool) -> None:
    path = tmp_path / "out.tsv"
    assert export.write(store, format_, path) == 3
    rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8")), delimiter="\t"))
    assert {len(r) for r in rows} == {columns} and len(rows) == 3 + header
    assert any("FRA" in cell for cell in rows[-1] + rows[0] + rows[1])


def test_every_event(store: Store, tmp_path: Path) -> None:
    assert export.write(store, "phoenix", tmp_path / "all.tsv", every_event=True) == 4


def test_plover_and_csv(store: Store, tmp_path: Path) -> None:
    export.write(store, "plover", tmp_path / "o.jsonl")
    first = json.loads((tmp_path / "o.jsonl").read_text(encoding="utf-8").splitlines()[0])
    assert first["event"] and first["date"] == "2019-05-06" and first["actor"][0]["code"] in ("FRA", "IRN", "SYR")
    export.write(store, "csv", tmp_path / "o.csv")
    assert len(list(csv.DictReader(io.StringIO((tmp_path / "o.csv").read_text(encoding="utf-8"))))) == 3


def test_parquet_by_month(store: Store, tmp_path: Path) -> None:
    export.write(store, "parquet", tmp_path / "set")
    assert (tmp_path / "set" / "year=2019" / "month=5").is_dir()
    assert ds.dataset(tmp_path / "set", partitioning="hive").count_rows() == 3


def test_no_room(store: Store, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="can't be written"):
        export.write(store, "icews", tmp_path / "no" / "out.tsv")
