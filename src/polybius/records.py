"""Events as PLOVER records: the JSON fields of the codebook, and the same as flat rows for tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from polybius.model import Actor, Coded, Event, Place
from polybius.version import __version__

if TYPE_CHECKING:
    import pyarrow as pa

CODER = f"polybius {__version__}"
COLUMNS = (
    "id", "date", "enddate", "event", "mode", "context", "status", "actor", "actor_sector", "actor_name", "actor_text", "recipient",
    "recipient_sector", "recipient_name", "recipient_text", "attribution", "place", "latitude", "longitude", "place_country", "quad_code",
    "event_scale", "confidence", "event_text", "text", "start", "end", "document_id", "published", "publication", "title", "url", "why",
)  # fmt: skip


def plover(coded: Coded) -> list[dict[str, Any]]:
    """The events of a coded document as PLOVER JSON objects; fields that PLOVER doesn't name are ours and come last."""
    return [_record(coded, event) for event in coded.events]


def _record(coded: Coded, event: Event) -> dict[str, Any]:
    document, text = coded.document, coded.document.text
    record: dict[str, Any] = {"id": event.id, "date": None, "actor": [entity(a) for a in event.actors]}
    record["recipient"] = [entity(a) for a in event.recipients]
    record["event"] = [event.type]
    record["mode"] = [event.mode] if event.mode else []
    record["context"] = list(event.contexts)
    if event.when is not None:
        record["date"] = event.when.start.isoformat() if event.when.start else None
        record["enddate"] = event.when.end.isoformat() if event.when.end else None
    if event.where is not None:
        record["event_loc"] = location(event.where)
    record["event_text"] = [event.trigger.of(text)]
    record["quad_code"] = event.quad
    record["event_scale"] = event.score
    record["text"] = event.sentence.of(text)
    record["text_info"] = {
        "sequence": coded.sentences.index(event.sentence),
        "start": event.sentence.start,
        "end": event.sentence.end,
    }
    cite = {
        "title": document.title,
        "url": document.url,
        "publication": document.source,
        "language": document.language or "en",
    }
    record["cite_info"] = {k: v for k, v in cite.items() if v}
    record["coder"] = CODER
    record["status"] = event.status
    record["attribution"] = entity(event.attribution) if event.attribution else None
    record["confidence"] = event.confidence
    record["cameo"] = event.cameo
    if event.when is not None:
        record["date_info"] = {"precision": event.when.precision, "basis": event.when.basis}
    record["document_id"] = document.id
    record["published"] = document.published.isoformat() if document.published else None
    record["why"] = list(event.why)
    return record


def entity(actor: Actor) -> dict[str, Any]:
    """A party as a PLOVER entity; what is unknown is left out."""
    fields = {
        "code": actor.country,
        "sector": actor.sector or None,
        "sectors": list(actor.sectors) or None,
        "entity_text": actor.text,
        "identifier_id": actor.id,
        "identifier_text": actor.name,
        "office": actor.role or None,
        "start": actor.span.start,
        "end": actor.span.end,
    }
    return {k: v for k, v in fields.items() if v is not None}


def location(place: Place) -> dict[str, Any]:
    """A place as a PLOVER location; what is unknown is left out."""
    fields = {
        "resolved_place": place.name,
        "geonameid": place.geonames_id,
        "lat": place.latitude,
        "lon": place.longitude,
        "city": place.name if place.precision == "city" else None,
        "province": place.admin1,
        "country_code": place.country,
        "resolution": place.precision,
        "basis": place.basis,
    }
    return {k: v for k, v in fields.items() if v not in (None, "")}


def rows(coded: Coded) -> list[dict[str, Any]]:
    """The events of a coded document as flat rows (COLUMNS); lists are joined with ``;``."""
    return [_row(coded, event) for event in coded.events]


def _row(coded: Coded, event: Event) -> dict[str, Any]:
    document, text = coded.document, coded.document.text
    place, when = event.where, event.when
    return {
        "id": event.id,
        "date": when.start if when else None,
        "enddate": when.end if when else None,
        "event": event.type,
        "mode": event.mode,
        "context": ";".join(event.contexts),
        "status": event.status,
        **_columns("actor", event.actors),
        **_columns("recipient", event.recipients),
        "attribution": _short(event.attribution) if event.attribution else None,
        "place": place.name if place else None,
        "latitude": place.latitude if place else None,
        "longitude": place.longitude if place else None,
        "place_country": place.country if place else None,
        "quad_code": event.quad,
        "event_scale": event.score,
        "confidence": event.confidence,
        "event_text": event.trigger.of(text),
        "text": event.sentence.of(text),
        "start": event.sentence.start,
        "end": event.sentence.end,
        "document_id": document.id,
        "published": document.published,
        "publication": document.source,
        "title": document.title,
        "url": document.url,
        "why": "; ".join(event.why),
    }


def _columns(role: str, actors: tuple[Actor, ...]) -> dict[str, str]:
    return {
        role: ";".join(a.country or "" for a in actors),
        f"{role}_sector": ";".join(a.sector for a in actors),
        f"{role}_name": ";".join(a.name for a in actors),
        f"{role}_text": ";".join(a.text for a in actors),
    }


def _short(actor: Actor) -> str:
    return f"{actor.country or '?'} {actor.sector}".strip()


def schema() -> pa.Schema:
    """The Arrow schema of ``rows``: days as dates, numbers as numbers, all else as text."""
    import pyarrow  # late: records are made without it

    kinds = {
        **dict.fromkeys(("date", "enddate", "published"), pyarrow.date32()),
        **dict.fromkeys(("latitude", "longitude", "event_scale", "confidence"), pyarrow.float64()),
        **dict.fromkeys(("start", "end"), pyarrow.int64()),
        "quad_code": pyarrow.int8(),
    }
    return pyarrow.schema([(column, kinds.get(column, pyarrow.string())) for column in COLUMNS])
