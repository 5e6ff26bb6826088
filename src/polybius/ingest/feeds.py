"""RSS and Atom feeds: one document an entry, read by feedparser."""

from __future__ import annotations

import calendar
import io
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from xml.sax import SAXParseException

from polybius.errors import InputError
from polybius.ingest import language_of, text, whole
from polybius.model import Document

LARGEST = 20_000_000  # bytes of one feed
_ENDS = ("no element found", "unclosed token", "unclosed CDATA section", "partial character")  # as expat says it
_ENTRY = re.compile(rb"<(/?)(?:\w+:)?(?:item|entry)(?:\s[^<>]*)?>")


def file(path: Path, settings: text.Settings, complain: text.Complain) -> Iterator[Document]:
    """The entries of a feed that was saved to a file."""
    data = whole.read(path, LARGEST, complain)
    if data is None:
        return
    yield from read(data, str(path), settings, complain)


def read(data: bytes, where: str, settings: text.Settings, complain: text.Complain) -> Iterator[Document]:
    """The entries of a feed; markup in them is taken out."""
    import feedparser

    if len(data) > LARGEST:
        complain(InputError(f"a feed of more than {LARGEST // 1_000_000} MB", where, "split it"))
        return
    if data.startswith(text.GZIP):
        complain(InputError("packed with gzip, not a feed", where, "unpack it: gunzip, and give what comes out"))
        return
    if not data.strip():
        complain(InputError("empty: no feed", where, "leave it out, or fetch it again"))
        return
    feed = feedparser.parse(io.BytesIO(data))  # of bare bytes it would open the file or device that they name
    cut = bool(feed.version) and _is_cut(feed.get("bozo_exception"))
    entries = feed.entries[:-1] if cut and _in_entry(data) else feed.entries
    if not entries and not cut:
        complain(InputError("no feed, or one without entries", where, "give an RSS or Atom feed"))
        return
    source = feed.feed.get("title")
    for number, entry in enumerate(entries, 1):
        said = _text(entry)
        if not said:
            complain(InputError("an entry without text", f"{where}: entry {number}", "leave it out"))
            continue
        made = Document(
            text=said,
            published=_day(entry, settings) or settings.published,
            title=entry.get("title"),
            source=source,
            url=entry.get("link"),
            language=settings.language,
        )
        try:
            if settings.english:
                language_of.check(made, f"{where}: entry {number}")
            yield made
        except InputError as error:
            complain(error)
    if cut:
        whole_ones = f"{len(entries)} whole {'entry' if len(entries) == 1 else 'entries'}"
        kept = "; what came before is kept" if entries else ""
        complain(InputError(f"a feed cut short after {whole_ones}", where, f"fetch it again{kept}"))


def _is_cut(error: Exception | None) -> bool:
    """Whether a feed's fault is that its data ends before its markup does."""
    return isinstance(error, SAXParseException) and error.getMessage() in _ENDS


def _in_entry(data: bytes) -> bool:
    """Whether data ends inside an entry, whose text may then be half a sentence."""
    closing = None
    for tag in _ENTRY.finditer(data):
        closing = tag[1]
    return closing == b""


def _text(entry: Any) -> str:
    """The longest text that an entry gives, without markup."""
    from trafilatura import html2txt

    given = [c.get("value", "") for c in entry.get("content", ())] + [entry.get("summary", "")]
    best = max(given, key=len)
    return (html2txt(f"<html><body>{best}</body></html>") if "<" in best else best).strip()


def _day(entry: Any, settings: text.Settings) -> date | None:
    moment = entry.get("published_parsed") or entry.get("updated_parsed")
    if not moment:
        return None
    day = datetime.fromtimestamp(calendar.timegm(moment), UTC).date()
    return day if settings.latest is None or day <= settings.latest else None
