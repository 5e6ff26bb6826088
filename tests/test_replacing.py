"""A file takes its name when it is whole, or not at all."""

from __future__ import annotations

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
