"""Worker processes: same records in the same order, killers set aside, no worker outlives its parent."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from polybius import processes
from tests.engine.made import Trouble, documents
from tests.store.made import MadeCoder, report

PARENT = """
import sys
from pathlib import Path
from polybius import processes
from tests.engine.made import Trouble, documents

coder = Trouble(Path(sys.argv[1]), pause=0.2)
for _ in processes.pipe(coder, documents(400), 2, ready=coder if sys.argv[2] == "forked" else None):
    print("coded", flush=True)
"""


@pytest.mark.parametrize("forked", [True, False], ids=["forked", "spawned"])
def test_records_and_order_are_those_of_one_process(tmp_path: Path, forked: bool) -> None:
    coder, given = Trouble(tmp_path), documents(30)
    made = list(processes.pipe(coder, given, 2, ready=coder if forked else None))
    assert made == [MadeCoder().code(d) for d in given]


@pytest.mark.parametrize("forked", [True, False], ids=["forked", "spawned"])
def test_a_document_that_kills_its_worker_twice_is_set_aside_alone(tmp_path: Path, forked: bool) -> None:
    coder = Trouble(tmp_path)
    given = [*documents(5), report(5, "poison"), report(6, "once"), *documents(3)]
    made = list(processes.pipe(coder, given, 2, ready=coder if forked else None))
    assert [c.document for c in made] == given
    assert [bool(c.refused) for c in made] == [n == 5 for n in range(len(given))]


def test_a_death_is_told(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    made = list(processes.pipe(Trouble(tmp_path), [report(0, "once"), *documents(5)], 2))
    assert len(made) == 6 and not any(c.refused for c in made)
    [told] = [r.getMessage() for r in caplog.records if r.name == "polybius.processes"]
    assert told == "polybius: a worker process died; what was being coded is coded again: d0000 and 5 more"


def test_nobody_is_told_where_nobody_dies(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    assert len(list(processes.pipe(Trouble(tmp_path), documents(9), 2))) == 9
    assert not caplog.records


def test_beside_another_thread_workers_are_started_anew() -> None:
    go = threading.Event()
    other = threading.Thread(target=go.wait)
    other.start()
    try:
        assert not processes._may_fork()
    finally:
        go.set()
        other.join()


@pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")
@pytest.mark.parametrize("way", ["forked", "spawned"])
def test_no_worker_outlives_a_killed_parent(tmp_path: Path, way: str) -> None:
    root = Path(__file__).parents[1]
    parent = subprocess.Popen(
        [sys.executable, "-c", PARENT, str(tmp_path), way], stdout=subprocess.PIPE, cwd=root, text=True
    )
    assert parent.stdout is not None and parent.stdout.readline() == "coded\n"
    workers = _children(parent.pid)
    os.kill(parent.pid, signal.SIGKILL)
    parent.wait()
    parent.stdout.close()
    assert workers
    until = time.monotonic() + 20
    while any(Path(f"/proc/{pid}").exists() for pid in workers) and time.monotonic() < until:
        time.sleep(0.05)
    assert not [pid for pid in workers if Path(f"/proc/{pid}").exists()]


def _children(pid: int) -> list[int]:
    """The processes that a process started, the standard library's tracker of resources aside."""
    found = []
    for task in Path(f"/proc/{pid}/task").iterdir():
        for child in (task / "children").read_text().split():
            if b"resource_tracker" not in Path(f"/proc/{child}/cmdline").read_bytes():
                found.append(int(child))
    return found
