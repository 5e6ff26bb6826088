"""Web archives as crawlers ship them (WARC, WARC.gz): one document a page, read by fastwarc."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from polybius.errors import InputError
from polybius.ingest import html, text
from polybius.model import Document

_GZIP, _IN_GZIP, _END = b"\x1f\x8b", 16, b"\r\n\r\n"
_PAGES = ("text/html", "application/xhtml+xml")


def file(path: Path, settings: text.Settings, complain: text.Complain) -> Iterator[Document]:
    """The pages of an archive, streamed; a page whose own day is unknown has the day on which it was fetched."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    pages = last = 0
    try:
        with path.open("rb") as stream:
            for record in ArchiveIterator(stream, record_types=WarcRecordType.response, parse_http=True):
                last = record.stream_pos
                kind = (record.http_content_type or "").lower()
                if kind not in _PAGES:
                    continue
                pages += 1
                url = record.headers.get("WARC-Target-URI")
                where = f"{path}: {url or f'page {pages}'}"
                data = record.reader.read(html.LARGEST + 1)
                fetched = date.fromisoformat((record.headers.get("WARC-Date") or "")[:10] or "0001-01-01")
                try:
                    yield html.page(data, where, _with_day(settings, fetched), url)
                except InputError as error:
                    complain(error)
        if not _is_whole(path, last):
            raise ValueError("it is cut short")
    except (OSError, RuntimeError, ValueError, zlib.error) as error:
        complain(
            InputError(
                f"broken after {pages} pages: {error}", str(path), "fetch the archive again; what came before is kept"
            )
        )
        return
    if not pages:
        complain(InputError("no pages in this archive", str(path), "give a WARC file with HTML responses"))


def _is_whole(path: Path, record: int) -> bool:
    """Whether an archive ends as one must, its last records beginning at ``record``: fastwarc passes over half a record in silence."""
    with path.open("rb") as stream:
        if stream.read(2) != _GZIP:
            stream.seek(0, 2)
            stream.seek(max(0, stream.tell() - len(_END)))
            return stream.read() == _END
        stream.seek(record)
        member = zlib.decompressobj(zlib.MAX_WBITS | _IN_GZIP)
        while data := stream.read(1 << 16):
            while data:
                member.decompress(data)
                data = member.unused_data
                if member.eof and data:
                    member = zlib.decompressobj(zlib.MAX_WBITS | _IN_GZIP)
        return member.eof


def _with_day(settings: text.Settings, fetched: date) -> text.Settings:
    if settings.published is not None or fetched.year < text.FIRST_YEAR:
        return settings
    return replace(settings, published=fetched)
