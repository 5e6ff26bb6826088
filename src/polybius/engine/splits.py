"""Splits of the input: parts of files that one worker codes in some minutes, each with a name that stays the same."""

from __future__ import annotations

import glob
import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from polybius.arrow import DOCUMENTS
from polybius.errors import InputError
from polybius.ingest import sources, text

Row = dict[str, Any]
BYTES = 8_000_000  # of JSON lines a split
ROWS = 2000  # of a Parquet file a split
BATCH = 64  # documents in memory
_LINES = (".jsonl", ".ndjson")


@dataclass(frozen=True, slots=True)
class Split:
    """A part of a file: bytes of JSON lines, rows of Parquet, all of any other file (``end`` 0).

    ``size`` is that of the file in bytes: a file that has changed gives other splits.
    """

    path: str
    start: int
    end: int
    size: int

    @property
    def name(self) -> str:
        """Names the split's partitions; sorts as files and positions in them do."""
        digest = hashlib.sha256(f"{self.path}\x1f{self.size}".encode()).hexdigest()[:8]
        return f"{Path(self.path).name[:100]}-{digest}-{self.start:012}"

    def dumps(self) -> str:
        """The split as JSON."""
        return json.dumps(asdict(self))

    @staticmethod
    def loads(said: str) -> Split:
        """The split that ``dumps`` wrote."""
        return Split(**json.loads(said))


def plan(given: Iterable[str], complain: text.Complain) -> list[Split]:
    """The splits of files, folders and globs; what can't be opened is told to ``complain``."""
    out: dict[str, Split] = {}
    for path in (p for source in given for p in _files(source, complain)):
        try:
            out |= {s.name: s for s in _of_file(path.resolve())}
        except (OSError, pa.ArrowException) as error:
            complain(InputError(f"can't be read: {error}", str(path), "check the file; others are coded"))
    return list(out.values())


def _files(source: str, complain: text.Complain) -> list[Path]:
    """The files that a path, a folder or a glob means, sorted."""
    path = Path(source)
    if path.is_dir():
        found = sorted(
            p for p in path.rglob("*") if p.is_file() and sources.READERS.keys() & {s.lower() for s in p.suffixes}
        )
    elif path.exists():
        found = [path]
    else:
        matching = glob.glob(source, recursive=True)  # noqa: PTH207 (may be absolute)
        found = sorted(p for p in map(Path, matching) if p.is_file())
    if not found:
        complain(InputError("no file there that can be read", source, "check the path"))
    return found


def _of_file(path: Path) -> list[Split]:
    size = path.stat().st_size
    suffix = path.suffix.lower()
    if suffix == ".parquet":
        rows = pq.read_metadata(path).num_rows
        return [Split(str(path), at, min(at + ROWS, rows), size) for at in range(0, rows, ROWS)]
    if suffix in _LINES:
        return [Split(str(path), at, min(at + BYTES, size), size) for at in range(0, size, BYTES)]
    return [Split(str(path), 0, 0, size)]


def batches(split: Split, settings: text.Settings, complain: text.Complain) -> Iterator[pa.RecordBatch]:
    """The documents of a split, a batch at a time; what can't be read is told to ``complain``."""
    suffix = Path(split.path).suffix.lower()
    if suffix == ".parquet":
        return _parquet(split)
    if suffix in _LINES:
        return _batched(_json_lines(split, complain))
    return _batched(_other(split, settings, complain))


def _batched(rows: Iterator[Row]) -> Iterator[pa.RecordBatch]:
    while batch := list(islice(rows, BATCH)):
        yield pa.RecordBatch.from_pylist(batch, schema=DOCUMENTS)


def _parquet(split: Split) -> Iterator[pa.RecordBatch]:
    """The rows from ``start`` to ``end`` of a Parquet file; row groups beside them aren't read."""
    with pq.ParquetFile(split.path) as file:
        columns = [c for c in DOCUMENTS.names if c in file.schema_arrow.names]
        first = 0
        for group in range(file.num_row_groups):
            at, first = first, first + file.metadata.row_group(group).num_rows
            if at >= split.end or first <= split.start:
                continue
            for batch in file.iter_batches(batch_size=BATCH, row_groups=[group], columns=columns):
                low, high = max(0, split.start - at), min(batch.num_rows, split.end - at)
                at += batch.num_rows
                if low < high:
                    yield batch.slice(low, high - low)


def _json_lines(split: Split, complain: text.Complain) -> Iterator[Row]:
    """The lines that start within the split; one that is cut belongs to the split in which it starts."""
    with Path(split.path).open("rb") as stream:
        if split.start:
            stream.seek(split.start - 1)
            text.read_line(stream)
        while (at := stream.tell()) < split.end:
            if (line := text.read_line(stream)).strip():
                try:
                    yield _row(line, f"{split.path}: byte {at}")
                except InputError as error:
                    complain(error)


def _row(line: bytes, where: str) -> Row:
    fields = text.json_fields(line, where)
    return {name: _utf8(str(fields[name])) for name in DOCUMENTS.names if fields.get(name) is not None}


def _utf8(said: str) -> str:
    return said.encode("utf-8", "replace").decode("utf-8")


def _other(split: Split, settings: text.Settings, complain: text.Complain) -> Iterator[Row]:
    """WARC, pages, feeds, CSV and plain text, by the readers that ingest has."""
    given = sources.Settings(settings.published, settings.latest, language=settings.language)
    for d in sources.documents([split.path], given, complain):
        published = d.published.isoformat() if d.published else None
        yield {"id": d.id, "text": d.text, "title": d.title, "published": published, "source": d.source, "url": d.url,
               "language": d.language}  # fmt: skip
