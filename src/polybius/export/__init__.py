"""Writes a store's incidents (or all events) in the column orders that the field's scripts read.

What each format loses, and which codes it holds, stands in docs/export.md.
"""

from __future__ import annotations

import csv
import json
import tempfile
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import IO, Any

import pyarrow as pa
import pyarrow.dataset as ds

from polybius import replacing
from polybius.errors import OutputError
from polybius.export import asked, plover, tables
from polybius.export.asked import Row
from polybius.store import Store, held
from polybius.store.query import Filters

FORMATS = ("polecat", "icews", "phoenix", "gdelt", "plover", "csv", "parquet")


def write(store: Store, format_: str, path: Path, every_event: bool = False, **filters: Any) -> int:
    """Writes the export and returns how many rows it has; OutputError says why it can't be written.

    ``parquet`` writes a folder partitioned by year and month, the others one file. Filters are the store's own
    (``Filters``): what they let pass is written.
    """
    wanted = held.spelled(store.database, Filters(**filters))
    try:
        if format_ == "parquet":
            return _parquet(store, path, every_event, filters)
        with replacing.path(path) as begun, begun.open("w", encoding="utf-8", newline="") as stream:
            rows = asked.rows(store, every_event, wanted)
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


def _parquet(store: Store, path: Path, every_event: bool, filters: dict[str, Any]) -> int:
    """A folder of Parquet files by year and month of the event; what has no day lies under year 0.

    It takes the place of an earlier export in the folder when it is whole: months that hold nothing any more would else stay.
    """
    table = (store.events if every_event else store.incidents)(**filters).arrow()
    days = table.column("start_day").to_pylist()
    for name in ("year", "month"):
        table = table.append_column(name, pa.array([getattr(d, name) if d else 0 for d in days], pa.int64()))
    path.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=path, prefix=replacing.BEGUN) as begun:
        ds.write_dataset(table, begun, format="parquet", partitioning=["year", "month"], partitioning_flavor="hive")
        for old in path.glob("year=*/month=*/part-*.parquet"):
            old.unlink()
        for file in Path(begun).glob("year=*/month=*/part-*.parquet"):
            month = path / file.parent.relative_to(begun)
            month.mkdir(parents=True, exist_ok=True)
            file.rename(month / file.name)
    for folder in sorted(path.glob("year=*/**/"), reverse=True):  # months before their years
        if not any(folder.iterdir()):
            folder.rmdir()
    return int(table.num_rows)
