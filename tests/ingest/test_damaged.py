"""Archives, feeds and packed files as crawls leave them: encodings are undone, what is cut or no report is told."""

from __future__ import annotations

import gzip
import zlib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polybius.errors import InputError
from polybius.ingest import payload, sources
from polybius.model import Document

STORY = "<html><body><article><p>Peru condemned Chile on Tuesday.</p><p>Mali praised Niger on Monday.</p></article></body></html>"
TEXT = "Peru condemned Chile on Tuesday.\nMali praised Niger on Monday."
FEED = (
    b'<?xml version="1.0"?><rss version="2.0"><channel><title>Wire</title>'
    b"<item><title>One</title><description>Peru condemned Chile on Tuesday.</description></item>"
    b"<item><title>Two</title><description>Mali praised Niger on Monday.</description></item></channel></rss>"
)


def _record(body: bytes, *headers: str, status: str = "200 OK", day: str = "2019-05-08T00:00:00Z") -> bytes:
    lines = (f"HTTP/1.1 {status}", "Content-Type: text/html; charset=utf-8", *headers, "", "")
    block = "\r\n".join(lines).encode() + body
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/1\r\n"
        f"WARC-Date: {day}\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def _chunked(data: bytes, size: int, extension: str = "") -> bytes:
    parts = (data[at : at + size] for at in range(0, len(data), size))
    return b"".join(f"{len(p):x}{extension}\r\n".encode() + p + b"\r\n" for p in parts) + b"0\r\n\r\n"


def _read(path: Path, data: bytes) -> tuple[list[Document], list[str]]:
    path.write_bytes(data)
    complaints: list[InputError] = []
    settings = sources.Settings(None, date(2020, 1, 1))
    return list(sources.documents([str(path)], settings, complaints.append)), [str(c) for c in complaints]


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (_chunked(STORY.encode(), 50), ["Transfer-Encoding: chunked"]),
        (_chunked(STORY.encode(), 50, ";ext=1"), ["transfer-encoding: Chunked"]),
        (STORY.encode(), ["Transfer-Encoding: chunked", "Content-Encoding: gzip"]),  # undone by the crawler
        (b"\n " + STORY.encode(), ["Content-Encoding: deflate"]),
        (gzip.compress(STORY.encode()), ["Content-Encoding: gzip"]),
        (zlib.compress(STORY.encode()), ["Content-Encoding: deflate"]),
        (_chunked(gzip.compress(STORY.encode()), 30), ["Transfer-Encoding: chunked", "Content-Encoding: gzip"]),
    ],
)
def test_encodings_of_pages_are_undone(tmp_path: Path, body: bytes, headers: list[str]) -> None:
    (document,), complaints = _read(tmp_path / "a.warc", _record(body, *headers))
    assert document.text == TEXT and not complaints


def test_brotli_is_left_to_trafilatura(tmp_path: Path) -> None:
    brotli = pytest.importorskip("brotli")
    body = _chunked(brotli.compress(STORY.encode()), 30)
    (document,), complaints = _read(
        tmp_path / "a.warc", _record(body, "Transfer-Encoding: chunked", "Content-Encoding: br")
    )
    assert document.text == TEXT and not complaints


@pytest.mark.parametrize(
    ("body", "header", "words"),
    [
        (_chunked(STORY.encode(), 50)[:90], "Transfer-Encoding: chunked", "inside a chunk"),
        (_chunked(STORY.encode(), 50)[:-5], "Transfer-Encoding: chunked", "inside a chunk"),
        (gzip.compress(STORY.encode())[:60], "Content-Encoding: gzip", "inside its packed data"),
        (b"\x1f\x8b" + STORY.encode(), "Content-Encoding: gzip", "packed data is broken"),
        (b"\x8b\x02\x80abc\x03", "Content-Encoding: br", "without a text"),
    ],
)
def test_a_page_that_stops_inside_its_encoding_costs_itself_only(
    tmp_path: Path, body: bytes, header: str, words: str
) -> None:
    found, complaints = _read(tmp_path / "a.warc", _record(body, header) + _record(STORY.encode()))
    assert [d.text for d in found] == [TEXT]
    assert len(complaints) == 1 and words in complaints[0] and "https://example.org/1" in complaints[0]


@given(st.binary(max_size=200), st.integers(1, 50))
def test_chunks_are_joined_whatever_they_hold(data: bytes, size: int) -> None:
    assert payload.decoded(_chunked(data, size), "chunked", "", "here", 1000) == data


def test_a_packed_bomb_is_not_unpacked_past_the_limit() -> None:
    assert len(payload.decoded(gzip.compress(bytes(10_000_000)), "", "gzip", "here", 1000)) == 1001


def test_pages_with_an_error_status_are_no_reports(tmp_path: Path) -> None:
    refused = _record(STORY.encode(), status="404 Not Found") + _record(
        STORY.encode(), "Location: /", status="301 Moved"
    )
    found, complaints = _read(tmp_path / "a.warc", refused)
    assert not found and len(complaints) == 1 and "2 pages with an error status passed over" in complaints[0]
    found, complaints = _read(tmp_path / "b.warc", refused + _record(STORY.encode()))
    assert len(found) == 1 and not complaints


@pytest.mark.parametrize("day", ["rubbish", "", "2019-13-40", "0001-01-01T00:00:00Z", "2999-01-01T00:00:00Z"])
def test_a_bad_day_of_fetching_costs_the_day_only(tmp_path: Path, day: str) -> None:
    found, complaints = _read(tmp_path / "a.warc", _record(STORY.encode(), day=day) + _record(STORY.encode()))
    assert [d.published for d in found] == [None, date(2019, 5, 8)] and not complaints


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.warc", b"", "empty"),
        ("a.warc.gz", b"", "empty"),
        ("a.warc.gz", gzip.compress(b""), "empty"),
        ("a.warc", b"Peru condemned Chile on Tuesday.", "no WARC archive"),
        ("a.warc.gz", gzip.compress(b"text\nPeru condemned Chile on Tuesday.\n"), "no WARC archive"),
        ("a.warc.gz", gzip.compress(_record(STORY.encode()))[:6], "cut short at its beginning"),
        ("a.csv.gz", gzip.compress(b"text\nPeru condemned Chile on Tuesday.\n"), "gunzip"),
        ("a.jsonl", gzip.compress(b'{"text": "a"}', mtime=0), "gunzip"),
        ("a.xml", gzip.compress(FEED), "gunzip"),
    ],
)
def test_what_is_no_archive_says_what_it_is(tmp_path: Path, name: str, data: bytes, words: str) -> None:
    found, complaints = _read(tmp_path / name, data)
    assert not found and len(complaints) == 1 and words in complaints[0] and "is kept" not in complaints[0]


@pytest.mark.parametrize(
    ("end", "whole"),
    [
        (b"</channel>", 2),
        (b"</rss>", 2),
        (b"praised Niger", 1),
        (b"</item><item>", 1),
        (b"tle>One", 0),
    ],
)
def test_a_feed_cut_short_is_told_and_whole_entries_are_kept(tmp_path: Path, end: bytes, whole: int) -> None:
    at = FEED.index(end) + (len(b"</item>") if end.startswith(b"</item>") else 0)
    found, complaints = _read(tmp_path / "a.xml", FEED[:at])
    assert len(found) == whole and len(complaints) == 1 and "cut short" in complaints[0]


def test_a_whole_feed_is_not_cut(tmp_path: Path) -> None:
    found, complaints = _read(tmp_path / "a.xml", FEED)
    assert len(found) == 2 and not complaints
