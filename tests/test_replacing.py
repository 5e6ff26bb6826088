"""A file takes its name when it is whole, or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from polybius import replacing


def test_what_fails_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("before", encoding="utf-8")
    with pytest.raises(KeyboardInterrupt), replacing.stream(path) as out:
        out.write(b"half")
        raise KeyboardInterrupt
    assert path.read_text(encoding="utf-8") == "before" and list(tmp_path.iterdir()) == [path]
    with replacing.stream(path) as out:
        out.write(b"whole")
        assert path.read_text(encoding="utf-8") == "before"
    assert path.read_text(encoding="utf-8") == "whole" and list(tmp_path.iterdir()) == [path]


def test_others_may_read_what_the_umask_lets_them(tmp_path: Path) -> None:
    plain = tmp_path / "plain"
    plain.touch()
    with replacing.path(tmp_path / "made") as begun:
        begun.write_bytes(b"x")
    assert (tmp_path / "made").stat().st_mode == plain.stat().st_mode


def test_pipes_and_devices_are_written_to_as_they_are(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    with replacing.stream(pipe) as out:
        out.write(b"bytes")
    with replacing.path(pipe) as begun, begun.open("w", encoding="utf-8") as text:
        text.write(" and text")
    assert os.read(reading, 100) == b"bytes and text" and pipe.is_fifo() and list(tmp_path.iterdir()) == [pipe]
    os.close(reading)


def test_of_a_link_what_it_leads_to_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    link, file = tmp_path / "link", tmp_path / "folder" / "file"
    link.symlink_to(file)
    for text in ("made", "made anew"):
        with replacing.path(link) as begun:
            begun.write_text(text, encoding="utf-8")
        assert link.is_symlink() and file.read_text(encoding="utf-8") == text and len(list(tmp_path.iterdir())) == 2
