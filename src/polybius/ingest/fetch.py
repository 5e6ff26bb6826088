"""Fetches an address that the user named, within limits of size, time, redirects and hosts."""

from __future__ import annotations

import socket
import time
import urllib.error
import urllib.request
from http.client import HTTPException, HTTPMessage, HTTPResponse
from typing import IO
from urllib.parse import urlsplit

from polybius.errors import InputError
from polybius.ingest import connection, hosts, payload

LARGEST = 20_000_000  # bytes, packed and unpacked
LONGEST = 120.0  # seconds in all, from the first connection over redirects to the last byte: a host may drip
PIECE = 65_536  # bytes read at once
REDIRECTS = 5


def get(url: str, private: bool = False) -> bytes:
    """The bytes at an address; InputError when it can't be had, is too large, or lies on a private network."""
    until = time.monotonic() + LONGEST
    opener = urllib.request.build_opener(_Guarded(url, private), *connection.handlers(until, private))
    request = urllib.request.Request(url, headers={"User-Agent": "polybius", "Accept-Encoding": "identity"})  # noqa: S310 (http and https only: checked)
    _check_host(url, private)
    try:
        with opener.open(request, timeout=connection.SECONDS) as answer:
            data = _read(answer)
            packing = answer.headers.get("Content-Encoding", "")
    except (OSError, HTTPException, ValueError) as error:
        if isinstance(error, urllib.error.HTTPError):
            error.close()
        if time.monotonic() >= until:
            raise InputError(f"takes more than {LONGEST:g} s", url, "save it to a file, or try again later") from error
        reason = error.reason if isinstance(error, urllib.error.URLError) else error
        raise InputError(f"can't be fetched: {reason}", url, "check the address and the network") from error
    if len(data) <= LARGEST:
        data = payload.decoded(data, "", packing, url, LARGEST)  # some hosts pack what nobody asked them to
    if len(data) > LARGEST:
        raise InputError(f"more than {LARGEST // 1_000_000} MB", url, "save it to a file and split it")
    return data


def _read(answer: HTTPResponse) -> bytes:
    """What comes, up to one byte more than the limit."""
    pieces = bytearray()
    while len(pieces) <= LARGEST and (piece := answer.read1(min(PIECE, LARGEST + 1 - len(pieces)))):
        pieces += piece
    return bytes(pieces)


class _Guarded(urllib.request.HTTPRedirectHandler):
    """Follows a few redirects, each checked like the first address."""

    max_redirections = max_repeats = REDIRECTS + 1  # of urllib: it would tell of a loop, where ours counts

    def __init__(self, url: str, private: bool) -> None:
        self._url, self._private, self._followed = url, private, 0

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> urllib.request.Request | None:
        fp.close()  # urllib would read all that stands behind the headers, however long
        self._followed += 1
        if self._followed > REDIRECTS:
            raise InputError(
                f"more than {REDIRECTS} redirects", self._url, f"give the address that they lead to: {newurl}"
            )
        _check_host(newurl, self._private)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _check_host(url: str, private: bool) -> None:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise InputError("no address of the web", url, "use http:// or https://")
    if private:
        return
    try:
        found = {entry[4][0] for entry in socket.getaddrinfo(parts.hostname, None)}
    except OSError as error:
        raise InputError(
            f"unknown host {parts.hostname}: {error.strerror}", url, "check the address and the network"
        ) from error
    if not all(hosts.is_public(str(a)) for a in found):
        raise InputError("lies on a private network", url, "allow it with --private-addresses")
