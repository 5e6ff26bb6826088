"""Fetches an address that the user named, within limits of size, time, redirects and hosts."""

from __future__ import annotations

import ipaddress
import socket
import time
import urllib.error
import urllib.request
from http.client import HTTPConnection, HTTPException, HTTPMessage, HTTPResponse, HTTPSConnection
from typing import IO
from urllib.parse import urlsplit

from polybius.errors import InputError

LARGEST = 20_000_000  # bytes
SECONDS = 20  # of silence
LONGEST = 120  # seconds in all: a host may drip
PIECE = 65_536  # bytes read at once
REDIRECTS = 5


def get(url: str, private: bool = False) -> bytes:
    """The bytes at an address; InputError when it can't be had, is too large, or lies on a private network."""
    opener = urllib.request.build_opener(_Guarded(private), *([] if private else [_Http(), _Https()]))
    request = urllib.request.Request(url, headers={"User-Agent": "polybius", "Accept-Encoding": "identity"})  # noqa: S310 (http and https only: checked)
    _check_host(url, private)
    try:
        with opener.open(request, timeout=SECONDS) as answer:
            data = _read(answer, url)
    except (OSError, HTTPException, ValueError) as error:
        reason = error.reason if isinstance(error, urllib.error.URLError) else error
        raise InputError(f"can't be fetched: {reason}", url, "check the address and the network") from error
    if len(data) > LARGEST:
        raise InputError(f"more than {LARGEST // 1_000_000} MB", url, "save it to a file and split it")
    return data


def _read(answer: HTTPResponse, url: str) -> bytes:
    """What comes, up to one byte more than the limit; InputError when it takes too long."""
    until = time.monotonic() + LONGEST
    pieces = b""
    while len(pieces) <= LARGEST and (piece := answer.read1(PIECE)):
        pieces += piece
        if time.monotonic() > until:
            raise InputError(f"takes more than {LONGEST} s", url, "save it to a file, or try again later")
    return pieces


class _Checked(HTTPConnection):
    """Sends nothing to a private address: between the check of a name and the connection its address may have changed."""

    def connect(self) -> None:
        super().connect()
        if not _is_public(self.sock.getpeername()[0]):
            self.close()
            raise OSError("it lies on a private network (allow it with --private-addresses)")


class _CheckedSecurely(_Checked, HTTPSConnection):
    """The same with encryption."""


class _Http(urllib.request.HTTPHandler):
    def http_open(self, req: urllib.request.Request) -> HTTPResponse:
        return self.do_open(_Checked if not req.has_proxy() else HTTPConnection, req)


class _Https(urllib.request.HTTPSHandler):
    def https_open(self, req: urllib.request.Request) -> HTTPResponse:
        kind = HTTPSConnection if req._tunnel_host else _CheckedSecurely  # type: ignore[attr-defined]  # a proxy is the user's choice
        return self.do_open(kind, req)


class _Guarded(urllib.request.HTTPRedirectHandler):
    """Follows a few redirects, each checked like the first address."""

    max_redirections = REDIRECTS

    def __init__(self, private: bool) -> None:
        self._private = private

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> urllib.request.Request | None:
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
    if not all(_is_public(str(a)) for a in found):
        raise InputError("lies on a private network", url, "allow it with --private-addresses")


def _is_public(address: str) -> bool:
    found = ipaddress.ip_address(address.split("%", maxsplit=1)[0])
    mapped = getattr(found, "ipv4_mapped", None) or found  # an IPv4 address written as IPv6 is judged as what it is
    return bool(mapped.is_global and not mapped.is_multicast)
