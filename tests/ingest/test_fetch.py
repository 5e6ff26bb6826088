"""Fetching: one deadline over all that a host sends, few redirects, packed answers, no private addresses."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date

import pytest

from polybius.errors import InputError
from polybius.ingest import connection, fetch, hosts, sources

FEED = (
    b'<?xml version="1.0"?><rss version="2.0"><channel><title>Wire</title>'
    b"<item><title>One</title><description>Peru condemned Chile on Tuesday.</description></item></channel></rss>"
)
OK = b"HTTP/1.1 200 OK\r\n"


@contextmanager
def _host(*parts: bytes, drip: bytes = b"") -> Iterator[str]:
    """The address of a host that answers all that ask it with the parts, and then with drops until nobody listens."""
    listening = socket.create_server(("127.0.0.1", 0))
    listening.settimeout(10)

    def serve() -> None:
        with suppress(OSError):
            while True:
                asked, _ = listening.accept()
                with asked, suppress(OSError):
                    asked.recv(65_536)
                    asked.sendall(b"".join(parts))
                    while drip:
                        asked.sendall(drip)
                        time.sleep(0.02)

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/feed"
    finally:
        listening.shutdown(socket.SHUT_RDWR)
        listening.close()
        thread.join()


@pytest.mark.parametrize(
    ("begins", "drip"),
    [
        ((b"HTTP/1.1",), b" "),
        ((OK,), b"X-Slow: 1\r\n"[:1]),
        ((b"HTTP/1.1 100 Continue\r\n\r\n",), b"HTTP/1.1 100 Continue\r\n\r\n"),
        ((OK, b"\r\n"), b"x"),
        ((b"HTTP/1.1 302 Found\r\nLocation: /feed\r\n",), b"X"),
    ],
)
def test_a_host_that_drips_is_left_in_time(
    monkeypatch: pytest.MonkeyPatch, begins: tuple[bytes, ...], drip: bytes
) -> None:
    monkeypatch.setattr(fetch, "LONGEST", 0.5)
    begun = time.monotonic()
    with _host(*begins, drip=drip) as url, pytest.raises(InputError, match=r"takes more than 0\.5 s"):
        fetch.get(url, private=True)
    assert time.monotonic() - begun < 5


def test_a_silent_host_is_left_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "SECONDS", 0.3)
    with socket.create_server(("127.0.0.1", 0)) as listening, pytest.raises(InputError, match="timed out"):
        fetch.get(f"http://127.0.0.1:{listening.getsockname()[1]}/", private=True)


def test_redirects_without_end_are_told_as_too_many() -> None:
    with (
        _host(b"HTTP/1.1 302 Found\r\nLocation: /feed\r\nContent-Length: 0\r\n\r\n") as url,
        pytest.raises(InputError, match="more than 5 redirects"),
    ):
        fetch.get(url, private=True)


def test_what_stands_behind_a_redirect_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "LONGEST", 5.0)
    with (
        _host(OK, b"\r\n", FEED) as feed,
        _host(f"HTTP/1.1 302 Found\r\nLocation: {feed}\r\n\r\n".encode(), drip=bytes(65_536)) as url,
    ):
        assert fetch.get(url, private=True) == FEED


@pytest.mark.parametrize("packing", ["gzip", "x-gzip", "GZIP"])
def test_a_packed_answer_is_unpacked(packing: str) -> None:
    with _host(OK, f"Content-Encoding: {packing}\r\n\r\n".encode(), gzip.compress(FEED)) as url:
        assert fetch.get(url, private=True) == FEED


def test_a_packed_answer_is_not_unpacked_past_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "LARGEST", 10_000)
    bomb = gzip.compress(bytes(5_000_000))
    assert len(bomb) < fetch.LARGEST
    with _host(OK, b"Content-Encoding: gzip\r\n\r\n", bomb) as url, pytest.raises(InputError, match="more than"):
        fetch.get(url, private=True)


def test_addresses_in_capitals_are_addresses() -> None:
    complaints: list[InputError] = []
    settings = sources.Settings(None, date(2020, 1, 1), private=True)
    with _host(OK, b"\r\n", FEED) as url:
        found = list(sources.documents([url.replace("http", "HTTP")], settings, complaints.append))
    assert [d.title for d in found] == ["One"] and not complaints


def test_an_empty_answer_costs_itself_only() -> None:
    complaints: list[InputError] = []
    settings = sources.Settings(None, date(2020, 1, 1), private=True)
    with _host(OK, b"\r\n") as empty, _host(OK, b"\r\n", FEED) as url:
        found = list(sources.documents([empty, url], settings, complaints.append))
    assert [d.title for d in found] == ["One"] and len(complaints) == 1 and "empty" in complaints[0].what


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("8.8.8.8", True),
        ("2001:4860:4860::8888", True),
        ("127.0.0.1", False),
        ("169.254.169.254", False),
        ("224.0.0.1", False),
        ("fe80::1%eth0", False),
        ("::ffff:127.0.0.1", False),
        ("64:ff9b::7f00:1", False),
        ("64:ff9b::808:808", True),
        ("64:ff9b:1::808:808", False),
        ("2002:7f00:1::1", False),
        ("2002:808:808::1", True),
        ("::7f00:1", False),
        ("::ffff:0:a00:1", False),
        ("fec0::1", False),
    ],
)
def test_which_addresses_are_public(address: str, public: bool) -> None:
    assert hosts.is_public(address) is public


def test_a_name_whose_address_changes_behind_the_check_reaches_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "_check_host", lambda url, private: None)
    with _host(OK, b"\r\n", FEED) as url, pytest.raises(InputError, match="private network"):
        fetch.get(url)
