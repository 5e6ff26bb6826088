"""A run on an engine, top-down: plan splits, pass over those that are done, code the rest, join all, give account."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from polybius.engine import cluster, join, splits
from polybius.engine.folder import Done, Folder
from polybius.engine.splits import Split
from polybius.engine.work import Worker
from polybius.errors import InputError, OutputError
from polybius.ingest import text
from polybius.processes import MakeCoder

DEATHS = 12  # of workers in a row, with no split done between: then something else than a document kills them

Told = Callable[[int, int], None]
"""Is told how many splits are done, and of how many."""


@dataclass(frozen=True, slots=True)
class Account:
    """What a folder holds after a run, counted over all runs into it."""

    splits: int
    before: int  # of these, done by earlier runs
    documents: int
    events: int
    refused: int  # documents, and files of which none could be read
    incidents: int
    deaths: int = 0  # how often workers of this run were killed

    def __str__(self) -> str:
        earlier = f" ({self.before} of them by an earlier run)" if self.before else ""
        who = "a worker" if self.deaths == 1 else f"{self.deaths} workers"
        died = f"; {who} died, and what was being coded was coded again" if self.deaths else ""
        return (
            f"{self.splits} splits done{earlier}: {self.documents} documents coded, {self.events} events,"
            f" {self.incidents} incidents; {self.refused} documents or files passed over, with reasons in refused/{died}"
        )


@dataclass(frozen=True, slots=True)
class Run:
    """What is run and how: ``make`` makes a worker's coder, ``coder`` says of what, as JSON: later runs must agree."""

    make: MakeCoder
    coder: dict[str, Any]
    settings: text.Settings
    workers: int = 1
    address: str | None = None  # of a Ray cluster; None: this machine


def run(run_: Run, given: Sequence[str], out: Path, complain: text.Complain, told: Told = lambda *_: None) -> Account:
    """Codes all of ``given`` into the folder ``out`` and joins it. OutputError when that can't be written."""
    module = cluster.daft(run_.address)
    folder = Folder(out.resolve())
    published = run_.settings.published
    folder.prepare(run_.coder | {"published": published.isoformat() if published else None})
    unread: list[InputError] = []
    planned = splits.plan(given, unread.append)
    for error in unread:
        complain(error)
    folder.unread(unread)
    before = folder.done()
    _check_unchanged(planned, before)
    deaths = _code(module, run_, [s for s in planned if s.name not in before], folder, told)
    shutil.rmtree(folder.path / "work", ignore_errors=True)
    return _account(folder.done(), len(before), len(unread), join.join(module, folder), deaths)


def _check_unchanged(planned: Sequence[Split], before: dict[str, Done]) -> None:
    sizes = {s.path: s.size for s in planned}
    for done in before.values():
        if sizes.get(done.split.path, done.split.size) != done.split.size:
            raise OutputError("has changed since it was coded", done.split.path, "code it into a new folder")


def _code(module: Any, run_: Run, todo: list[Split], folder: Folder, told: Told) -> int:
    """Codes splits until all are done: when a worker dies, the engine is started again with what is left. Gives how often that was."""
    worker = Worker(run_.make, folder, run_.settings)
    whole, deaths, all_deaths = len(todo), 0, 0
    while todo:
        try:
            for number, _ in enumerate(cluster.code(module, todo, worker, min(run_.workers, len(todo))), 1):
                told(whole - len(todo) + number, whole)
        except (RuntimeError, EOFError, ConnectionError) as error:
            if isinstance(error, RuntimeError) and "UDF process" not in str(error):
                raise  # no worker's death
            left = sum(not folder.is_done(s) for s in todo)
            all_deaths += 1
            deaths = deaths + 1 if left == len(todo) else 1
            if deaths >= DEATHS:
                raise OutputError(
                    f"{deaths} workers died one after another",
                    str(folder.path),
                    "give them more memory, or fewer --workers",
                ) from error
        todo = [s for s in todo if not folder.is_done(s)]
    return all_deaths


def _account(done: dict[str, Done], before: int, unread: int, incidents: int, deaths: int) -> Account:
    all_ = list(done.values())
    return Account(
        len(all_),
        before,
        sum(d.documents for d in all_),
        sum(d.events for d in all_),
        sum(d.refused for d in all_) + unread,
        incidents,
        deaths,
    )
