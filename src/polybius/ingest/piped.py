"""Standard input: what comes without a name shows by its beginning what it is. Nothing but prose is read as prose."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from typing import IO

from polybius.errors import InputError
from polybius.ingest import feeds, html, text
from polybius.ingest.chained import Chained, first_line
from polybius.model import Document

PAGE = re.compile(rb"\s*(<\?xml[^<>]*>\s*)?(<!--.*?-->\s*)*<(!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL)
HEAD = 1000  # bytes in which a page shows itself
_FEED = re.compile(rb"\s*(<\?xml\b|<rss\b|<feed\b|<rdf:RDF\b)", re.IGNORECASE)
_MARKUP = re.compile(rb"\s*<[a-z!][^<>]*>.*</[a-z]", re.IGNORECASE | re.DOTALL)
_NAME = re.compile(r"\w+(?:[.-]\w+)*")  # of a column, as programs write it
_LONG_NAME = re.compile(r"[\w\s()/#-]{0,60}")  # as people do
_ARCHIVES = {b"PAR1": "a Parquet file", b"WARC/": "a WARC archive"}
_BOM = b"\xef\xbb\xbf"


def read(stream: IO[bytes], name: str, settings: text.Settings, complain: text.Complain) -> Iterator[Document]:
    """Documents of a stream: a page, a feed, JSON lines, or one plain report. Tables and archives are told of: they are read from files."""
    head = first_line(stream, text.LARGEST + 1)
    said = head.removeprefix(_BOM)
    if (refused := _refused(said, name, settings)) is not None:
        complain(refused)
    elif said.lstrip().startswith(b"{"):
        yield from text.lines(Chained(said.lstrip(), stream), name, settings, complain)
    elif said.lstrip().startswith(b"<"):
        yield from _markup(said + stream.read(html.LARGEST + 1), name, settings, complain)
    else:
        yield from text.one(Chained(head, stream), name, settings, complain)


def _refused(head: bytes, name: str, settings: text.Settings) -> InputError | None:
    for begins, what in _ARCHIVES.items():
        if head.startswith(begins):
            return InputError(f"{what}, no text", name, "save it to a file and name that")
    first = head.strip().decode("utf-8", "replace")
    if first.startswith("["):
        if re.match(r"\[\s*(\{|$)", first):
            return InputError("a JSON array", name, "give one JSON object a line")
        return None
    for separator, kind in ((",", "csv"), ("\t", "tsv")):
        names = next(csv.reader([first], delimiter=separator), [])
        wanted = str(getattr(settings, "columns", {}).get("text", "text")).casefold()
        long = wanted in [n.strip().casefold() for n in names] and all(map(_LONG_NAME.fullmatch, names))
        if len(names) > 1 and (long or all(map(_NAME.fullmatch, names))):
            return InputError("a table, no text", name, f"save it to a file ending in .{kind} and name that")
    return None


def _markup(data: bytes, name: str, settings: text.Settings, complain: text.Complain) -> Iterator[Document]:
    if PAGE.match(data[:HEAD]):
        try:
            yield html.page(data, name, settings)
        except InputError as error:
            complain(error)
    elif _FEED.match(data):
        yield from feeds.read(data, name, settings, complain)
    elif _MARKUP.match(data):
        complain(InputError("markup, neither a page nor a feed", name, "give a whole page or feed, or the text alone"))
    else:
        yield from text.one(io.BytesIO(data), name, settings, complain)
