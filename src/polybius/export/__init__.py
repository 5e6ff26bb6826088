"""Writes a store's incidents (or all events) in the column orders that the field's scripts read.

What each format loses, and which codes it holds, stands in docs/export.md.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import IO

import pyarrow.dataset as ds

from polybius import replacing
from polybius.errors import OutputError
from polybius.export import asked, plover, tables
from polybius.export.asked import Row
from polybius.store import Store

FORMATS = ("polecat", "icews", "phoenix", "gdelt", "plover", "csv", "parquet")


def write(store: Store, format_: str, path: Path, every_event: bool = False) -> int:
    """Writes the export and returns how many rows it has; OutputError says why it can't be written.

    ``parquet`` writes a folder partitioned by year and month, the others one file.
    """
    try:
        if format_ == "parquet":
            return _parquet(store, path, every_event)
        with replacing.path(path) as begun, begun.open("w", encoding="utf-8", newline="") as stream:
            rows = asked.rows(store, every_event)
            return _json_lines(rows, stream) if format_ == "plover" else _table(rows, format_, stream)
    except OSError as error:
        raise OutputError(
            f"can't be written: {error.strerror or error}", str(path), "check that the folder exists and has room"
        ) from error


def _json_lines(rows: Iterator[Row], stream: IO[str]) -> int:
    number = 0
    for number, row in enumerate(rows, 1):  # noqa: B007 (counted)
        stream.write(json.dumps(plover.record(row), ensure_ascii=False) + "\n")
    return number


def _table(rows: Iterator[Row], format_: str, stream: IO[str]) -> int:
    """Writes rows with a header where readers of the format expect one."""
    names, convert, header, delimiter = tables.FORMATS[format_]
    out = csv.writer(stream, delimiter=delimiter, lineterminator="\n", quoting=csv.QUOTE_MINIMAL)
    first = next(rows, None)
    names = names or list(convert(first, 1) if first else ())
    if header:
        out.writerow(names)
    number = 0
    for number, row in enumerate(chain([first] if first else [], rows), 1):
        made = convert(row, number)
        out.writerow([_clean(made.get(n)) for n in names])
    return number


def _clean(value: object) -> object:
    """No tabs or line ends inside a cell: old readers split at them."""
    return " ".join(value.split()) if isinstance(value, str) else value


def _parquet(store: Store, path: Path, every_event: bool) -> int:
    """A folder of Parquet files by year and month of the event; what has no day lies under year 0."""
    table = store.events().arrow() if every_event else store.incidents().arrow()
    days = table.column("start_day").to_pylist()
    table = table.append_column("year", [[d.year if d else 0 for d in days]]).append_column(
        "month", [[d.month if d else 0 for d in days]]
    )
    ds.write_dataset(
        table,
        path,
        format="parquet",
        partitioning=["year", "month"],
        partitioning_flavor="hive",
        existing_data_behavior="delete_matching",
    )
    return int(table.num_rows)
