"""Every kind of source gives documents; what is broken is told and passed over."""

from __future__ import annotations

import errno
import gzip
import json
import os
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from polybius.errors import InputError
from polybius.ingest import fetch, sources
from polybius.model import Document

PROSE = " ".join(
    f"Ministers of {a} and {b} met in Geneva on Tuesday to talk about the border, and both sides said that they would meet again."
    for a, b in (("Peru", "Chile"), ("Mali", "Niger"), ("Laos", "Thailand"), ("Norway", "Sweden"))
)
PAGE = f"""<html><head><title>Ministers meet</title><meta property="article:published_time" content="2019-05-07"/>
<meta property="og:site_name" content="Own Wire"/></head><body><nav>Home Sport Weather</nav>
<article><h1>Ministers meet</h1><p>{PROSE}</p><p>{PROSE.replace("Geneva", "Vienna")}</p></article></body></html>"""
FEED = f"""<?xml version="1.0"?><rss version="2.0"><channel><title>Own Wire</title>
<item><title>Ministers meet</title><link>https://example.org/1</link><pubDate>Tue, 07 May 2019 10:00:00 GMT</pubDate>
<description>&lt;p&gt;{PROSE}&lt;/p&gt;</description></item></channel></rss>"""


def _warc(pages: list[str]) -> bytes:
    out = b""
    for number, page in enumerate(pages):
        body = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {len(page.encode())}\r\n\r\n{page}".encode()
        head = (
            "WARC/1.0\r\nWARC-Type: response\r\n"
            f"WARC-Target-URI: https://example.org/{number}\r\nWARC-Date: 2019-05-08T00:00:00Z\r\n"
            f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-00000000000{number}>\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        out += gzip.compress(head.encode() + body + b"\r\n\r\n")
    return out


def _read(*named: str, columns: dict[str, str] | None = None) -> tuple[list[Document], list[str]]:
    complaints: list[InputError] = []
    settings = sources.Settings(None, date(2020, 1, 1), columns=columns or {})
    return list(sources.documents(named, settings, complaints.append)), [str(c) for c in complaints]


def test_html(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    (document,), complaints = _read(str(path))
    assert not complaints and document.title == "Ministers meet" and document.source == "Own Wire"
    assert document.published == date(2019, 5, 7) and "Geneva" in document.text and "Weather" not in document.text


def test_feed(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_text(FEED, encoding="utf-8")
    (document,), complaints = _read(str(path))
    assert not complaints and document.text.startswith("Ministers of Peru") and "<p>" not in document.text
    assert (document.source, document.url, document.published) == (
        "Own Wire",
        "https://example.org/1",
        date(2019, 5, 7),
    )


def test_warc_and_one_cut_short(tmp_path: Path) -> None:
    whole = _warc([PAGE, PAGE.replace("Geneva", "Oslo")])
    (tmp_path / "a.warc.gz").write_bytes(whole)
    found, complaints = _read(str(tmp_path / "a.warc.gz"))
    assert len(found) == 2 and not complaints and found[0].url == "https://example.org/0"
    (tmp_path / "b.warc.gz").write_bytes(whole[: len(_warc([PAGE])) + 200])
    found, complaints = _read(str(tmp_path / "b.warc.gz"))
    assert found[0].title == "Ministers meet" and "cut short" in complaints[0]


def test_a_quote_that_nothing_closes_is_told(tmp_path: Path) -> None:
    table = f'text,published\n"{PROSE} He said ""no"".",2019-05-07\n"{PROSE}, 2019-05-08\n{PROSE.replace(",", "")},2019-05-09\n'
    (tmp_path / "t.csv").write_text(table, encoding="utf-8")
    found, complaints = _read(str(tmp_path / "t.csv"))
    assert [d.published for d in found] == [date(2019, 5, 7)]
    assert len(complaints) == 1 and "t.csv:3" in complaints[0] and "quote" in complaints[0]


def test_a_bomb_in_an_archive_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "bomb.warc.gz").write_bytes(_warc(["<html>" + " " * 25_000_000 + "</html>", PAGE]))
    found, complaints = _read(str(tmp_path / "bomb.warc.gz"))
    assert len(found) == 1 and "more than 20 MB" in complaints[0]


def test_tables(tmp_path: Path) -> None:
    rows = [{"body": PROSE, "day": "2019-05-07", "paper": "Own Wire"}, {"body": "", "day": "2019-05-07", "paper": ""}]
    pq.write_table(pa.Table.from_pylist(rows), tmp_path / "t.parquet")
    (tmp_path / "t.csv").write_text(
        "body,day,paper\n" + f'"{PROSE}",2019-05-07,Own Wire\n,2019-05-07,\n', encoding="utf-8"
    )
    mapping = {"text": "body", "published": "day", "source": "paper"}
    for name in ("t.parquet", "t.csv"):
        found, complaints = _read(str(tmp_path / name), columns=mapping)
        assert [(d.published, d.source) for d in found] == [(date(2019, 5, 7), "Own Wire")]
        assert len(complaints) == 1 and "empty" in complaints[0]
        found, complaints = _read(str(tmp_path / name), columns={"text": "story"})
        assert not found and "no column 'story'" in complaints[0] and "body" in complaints[0]
        assert "no column holds the text" in _read(str(tmp_path / name))[1][0]


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.html", b"<html><body></body></html>", "without a text"),
        ("a.xml", b"not a feed", "no feed"),
        ("a.parquet", b"PAR1 not really", "Parquet"),
        ("a.csv", b"\xff\xfe\x00", "CSV"),
        ("a.warc.gz", b"\x1f\x8bnothing", ""),
    ],
)
def test_broken_files_are_told(tmp_path: Path, name: str, data: bytes, words: str) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "good.jsonl").write_text(json.dumps({"text": PROSE}) + "\n", encoding="utf-8")
    found, complaints = _read(str(tmp_path))
    assert len(found) == 1 and len(complaints) == 1 and words in complaints[0] and name in complaints[0]


