"""Fetches an address that the user named, within limits of size, time, redirects and hosts."""

from __future__ import annotations

import ipaddress
import socket
import urllib.error
import urllib.request
from http.client import HTTPException, HTTPMessage
from typing import IO
from urllib.parse import urlsplit

from polybius.errors import InputError

LARGEST = 20_000_000  # bytes
SECONDS = 20
REDIRECTS = 5


def get(url: str, private: bool = False) -> bytes:
    """The bytes at an address; InputError when it can't be had, is too large, or lies on a private network."""
    opener = urllib.request.build_opener(_Guarded(private))
    request = urllib.request.Request(url, headers={"User-Agent": "polybius", "Accept-Encoding": "identity"})  # noqa: S310 (http and https only: checked)
    _check_host(url, private)
    try:
        with opener.open(request, timeout=SECONDS) as answer:
            data: bytes = answer.read(LARGEST + 1)
    except (OSError, HTTPException, ValueError) as error:
        reason = error.reason if isinstance(error, urllib.error.URLError) else error
        raise InputError(f"can't be fetched: {reason}", url, "check the address and the network") from error
    if len(data) > LARGEST:
        raise InputError(f"more than {LARGEST // 1_000_000} MB", url, "save it to a file and split it")
    return data


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
    if any(not ipaddress.ip_address(str(a).split("%")[0]).is_global for a in found):
        raise InputError("lies on a private network", url, "allow it with --private-addresses")
