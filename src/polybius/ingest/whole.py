"""A file read whole, up to a limit."""

from __future__ import annotations

from pathlib import Path

from polybius.errors import InputError
from polybius.ingest.text import Complain


def read(path: Path, most: int, complain: Complain) -> bytes | None:
    """The file's first ``most`` bytes and one more; None, and a complaint, when it can't be read."""
    try:
        with path.open("rb") as stream:
            return stream.read(most + 1)
    except OSError as error:
        complain(InputError(f"can't be read: {error.strerror}", str(path), "check the path and its permissions"))
        return None
