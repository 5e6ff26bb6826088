"""Tables as files: CSV, Parquet, JSON, or the SQL behind them."""

from __future__ import annotations

import csv
import io
import json
from datetime import date, datetime
from typing import Any

import pyarrow.parquet as pq

from polybius.serve import queries
from polybius.serve.running import Answer
from polybius.store.query import Table

TYPES = {
    "csv": "text/csv; charset=utf-8", "json": "application/json", "parquet": "application/vnd.apache.parquet", "sql": "application/sql",
}  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def answer(table: Table, noun: str, format_: str) -> Answer:
    """The table in one of ``TYPES``, to be saved under its noun."""
    body = {"csv": _csv, "json": _json, "parquet": _parquet, "sql": _sql}[format_](table)
    saved = () if format_ == "json" else (("content-disposition", f'attachment; filename="{noun}.{format_}"'),)
    return Answer(body, TYPES[format_], saved)


def as_json(data: Any) -> bytes:
    """Plain data as JSON; days in ISO form."""
    return json.dumps(data, default=_plain, ensure_ascii=False).encode("utf-8", "backslashreplace")


def _plain(value: Any) -> str:
    if isinstance(value, date | datetime):
        return value.isoformat()
    raise TypeError(f"no JSON for {type(value).__name__}")


def _json(table: Table) -> bytes:
    return as_json(table.rows())


def _sql(table: Table) -> bytes:
    return queries.runnable(table).encode()


def _parquet(table: Table) -> bytes:
    out = io.BytesIO()
    pq.write_table(table.arrow(), out)
    return out.getvalue()


def _csv(table: Table) -> bytes:
    found = table.arrow()
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(found.column_names)
    for batch in found.to_batches():
        writer.writerows([_cell(v) for v in row.values()] for row in batch.to_pylist())
    return out.getvalue().encode("utf-8", "backslashreplace")


def _cell(value: Any) -> Any:
    if isinstance(value, list):
        value = ";".join(map(str, value))
    # A spreadsheet would run a cell that begins so: the quote in front makes it text.
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
