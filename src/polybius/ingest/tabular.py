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
from polybius.ingest import quotes, text
from polybius.model import Document

BATCH = 256  # rows of a Parquet file in memory
FIELDS = ("text", "published", "title", "source", "url", "id", "language")


def csv_file(path: Path, settings: text.Settings, complain: text.Complain) -> Iterator[Document]:
    """Rows of a CSV (or tab-separated) file with a header."""
    csv.field_size_limit(text.LARGEST)
    try:
        _refuse_utf16(path)
        with path.open(encoding="utf-8-sig", newline="") as stream:
            yield from _csv_rows(stream, path, settings, complain)
    except InputError as error:
        complain(error)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        complain(InputError(f"can't be read as CSV: {error}", str(path), "give UTF-8 CSV with a header"))


def _csv_rows(
    stream: Iterable[str], path: Path, settings: text.Settings, complain: text.Complain
) -> Iterator[Document]:
    separator = "\t" if path.suffix.lower() == ".tsv" else ","
    lines = quotes.Lines(stream)
    rows = filter(None, csv.reader(lines, delimiter=separator))  # lines with nothing on them are no rows
    names = next(rows, None)
    if names is None:
        raise InputError("empty: no header and no rows", str(path), "leave it out, or give it rows")
    mapping = _mapping(names, str(path), settings, separator)
    places = {field: names.index(column) for field, column in mapping.items()}
    judge = quotes.Quotes(separator, len(names), places)
    lines.row()
    number = 0
    for number, row in enumerate(rows, 1):  # noqa: B007 (counted)
        written = lines.row()
        while not written[0].strip("\r\n"):
            del written[0]
        where = f"{path}:{lines.number - len(written) + 1}"
        if judge.unclosed(written):
            complain(_unclosed(where))
        elif judge.misplaced(written):
            complain(_misplaced(where, lines.number, len(written)))
        else:
            fields = {f: row[place] if place < len(row) else None for f, place in places.items()}
            yield from _row(fields, mapping, where, settings, complain)
    if not number:
        complain(InputError("a header without rows", str(path), "leave it out, or give it rows"))


def _refuse_utf16(path: Path) -> None:
    """InputError for a file that begins as UTF-16 does: with its mark, or with a NUL in the first character."""
    with path.open("rb") as stream:
        head = stream.read(2)
    if head in (b"\xff\xfe", b"\xfe\xff") or b"\x00" in head:
        raise InputError("UTF-16: save it as UTF-8", str(path), "give UTF-8 CSV with a header")


def _unclosed(where: str) -> InputError:
    return InputError(
        "a quote that nothing closes: this row and all below it",
        where,
        'close it, and write a quote inside a field as ""',
    )


def _misplaced(where: str, last: int, lines: int) -> InputError:
    rows = f": it takes in all to line {last}" if lines > 1 else ""
    return InputError(f"a quote seems to be misplaced{rows}", where, 'write a quote inside a field as ""')


def parquet_file(path: Path, settings: text.Settings, complain: text.Complain) -> Iterator[Document]:
    """Rows of a Parquet file, a batch at a time."""
    try:
        table = pq.ParquetFile(path)
        schema = table.schema_arrow
        mapping = _mapping(schema.names, str(path), settings)
        _refuse_no_text(schema.field(mapping["text"]), str(path))
        number = 0
        for batch in table.iter_batches(batch_size=BATCH, columns=list(dict.fromkeys(mapping.values()))):
            for row in batch.to_pylist():
                number += 1
                fields = {k: row[c] for k, c in mapping.items()}
                yield from _row(fields, mapping, f"{path}: row {number}", settings, complain)
    except InputError as error:
        complain(error)
    except (OSError, UnicodeDecodeError, pa.ArrowException) as error:
        complain(InputError(f"can't be read as Parquet: {error}", str(path), "give a whole Parquet file"))


def _refuse_no_text(column: pa.Field, where: str) -> None:
    """InputError for a column that holds neither strings nor bytes nor nothing."""
    kind = column.type.value_type if pa.types.is_dictionary(column.type) else column.type
    of = pa.types
    tests = (of.is_string, of.is_large_string, of.is_binary, of.is_large_binary, of.is_fixed_size_binary, of.is_null)
    if not any(test(kind) for test in tests):
        raise InputError(
            f"column {column.name!r} holds no text but {kind}", where, "name another: --columns text=COLUMN"
        )


def _mapping(names: Sequence[str], where: str, settings: text.Settings, separator: str = "") -> dict[str, str]:
    """Which column holds which field: as the user maps them, else columns of the fields' names.

    Names are compared as written first, then in any case and without surrounding blanks. InputError for a column that
    isn't there or is there twice, and for a table without a text.
    """
    given: dict[str, str] = getattr(settings, "columns", {})
    mapping = {f: _column(given.get(f, f), names, where) for f in FIELDS}
    missing = [c for f, c in given.items() if not mapping[f]]
    there = ", ".join(names) or "none"
    if missing or not mapping["text"]:
        what = f"no column {missing[0]!r}" if missing else "no column holds the text"
        mend = (
            f"the columns are {there}: map them with --columns"
            if missing
            else f"name it: --columns text=COLUMN (there are {there})"
        )
        raise InputError(what, where, _separated(names, separator) or mend)
    return {f: c for f, c in mapping.items() if c}


def _column(wanted: str, names: Sequence[str], where: str) -> str:
    """The one column of a name, "" without one; InputError when there are several."""
    found = [n for n in names if n == wanted] or [n for n in names if _plain(n) == _plain(wanted)]
    if len(found) > 1:
        raise InputError(
            f"{len(found)} columns are named {wanted!r}", where, "give each its own name, or map another with --columns"
        )
    return found[0] if found else ""


def _plain(name: str) -> str:
    return name.strip().casefold()


def _separated(names: Sequence[str], separator: str) -> str:
    """What to do when a header seems to be separated by something else; "" when it doesn't."""
    header = separator.join(names)
    if separator == "," and "\t" in header:
        return "it seems to be separated by tabs: name it .tsv"
    if separator and ";" in header:
        return "it seems to be separated by ';': save it with commas"
    if separator == "\t" and "," in header:
        return "it seems to be separated by commas: name it .csv"
    return ""


def _row(
    fields: dict[str, Any], columns: dict[str, str], where: str, settings: text.Settings, complain: text.Complain
) -> Iterator[Document]:
    """The document of one row, whose fields come from these columns."""
    published = fields.get("published")
    if isinstance(published, date | datetime):
        fields["published"] = published.isoformat()[:10]
    try:
        said = {f: _decoded(v, columns[f], where) for f, v in fields.items() if v not in (None, "")}
        yield text.document(said.pop("text", ""), said, where, settings)
    except InputError as error:
        complain(error)


def _decoded(value: Any, column: str, where: str) -> Any:
    """A value, as text where it is bytes."""
    if not isinstance(value, bytes):
        return value
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        raise InputError(f"column {column!r} holds bytes that are no UTF-8", where, "save it as text") from None
