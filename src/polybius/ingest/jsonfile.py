"""Files ending in .json: one report, a list of reports, or (as many programs name them) JSON lines."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from polybius.errors import InputError
from polybius.ingest import text
from polybius.ingest.chained import Chained, first_line
from polybius.model import Document


def file(path: Path, settings: text.Settings, complain: text.Complain) -> Iterator[Document]:
    """The reports of a file; one that is wrong costs itself only."""
    try:
        with path.open("rb") as stream:
            yield from _reports(stream, str(path), settings, complain)
    except OSError as error:
        complain(InputError(f"can't be read: {error.strerror}", str(path), "check the path and its permissions"))


def _reports(stream: IO[bytes], name: str, settings: text.Settings, complain: text.Complain) -> Iterator[Document]:
    head = first_line(stream, text.LARGEST + 1)
    if not head.strip() or _is_object(head):
        yield from text.lines(Chained(head, stream), name, settings, complain)
        return
    try:
        held = text.parsed(Chained(head, stream).read(text.LARGEST + 1), name)
    except InputError as error:
        complain(error)
        return
    for number, fields in enumerate(held if isinstance(held, list) else [held], 1):
        where = f"{name}: report {number}" if isinstance(held, list) else name
        try:
            text.check_fields(fields, where)
            yield text.document(fields["text"], fields, where, settings)
        except InputError as error:
            complain(error)


def _is_object(line: bytes) -> bool:
    """Whether a line is a whole JSON object: then each line is one."""
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