def test_globs_and_folders(tmp_path: Path) -> None:
    for n in range(3):
        (tmp_path / f"r{n}.txt").write_text(PROSE, encoding="utf-8")
    assert len(_read(str(tmp_path / "r*.txt"))[0]) == 3
    assert "no such file" in _read(str(tmp_path / "gone"))[1][0]
    (tmp_path / "empty").mkdir()
    assert "a folder without reports" in _read(str(tmp_path / "empty"))[1][0]


def test_a_line_of_100_mb_costs_itself_only(tmp_path: Path) -> None:
    path = tmp_path / "lines.jsonl"
    with path.open("wb") as stream:
        stream.write(b'{"text": "' + b"a" * 100_000_000 + b'"}\n' + json.dumps({"text": PROSE}).encode() + b"\n")
    found, complaints = _read(str(path))
    assert len(found) == 1 and "more than 5 MB" in complaints[0]


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:9/feed", "http://localhost/x", "file:///etc/passwd", "http://[::1]/"]
)
def test_private_hosts_are_refused(url: str) -> None:
    with pytest.raises(InputError, match=r"private network|no address"):
        fetch.get(url)


@pytest.mark.parametrize("inside", [True, False])
def test_a_folder_that_is_closed_to_us_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, inside: bool) -> None:
    closed = tmp_path / "closed"
    closed.mkdir()
    (tmp_path / "good.txt").write_text(PROSE, encoding="utf-8")
    scan = os.scandir

    def scandir(path: str) -> Any:
        if str(path) == str(closed):
            raise PermissionError(errno.EACCES, "Permission denied", str(closed))
        return scan(path)

    monkeypatch.setattr(os, "scandir", scandir)
    found, complaints = _read(str(tmp_path if inside else closed))
    assert len(found) == inside and complaints == [
        f"{closed}: can't be read: Permission denied (check the path and its permissions)"
    ]


