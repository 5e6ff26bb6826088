"""Arrow batches in, Arrow batches out: the same records as Coder.pipe, and a bad row that costs itself only."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import polybius
from polybius import arrow, output, records
from polybius.errors import InputError
from polybius.model import Coded, Document
from tests.store.made import FRENCH_TALKS, MadeCoder, report

TEXTS = (
    "France condemned Iran on Monday over a missile test near Tehran.",
    "Germany's foreign minister met his Chinese counterpart in Berlin.",
    "The weather was fine.",
)


def _batch(rows: list[dict[str, Any]]) -> pa.RecordBatch:
    return pa.RecordBatch.from_pylist(rows)


def test_records_are_those_of_pipe(coder: polybius.Coder) -> None:
    rows: list[dict[str, Any]] = [
        {"id": f"d{n}", "text": t, "published": date(2019, 5, 7), "source": "Own Wire"} for n, t in enumerate(TEXTS)
    ]
    batches = list(arrow.code_batches(iter([_batch(rows[:2]), _batch(rows[2:])]), coder))
    documents = [Document(r["text"], r["published"], source=r["source"], id=r["id"]) for r in rows]
    expected = [row | {"error": None} for coded in coder.pipe(documents) for row in records.rows(coded)]
    assert expected and [r for b in batches for r in b.to_pylist()] == expected
    assert len(batches) == 2 and all(b.schema == arrow.CODED for b in batches)


def _not_utf8() -> pa.RecordBatch:
    made = pa.Array.from_buffers(
        pa.string(), 1, [None, pa.py_buffer(b"\x00\x00\x00\x00\x02\x00\x00\x00"), pa.py_buffer(b"\xff\xfe")]
    )
    return pa.RecordBatch.from_arrays([made], ["text"])


BAD: dict[str, tuple[str, Callable[[], pa.RecordBatch]]] = {
    "empty": ("empty", lambda: _batch([{"id": "bad", "text": " "}])),
    "null": ("empty", lambda: pa.RecordBatch.from_pylist([{"id": "bad", "text": None}], schema=arrow.DOCUMENTS)),
    "number": ("type int", lambda: _batch([{"id": "bad", "text": 7}])),
    "huge": ("more than 5 MB", lambda: _batch([{"id": "bad", "text": "France met Iran. " * 3_000_000}])),
    "french": ("not in English", lambda: _batch([{"id": "bad", "text": "Le pays", "language": "fr"}])),
    "no date": ("no date", lambda: _batch([{"id": "bad", "text": "France met Iran.", "published": "soon"}])),
    "not UTF-8": ("UnicodeDecodeError", _not_utf8),
    "crash": ("the coder failed: ZeroDivisionError", lambda: _batch([{"id": "bad", "text": "crash"}])),
}


class _Crashing(MadeCoder):
    def code(self, document: Document) -> Coded:
        if document.text == "crash":
            raise ZeroDivisionError
        return super().code(document)


@pytest.mark.parametrize("kind", sorted(BAD))
def test_a_bad_row_costs_itself_only(kind: str) -> None:
    words, bad = BAD[kind]
    good = _batch([{"id": "good", "text": FRENCH_TALKS, "language": "en"}])
    told, coded = (b.to_pylist() for b in arrow.code_batches([bad(), good], _Crashing()))
    assert len(told) == 1 and words in told[0]["error"] and told[0]["id"] is None
    assert told[0]["document_id"] == (None if kind == "not UTF-8" else "bad")
    assert [r["document_id"] for r in coded] == ["good"] and coded[0]["error"] is None


def test_a_batch_without_text_is_refused() -> None:
    with pytest.raises(InputError, match="no column text"):
        list(arrow.code_batches([_batch([{"body": "France met Iran."}])], MadeCoder()))


@pytest.mark.parametrize("given", ["nonsense", None, 7, pa.table({"text": ["Peru met Chile."]}), [{"text": "Peru"}]])
def test_what_are_no_batches_is_refused(given: Any) -> None:
    with pytest.raises(InputError, match="is no batch of documents") as told:
        list(arrow.code_batches(given, MadeCoder()))
    assert "to_batches" in told.value.mend


def test_an_id_that_comes_twice_is_coded_twice() -> None:
    """As docs/decisions/engine.md says: only ``polybius code`` sees all ids of a run."""
    rows = [{"id": "d", "text": FRENCH_TALKS, "published": date(2019, 5, 7)}] * 2
    [batch] = arrow.code_batches([_batch(rows)], MadeCoder())
    assert batch.num_rows == 2 * len(MadeCoder().code(report(0, FRENCH_TALKS)).events)


def test_one_schema_here_and_in_files(tmp_path: Path) -> None:
    output.write_all([MadeCoder().code(report(1, FRENCH_TALKS))], "parquet", tmp_path / "events.parquet")
    assert pq.read_schema(tmp_path / "events.parquet") == arrow.EVENTS


@pytest.mark.filterwarnings("ignore")  # Spark has much to say of the pandas that it finds
def test_in_spark(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    sql = pytest.importorskip("pyspark.sql")
    types = pytest.importorskip("pyspark.sql.pandas.types")
    spark = sql.SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false").getOrCreate()
    try:
        frame = spark.createDataFrame(
            [("a", TEXTS[0], "2019-05-07"), ("b", " ", "2019-05-07")], "id string, text string, published string"
        )
        rows = frame.mapInArrow(arrow.code_batches, types.from_arrow_schema(arrow.CODED)).collect()
    finally:
        spark.stop()
    assert {(r.document_id, r.event) for r in rows} >= {("a", "ACCUSE"), ("b", None)}
