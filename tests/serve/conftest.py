from __future__ import annotations

import json
import os
import shutil
import socket
import sys
import threading
import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest
import uvicorn

from polybius.model import Document
from polybius.serve import app
from polybius.store import open as open_store
from tests.engine.made import Known
from tests.store import made

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # starlette would rather have a client that isn't on every index yet
    from starlette.testclient import TestClient

NASTY = "<script>alert(1)</script> \"quoted\" & 'single' <img src=x onerror=alert(2)> שלום עולם"


@pytest.fixture(scope="session")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made_at = tmp_path_factory.mktemp("serve") / "made.duckdb"
    reports = [
        made.report(1, made.FRENCH_TALKS, made.ATTACK), made.report(2, made.OTHER_WORDS, made.SAME_ATTACK, day=date(2019, 5, 8)),
        made.report(3, made.LATER_TALKS, day=date(2019, 5, 21)), made.report(4, made.DENIED, day=date(2019, 5, 9)),
        made.report(5, f"FRA ACCUSE IRN in Geneva on 2019-06-01 {NASTY}", f"not coded: {NASTY}", source=NASTY, day=date(2019, 6, 2)),
    ]  # fmt: skip
    with open_store(made_at) as store:
        store.ingest(reports, made.MadeCoder())  # type: ignore[arg-type]
    return made_at


@pytest.fixture(scope="session")
def client(path: Path) -> Iterator[TestClient]:
    with TestClient(app.make(path)) as made_client:
        yield made_client


@pytest.fixture(scope="session")
def address(path: Path) -> Iterator[str]:
    """The explorer on a real socket."""
    with _served(path) as where:
        yield where


@pytest.fixture(scope="session")
def demo_address(demo_coded: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The explorer over the demo corpus."""
    at = tmp_path_factory.mktemp("demo") / "korea.duckdb"
    lines = (files("polybius") / "demo" / "reports.jsonl").read_text(encoding="utf-8").splitlines()
    given = [Document(**r | {"published": date.fromisoformat(r["published"])}) for r in map(json.loads, lines)]
    with open_store(at) as store:
        store.ingest(given, Known(demo_coded))  # type: ignore[arg-type]  # all that ingest needs of a coder
    with _served(at) as where:
        yield where


@contextmanager
def _served(path: Path) -> Iterator[str]:
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app.make(path), log_level="error", access_log=False))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    until = time.monotonic() + 20
    while not server.started and time.monotonic() < until:
        time.sleep(0.02)
    assert server.started
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join(10)


@pytest.fixture(scope="session")
def chromium() -> str:
    """Debian's Chromium; a loud skip where there is none, a failure in CI."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        missing = "NO BROWSER, THE EXPLORER'S BROWSER TESTS DID NOT RUN: install one with `apt-get install chromium`"
        if os.environ.get("CI"):
            pytest.fail(missing)
        print(f"\n{missing}", file=sys.__stderr__)
        pytest.skip(missing)
    return found
