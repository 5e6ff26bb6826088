"""A stream of which the beginning was read already, to see what it is."""

from __future__ import annotations

from typing import IO


class Chained:
    """Gives what was read (whole, as one line) and then what is left of the stream."""

    def __init__(self, head: bytes, rest: IO[bytes]) -> None:
        self._head, self._rest = head, rest

    def read(self, size: int) -> bytes:
        """The beginning and as much of the rest as makes ``size`` bytes together."""
        out, self._head = self._head, b""
        return out + self._rest.read(max(0, size - len(out)))

    def readline(self, size: int) -> bytes:
        """The beginning, then lines of at most ``size`` bytes."""
        if self._head:
            out, self._head = self._head, b""
            return out
        return self._rest.readline(size)


def first_line(stream: IO[bytes], most: int) -> bytes:
    """All of a stream up to its first line with something on it, some ``most`` bytes at most."""
    head = line = stream.readline(most)
    while line and not line.strip() and len(head) < most:
        line = stream.readline(most)
        head += line
    return head
