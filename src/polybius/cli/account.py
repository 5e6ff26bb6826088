"""What became of the documents of one command: told line by line, and summed up once."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable, Iterator

from tqdm import tqdm

from polybius import plain, reading
from polybius.errors import InputError
from polybius.model import Coded, Document

tqdm.monitor_interval = 0  # its thread would keep worker processes from starting as copies of this one


class Account:
    """Counts what was coded, what was passed over, and what came without a day."""

    def __init__(self) -> None:
        self.refused = self._undated = self._documents = self._events = self._again = self._endless = 0

    def complain(self, error: InputError) -> None:
        """Tells of a document that was passed over."""
        self.refuse(str(error))

    def refuse(self, reason: str) -> None:
        """Tells of a document that was passed over."""
        self.refused += 1
        tqdm.write(plain.line(f"polybius: {reason}"), file=sys.stderr)

    def read(self, documents: Iterable[Document]) -> Iterator[Document]:
        """The documents, counting those without a publication day."""
        for document in documents:
            self._undated += document.published is None
            yield document

    def once(self, documents: Iterable[Document]) -> Iterator[Document]:
        """The documents, each once: one that comes again is counted, one that has the id of another is told of."""
        seen: dict[int, int] = {}
        for document in documents:
            name, text = _number(document.id or ""), _number(document.text)
            if name not in seen:
                seen[name] = text
                yield document
            elif seen[name] == text:
                self._again += 1
            else:
                self.complain(
                    InputError(
                        f"id {document.id!r}, that another report has already", document.where, "give each its own id"
                    )
                )

    def coded(self, coded: Coded) -> None:
        """Counts a coded document."""
        self._documents += 1
        self._events += len(coded.events)
        self._endless += len(coded.endless)

    def close(self) -> None:
        """Says what was done, when there is more to say than the records do."""
        if self._again:
            print(f"polybius: {self._again} documents came again and were coded once", file=sys.stderr)
        if self._endless:
            print(
                f"polybius: {self._endless} {'stretch' if self._endless == 1 else 'stretches'} of text longer than any sentence (over "
                f"{reading.LONGEST_WORDS} words without a comma) passed over",
                file=sys.stderr,
            )
        self.tell_undated(self._undated)
        if self.refused:
            print(
                f"polybius: coded {self._documents} documents ({self._events} events), passed over {self.refused}",
                file=sys.stderr,
            )

    def tell_undated(self, number: int) -> None:
        """Says of how many documents days were not guessed."""
        if number:
            print(
                f"polybius: {number} documents name no publication day: their events lie in an interval, often of years"
                " (give --published DATE, or published in each)",
                file=sys.stderr,
            )


def say(line: str) -> None:
    """Tells something on standard error that isn't a result."""
    tqdm.write(plain.line(f"polybius: {line}"), file=sys.stderr)


def refuse_processes(number: int) -> None:
    """InputError for a number of worker processes that can't work."""
    if number < 1:
        raise InputError(f"{number} processes can't work", "--processes", "give 1 or more")


def _number(said: str) -> int:
    return int.from_bytes(hashlib.blake2b(said.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")
