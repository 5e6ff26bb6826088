"""Takes the pictures of docs/explorer.md in Debian's Chromium, from a store: `make screenshots`, or

python benchmarks/screenshots.py --store demo/korea.duckdb [--to docs/explorer]
"""

from __future__ import annotations

import argparse
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from playwright.sync_api import sync_playwright

import polybius
from polybius.serve import app

WIDE, PHONE = (1100, 800), (390, 800)
WAIT = 30_000  # milliseconds


def pages(store: Path) -> dict[str, tuple[str, tuple[int, int], str]]:
    """Pictures by name: address, size and colours."""
    with polybius.open(store, read_only=True) as held:
        (line,) = held.rows("SELECT id FROM storylines ORDER BY documents DESC, id LIMIT 1")
        (told,) = held.rows("SELECT id FROM incidents ORDER BY sources DESC, documents DESC, events DESC, id LIMIT 1")
        (said,) = held.rows(
            "SELECT document AS id FROM events GROUP BY document ORDER BY count(attributed_to) DESC, document LIMIT 1"
        )
        (pair,) = held.rows(
            "SELECT actor, recipient FROM pairs GROUP BY ALL ORDER BY count(*) DESC, actor, recipient LIMIT 1"
        )
    between = f"between={pair['actor']}&between={pair['recipient']}"
    return {
        "overview": ("/", WIDE, "light"), "overview-dark": ("/", WIDE, "dark"), "overview-phone": ("/", PHONE, "light"),
        "pair": (f"/pair?{between}", WIDE, "light"), "actor": (f"/actor?party={pair['recipient']}", WIDE, "light"), "map": ("/map", WIDE, "light"),
        "network": ("/network", WIDE, "light"), "storyline": (f"/storyline?storyline={line['id']}", WIDE, "light"),
        "incident": (f"/incident?incident={told['id']}", WIDE, "light"), "document": (f"/document?document={said['id']}", WIDE, "light"),
        "search": ("/search?text=missile+test", WIDE, "light"),
    }  # fmt: skip


@contextmanager
def served(store: Path) -> Iterator[str]:
    """The explorer over a store, at the address given."""
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app.make(store), log_level="error", access_log=False))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join(10)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--store", type=Path, default=Path("demo/korea.duckdb"))
    parser.add_argument("--to", type=Path, default=Path("docs/explorer"))
    arguments = parser.parse_args()
    browser = shutil.which("chromium") or shutil.which("chromium-browser")
    if browser is None:
        raise SystemExit("there is no Chromium: install one with apt-get install chromium")
    arguments.to.mkdir(parents=True, exist_ok=True)
    with served(arguments.store) as address, sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        for name, (path, (width, height), colours) in pages(arguments.store).items():
            page = opened.new_page(viewport={"width": width, "height": height}, color_scheme=colours)
            page.goto(address + path)
            page.wait_for_function(
                "() => [...document.querySelectorAll('figure.chart')].every((f) => f.dataset.drawn)", timeout=WAIT
            )
            page.screenshot(path=arguments.to / f"{name}.png")
            page.close()
            print(arguments.to / f"{name}.png")
        opened.close()


if __name__ == "__main__":
    main()
