"""Codes Arrow batches of documents into Arrow batches of event rows: the form in which engines hand over data.

In Spark, one coder a Python worker::

    from pyspark.sql.pandas.types import from_arrow_schema
    from polybius.arrow import CODED, code_batches

    events = documents.mapInArrow(code_batches, from_arrow_schema(CODED))
    events.where("error is null")       # the records; the others name a document that was passed over and say why

Spark's workers must run a Python that has Polybius and pandas (PYSPARK_PYTHON). Spark calls its function with the
batches alone; to give it a lexicon of your own, wrap it:
``lambda batches: code_batches(batches, my_coder())``, where ``my_coder`` makes it once a process.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from typing import Any

import pyarrow as pa

from polybius import records
from polybius.errors import InputError, PolybiusError
from polybius.ingest import text
from polybius.model import Document
from polybius.processes import Coding

Row = dict[str, Any]
DOCUMENTS = pa.schema(
    [("id", pa.string()), ("text", pa.string()), ("title", pa.string()), ("published", pa.string()),
     ("source", pa.string()), ("url", pa.string()), ("language", pa.string())]
)  # fmt: skip
EVENTS = records.schema()
CODED = EVENTS.append(pa.field("error", pa.string()))  # what code_batches gives


def code_batches(
    batches: Iterable[pa.RecordBatch], coder: Coding | None = None, settings: text.Settings | None = None
) -> Iterator[pa.RecordBatch]:
    """Event rows (CODED) of batches of documents, one batch out for each batch in, in order.

    Documents need a column ``text``; ``id``, ``title``, ``published`` (a date, or text YYYY-MM-DD), ``source``, ``url``
    and ``language`` are used where they are. A document that can't be coded costs itself only: it gives one row
    with ``error`` (what, where, how to mend it), ``document_id``, and nothing else; elsewhere ``error`` is null.
    Two documents of one id are both coded: batches may come from anywhere, and nothing is kept of those before.
    Without ``coder`` the process makes one and keeps it. InputError when there is no column ``text``, and for what are no batches.
    """
    if not isinstance(batches, Iterable):
        raise _no_batches(batches)
    coder = coder or _own()
    settings = settings or text.Settings(english=True)
    number = 0
    for batch in batches:
        if not isinstance(batch, pa.RecordBatch):
            raise _no_batches(batch)
        if "text" not in batch.schema.names:
            raise InputError("no column text", "batch of documents", f"rename one of {', '.join(batch.schema.names)}")
        rows: list[Row] = []
        for position in range(batch.num_rows):
            number += 1
            rows.extend(_coded(batch, position, number, coder, settings))
        yield pa.RecordBatch.from_pylist(rows, schema=CODED)


def _no_batches(given: object) -> InputError:
    return InputError(
        f"a {type(given).__name__} is no batch of documents",
        "code_batches",
        "give an iterable of pyarrow.RecordBatch: of a table, table.to_batches()",
    )


@cache
def _own() -> Coding:
    from polybius.pipeline import Coder  # late: who gives a coder needs no language model

    return Coder()


def _coded(batch: pa.RecordBatch, position: int, number: int, coder: Coding, settings: text.Settings) -> list[Row]:
    """The event rows of one document, or the row that says why there are none."""
    id_: str | None = None
    try:
        fields = _fields(batch, position)
        id_ = fields.get("id")
        return records.rows(coder.code(_document(fields, f"row {number}", settings)))
    except PolybiusError as error:
        return [{"document_id": id_, "error": str(error)}]
    except Exception as error:  # whatever one document does to the coder, the next is coded
        return [{"document_id": id_, "error": f"row {number}: the coder failed: {type(error).__name__}: {error}"}]


def _fields(batch: pa.RecordBatch, position: int) -> Row:
    """The columns of one row that documents have; what is empty is left out."""
    found = {name: batch.column(name)[position].as_py() for name in DOCUMENTS.names if name in batch.schema.names}
    return {name: value for name, value in found.items() if value not in (None, "")}


def _document(fields: Row, where: str, settings: text.Settings) -> Document:
    said = fields.get("text", "")
    if not isinstance(said, str):
        raise InputError(f"text of type {type(said).__name__}", where, "give a column of strings")
    if len(said) > text.LARGEST or len(said.encode("utf-8", "replace")) > text.LARGEST:
        raise InputError(f"a document of more than {text.LARGEST // 1_000_000} MB", where, "split it into reports")
    published = fields.get("published")
    if isinstance(published, date):
        fields = fields | {"published": published.isoformat()[:10]}
    return text.document(said, fields, where, settings)
