"""The bodies of HTTP responses as a server sent them: chunks joined, compression undone."""

from __future__ import annotations

import re
import zlib

from polybius.errors import InputError
from polybius.ingest import text

_CHUNK = re.compile(rb"[ \t]*([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]*)?\r?\n")
_LINE_END = re.compile(rb"\r?\n")
_PACKINGS = {"gzip": text.GZIP, "x-gzip": text.GZIP, "deflate": b"\x78"}  # and how they begin
_GZIP_OR_ZLIB = zlib.MAX_WBITS | 32
_AGAIN = "fetch the page again; it is passed over"


def decoded(data: bytes, transfer: str, content: str, where: str, most: int) -> bytes:
    """The body behind the headers Transfer-Encoding and Content-Encoding, of at most ``most`` bytes and one more.

    Many crawlers undo an encoding and leave its header: a body without the form that a header names is given as it is.
    So are packings other than gzip and deflate, which trafilatura tries (Brotli).
    InputError when the body stops inside a chunk or inside its packed data, or when these are broken.
    """
    if "chunked" in transfer.lower():
        data = _joined(data, where)
    begins = _PACKINGS.get(content.strip().lower())
    return _unpacked(data, where, most) if begins and data.startswith(begins) else data


def _joined(data: bytes, where: str) -> bytes:
    if not _CHUNK.match(data):
        return data
    out: list[bytes] = []
    at = 0
    while size := _CHUNK.match(data, at):
        length = int(size[1], 16)
        if not length:
            return b"".join(out)
        end = size.end() + length
        line_end = _LINE_END.match(data, end)
        if not line_end:
            break
        out.append(data[size.end() : end])
        at = line_end.end()
    raise InputError("a page that is cut short or broken inside a chunk", where, _AGAIN)


def _unpacked(data: bytes, where: str, most: int) -> bytes:
    out = b""
    try:
        while data and len(out) <= most:
            member = zlib.decompressobj(_GZIP_OR_ZLIB)
            out += member.decompress(data, most + 1 - len(out))
            if not member.eof and len(out) <= most:
                raise InputError("a page that is cut short inside its packed data", where, _AGAIN)
            data = member.unused_data
    except zlib.error:
        if out:  # what follows whole packed data is padding
            return out
        raise InputError("a page whose packed data is broken", where, _AGAIN) from None
    return out