@pytest.mark.parametrize("data", [b"", b"\n \n"])
def test_empty_json_lines_are_told(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.jsonl").write_bytes(data)
    found, complaints = _read(str(tmp_path / "a.jsonl"))
    assert not found and len(complaints) == 1 and "empty" in complaints[0]


@pytest.mark.parametrize(
    ("data", "texts", "words"),
    [
        (json.dumps({"text": PROSE, "id": "a"}, indent=1), 1, []),
        (json.dumps([{"text": PROSE}, {"text": PROSE, "id": "b"}]), 2, []),
        (
            json.dumps([{"text": PROSE}, {"body": PROSE}, 5], indent=1),
            1,
            ["report 2: no field text", "report 3: no JSON object"],
        ),
        (f"{json.dumps({'text': PROSE})}\n{json.dumps({'body': PROSE})}\n", 1, ["a.json:2: no field text"]),
        (PROSE, 0, ["a.json: not JSON"]),
        ('[{"text": "Peru', 0, ["a.json: not JSON"]),
        ("", 0, ["empty"]),
    ],
)
def test_json_is_no_prose(tmp_path: Path, data: str, texts: int, words: list[str]) -> None:
    (tmp_path / "a.json").write_text(data, encoding="utf-8")
    found, complaints = _read(str(tmp_path / "a.json"))
    assert [d.text for d in found] == [PROSE] * texts
    assert len(complaints) == len(words) and all(w in c for w, c in zip(words, complaints, strict=True))


def test_a_language_is_a_word(tmp_path: Path) -> None:
    lines = [
        {"text": PROSE, "language": 5},
        {"text": PROSE, "language": None},
        {"text": PROSE, "language": "en", "id": 5},
    ]
    (tmp_path / "a.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    found, complaints = _read(str(tmp_path / "a.jsonl"))
    assert [(d.language, d.id) for d in found][1:] == [("en", "5")] and len(found) == 2
    assert len(complaints) == 1 and "language is no text: 5" in complaints[0]


@pytest.mark.parametrize("share", [0.5, 0.7, 0.9, 0.97])
@pytest.mark.parametrize("packed", [True, False])
def test_a_page_at_which_an_archive_is_cut_is_one_fault(tmp_path: Path, packed: bool, share: float) -> None:
    first, both = _warc([PAGE]), _warc([PAGE, PAGE])
    if not packed:
        first, both = gzip.decompress(first), gzip.decompress(both)
    for data, kept in ((both[len(first) :], 0), (both, 1)):
        begins = len(data) - (len(both) - len(first))
        (tmp_path / "a.warc").write_bytes(data[: begins + int(share * (len(data) - begins))])
        found, complaints = _read(str(tmp_path / "a.warc"))
        assert [d.title for d in found] == ["Ministers meet"] * kept
        assert len(complaints) == 1 and f"broken after {kept} page" in complaints[0]
        assert ("is kept" in complaints[0]) == bool(kept)


def test_wrong_mapping_words() -> None:
    with pytest.raises(InputError, match="maps no field"):
        sources.columns(["body"])
    assert sources.columns(["text=body"]) == {"text": "body"}


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_text_that_says_it_is_utf_16_is_read(tmp_path: Path, encoding: str) -> None:
    path, told = tmp_path / "saved.txt", "Peru’s president met Chile’s."
    path.write_bytes(f"\ufeff{told}".encode(encoding))
    complaints: list[str] = []
    found = list(sources.documents([str(path)], sources.Settings(), lambda error: complaints.append(str(error))))
    assert [d.text for d in found] == [told] and not complaints
    path.write_bytes(path.read_bytes()[:-1])
    assert not list(sources.documents([str(path)], sources.Settings(), lambda error: complaints.append(str(error))))
    assert len(complaints) == 1 and "not UTF-16" in complaints[0]
