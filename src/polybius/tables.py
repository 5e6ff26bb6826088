"""Answers of the store on paper: a table to read, JSON lines, CSV or Parquet."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import IO, Any, TextIO

import pyarrow.parquet as pq

from polybius import plain, replacing
from polybius.errors import OutputError
from polybius.store.query import Table

FORMATS = ("table", "jsonl", "csv", "parquet")
WIDEST = 48  # characters of a column in a table to read
# Columns that a table to read shows, where the answer has them; the other formats have all.
SHOWN = (
    "period", "start_day", "first_day", "last_day", "type", "mode", "actor", "actors", "recipient", "recipients", "status", "place", "sources",
    "documents", "incidents", "verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict", "score", "title",
    "countries", "sentence", "id",
)  # fmt: skip


def write(table: Table, format_: str, to: Path | TextIO) -> None:
    """Writes an answer; OutputError says when that can't be done."""
    try:
        if isinstance(to, Path):
            with replacing.path(to) as begun:
                _write(table, format_, begun)
        elif format_ == "parquet" and to.isatty():
            raise OutputError("Parquet is nothing to read", "the terminal", "name a file: -o FILE.parquet")
        elif format_ == "parquet":
            pq.write_table(table.arrow(), to.buffer)
        else:
            _write_text(table, format_, to)
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise
        where = str(to) if isinstance(to, Path) else "standard output"
        raise OutputError(
            f"can't be written: {error.strerror}", where, "check that the folder exists and has room"
        ) from error


def _write(table: Table, format_: str, path: Path) -> None:
    if format_ == "parquet":
        pq.write_table(table.arrow(), path)
        return
    with path.open("w", encoding="utf-8", newline="") as stream:
        _write_text(table, format_, stream)


def _write_text(table: Table, format_: str, stream: IO[str]) -> None:
    rows = table.rows()
    if format_ == "jsonl":
        stream.writelines(json.dumps(row, default=_plain, ensure_ascii=False) + "\n" for row in rows)
    elif format_ == "csv":
        _write_csv(rows, table, stream)
    else:
        stream.writelines(line + "\n" for line in readable(rows))


def _write_csv(rows: list[dict[str, Any]], table: Table, stream: IO[str]) -> None:
    names = list(rows[0]) if rows else table.arrow().column_names
    out = csv.DictWriter(stream, names, lineterminator="\n")
    out.writeheader()
    out.writerows({k: ";".join(map(str, v)) if isinstance(v, list) else v for k, v in row.items()} for row in rows)


def readable(rows: list[dict[str, Any]]) -> Iterable[str]:
    """Lines of a table for people: the columns that matter, cut to a readable width."""
    if not rows:
        yield "nothing found: ask for a longer period or fewer conditions"
        return
    columns = [c for c in SHOWN if c in rows[0]]
    cells = [[_cell(_days(row) if c == "start_day" else row[c]) for c in columns] for row in rows]
    widths = [max(len(c), *(len(r[n]) for r in cells)) for n, c in enumerate(columns)]
    yield "  ".join(c.ljust(w) for c, w in zip(columns, widths, strict=True)).rstrip()
    for row in cells:
        yield "  ".join(c.ljust(w) for c, w in zip(row, widths, strict=True)).rstrip()


def _days(row: dict[str, Any]) -> str:
    """The day of a row, or both ends of the days among which it lies."""
    first, last = (str(row[end] or "") for end in ("start_day", "end_day"))
    return first if first == last else f"{first}..{last}"


def _cell(value: Any) -> str:
    if value is None:
        return ""
    text = f"{value:.2f}" if isinstance(value, float) else " ".join(value) if isinstance(value, list) else str(value)
    text = plain.line(" ".join(text.split()))
    return text if len(text) <= WIDEST else text[: WIDEST - 3] + "..."


def _plain(value: Any) -> str:
    if isinstance(value, date | datetime):
        return value.isoformat()
    raise TypeError(f"no JSON for {type(value).__name__}")
