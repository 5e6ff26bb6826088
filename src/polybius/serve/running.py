"""Work on the store for one request: in a thread, with a time limit, stopped when its reader leaves, answers kept a while."""

from __future__ import annotations

import asyncio
import contextvars
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import anyio
import duckdb
from anyio.to_thread import run_sync
from starlette.requests import Request

from polybius.errors import PolybiusError
from polybius.store.database import Database

SECONDS = 10.0  # that the work for one request may take
WORKERS = 4  # requests that may use the store at the same time
KEPT_BYTES = 64 * 1024 * 1024
LINGER, LONGEST_OPEN = 2.0, 10.0  # seconds that the file stays open: after the last request, and at most
_AGAIN = 0.05  # seconds: an interrupt that comes between two queries stops neither, so it is repeated


class StoppedError(PolybiusError):
    """Work that was given up: it took too long, or nobody waits for it any more."""


@dataclass(slots=True)
class Task:
    """The connection that a request's work uses now, so that it can be stopped from outside."""

    connection: duckdb.DuckDBPyConnection | None = None
    stopped: str = ""
    lock: threading.Lock = field(default_factory=threading.Lock)

    def stop(self, reason: str) -> None:
        """Interrupts the query that runs, and lets no other begin."""
        with self.lock:
            self.stopped = self.stopped or reason
            if self.connection is not None:
                self.connection.interrupt()

    def check(self) -> None:
        """Raises StoppedError when the work was stopped."""
        if self.stopped:
            raise StoppedError(self.stopped, "store", "ask for a shorter period or fewer parties")


_TASK: contextvars.ContextVar[Task | None] = contextvars.ContextVar("task", default=None)


class WatchedDatabase(Database):
    """A store's file, read-only: opened once for all the work of a request, and interruptible."""

    def __init__(self, path: Path) -> None:
        self._keeper: duckdb.DuckDBPyConnection | None = None
        self._kept_since = 0.0
        self._lock = threading.Lock()
        super().__init__(path, read_only=True)

    def keep_open(self) -> None:
        """Keeps the file and what was read of it in memory for the next request, until ``let_go``."""
        with self._lock:
            if self._keeper is None:
                self._keeper, self._kept_since = self._connect(), time.monotonic()

    def let_go(self) -> None:
        """Closes the file, so that a writer may have its turn."""
        with self._lock:
            if self._keeper is not None:
                self._keeper.close()
                self._keeper = None

    @property
    def overdue(self) -> bool:
        """Whether the file has been open so long that a writer must get its turn."""
        return self._keeper is not None and time.monotonic() - self._kept_since > LONGEST_OPEN

    @contextmanager
    def connected(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """The connection of the request's task, or a new one."""
        task = _TASK.get()
        if task is None:
            with super().connected() as connection:
                yield connection
            return
        task.check()
        if task.connection is not None:
            yield task.connection
            return
        with super().connected() as connection, _held(task, connection):
            yield connection


@contextmanager
def _held(task: Task, connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
    with task.lock:
        task.connection = connection
    try:
        yield
    finally:
        with task.lock:
            task.connection = None


@dataclass(frozen=True, slots=True)
class Answer:
    """The bytes of a response."""

    body: bytes
    media_type: str
    headers: tuple[tuple[str, str], ...] = ()


Key = tuple[object, ...]


class Runner:
    """Runs the work of requests. Answers are kept by the store file's time and size: a new file empties the shelf."""

    def __init__(self, database: WatchedDatabase, seconds: float = SECONDS) -> None:
        self._database, self._seconds = database, seconds
        self._kept: OrderedDict[Key, Answer] = OrderedDict()
        self._stamp: tuple[int, int] | None = None
        self._bytes = 0
        self._limiter: anyio.CapacityLimiter | None = None
        self._closing: asyncio.TimerHandle | None = None

    async def run(self, request: Request, key: Key, work: Callable[[], Answer]) -> Answer:
        """The answer of ``work``, kept or new; StoppedError when it takes too long or the reader leaves."""
        self._look_at_file()
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        answer = await self._work(request, work)
        self._keep(key, answer)
        return answer

    def _look_at_file(self) -> None:
        state = self._database.path.stat() if self._database.path.exists() else None
        stamp = (state.st_mtime_ns, state.st_size) if state else None
        if stamp != self._stamp:
            self._database.let_go()
            self._kept.clear()
            self._stamp, self._bytes = stamp, 0

    def _keep(self, key: Key, answer: Answer) -> None:
        if len(answer.body) > KEPT_BYTES // 16 or key in self._kept:
            return
        self._kept[key] = answer
        self._bytes += len(answer.body)
        while self._bytes > KEPT_BYTES:
            self._bytes -= len(self._kept.popitem(last=False)[1].body)

    async def _work(self, request: Request, work: Callable[[], Answer]) -> Answer:
        task = Task()
        outcome: list[Answer | Exception] = []
        self._limiter = self._limiter or anyio.CapacityLimiter(WORKERS)
        async with anyio.create_task_group() as group:
            group.start_soon(self._stop_when_left, request, task)
            group.start_soon(self._stop_when_late, task)
            try:
                outcome.append(await run_sync(_in_task, task, self._database, work, limiter=self._limiter))
            except Exception as error:  # raised again below: a task group would wrap it
                outcome.append(error)
            group.cancel_scope.cancel()
        self._linger()
        if isinstance(outcome[0], Exception):
            raise outcome[0]
        return outcome[0]

    def _linger(self) -> None:
        """Closes the file soon, unless another request comes; at once when it has been open for long."""
        if self._closing is not None:
            self._closing.cancel()
        if self._database.overdue:
            self._database.let_go()
        else:
            self._closing = asyncio.get_running_loop().call_later(LINGER, self._database.let_go)

    async def _stop_when_left(self, request: Request, task: Task) -> None:
        while (await request.receive())["type"] != "http.disconnect":
            pass
        await _stop(task, "the reader has left")

    async def _stop_when_late(self, task: Task) -> None:
        await anyio.sleep(self._seconds)
        await _stop(task, f"took longer than {self._seconds:g} s")


async def _stop(task: Task, reason: str) -> None:
    while True:
        task.stop(reason)
        await anyio.sleep(_AGAIN)


def _in_task(task: Task, database: WatchedDatabase, work: Callable[[], Answer]) -> Answer:
    """The work with one connection for all its queries (in a worker thread)."""
    _TASK.set(task)
    try:
        with database.connected():
            database.keep_open()
            return work()
    except duckdb.InterruptException:
        task.check()
        raise
    finally:
        _TASK.set(None)
