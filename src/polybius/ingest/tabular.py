"""Tables of reports: CSV and Parquet, one document a row, with a mapping of columns."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from polybius.errors import InputError
from polybius.ingest import text
from polybius.model import Document

BATCH = 256  # rows of a Parquet file in memory
FIELDS = ("text", "published", "title", "source", "url", "id", "language")


def csv_file(path: Path, settings: text.Settings, complain: text.Complain) -> Iterator[Document]:
    """Rows of a CSV (or tab-separated) file with a header."""
    csv.field_size_limit(text.LARGEST)
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            lines = _Lines(stream)
            rows = csv.DictReader(lines, delimiter="\t" if path.suffix.lower() == ".tsv" else ",")
            try:
                mapping = _mapping(rows.fieldnames or (), str(path), settings)
            except InputError as error:
                complain(error)
                return
            begun = lines.number
            for row in rows:
                begun, first = lines.number, begun + 1
                if lines.quote_open():
                    complain(_unclosed(f"{path}:{first}"))
                    return
                yield from _row(
                    {k: row.get(c) for k, c in mapping.items()}, f"{path}:{rows.line_num}", settings, complain
                )
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        complain(InputError(f"can't be read as CSV: {error}", str(path), "give UTF-8 CSV with a header"))


class _Lines:
    """The lines of a table, with those of the row under way: a quote that nothing closes takes in all that follow."""

    def __init__(self, stream: Iterable[str]) -> None:
        self._stream, self._quotes, self._rows, self.number = iter(stream), 0, 0, 0

    def __iter__(self) -> Iterator[str]:
        for line in self._stream:
            self.number += 1
            self._rows += 1
            self._quotes += line.count('"')
            yield line

    def quote_open(self) -> bool:
        """Whether the lines since the last call hold an odd number of quotes and are several."""
        lines, quotes, self._rows, self._quotes = self._rows, self._quotes, 0, 0
        return lines > 1 and quotes % 2 == 1


def _unclosed(where: str) -> InputError:
    return InputError(
        "a quote that nothing closes: this row and all below it",
        where,
        'close it, and write a quote inside a field as ""',
    )


def parquet_file(path: Path, settings: text.Settings, complain: text.Complain) -> Iterator[Document]:
    """Rows of a Parquet file, a batch at a time."""
    try:
        table = pq.ParquetFile(path)
        mapping = _mapping(table.schema_arrow.names, str(path), settings)
        number = 0
        for batch in table.iter_batches(batch_size=BATCH, columns=list(dict.fromkeys(mapping.values()))):
            for row in batch.to_pylist():
                number += 1
                yield from _row({k: row[c] for k, c in mapping.items()}, f"{path}: row {number}", settings, complain)
    except InputError as error:
        complain(error)
    except (OSError, pa.ArrowException) as error:
        complain(InputError(f"can't be read as Parquet: {error}", str(path), "give a whole Parquet file"))


def _mapping(names: Sequence[str], where: str, settings: text.Settings) -> dict[str, str]:
    """Which column holds which field: as the user maps them, else columns of the fields' names."""
    given: dict[str, str] = getattr(settings, "columns", {})
    missing = [c for c in given.values() if c not in names]
    if missing:
        raise InputError(
            f"no column {missing[0]!r}", where, f"the columns are {', '.join(names) or 'none'}: map them with --columns"
        )
    mapping = {f: f for f in FIELDS if f in names} | given
    if "text" not in mapping:
        raise InputError(
            "no column holds the text",
            where,
            f"name it: --columns text=COLUMN (there are {', '.join(names) or 'none'})",
        )
    return mapping


def _row(fields: dict[str, Any], where: str, settings: text.Settings, complain: text.Complain) -> Iterator[Document]:
    said = fields.pop("text")
    published = fields.get("published")
    if isinstance(published, date | datetime):
        fields["published"] = published.isoformat()[:10]
    try:
        yield text.document(
            said if isinstance(said, str) else "",
            {k: v for k, v in fields.items() if v not in (None, "")},
            where,
            settings,
        )
    except InputError as error:
        complain(error)
