"""Connections to hosts of the web that end at a set time, whatever a host does, and that reach no private address."""

from __future__ import annotations

import io
import socket
import time
import urllib.request
from collections.abc import Callable
from http.client import HTTPConnection, HTTPResponse, HTTPSConnection
from typing import Any

from polybius.errors import InputError
from polybius.ingest import hosts

SECONDS = 20.0  # of silence


def handlers(until: float, private: bool) -> tuple[urllib.request.BaseHandler, urllib.request.BaseHandler]:
    """Handlers of http and https for an opener: nothing is waited for past ``until`` (of the monotonic clock)."""
    return _Http(until, private), _Https(until, private)


def left(until: float) -> float:
    """Seconds that may be waited for the next bytes; TimeoutError when the time is up."""
    seconds = until - time.monotonic()
    if seconds <= 0:
        raise TimeoutError("timed out")
    return min(SECONDS, seconds)


class _Connection(HTTPConnection):
    """Asks a public address only, unless ``private`` ones are allowed; every piece of what it reads must come before ``until``."""

    until: float
    private: bool

    def connect(self) -> None:
        if self._tunnel_host:  # type: ignore[attr-defined]  # a proxy is the user's choice
            self.timeout = left(self.until)
            super().connect()
        else:
            self.sock = _reached(self.host, self.port, self.until, self.private)

    def response_class(self, sock: socket.socket, *given: Any, **named: Any) -> HTTPResponse:  # type: ignore[override]
        """The answer, from its first line on."""
        return _Answer(self.until, sock, *given, **named)


class _Secure(HTTPSConnection, _Connection):
    """The same with encryption."""


class _Answer(HTTPResponse):
    """An answer whose headers and body come in time, or TimeoutError is raised."""

    def __init__(self, until: float, sock: socket.socket, *given: Any, **named: Any) -> None:
        super().__init__(sock, *given, **named)
        self.fp = io.BufferedReader(_Timed(until, sock, self.fp.detach()))


class _Timed(io.RawIOBase):
    """What a socket gives. A time limit of the socket alone is one for each piece: a host that drips is never too late."""

    def __init__(self, until: float, sock: socket.socket, raw: io.RawIOBase) -> None:
        self._until, self._sock, self._raw = until, sock, raw

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        """Reads what comes next into a buffer and returns how many bytes; TimeoutError when the time is up."""
        self._sock.settimeout(left(self._until))
        return self._raw.readinto(buffer)

    def close(self) -> None:
        self._raw.close()
        super().close()


def _reached(host: str, port: int, until: float, private: bool) -> socket.socket:
    """A connection to one of a host's addresses. Each is looked at here too: since the name was checked they may have
    changed. InputError for a private one, OSError when none can be reached in time.
    """
    failed: OSError | None = None
    for family, kind, protocol, _, address in socket.getaddrinfo(host, port, 0, socket.SOCK_STREAM):
        if not private and not hosts.is_public(str(address[0])):
            raise InputError("lies on a private network", host, "allow it with --private-addresses")
        sock = socket.socket(family, kind, protocol)
        try:
            sock.settimeout(left(until))
            sock.connect(address)
            return sock
        except OSError as error:
            sock.close()
            failed = error
    raise failed or OSError("it has no address")


def _maker(kind: type[_Connection], until: float, private: bool) -> Callable[..., HTTPConnection]:
    def make(host: str, **named: Any) -> HTTPConnection:
        made = kind(host, **named)
        made.until, made.private = until, private
        return made

    return make


class _Http(urllib.request.HTTPHandler):
    def __init__(self, until: float, private: bool) -> None:
        super().__init__()
        self._until, self._private = until, private

    def http_open(self, req: urllib.request.Request) -> HTTPResponse:
        return self.do_open(_maker(_Connection, self._until, self._private or req.has_proxy()), req)


class _Https(urllib.request.HTTPSHandler):
    def __init__(self, until: float, private: bool) -> None:
        super().__init__()
        self._until, self._private = until, private

    def https_open(self, req: urllib.request.Request) -> HTTPResponse:
        return self.do_open(_maker(_Secure, self._until, self._private), req)
