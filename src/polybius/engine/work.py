"""What a worker does: one coder, one split after another, each read, coded, written and written down as done."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import pyarrow as pa
from pyarrow import compute

from polybius.arrow import EVENTS, code_batches
from polybius.engine import keys, splits
from polybius.engine.folder import TABLES, Done, Folder
from polybius.engine.marks import Marks
from polybius.engine.splits import Split
from polybius.errors import InputError
from polybius.ingest import text
from polybius.model import Coded, Document
from polybius.processes import Coding, MakeCoder


@dataclass(frozen=True)
class Worker:
    """Codes splits into a folder. It is sent to where it works, so what it is made of must be picklable."""

    make: MakeCoder
    folder: Folder
    settings: text.Settings

    @cached_property
    def coder(self) -> Coding:
        """The worker's one coder, made at its first split."""
        return self.make()

    def code(self, split: Split) -> None:
        """Codes a split, unless it is done. OutputError when it can't be written; it isn't done then."""
        with Marks(self.folder.mark(split)) as marks:
            if not self.folder.is_done(split):
                self.folder.finish(self._written(split, marks))

    def _written(self, split: Split, marks: Marks) -> Done:
        """Writes the split's partitions, each whole or not at all."""
        begun = time.monotonic()
        noting = _Noting(self.coder, marks, split.name)
        refused: list[splits.Row] = []
        events = 0
        with self.folder.partition("events", split) as out:
            for batch in self._coded(split, noting, refused):
                good = batch.filter(compute.is_null(batch["error"]))
                bad = batch.filter(compute.is_valid(batch["error"]))
                out.write_batch(good.select(EVENTS.names))
                events += good.num_rows
                refused += [
                    {"source": split.path, "document": r["document_id"], "error": r["error"]} for r in bad.to_pylist()
                ]
        for table, rows in {"refused": refused, "reports": noting.reports, "sentences": noting.sentences}.items():
            with self.folder.partition(table, split) as out:
                out.write_table(pa.Table.from_pylist(rows, schema=TABLES[table]))
        return Done(split, noting.coded, events, len(refused), round(time.monotonic() - begun, 3))

    def _coded(self, split: Split, noting: _Noting, refused: list[splits.Row]) -> Iterator[pa.RecordBatch]:
        """The coded batches of a split; documents, and what is left of a file, that can't be read go to ``refused``."""

        def complain(error: InputError) -> None:
            refused.append({"source": split.path, "document": None, "error": str(error)})

        documents = splits.batches(split, self.settings, complain)
        try:
            yield from code_batches(documents, noting, self.settings)
        except (InputError, OSError, pa.ArrowException) as error:
            complain(InputError(f"can't be read on: {error}", split.path, "give a whole file with a column text"))


class _Noting:
    """A coder that keeps what the join needs of each document, and marks it before it begins."""

    def __init__(self, coder: Coding, marks: Marks, name: str) -> None:
        self._coder, self._marks, self._name = coder, marks, name
        self._number = self.coded = 0
        self.reports: list[keys.Row] = []
        self.sentences: list[keys.Row] = []

    def code(self, document: Document) -> Coded:
        """The events of one report; InputError when it killed the workers that began it."""
        self._number += 1
        if not self._marks.at(self._number):
            raise InputError(
                "set aside: it killed each process that coded it", document.id or "", "leave it out, or report it"
            )
        coded = self._coder.code(document)
        order = f"{self._name} {self._number:09}"
        reports, sentences = keys.reports(coded, order), keys.sentences(coded, order)
        self.reports += reports
        self.sentences += sentences
        self.coded += 1
        return coded
