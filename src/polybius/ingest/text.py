"""Plain files and JSON lines as documents; what can't be read is told, never raised past its own document."""

from __future__ import annotations

import codecs
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, cast

from polybius.errors import InputError
from polybius.ingest import language_of
from polybius.model import Document

LARGEST = 5_000_000  # bytes of one document; a longer one is no report, and would not fit in memory parsed
TEXT_SUFFIXES = (".txt", ".text", ".md", ".jsonl", ".ndjson")
FIRST_YEAR = 1900
GZIP = b"\x1f\x8b"  # with which packed files begin

Complain = Callable[[InputError], None]


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user says of all documents: a publication date for those that name none, and today for the check of dates."""

    published: date | None = None
    latest: date | None = None
    english: bool = False  # whether a document in another language is refused
    language: str | None = None  # of documents that name none; None: it is looked at


def file(path: Path, settings: Settings, complain: Complain) -> Iterator[Document]:
    """The document of a text file, or those of a file of JSON lines."""
    try:
        with path.open("rb") as stream:
            if path.suffix.lower() in (".jsonl", ".ndjson"):
                yield from lines(stream, str(path), settings, complain)
            else:
                yield from one(stream, str(path), settings, complain)
    except OSError as error:
        complain(InputError(f"can't be read: {error.strerror}", str(path), "check the path and its permissions"))


def one(stream: Any, name: str, settings: Settings, complain: Complain) -> Iterator[Document]:
    """A stream as one plain report."""
    data = stream.read(LARGEST + 1)
    try:
        yield document(_decoded(data, name), {}, name, settings)
    except InputError as error:
        complain(error)


def _decoded(data: bytes, name: str) -> str:
    if data.startswith(GZIP):
        raise InputError("packed with gzip, not text", name, "unpack it: gunzip, and give what comes out")
    if len(data) > LARGEST:
        raise InputError(
            f"a document of more than {LARGEST // 1_000_000} MB",
            name,
            "split it into reports, one a file or a JSON line",
        )
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):  # Windows' "Unicode" text
        return _read_as(data, "utf-16", "save it as UTF-8", name)
    if b"\x00" in data[:4096]:
        raise InputError("binary, not text", name, "give plain text in UTF-8 or JSON lines")
    return _read_as(data, "utf-8-sig", "convert it: iconv -t UTF-8", name)


def _read_as(data: bytes, encoding: str, mend: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        called = encoding.removesuffix("-sig").upper()
        raise InputError(f"not {called}: byte {data[error.start]:#04x} at offset {error.start}", name, mend) from None


def lines(stream: Any, name: str, settings: Settings, complain: Complain) -> Iterator[Document]:
    """The reports of a stream of JSON lines."""
    number = reports = 0
    while line := read_line(stream):
        number += 1
        if not line.strip():
            continue
        reports += 1
        where = f"{name}:{number}"
        try:
            fields = json_fields(line, where)
            yield document(fields["text"], fields, where, settings)
        except InputError as error:
            complain(error)
    if not reports:
        complain(InputError("empty: no JSON lines", name, "leave it out, or give it reports"))


def read_line(stream: Any) -> bytes:
    """The next line of a stream, b"" at its end; of one that is too long only the start, which ``json_fields`` refuses."""
    line: bytes = stream.readline(LARGEST + 1)
    if len(line) > LARGEST:
        rest = line
        while rest and not rest.endswith(b"\n"):
            rest = stream.readline(LARGEST + 1)
    return line


def json_fields(line: bytes, where: str) -> dict[str, Any]:
    """The fields of a line of JSON, among them ``text``, a string; InputError when it has none."""
    fields = parsed(line, where)
    check_fields(fields, where)
    return cast(dict[str, Any], fields)


def parsed(data: bytes, where: str) -> Any:
    """What stands in bytes of JSON; InputError when they are none."""
    try:
        return json.loads(_decoded(data, where))
    except (ValueError, RecursionError) as error:
        raise InputError(f"not JSON: {error}", where, "one JSON object a line with a field text") from None


def check_fields(fields: Any, where: str) -> None:
    """InputError unless these are the fields of a JSON object, among them ``text``, a string."""
    mend = 'give {"text": ..., "published": "YYYY-MM-DD", "title": ..., "source": ..., "url": ..., "id": ...}'
    if not isinstance(fields, dict):
        raise InputError("no JSON object", where, mend)
    if not isinstance(fields.get("text"), str):
        raise InputError("field text is no string" if "text" in fields else "no field text", where, mend)


def document(text: str, fields: dict[str, Any], where: str, settings: Settings) -> Document:
    """A document of text and named fields; InputError for an empty or binary text or a wrong publication day."""
    if not text.strip():
        raise InputError("empty: nothing but white space", where, "leave it out, or give it text")
    if "\x00" in text:
        raise InputError("holds NUL characters: binary, not text", where, "take them out, or leave it out")
    published = settings.published
    if fields.get("published"):
        published = day(str(fields["published"]), where, settings.latest)
    named: dict[str, str] = {"language": settings.language} if settings.language else {}
    for name in ("title", "source", "url", "language", "id"):
        value = fields.get(name)
        if isinstance(value, list | dict | bool) or (name == "language" and not isinstance(value, str | None)):
            raise InputError(f"{name} is no text: {str(value)[:40]}", where, f'write "{name}": "..." or leave it out')
        if value is not None and str(value).strip():
            named[name] = str(value)
    made = Document(text=text, published=published, where=where, **named)
    if settings.english:
        language_of.check(made, where)
    return made


def day(text: str, where: str, latest: date | None = None) -> date:
    """A publication day in ISO form (a time after it is left out); InputError when it is none, too old or to come."""
    try:
        found = date.fromisoformat(text.strip()[:10])
    except ValueError:
        raise InputError(f"publication date {text!r} is no date", where, "write it as YYYY-MM-DD") from None
    if found.year < FIRST_YEAR:
        raise InputError(
            f"publication date {found} is before {FIRST_YEAR}", where, "give the day on which the report was published"
        )
    if latest is not None and found > latest:
        raise InputError(
            f"publication date {found} lies in the future", where, "give the day on which the report was published"
        )
    return found
