"""What many tests share: one coder a run, and reports of our own."""

from __future__ import annotations

import json
import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest

import polybius
from polybius.model import Document
from tests import coders

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture(scope="session")
def coder() -> polybius.Coder:
    """Tells all that it reads, however unsure: what is likely wrong is a question of its own (test_confidence.py)."""
    return coders.coder(0)


@pytest.fixture(scope="session")
def demo_coded(coder: polybius.Coder, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the coder makes of the demo's reports, pickled: half a minute's work, done once a run."""
    lines = (files("polybius") / "demo" / "reports.jsonl").read_text(encoding="utf-8").splitlines()
    given = [Document(**r | {"published": date.fromisoformat(r["published"])}) for r in map(json.loads, lines)]
    path = tmp_path_factory.mktemp("demo") / "coded.pickle"
    path.write_bytes(pickle.dumps(list(coder.pipe(given))))
    return path


@pytest.fixture(scope="session")
def run() -> Run:
    """Runs the command line as a process."""

    def go(*arguments: str, stdin: bytes = b"", cwd: Path | None = None) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-c", "from polybius.cli import entry; entry()", *arguments]
        return subprocess.run(
            command, check=False, input=stdin, capture_output=True, timeout=120, cwd=cwd, env=dict(os.environ)
        )

    return go
