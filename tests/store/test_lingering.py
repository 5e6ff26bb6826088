"""A file kept open between pieces of work: several threads share it, and another process gets it."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from polybius.store import database
from polybius.store.database import Database

READ = (
    "import sys, polybius; print(polybius.open(sys.argv[1]).rows('SELECT value FROM meta ORDER BY value')[0]['value'])"
)


def _note(store: Database, value: str) -> None:
    with store.transaction() as connection:
        connection.execute("INSERT INTO meta VALUES (?, ?)", [value, value])


def test_another_process_gets_the_file_when_there_is_nothing_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "IDLE", 0.1)
    path = tmp_path / "kept.duckdb"
    store = Database(path, read_only=False)
    with store.lingering():
        _note(store, "0")
        command = [sys.executable, "-c", READ, str(path)]
        read = subprocess.run(command, capture_output=True, text=True, check=True, env=dict(os.environ))
        assert read.stdout.split() == ["0"]
        _note(store, "1")
    assert Database(path, read_only=True).path == path


@pytest.mark.parametrize("linger", [0.0, 60.0])
@pytest.mark.parametrize("name", ["kept.duckdb", ":memory:"])
def test_threads_share_a_file_that_is_closed_now_and_then(
    name: str, linger: float, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "LINGER", linger)
    monkeypatch.setattr(database, "TURN", 0.0)
    store = Database(Path(name) if name == ":memory:" else tmp_path / name, read_only=False)
    values = [f"v{n:02}" for n in range(24)]
    with store.lingering(), ThreadPoolExecutor(3) as threads:
        list(threads.map(lambda value: _note(store, value), values))
    with store.connected() as connection:
        found = connection.execute("SELECT value FROM meta WHERE key LIKE 'v_%' AND key <> 'version' ORDER BY value")
        assert [row[0] for row in found.fetchall()] == values


OPENED = "import duckdb, sys; duckdb.connect(sys.argv[1])"


@pytest.mark.skipif(sys.platform == "win32", reason="files are locked otherwise")
def test_two_pieces_of_work_at_once_keep_the_file_from_other_processes(tmp_path: Path) -> None:
    path = tmp_path / "s.duckdb"
    store = Database(path, False)
    with store.connected():
        with store.connected():  # as the index of words is made beside the join
            pass
        other = subprocess.run([sys.executable, "-c", OPENED, str(path)], check=False, capture_output=True, text=True)
        assert other.returncode == 1 and "lock" in other.stderr
    assert subprocess.run([sys.executable, "-c", OPENED, str(path)], check=False).returncode == 0
