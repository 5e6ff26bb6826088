"""Writes coded documents to a file or standard output as JSON lines, CSV or Parquet."""

from __future__ import annotations

import contextlib
import csv
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO, Any, Protocol

from polybius import records, replacing
from polybius.errors import OutputError
from polybius.model import Coded

FORMATS = ("jsonl", "csv", "parquet")
ROW_GROUP = 5000  # rows kept before a Parquet row group is written


class Writer(Protocol):
    """Takes coded documents one by one."""

    def write(self, coded: Coded) -> None:
        """Writes the events of one document."""

    def close(self) -> None:
        """Finishes the output."""


@contextlib.contextmanager
def writer(format_: str, path: Path | None) -> Iterator[Writer]:
    """A writer to ``path`` (replaced only when all went well) or standard output; OutputError when it can't be written."""
    if path is None:
        if format_ == "parquet":
            raise OutputError("Parquet needs a file", "standard output", "name a file: -o events.parquet")
        if sys.stdout is None:
            raise OutputError("is closed", "standard output", "name a file: -o events.jsonl")
        out = _make(format_, sys.stdout.buffer)
        yield out
        out.close()
        return
    try:
        with replacing.stream(path) as stream:
            out = _make(format_, stream)
            yield out
            out.close()
    except OSError as error:
        raise OutputError(
            f"can't be written: {error.strerror or error}",
            str(path),
            "check that the folder exists, is writable and has room",
        ) from error


def _make(format_: str, stream: IO[bytes]) -> Writer:
    kinds: dict[str, Callable[[IO[bytes]], Writer]] = {"jsonl": _JsonLines, "csv": _Csv, "parquet": _Parquet}
    return kinds[format_](stream)


class _JsonLines:
    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream

    def write(self, coded: Coded) -> None:
        for record in records.plover(coded):
            self._stream.write(json.dumps(record, ensure_ascii=False, default=str).encode() + b"\n")
        self._stream.flush()

    def close(self) -> None:
        self._stream.flush()


class _Csv:
    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._line = _Line()
        self._csv = csv.DictWriter(self._line, records.COLUMNS)
        self._csv.writeheader()
        self._flush()

    def write(self, coded: Coded) -> None:
        self._csv.writerows(records.rows(coded))
        self._flush()

    def _flush(self) -> None:
        self._stream.write(self._line.take())
        self._stream.flush()

    def close(self) -> None:
        self._flush()


class _Line:
    """Text that the csv module wrote, taken as bytes."""

    def __init__(self) -> None:
        self._parts: list[str] = []

    def write(self, text: str) -> None:
        self._parts.append(text)

    def take(self) -> bytes:
        out, self._parts = "".join(self._parts).encode(), []
        return out


class _Parquet:
    def __init__(self, stream: IO[bytes]) -> None:
        import pyarrow as pa
        from pyarrow import parquet

        self._pa = pa
        self._schema = records.schema()
        self._writer = parquet.ParquetWriter(stream, self._schema, compression="zstd")
        self._rows: list[dict[str, Any]] = []

    def write(self, coded: Coded) -> None:
        self._rows.extend(records.rows(coded))
        if len(self._rows) >= ROW_GROUP:
            self._flush()

    def _flush(self) -> None:
        if self._rows:
            self._writer.write_table(self._pa.Table.from_pylist(self._rows, schema=self._schema))
            self._rows = []

    def close(self) -> None:
        self._flush()
        self._writer.close()


def write_all(coded: Iterable[Coded], format_: str, path: Path | None) -> int:
    """Writes a stream of coded documents; returns how many events."""
    count = 0
    with writer(format_, path) as out:
        for each in coded:
            out.write(each)
            count += len(each.events)
    return count
