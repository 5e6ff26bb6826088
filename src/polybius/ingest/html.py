"""Web pages: the main text, title, day and site, found by trafilatura."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from polybius.errors import InputError
from polybius.ingest import language_of, text, whole
from polybius.model import Document

LARGEST = 20_000_000  # bytes of one page


def file(path: Path, settings: text.Settings, complain: text.Complain) -> Iterator[Document]:
    """The document of an HTML file."""
    data = whole.read(path, LARGEST, complain)
    if data is None:
        return
    try:
        yield page(data, str(path), settings)
    except InputError as error:
        complain(error)


def page(data: bytes, where: str, settings: text.Settings, url: str | None = None) -> Document:
    """The report on a page; InputError when there is none. A day that lies in the future is left out."""
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    if len(data) > LARGEST:
        raise InputError(f"a page of more than {LARGEST // 1_000_000} MB", where, "leave it out")
    found: Any = trafilatura.bare_extraction(
        data, url=url, with_metadata=True, include_comments=False, include_tables=False
    )
    if found is None or not (found.text or "").strip():
        raise InputError("a page without a text", where, "give pages of reports, or the text itself")
    published = settings.published
    with contextlib.suppress(TypeError, ValueError):
        read = date.fromisoformat(found.date)
        published = read if settings.latest is None or read <= settings.latest else published
    address = url or found.url
    host = urlsplit(address).hostname if address else None
    made = Document(
        text=found.text,
        published=published,
        title=found.title or None,
        source=found.sitename or host,
        url=address or None,
        language=settings.language,
    )
    if settings.english:
        language_of.check(made, where)
    return made
