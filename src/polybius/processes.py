"""Codes documents in several processes: order kept, a bounded number under way, a killed worker replaced."""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any

from polybius.model import Coded, Document

if TYPE_CHECKING:
    from polybius.pipeline import Coder

CHUNK = 8  # documents a task
AHEAD = 3  # tasks under way for each process

_coder: Any = None  # the worker's own coder: one a process, made when the process starts


def pipe(coder: Coder, documents: Iterable[Document], processes: int) -> Iterator[Coded]:
    """Coded documents in the order given. A chunk whose worker dies is done again, one document at a time."""
    stream = iter(documents)
    pool = _Pool(coder, processes)
    waiting: deque[tuple[list[Document], Future[list[Coded]]]] = deque()
    try:
        while True:
            while len(waiting) < processes * AHEAD and (chunk := list(islice(stream, CHUNK))):
                waiting.append((chunk, pool.submit(chunk)))
            if not waiting:
                return
            chunk, future = waiting.popleft()
            try:
                yield from future.result()
            except BrokenProcessPool:
                pool.renew()
                yield from _one_by_one(pool, chunk)
                waiting = deque((c, pool.submit(c)) for c, _ in waiting)
    finally:
        pool.close()


class _Pool:
    """A pool of workers that can be made anew."""

    def __init__(self, coder: Coder, processes: int) -> None:
        self._settings, self._processes = coder.settings, processes
        self.renew()

    def renew(self) -> None:
        self._executor = ProcessPoolExecutor(self._processes, get_context("spawn"), _start, self._settings)

    def submit(self, chunk: list[Document]) -> Future[list[Coded]]:
        try:
            return self._executor.submit(_work, chunk)
        except BrokenProcessPool:
            self.renew()
            return self._executor.submit(_work, chunk)

    def close(self) -> None:
        self._executor.shutdown(cancel_futures=True)


def _one_by_one(pool: _Pool, chunk: list[Document]) -> Iterator[Coded]:
    """The documents of a broken chunk; one that kills its worker twice is set aside, with its reason on standard error."""
    for document in chunk:
        for attempt in (1, 2):
            try:
                yield from pool.submit([document]).result()
                break
            except BrokenProcessPool:
                pool.renew()
                if attempt == 2:
                    print(f"polybius: {document.id}: set aside, it killed the process that coded it twice", file=sys.stderr)
                    yield Coded(document, (), ())


def _start(model: str, lexicon: tuple[str, ...]) -> None:
    global _coder  # noqa: PLW0603 (a worker's only state)
    from polybius.pipeline import Coder

    _coder = Coder(model, lexicon)


def _work(chunk: list[Document]) -> list[Coded]:
    return [_coder.code(document) for document in chunk]
