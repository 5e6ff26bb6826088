"""Quotes of CSV rows: those that nothing closes, and those that a later row's quote closes by chance."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

_GROUPS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")  # commas within numbers: 12,000


class Lines:
    """The lines of a table, keeping those of the row under way as they were written."""

    def __init__(self, stream: Iterable[str]) -> None:
        self._stream = iter(stream)
        self._row: list[str] = []
        self.number = 0  # of lines read

    def __iter__(self) -> Iterator[str]:
        for line in self._stream:
            self.number += 1
            self._row.append(line)
            yield line

    def row(self) -> list[str]:
        """The lines since the last call."""
        row, self._row = self._row, []
        return row


class Quotes:
    """Judges the rows of one table by how they were written.

    ``mapping`` says at which position which field stands, ``width`` how many columns the header has.
    """

    def __init__(self, separator: str, width: int, mapping: Mapping[str, int]) -> None:
        self._separator, self._width, self._mapping = separator, width, mapping
        quoted, bare = '"(?:[^"]++|"")*+', f'(?!")[^{separator}\r\n]*+'
        field = f'(?:{quoted}"[ ]*+|{bare})'
        self._sound = re.compile(f"{field}(?:{separator}{field})*+[\r\n]*+")
        self._open = re.compile(f"(?:{field}{separator})*+{quoted}")

    def unclosed(self, lines: list[str]) -> bool:
        """Whether a row of several lines ends within quotes: all lines that followed were taken in."""
        return len(lines) > 1 and self._open.fullmatch("".join(lines)) is not None

    def misplaced(self, lines: list[str]) -> bool:
        """Whether a quoted field goes on after its closing quote, or has taken in the beginning of another row."""
        written = "".join(lines)
        if '"' not in written:
            return False
        return self._sound.fullmatch(written) is None or self._swallowed(lines)

    def _swallowed(self, lines: list[str]) -> bool:
        """Whether a later line looks like a row of its own, and those above it hold enough for one, too."""
        if self._width == 1:
            return False  # every line of a text looks like a row of such a table
        first = self._cells(lines[0])
        above = len(first) - 1
        for line in lines[1:]:
            cells = self._cells(line)
            if above >= self._width - 1 and self._like_row(cells, first):
                return True
            above += len(cells) - 1
        return False

    def _cells(self, line: str) -> list[str]:
        if self._separator == ",":
            line = _GROUPS.sub("", line)
        return line.rstrip("\r\n").replace('"', "").split(self._separator)

    def _like_row(self, cells: list[str], first: list[str]) -> bool:
        """As many cells as columns, written like those of the row's first line: prose has a blank after its commas."""
        if len(cells) != self._width or any(c.startswith(" ") for c in cells[1:]):
            return False
        day, name = self._mapping.get("published"), self._mapping.get("id")
        if day is not None and not _is_day(cells[day]):
            return False
        return name is None or name >= len(first) or cells[name].isdigit() == first[name].isdigit()


def _is_day(cell: str) -> bool:
    try:
        date.fromisoformat(cell.strip()[:10])
    except ValueError:
        return not cell.strip()
    return True
