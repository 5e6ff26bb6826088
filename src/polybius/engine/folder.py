"""The folder that a run writes: partitions that appear whole or not at all, and a manifest of the splits that are done.

events/NAME.parquet      event records            refused/NAME.parquet  documents passed over, each with its reason (unread.parquet: files)
reports/, sentences/     what the join needs      incidents.parquet     which event belongs to which incident
manifest/NAME.json       written last: the split is done          work/NAME  which document a worker is at
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, Any

import pyarrow as pa
from pyarrow import parquet

from polybius import replacing
from polybius.arrow import EVENTS
from polybius.engine.splits import Split
from polybius.errors import InputError, OutputError

_TEXT = pa.string()
TABLES = {
    "events": EVENTS,
    "refused": pa.schema([("source", _TEXT), ("document", _TEXT), ("error", _TEXT)]),
    "reports": pa.schema(
        [("event", _TEXT), ("key", _TEXT), ("told", _TEXT), ("blocks", pa.list_(_TEXT)),
         ("months", pa.list_(pa.int64())), ("report", _TEXT)]
    ),
    "sentences": pa.schema([("key", _TEXT), ("told", _TEXT), ("day", pa.int64())]),
}  # fmt: skip
INCIDENTS = pa.schema([("incident", _TEXT), ("event", _TEXT)])
_SETTINGS = "settings.json"
_UNREAD = "unread.parquet"  # among refused/: what no split could be made of


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a split."""

    split: Split
    documents: int
    events: int
    refused: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Folder:
    """The output of a run, on a file system that all workers share."""

    path: Path

    def prepare(self, settings: dict[str, Any]) -> None:
        """Makes the folder, or checks that it holds a run with the same settings and clears what is half written.

        OutputError when other settings made it, or when it holds something else.
        """
        if self.path.exists() and not self.path.is_dir():
            raise OutputError("a file, not a folder", str(self.path), "name a folder: -o OUT/")
        if self.path.is_dir() and any(self.path.iterdir()) and not (self.path / "manifest").is_dir():
            raise OutputError(
                "holds other things already", str(self.path), "name a new folder, or one of an earlier run"
            )
        for name in (*TABLES, "manifest", "work"):
            (self.path / name).mkdir(parents=True, exist_ok=True)
        for begun in self.path.glob(f"*/{replacing.BEGUN}*"):
            begun.unlink(missing_ok=True)
        held = self.path / "manifest" / _SETTINGS
        if not held.exists():
            with _whole(held) as stream:
                stream.write(json.dumps(settings).encode())
        for name, value in json.loads(held.read_text(encoding="utf-8")).items():
            if settings.get(name) != value:
                raise OutputError(
                    f"holds a run with {name} {value!r}, and this one has {settings.get(name)!r}", str(self.path),
                    "name a new folder, or run with the same settings",
                )  # fmt: skip

    def done(self) -> dict[str, Done]:
        """The splits that are done, by name, in the order of the names."""
        found = sorted((self.path / "manifest").glob("*.json"))
        rows = [json.loads(f.read_text(encoding="utf-8")) for f in found if f.name != _SETTINGS]
        all_ = [Done(**row | {"split": Split(**row["split"])}) for row in rows]
        return {d.split.name: d for d in all_}

    def is_done(self, split: Split) -> bool:
        """Whether a split is coded and written."""
        return (self.path / "manifest" / f"{split.name}.json").exists()

    def finish(self, done: Done) -> None:
        """Writes down that a split is done; its partitions are whole by then."""
        with _whole(self.path / "manifest" / f"{done.split.name}.json") as stream:
            stream.write(json.dumps(asdict(done)).encode())

    def unread(self, errors: Sequence[InputError]) -> None:
        """Writes down which inputs of this run couldn't be opened, in place of those of earlier runs."""
        path = self.path / "refused" / _UNREAD
        path.unlink(missing_ok=True)
        if errors:
            rows = [{"source": error.where, "document": None, "error": str(error)} for error in errors]
            with _parquet(path, TABLES["refused"]) as out:
                out.write_table(pa.Table.from_pylist(rows, schema=TABLES["refused"]))

    def mark(self, split: Split) -> Path:
        """Where a worker notes which document of a split it is at."""
        return self.path / "work" / split.name

    @contextlib.contextmanager
    def partition(self, table: str, split: Split) -> Iterator[parquet.ParquetWriter]:
        """Writes one partition of a table; it takes its name when all is written, in place of an earlier one."""
        with _parquet(self.path / table / f"{split.name}.parquet", TABLES[table]) as writer:
            yield writer

    @contextlib.contextmanager
    def incidents(self) -> Iterator[parquet.ParquetWriter]:
        """Writes the incidents of the whole folder, in place of earlier ones."""
        with _parquet(self.path / "incidents.parquet", INCIDENTS) as writer:
            yield writer


@contextlib.contextmanager
def _parquet(path: Path, schema: pa.Schema) -> Iterator[parquet.ParquetWriter]:
    with _whole(path) as stream, parquet.ParquetWriter(stream, schema, compression="zstd") as writer:
        yield writer


@contextlib.contextmanager
def _whole(path: Path) -> Iterator[IO[bytes]]:
    """A file that takes its name only when it is whole and on the disk; OutputError when it can't be written."""
    try:
        with replacing.stream(path) as stream:
            yield stream
    except OSError as error:
        raise OutputError(
            f"can't be written: {error.strerror or error}", str(path),
            "make room, check permissions, and run the same command again: it goes on where it stopped",
        ) from error  # fmt: skip
