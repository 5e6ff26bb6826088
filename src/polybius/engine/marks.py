"""Which document of a split a worker is at, kept in a file: one that kills its workers is known and set aside."""

from __future__ import annotations

import contextlib
import fcntl
import os
import re
from collections import Counter
from pathlib import Path
from types import TracebackType
from typing import Self

MOST = 2  # deaths at one document, after which it is set aside


class Marks:
    """Holds a split for one worker at a time. A mark that is left says at which document its worker was killed.

    Another worker that wants the split waits until this one has finished it or is dead; the lock dies with its process.
    """

    def __init__(self, path: Path) -> None:
        self._file = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        fcntl.flock(self._file, fcntl.LOCK_EX)
        lines = os.read(self._file, os.fstat(self._file).st_size).decode("ascii", "replace").splitlines()
        self._deaths = Counter(int(line[1:]) for line in lines if re.fullmatch(r"x\d+", line))
        if lines and re.fullmatch(r"\d+", lines[-1]):
            self._deaths[int(lines[-1])] += 1
        self._clear()

    def at(self, number: int) -> bool:
        """Notes that a document is begun; False when it killed too many workers to be begun again."""
        if self._deaths[number] >= MOST:
            return False
        self._write(f"{number}\n")
        return True

    def _clear(self) -> None:
        os.ftruncate(self._file, 0)
        os.lseek(self._file, 0, os.SEEK_SET)
        self._write("".join(f"x{number}\n" * count for number, count in self._deaths.items()))

    def _write(self, lines: str) -> None:
        with contextlib.suppress(OSError):  # a full disk is told when the split's partitions are written
            os.write(self._file, lines.encode())

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._clear()  # whoever comes here was not killed
        os.close(self._file)
