"""Standard input is read as what it is; what can't be read from a pipe is told, not coded as prose."""

from __future__ import annotations

import io
from datetime import date

import pytest

from polybius.errors import InputError
from polybius.ingest import sources
from polybius.model import Document
from tests.ingest.test_sources import FEED, PAGE, PROSE


def _read(data: bytes, **named: dict[str, str]) -> tuple[list[Document], list[str]]:
    complaints: list[InputError] = []
    settings = sources.Settings(None, date(2020, 1, 1), columns=named.get("columns", {}))
    return list(sources.documents(["-"], settings, complaints.append, io.BytesIO(data))), [str(c) for c in complaints]


@pytest.mark.parametrize("before", ["", "\n \n", "\ufeff", "<?xml version='1.0'?>\n<!-- a\nremark -->\n"])
def test_a_page(before: str) -> None:
    (document,), complaints = _read((before + PAGE).encode())
    assert not complaints and document.title == "Ministers meet" and "<p>" not in document.text


@pytest.mark.parametrize("before", ["", "\n", "\ufeff"])
def test_a_feed(before: str) -> None:
    (document,), complaints = _read((before + FEED).encode())
    assert not complaints and document.url == "https://example.org/1" and "<" not in document.text


@pytest.mark.parametrize("before", ["", "\n\n  ", "\ufeff"])
def test_json_lines(before: str) -> None:
    found, complaints = _read(
        (before + '{"text": "Peru condemned Chile."}\n{"text": "Mali praised Niger."}\n').encode()
    )
    assert [d.text for d in found] == ["Peru condemned Chile.", "Mali praised Niger."] and not complaints


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("text,published\nPeru condemned Chile.,2019-05-07\n", "a table"),
        ("body,day,paper\nPeru condemned Chile.,2019-05-07,Wire\n", "a table"),
        ("Text\tPublished on\nPeru condemned Chile.\t2019-05-07\n", ".tsv"),
        ('[{"text": "Peru condemned Chile."}]', "a JSON array"),
        ('[\n{"text": "Peru condemned Chile."}]', "a JSON array"),
        ("<div><p>Peru condemned Chile.</p></div>", "markup"),
        ("WARC/1.0\r\nWARC-Type: response\r\n", "a WARC archive"),
        ("PAR1\x00\x00", "a Parquet file"),
        ("", "empty"),
        ("\n \n", "empty"),
    ],
)
def test_what_is_no_text_is_told(data: str, words: str) -> None:
    found, complaints = _read(data.encode())
    assert not found and len(complaints) == 1 and words in complaints[0] and "standard input" in complaints[0]


def test_a_table_by_the_column_that_is_named() -> None:
    found, complaints = _read(
        b"the story,the day it was told\nPeru condemned Chile.,2019-05-07\n", columns={"text": "The story"}
    )
    assert not found and "a table" in complaints[0]


@pytest.mark.parametrize(
    "text",
    [
        PROSE,
        "Paris, London and Rome, ministers said, agreed.\nThey met.",
        "\n\nPeru condemned Chile.",
        "<Analysis> Peru condemned Chile, and 3 < 4.",
        "[Peru] condemned Chile.",
        "Peru, Chile\nThey met.",
        "Text, or pictures: Peru condemned Chile.",
    ],
)
def test_prose_is_prose(text: str) -> None:
    (document,), complaints = _read(text.encode())
    assert document.text == text and not complaints
