"""Coded documents as rows of the store's tables."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from typing import Any

from polybius.model import Actor, Coded, Document, Event

Row = dict[str, Any]


def content(document: Document) -> str:
    """A hash of what a document says, whoever sent it: the same text, day and source is the same document."""
    published = document.published.isoformat() if document.published else ""
    said = f"{document.source or ''}\x1f{published}\x1f{' '.join(document.text.split())}"
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def document(
    d: Document, content: str, run: int, state: str, reason: str | None = None, copy_of: str | None = None
) -> Row:
    """A row of ``documents``."""
    return {
        "id": d.id, "content": content, "run": run, "published": d.published, "title": d.title, "source": d.source, "url": d.url,
        "language": d.language, "state": state, "reason": reason, "copy_of": copy_of, "text": d.text,
    }  # fmt: skip


def event(e: Event, coded: Coded) -> Row:
    """A row of ``events``."""
    when, where, by = e.when, e.where, e.attribution
    return {
        "id": e.id, "document": coded.document.id, "incident": None, "type": e.type, "mode": e.mode, "status": e.status,
        "contexts": list(e.contexts), **_codes("actor", e.actors), **_codes("recipient", e.recipients),
        "start_day": when.start if when else None, "end_day": when.end if when else None,
        "day_precision": when.precision if when else None, "day_basis": when.basis if when else None,
        "place": where.name if where else None, "latitude": where.latitude if where else None,
        "longitude": where.longitude if where else None, "place_country": where.country if where else None,
        "admin1": where.admin1 if where else None, "geonames_id": where.geonames_id if where else None,
        "place_precision": where.precision if where else None, "place_basis": where.basis if where else None,
        "attributed_to": by.name if by else None, "attributed_country": by.country if by else None, "attributed_id": by.id if by else None,
        "score": e.score, "quad": e.quad, "cameo": e.cameo, "confidence": e.confidence,
        "sentence_number": coded.sentences.index(e.sentence), "sentence_start": e.sentence.start, "sentence_end": e.sentence.end,
        "trigger_start": e.trigger.start, "trigger_end": e.trigger.end, "sentence": e.sentence.of(coded.document.text), "why": list(e.why),
    }  # fmt: skip


def _codes(part: str, actors: Sequence[Actor]) -> Row:
    return {
        f"{part}s": sorted({a.country for a in actors if a.country}),
        f"{part}_sectors": sorted({s for a in actors for s in (a.sector, *a.sectors) if s}),
        f"{part}_ids": sorted({a.id for a in actors if a.id}),
        f"{part}_names": list(dict.fromkeys(a.name for a in actors)),
    }


def parties(e: Event) -> Iterator[Row]:
    """Rows of ``parties``, one a party of the event and who vouches for it."""
    vouching = (e.attribution,) if e.attribution else ()
    for part, actors in (("actor", e.actors), ("recipient", e.recipients), ("attribution", vouching)):
        for number, a in enumerate(actors):
            yield {
                "event": e.id, "part": part, "number": number, "name": a.name, "entry": a.id, "country": a.country, "sector": a.sector,
                "sectors": list(a.sectors), "role": a.role, "text": a.text, "start": a.span.start, "end": a.span.end,
            }  # fmt: skip
