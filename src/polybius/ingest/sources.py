"""Sources of every kind as one stream of documents: files by their ending, folders, globs, addresses of feeds, standard input."""

from __future__ import annotations

import glob
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from polybius.errors import InputError
from polybius.ingest import feeds, fetch, html, jsonfile, piped, tabular, text, warc
from polybius.model import Document

FIELDS = ("text", "published", "title", "source", "url", "id", "language")
_GLOB = frozenset("*?[")
_SEVERAL = re.compile(rf",\s*(?:{'|'.join(FIELDS)})=")


@dataclass(frozen=True, slots=True)
class Settings(text.Settings):
    """``columns`` maps our fields to columns of CSV and Parquet files; ``private`` allows feeds on one's own network."""

    columns: dict[str, str] = field(default_factory=dict)
    private: bool = False


Reader = Callable[[Path, Settings, text.Complain], Iterator[Document]]
READERS: dict[str, Reader] = {
    ".html": html.file, ".htm": html.file, ".xhtml": html.file, ".xml": feeds.file, ".rss": feeds.file, ".atom": feeds.file,
    ".json": jsonfile.file, ".csv": tabular.csv_file, ".tsv": tabular.csv_file, ".parquet": tabular.parquet_file, ".warc": warc.file, ".warc.gz": warc.file,
    **dict.fromkeys(text.TEXT_SUFFIXES, text.file),
}  # fmt: skip


def documents(
    sources: Iterable[str], settings: Settings, complain: text.Complain, stdin: IO[bytes] | None = None
) -> Iterator[Document]:
    """Documents of all sources, one by one; what can't be read is told to ``complain`` and passed over."""
    for source in sources:
        if not source:
            complain(InputError("an empty path", "PATH", "name a file or a folder (. is this folder)"))
        elif source == "-":
            yield from piped.read(stdin or sys.stdin.buffer, "standard input", settings, complain)
        elif source.lower().startswith(("http://", "https://")):
            try:
                yield from _fetched(fetch.get(source, settings.private), source, settings, complain)
            except InputError as error:
                complain(error)
        else:
            for path in _files(source, complain):
                yield from _reader(path)(path, settings, complain)


def _fetched(data: bytes, url: str, settings: Settings, complain: text.Complain) -> Iterator[Document]:
    """What an address gave: a page, or else a feed."""
    if piped.PAGE.match(data[: piped.HEAD]):
        yield html.page(data, url, settings, url)
    else:
        yield from feeds.read(data, url, settings, complain)


def columns(pairs: Sequence[str]) -> dict[str, str]:
    """The column mapping of ``field=column`` words; InputError for a field that documents don't have, and for one mapped twice."""
    out: dict[str, str] = {}
    for pair in pairs:
        name, equals, column = pair.partition("=")
        if not equals or name not in FIELDS or not column:
            raise InputError(
                f"{pair!r} maps no field to a column",
                "--columns",
                f"write FIELD=COLUMN with one of {', '.join(FIELDS)}",
            )
        if _SEVERAL.search(column):
            raise InputError(
                f"{pair!r} maps several fields", "--columns", "repeat the option: --columns FIELD=COLUMN for each"
            )
        if name in out:
            raise InputError(
                f"maps {name} twice, to {out[name]!r} and to {column!r}", "--columns", "give one column for each field"
            )
        out[name] = column
    return out


def _reader(path: Path) -> Reader:
    name = path.name.lower()
    return READERS.get(".warc.gz" if name.endswith(".warc.gz") else path.suffix.lower(), text.file)


def _files(source: str, complain: text.Complain) -> Iterator[Path]:
    """The files that a path, folder or glob means, sorted."""
    path = Path(source)
    try:
        if path.is_dir():
            yield from _inside(path, complain)
            return
        elif path.exists() and not path.is_file():
            complain(InputError("no file of text", source, "give a file, a folder, or - for standard input"))
            return
        elif path.exists():
            found = [path]
        elif _GLOB & set(source):
            found = sorted(Path(p) for p in glob.glob(source, recursive=True) if Path(p).is_file())  # noqa: PTH207 (may be absolute)
            if not found:
                complain(InputError("no file matches", source, "check the pattern"))
                return
        else:
            complain(InputError("no such file or folder", source, "check the path"))
            return
    except OSError as error:
        complain(_unreadable(error, source))
        return
    yield from found


def _inside(folder: Path, complain: text.Complain) -> list[Path]:
    """The files with reports in a folder and those below it, sorted; folders that can't be looked into are told of."""
    found: list[Path] = []
    closed: list[OSError] = []
    for inside, _, names in os.walk(folder, onerror=closed.append):
        for path in (Path(inside, name) for name in names):
            if path.suffix.lower() not in READERS and not path.name.lower().endswith(".warc.gz"):
                continue
            try:
                if path.is_file():
                    found.append(path)
            except OSError as error:
                closed.append(error)
    for fault in sorted(closed, key=lambda fault: str(fault.filename)):
        complain(_unreadable(fault, str(fault.filename or folder)))
    if not found and not closed:
        mend = f"put files ending in {', '.join(sorted(READERS))} there"
        complain(InputError("a folder without reports", str(folder), mend))
    return sorted(found)


def _unreadable(error: OSError, where: str) -> InputError:
    return InputError(f"can't be read: {error.strerror}", where, "check the path and its permissions")
