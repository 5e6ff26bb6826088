"""The DuckDB file: opened only as long as it is used, so that a reader and a writer in two processes take turns."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Condition, Timer
from typing import Any, TypeAlias

import duckdb
import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from polybius.errors import StoreError

VERSION = 3
PATIENCE = 30.0  # seconds to wait for another process to finish its transaction
LINGER = 10.0  # seconds that a file stays open for pieces of work that follow each other
IDLE = 2.0  # seconds without work after which it is closed
TURN = 0.15  # seconds that it is closed then: who waits looks every 0.05
SILENCE = 1.0  # seconds after which it is said that one waits
_HOLDER = re.compile(r"\(PID (\d+)\)")
_MEMORY = ":memory:"
_UNWRITTEN = "1GB"  # of changes that lie in the log only as long as a file is kept open
_STREAMED = 4096  # rows taken from DuckDB at once


Tell = Callable[[str], None]
NO_STORE = "can't be opened: it is no store"


class Database:
    """A store's file (or memory). ``StoreError`` says when it can't be opened, is newer, or stays locked.

    ``tell`` is given one line when another process makes this one wait.
    """

    def __init__(self, path: Path, read_only: bool, tell: Tell | None = None, patience: float = PATIENCE) -> None:
        self.path, self.read_only, self._tell, self._patience = path, read_only, tell, patience
        self._memory = _quiet(duckdb.connect(_MEMORY)) if str(path) == _MEMORY else None
        self._lingering: _Lingering | None = None
        self._file: tuple[int, int] | None = None
        self._looked_at = False
        with self.connected() as connection:
            if not read_only:
                _prepare(connection, path)
            found = _version(connection, path)
        if self._memory is None and not read_only:
            self._file = _identity(path)
        if found < VERSION:
            self._migrate(found)

    def close(self) -> None:
        """Lets go of a store in memory."""
        if self._memory is not None:
            self._memory.close()

    @contextmanager
    def lingering(self) -> Iterator[None]:
        """Keeps the file open between pieces of work that follow each other: with each closing DuckDB writes what has changed, and
        much beside it, in another form.

        Every LINGER seconds, and when there is nothing to do, it lets go of it, so that another process gets it.
        """
        if self._memory is not None:
            yield
            return
        self._lingering = _Lingering(self._connect)
        try:
            yield
        finally:
            lingering, self._lingering = self._lingering, None
            lingering.close()

    @contextmanager
    def connected(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A connection for one piece of work."""
        if self._lingering is not None:
            with self._lingering.connected() as connection:
                yield connection
            return
        connection = self._connect() if self._memory is None else _quiet(self._memory.cursor())
        try:
            yield connection
        finally:
            connection.close()

    @contextmanager
    def transaction(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A connection whose work is kept as a whole or not at all; StoreError when there is no room for it."""
        try:
            with self.connected() as connection:
                connection.begin()
                try:
                    yield connection
                    connection.commit()
                except BaseException:
                    with suppress(duckdb.Error):  # after a fatal error there is nothing left to roll back
                        connection.rollback()
                    raise
        except (
            duckdb.IOException, duckdb.FatalException, duckdb.OutOfMemoryException, duckdb.TransactionException
        ) as error:  # fmt: skip
            again = "run the same command again: it goes on where it stopped"
            reason = _reason(error)
            if "lock" in reason.lower():
                raise StoreError("was taken by another process while it was written", str(self.path), again) from error
            raise StoreError(
                f"can't be written: {reason}", str(self.path), f"make room on the disk and {again}"
            ) from error

    def _connect(self) -> duckdb.DuckDBPyConnection:
        # Once, before this object has a connection: a process that closes a file loses all its locks on it (POSIX), DuckDB's too,
        # and another process would write beside it.
        if not self._looked_at and _is_other(self.path):
            raise StoreError(NO_STORE, str(self.path), "name a file made by polybius ingest")
        self._looked_at = True
        if self._file is not None and _identity(self.path) != self._file:
            raise StoreError(
                "was removed or replaced while it was written", str(self.path), "run the same command again"
            )
        begun, told = time.monotonic(), self._tell is None
        while True:
            try:
                return _quiet(duckdb.connect(str(self.path), read_only=self.read_only))
            except duckdb.Error as error:
                if "lock" not in str(error).lower():
                    raise self._unopened(error) from error
                holder = _HOLDER.search(str(error))
                by = f"process {holder[1]}" if holder else "another process"
                waited = time.monotonic() - begun
                if waited > self._patience:
                    raise StoreError(
                        f"is locked by {by}", str(self.path), "wait until it has finished, or stop it"
                    ) from error
                if not told and waited > min(SILENCE, self._patience) and self._tell is not None:
                    self._tell(f"{self.path}: waiting for {by}, which uses it, up to {self._patience:.0f} s")
                    told = True
                time.sleep(0.05)

    def _unopened(self, error: duckdb.Error) -> StoreError:
        """Why a file that isn't locked can't be opened, in words of ours."""
        path = self.path
        if path.is_dir():
            return StoreError("is a folder, no store", str(path), "name the store's file")
        if not path.exists():
            if self.read_only:
                return StoreError("there is no such store", str(path), "make one: polybius ingest, or polybius demo")
            return StoreError("can't be made there", str(path), "check that its folder exists and is writable")
        if not os.access(path, os.R_OK if self.read_only else os.R_OK | os.W_OK):
            return StoreError("can't be opened: permission denied", str(path), "check its permissions")
        if "not a valid DuckDB database" in str(error):
            return StoreError(NO_STORE, str(path), "name a file made by polybius ingest")
        return StoreError(
            f"can't be opened: {_reason(error)}", str(path), "check that it is a whole store, and free space"
        )

    def _migrate(self, found: int) -> None:
        """Brings a store of an earlier version up to this one, step by step, all or nothing."""
        if self.read_only:
            raise StoreError(
                f"is of version {found}, this library of {VERSION}", str(self.path),
                f"bring it up to date once: polybius recode --store {self.path}",
            )  # fmt: skip
        with self.transaction() as connection:
            for version in range(found + 1, VERSION + 1):
                step = Path(__file__).parent / "migrations" / f"{version:04}.sql"
                connection.execute(step.read_text(encoding="utf-8"))
            connection.execute("UPDATE meta SET value = ? WHERE key = 'version'", [str(VERSION)])


class _Lingering:
    """A file kept open for several pieces of work, of which several threads may have one each."""

    def __init__(self, connect: Callable[[], duckdb.DuckDBPyConnection]) -> None:
        self._connect, self._changed = connect, Condition()
        self._held: duckdb.DuckDBPyConnection | None = None
        self._since, self._working = 0.0, 0
        self._idle: Timer | None = None

    @contextmanager
    def connected(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A connection for one piece of work; when the file has been open for long, it is closed for a while first."""
        with self._changed:
            self._busy()
            while self._held is not None and time.monotonic() - self._since > LINGER:
                if self._working:
                    self._changed.wait()
                    continue
                self.close()
                time.sleep(TURN)
            if self._held is None:
                self._held, self._since = self._connect(), time.monotonic()
                self._held.execute(f"SET wal_autocheckpoint = '{_UNWRITTEN}'")
            connection = _quiet(self._held.cursor())
            self._working += 1
        try:
            yield connection
        finally:
            connection.close()
            with self._changed:
                self._working -= 1
                self._changed.notify_all()
                self._busy()
                self._idle = Timer(IDLE, self._let_go)
                self._idle.daemon = True
                self._idle.start()

    def close(self) -> None:
        """Lets go of the file."""
        with self._changed:
            self._busy()
            if self._held is not None:
                self._held.close()
                self._held = None

    def _busy(self) -> None:
        """No longer counts the time without work."""
        if self._idle is not None:
            self._idle.cancel()
            self._idle = None

    def _let_go(self) -> None:
        with self._changed:
            if not self._working:
                self.close()


def _reason(error: duckdb.Error) -> str:
    """The first line of DuckDB's words, without the kind of error before them."""
    return str(error).splitlines()[0].split("Error: ", 1)[-1]


def _identity(path: Path) -> tuple[int, int] | None:
    """Which file a path names now; None for none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _is_other(path: Path) -> bool:
    """Whether a file is no DuckDB database by its first bytes: DuckDB would look for an extension that reads it."""
    try:
        with path.open("rb") as stream:
            head = stream.read(12)
    except OSError:
        return False
    return len(head) == 12 and head[8:] != b"DUCK"


def _quiet(connection: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
    """Without DuckDB's progress bar, which would stand among the output of whatever takes longer than two seconds,
    without its habits of fetching extensions and of taking a variable of Python for a table that is missing.
    """
    connection.execute("SET enable_progress_bar = false")
    connection.execute("SET autoinstall_known_extensions = false")
    connection.execute("SET python_enable_replacements = false")
    return connection


def _prepare(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    """Makes the tables of a new store, all or none; a database of something else stays as it is."""
    try:
        held = {row[0] for row in connection.execute("SELECT table_name FROM information_schema.tables").fetchall()}
        if not held:
            connection.begin()
            connection.execute((Path(__file__).parent / "schema.sql").read_text(encoding="utf-8"))
            connection.execute("INSERT INTO meta VALUES ('version', ?)", [str(VERSION)])
            connection.commit()
    except duckdb.Error as error:
        raise StoreError(
            f"can't be written: {_reason(error)}", str(path), "check that it is writable and the disk has room"
        ) from error


def _version(connection: duckdb.DuckDBPyConnection, path: Path) -> int:
    """The version of a store; StoreError when it is none, or newer than this library."""
    try:
        row = connection.execute("SELECT value FROM meta WHERE key = 'version'").fetchone()
        found = int(row[0]) if row else 0
    except (duckdb.Error, ValueError) as error:
        raise StoreError("is a DuckDB file but no store of polybius", str(path), "name another file") from error
    if found > VERSION:
        raise StoreError(f"is of version {found}, this library reads up to {VERSION}", str(path), "upgrade polybius")
    return found


def insert(connection: duckdb.DuckDBPyConnection, table: str, rows: Sequence[dict[str, Any]]) -> None:
    """Adds rows to one of the store's tables; their keys are its columns."""
    if rows:
        append(connection, table, {name: [row[name] for row in rows] for name in rows[0]})


Column: TypeAlias = Sequence[Any] | NDArray[np.int64] | pa.Array


def append(connection: duckdb.DuckDBPyConnection, table: str, columns: Mapping[str, Column]) -> None:
    """Adds rows, given column by column, to one of the store's tables."""
    kinds = connection.execute(f"DESCRIBE {table}").fetchall()
    batch = pa.table({name: _array(columns[name], kind) for name, kind, *_ in kinds})
    connection.register("batch", batch)
    connection.execute(f"INSERT INTO {table} SELECT * FROM batch")
    connection.unregister("batch")


@contextmanager
def listed(
    connection: duckdb.DuckDBPyConnection, name: str, values: Sequence[Any], kind: pa.DataType
) -> Iterator[None]:
    """A list of values as a table ``name`` with one column ``value``: handed over as a parameter, DuckDB converts each value by itself,
    and looks for pandas each time.
    """
    connection.register(name, pa.table({"value": pa.array(values, kind)}))
    try:
        yield
    finally:
        connection.unregister(name)


_ARROW = {
    "VARCHAR": pa.string(), "INTEGER": pa.int32(), "BIGINT": pa.int64(), "TINYINT": pa.int8(), "DOUBLE": pa.float64(), "DATE": pa.date32(),
    "BLOB": pa.binary(), "TIMESTAMP": pa.timestamp("us"), "VARCHAR[]": pa.list_(pa.string()),
}  # fmt: skip


def _array(column: Column, kind: str) -> pa.Array:
    return column if isinstance(column, pa.Array) else pa.array(column, _ARROW[kind])


def rows(connection: duckdb.DuckDBPyConnection, query: str, values: Sequence[Any] = ()) -> list[dict[str, Any]]:
    """What a query gives, as dicts."""
    cursor = connection.execute(query, list(values))
    names = [c[0] for c in cursor.description or ()]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def streamed(connection: duckdb.DuckDBPyConnection, query: str, values: Sequence[Any] = ()) -> Iterator[dict[str, Any]]:
    """What a query gives, a part of it in memory at a time: ask nothing else of the connection meanwhile."""
    cursor = connection.execute(query, list(values))
    names = [c[0] for c in cursor.description or ()]
    while part := cursor.fetchmany(_STREAMED):
        for row in part:
            yield dict(zip(names, row, strict=True))
