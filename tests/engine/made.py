"""Coders for workers of the engine that need no language model, and documents for them."""

from __future__ import annotations

import json
import os
import pickle
import signal
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace

from polybius.errors import InputError
from polybius.model import Coded, Document
from tests.store.made import ATTACK, FRENCH_TALKS, MadeCoder, report


@dataclass(frozen=True)
class Trouble:
    """Makes a coder whose process is killed: always at documents that say "poison", at one that says "once" the first time."""

    scratch: Path
    pause: float = 0.0  # seconds a document

    def __call__(self) -> Trouble:
        return self

    def code(self, document: Document) -> Coded:
        time.sleep(self.pause)
        died = self.scratch / "died"
        if "poison" in document.text or ("once" in document.text and not died.exists()):
            died.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return MadeCoder().code(document)


class Known:
    """A coder that knows every document's records already, from a file of pickled coded documents."""

    version, language = "known", SimpleNamespace(name="known")

    def __init__(self, path: Path) -> None:
        self._coded: dict[str | None, Coded] = {c.document.id: c for c in pickle.loads(path.read_bytes())}

    def code(self, document: Document) -> Coded:
        return self._coded[document.id]

    def pipe(self, given: Iterable[Document], processes: int = 1) -> Iterator[Coded]:
        return map(self.code, given)


def documents(count: int) -> list[Document]:
    """Documents with an event or two each."""
    return [report(n, FRENCH_TALKS, f"{ATTACK} in place {n}") for n in range(count)]


def write(path: Path, given: Iterable[Document]) -> Path:
    """JSON lines of documents."""
    lines = (
        {"id": d.id, "text": d.text, "published": str(d.published), "source": d.source, "language": "en"} for d in given
    )
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


def never(error: InputError) -> None:
    """What is called when an input can't be read, in tests in which all can."""
    raise error
