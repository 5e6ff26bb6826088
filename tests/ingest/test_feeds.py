"""Feeds: what a body holds is read as a feed and as nothing else, and an empty one costs itself only."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from polybius.errors import InputError
from polybius.ingest import feeds, sources

FEED = (
    '<?xml version="1.0"?><rss version="2.0"><channel><title>Wire</title>'
    "<item><title>One</title><description>Peru condemned Chile on Tuesday.</description></item></channel></rss>"
)
SETTINGS = sources.Settings(None, date(2020, 1, 1))


def test_a_body_that_is_a_path_opens_no_file(tmp_path: Path) -> None:
    secret = tmp_path / "secret.xml"
    secret.write_text(FEED, encoding="utf-8")
    complaints: list[InputError] = []
    assert not list(feeds.read(str(secret).encode(), "https://example.org/feed", SETTINGS, complaints.append))
    assert len(complaints) == 1 and "no feed" in complaints[0].what


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_body_that_is_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    complaints: list[InputError] = []
    assert not list(feeds.read(str(pipe).encode(), "https://example.org/feed", SETTINGS, complaints.append))
    assert len(complaints) == 1


@pytest.mark.parametrize("body", [b"", b" \n"])
@pytest.mark.parametrize("ending", ["rss", "xml", "atom"])
def test_an_empty_feed_costs_itself_only(tmp_path: Path, ending: str, body: bytes) -> None:
    (tmp_path / f"a.{ending}").write_bytes(body)
    (tmp_path / "b.rss").write_text(FEED, encoding="utf-8")
    complaints: list[InputError] = []
    found = list(sources.documents([str(tmp_path)], SETTINGS, complaints.append))
    assert [d.title for d in found] == ["One"]
    assert [str(c) for c in complaints] == [
        f"{tmp_path / f'a.{ending}'}: empty: no feed (leave it out, or fetch it again)"
    ]
