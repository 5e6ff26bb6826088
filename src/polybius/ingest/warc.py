"""Web archives as crawlers ship them (WARC, WARC.gz): one document a page, read by fastwarc."""

from __future__ import annotations

import contextlib
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from polybius.errors import InputError
from polybius.ingest import html, payload, text
from polybius.model import Document

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

_IN_GZIP, _END = 16, b"\r\n\r\n"
_OTHER_PACKING = (b"\x28\xb5\x2f\xfd", b"\x04\x22\x4d\x18")  # zstd, lz4, which fastwarc undoes
_HEAD = 4096  # bytes in which an archive shows itself
_SUCCESS = range(200, 300)  # of HTTP
_PAGES = ("text/html", "application/xhtml+xml")


def file(path: Path, settings: text.Settings, complain: text.Complain) -> Iterator[Document]:
    """The pages of an archive, streamed; a page whose own day is unknown has the day on which it was fetched."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    try:
        _check(path)
    except InputError as error:
        complain(error)
        return
    pages = kept = refused = last = 0
    fault: InputError | None = None  # of the last page: told when what follows shows that the archive isn't cut there
    try:
        with path.open("rb") as stream:
            for record in ArchiveIterator(stream, record_types=WarcRecordType.response, parse_http=True):
                if fault is not None:
                    complain(fault)
                    fault = None
                last = record.stream_pos
                kind = (record.http_content_type or "").lower()
                if kind not in _PAGES:
                    continue
                status = record.http_headers.status_code
                if status is not None and status not in _SUCCESS:
                    refused += 1
                    continue
                pages += 1
                url = record.headers.get("WARC-Target-URI")
                where = f"{path}: {url or f'page {pages}'}"
                try:
                    data = _body(record, where)
                    made = html.page(data, where, _with_day(settings, record.headers.get("WARC-Date") or ""), url)
                except InputError as error:
                    fault = error
                    continue
                yield made
                kept += 1
        if not _is_whole(path, last):
            raise ValueError("it is cut short")
        if fault is not None:
            complain(fault)
    except (OSError, RuntimeError, ValueError, zlib.error) as error:
        before = "; what came before is kept" if kept else ""
        complain(
            InputError(
                f"broken after {kept} page{'s' * (kept != 1)}: {error}", str(path), f"fetch the archive again{before}"
            )
        )
        return
    if not pages:
        passed = f": {refused} page{'s' * (refused != 1)} with an error status passed over" if refused else ""
        complain(InputError(f"no pages in this archive{passed}", str(path), "give a WARC file with HTML responses"))


def _check(path: Path) -> None:
    """InputError for a file that can't be read, is empty, or doesn't begin as an archive does."""
    try:
        with path.open("rb") as stream:
            head = stream.read(_HEAD)
    except OSError as error:
        raise InputError(f"can't be read: {error.strerror}", str(path), "check the path and its permissions") from None
    mend = "give a WARC file with HTML responses"
    if head.startswith(text.GZIP):
        member = zlib.decompressobj(zlib.MAX_WBITS | _IN_GZIP)
        try:
            head = member.decompress(head, _HEAD)
        except zlib.error as error:
            raise InputError(f"no WARC archive: {error}", str(path), mend) from None
        if not head and not member.eof:
            raise InputError("cut short at its beginning", str(path), "fetch the archive again")
    if not head.strip():
        raise InputError("empty", str(path), mend)
    if not head.lstrip().startswith((b"WARC/", *_OTHER_PACKING)):
        raise InputError("no WARC archive", str(path), mend)


def _body(record: WarcRecord, where: str) -> bytes:
    length: int = record.content_length
    data: bytes = record.reader.read(html.LARGEST + 1)
    if len(data) > html.LARGEST:
        return data
    if len(data) < length:  # half a page may end in half a sentence, which says something else
        raise InputError("a page that is cut short", where, "fetch the archive again; it is passed over")
    transfer, content = (record.http_headers.get(name) or "" for name in ("Transfer-Encoding", "Content-Encoding"))
    return payload.decoded(data, transfer, content, where, html.LARGEST)


def _is_whole(path: Path, record: int) -> bool:
    """Whether an archive ends as one must, its last records beginning at ``record``: fastwarc passes over half a record in silence."""
    with path.open("rb") as stream:
        if stream.read(2) != text.GZIP:
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


def _with_day(settings: text.Settings, fetched: str) -> text.Settings:
    """The settings with the day of a WARC-Date, as they are when it holds no day that can be true."""
    if settings.published is not None:
        return settings
    with contextlib.suppress(InputError):
        return replace(settings, published=text.day(fetched, "WARC-Date", settings.latest))
    return settings
