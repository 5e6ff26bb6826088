"""Splits: every document in exactly one, wherever the cuts fall."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from polybius.engine import splits
from polybius.errors import InputError
from polybius.ingest import text
from tests.engine.made import documents, never, write

IDS = [d.id for d in documents(23)]


def _read(planned: list[splits.Split]) -> tuple[list[str], list[str]]:
    told: list[InputError] = []
    batches = [b for s in planned for b in splits.batches(s, text.Settings(), told.append)]
    return [id_ for b in batches for id_ in b.column("id").to_pylist()], [str(error) for error in told]


@pytest.mark.parametrize("size", [1, 100, 331, 1000, 100_000])
def test_json_lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int) -> None:
    monkeypatch.setattr(splits, "BYTES", size)
    path = write(tmp_path / "some.jsonl", documents(23))
    planned = splits.plan([str(path)], never)
    assert len(planned) == -(-path.stat().st_size // size)
    assert _read(planned) == (IDS, []) and sorted(planned, key=lambda s: s.name) == planned


@pytest.mark.parametrize(("rows", "group"), [(1, 5), (4, 3), (5, 5), (7, 23), (100, 2)])
def test_parquet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rows: int, group: int) -> None:
    monkeypatch.setattr(splits, "ROWS", rows)
    monkeypatch.setattr(splits, "BATCH", 2)
    table = pa.table({"id": IDS, "text": ["France met Iran."] * 23, "other": list(range(23))})
    pq.write_table(table, tmp_path / "some.parquet", row_group_size=group)
    planned = splits.plan([str(tmp_path)], never)
    assert len(planned) == -(-23 // rows) and _read(planned) == (IDS, [])


def test_bad_lines_cost_themselves_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(splits, "BYTES", 2_000_000)
    path = write(tmp_path / "some.jsonl", documents(2))
    huge = b'{"text": "' + b"France met Iran. " * 3_000_000 + b'"}\n'  # 51 MB
    path.write_bytes(huge + b"\n{broken\n[]\n\xff\n" + path.read_bytes())
    ids, told = _read(splits.plan([str(tmp_path / "*.jsonl")], never))
    assert ids == IDS[:2] and len(told) == 4
    for words, line in zip(["more than 5 MB", "not JSON", "no JSON object", "not UTF-8"], told, strict=True):
        assert words in line and "some.jsonl: byte" in line


def test_other_files_are_read_whole(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text("France met Iran.", encoding="utf-8")
    (tmp_path / "table.csv").write_text("id,text\na,France met Iran.\n", encoding="utf-8")
    ids, told = _read(splits.plan([str(tmp_path)], never))
    assert len(ids) == 2 and "a" in ids and not told


def test_what_cant_be_opened_is_told(tmp_path: Path) -> None:
    (tmp_path / "broken.parquet").write_bytes(b"no table")
    told: list[InputError] = []
    assert splits.plan([str(tmp_path / "none.jsonl"), str(tmp_path / "broken.parquet")], told.append) == []
    assert "none.jsonl" in str(told[0]) and "broken.parquet" in str(told[1]) and len(told) == 2
