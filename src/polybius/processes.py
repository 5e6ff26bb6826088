"""Codes documents in several processes: order kept, a bounded number under way, a killed worker replaced."""

from __future__ import annotations

import gc
import logging
import os
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from typing import Protocol

from polybius.model import Coded, Document

CHUNK = 8  # documents a task
CHARACTERS = 12_000  # of a task's documents: with long ones at the end a worker would be idle for long
AHEAD = 3  # tasks under way for each process


class Coding(Protocol):
    """What a worker needs of a coder."""

    def code(self, document: Document) -> Coded:
        """The events of one report."""
        ...


MakeCoder = Callable[[], Coding]
"""Makes a coder in a worker; it is sent there, so it must be picklable."""

_log = logging.getLogger(__name__)  # unless set up otherwise, Python writes warnings to standard error

_coder: Coding | None = None  # the worker's own coder: one a process, made when the process starts


def pipe(
    make: MakeCoder, documents: Iterable[Document], processes: int, ready: Coding | None = None
) -> Iterator[Coded]:
    """Coded documents in the order given. A chunk whose worker dies is done again, one document at a time.

    ``ready`` is what ``make`` gives, made in this process already: where that is safe, workers start with a copy of it.
    """
    stream = iter(documents)
    pool = _Pool(make, processes, ready)
    waiting: deque[tuple[list[Document], Future[list[Coded]]]] = deque()
    try:
        while True:
            while len(waiting) < processes * AHEAD and (chunk := _chunk(stream)):
                waiting.append((chunk, pool.submit(chunk)))
            if not waiting:
                return
            chunk, future = waiting.popleft()
            try:
                yield from future.result()
            except BrokenProcessPool:
                _log.warning("polybius: a worker process died; what was being coded is coded again: %s", _named(chunk))
                pool.renew()
                yield from _one_by_one(pool, chunk)
                waiting = deque((c, pool.submit(c)) for c, _ in waiting)
    finally:
        pool.close()


def _chunk(stream: Iterator[Document]) -> list[Document]:
    """The next documents of a stream, few where they are long; none at its end."""
    chunk: list[Document] = []
    size = 0
    for document in islice(stream, CHUNK):
        chunk.append(document)
        size += len(document.text)
        if size >= CHARACTERS:
            break
    return chunk


def _named(chunk: list[Document]) -> str:
    """The documents of a chunk, for a message."""
    first, others = chunk[0].where or chunk[0].id, len(chunk) - 1
    return f"{first} and {others} more" if others else f"{first}"


class _Pool:
    """A pool of workers that can be made anew."""

    def __init__(self, make: MakeCoder, processes: int, ready: Coding | None) -> None:
        self._make, self._processes = make, processes
        if ready is None or not _may_fork():
            self.renew()
            return
        self._executor = ProcessPoolExecutor(processes, get_context("fork"), _start, (_Ready(ready),))
        self._executor.submit(_nothing)  # they start with the first task: before what gives the documents has threads

    def renew(self) -> None:
        self._executor = ProcessPoolExecutor(self._processes, get_context("spawn"), _start, (self._make,))

    def submit(self, chunk: list[Document]) -> Future[list[Coded]]:
        try:
            return self._executor.submit(_work, chunk)
        except BrokenProcessPool:
            self.renew()
            return self._executor.submit(_work, chunk)

    def close(self) -> None:
        self._executor.shutdown(cancel_futures=True)


class _Ready:
    """Gives a coder that is there already; a forked worker has it without loading anything."""

    def __init__(self, coder: Coding) -> None:
        self._coder = coder

    def __call__(self) -> Coding:
        return self._coder


def _may_fork() -> bool:
    """Whether a process may be copied as it stands: not beside other threads of Python, whose locks the copy would keep shut for ever."""
    return sys.platform == "linux" and threading.active_count() == 1


def _one_by_one(pool: _Pool, chunk: list[Document]) -> Iterator[Coded]:
    """The documents of a broken chunk; one that kills its worker twice is refused."""
    for document in chunk:
        for attempt in (1, 2):
            try:
                yield from pool.submit([document]).result()
                break
            except BrokenProcessPool:
                pool.renew()
                if attempt == 2:
                    yield Coded(
                        document, (), (), f"{document.id}: set aside, it killed the process that coded it twice"
                    )


def _start(make: MakeCoder) -> None:
    global _coder  # noqa: PLW0603 (a worker's only state)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _coder = make()
    gc.freeze()  # going through half a million words of the lexicon for cycles costs a worker time, and the memory that it shares with its parent


def _end_with_parent() -> None:
    """Ends a worker whose parent was killed: it would wait for work for ever."""
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _nothing() -> None:
    """A task that only lets the workers start."""


def _work(chunk: list[Document]) -> list[Coded]:
    assert _coder is not None
    return [coded(_coder, document) for document in chunk]


def coded(coder: Coding, document: Document) -> Coded:
    """The events of one report of a stream; refused, with the reason, when the coder fails at it: the next is coded."""
    try:
        return coder.code(document)
    except Exception as error:  # whatever one document does to the coder
        return Coded(document, (), (), f"{document.id}: the coder failed: {type(error).__name__}: {error}")
