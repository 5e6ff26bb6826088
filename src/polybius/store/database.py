"""The DuckDB file: opened only as long as it is used, so that a reader and a writer in two processes take turns."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from polybius.errors import StoreError

VERSION = 1
PATIENCE = 30.0  # seconds to wait for another process to finish its transaction
_MEMORY = ":memory:"


class Database:
    """A store's file (or memory). ``StoreError`` says when it can't be opened, is newer, or stays locked."""

    def __init__(self, path: Path, read_only: bool, patience: float = PATIENCE) -> None:
        self.path, self.read_only, self._patience = path, read_only, patience
        self._memory = duckdb.connect(_MEMORY) if str(path) == _MEMORY else None
        with self.connected() as connection:
            if not read_only:
                _prepare(connection, path)
            _check_version(connection, path)

    def close(self) -> None:
        """Lets go of a store in memory."""
        if self._memory is not None:
            self._memory.close()

    @contextmanager
    def connected(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A connection for one piece of work."""
        if self._memory is not None:
            yield self._memory
            return
        connection = self._connect()
        try:
            yield connection
        finally:
            connection.close()

    @contextmanager
    def transaction(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A connection whose work is kept as a whole or not at all."""
        with self.connected() as connection:
            connection.begin()
            try:
                yield connection
                connection.commit()
            except BaseException:
                connection.rollback()
                raise

    def _connect(self) -> duckdb.DuckDBPyConnection:
        until = time.monotonic() + self._patience
        while True:
            try:
                return duckdb.connect(str(self.path), read_only=self.read_only)
            except duckdb.Error as error:
                reason = str(error).splitlines()[0]
                locked = "lock" in reason.lower()
                if not locked:
                    raise StoreError(
                        f"can't be opened: {reason}", str(self.path), "check that it is a store made by polybius"
                    ) from error
                if time.monotonic() > until:
                    raise StoreError(
                        "is locked by another process",
                        str(self.path),
                        "wait until that process has finished, or stop it",
                    ) from error
                time.sleep(0.05)


def _prepare(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    """Makes the tables of a new store."""
    try:
        held = connection.execute("SELECT count(*) FROM information_schema.tables WHERE table_name = 'meta'").fetchone()
        if held is None or held[0] == 0:
            connection.execute((Path(__file__).parent / "schema.sql").read_text(encoding="utf-8"))
            connection.execute("INSERT INTO meta VALUES ('version', ?)", [str(VERSION)])
    except duckdb.Error as error:
        raise StoreError(
            f"can't be written: {str(error).splitlines()[0]}",
            str(path),
            "check that it is writable and the disk has room",
        ) from error


def _check_version(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    try:
        row = connection.execute("SELECT value FROM meta WHERE key = 'version'").fetchone()
    except duckdb.Error as error:
        raise StoreError("is a DuckDB file but no store of polybius", str(path), "name another file") from error
    found = int(row[0]) if row else 0
    if found > VERSION:
        raise StoreError(f"is of version {found}, this library reads up to {VERSION}", str(path), "upgrade polybius")
    for version in range(found + 1, VERSION + 1):
        connection.execute((Path(__file__).parent / "migrations" / f"{version:04}.sql").read_text(encoding="utf-8"))
        connection.execute("UPDATE meta SET value = ? WHERE key = 'version'", [str(version)])


def insert(connection: duckdb.DuckDBPyConnection, table: str, rows: Sequence[dict[str, Any]]) -> None:
    """Adds rows to one of the store's tables; their keys are its columns."""
    if not rows:
        return
    kinds = {name: kind for name, kind, *_ in connection.execute(f"DESCRIBE {table}").fetchall()}
    schema = pa.schema([(name, _arrow(kind)) for name, kind in kinds.items()])
    batch = pa.Table.from_pylist(list(rows), schema=schema)
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


def _arrow(kind: str) -> pa.DataType:
    return _ARROW[kind]


def rows(connection: duckdb.DuckDBPyConnection, query: str, values: Sequence[Any] = ()) -> list[dict[str, Any]]:
    """What a query gives, as dicts."""
    cursor = connection.execute(query, list(values))
    names = [c[0] for c in cursor.description or ()]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
