"""Incidents and events of a store as PLOVER JSON objects; fields that PLOVER doesn't name are ours and come last."""

from __future__ import annotations

from typing import Any

from polybius import records
from polybius.export import countries
from polybius.export.asked import Row
from polybius.model import Actor, Place

_IN_TEXT = ("start", "end")  # where words stand in one document


def record(row: Row) -> Row:
    """The object of a row of ``asked.rows``; an incident's holds what its witnesses share, and quotes the surest."""
    alone = "incident" in row  # an event, which names its incident
    made: Row = {
        "id": row["id"], "date": _iso(row["start_day"]), "enddate": _iso(row["end_day"]),
        **{side: [_entity(a, alone) for a in row[f"{side}_parties"]] for side in ("actor", "recipient")},
        "event": [row["type"]], "mode": [row["mode"]] if row["mode"] else [], "context": list(row["contexts"]),
        "event_text": [row["event_text"]], "quad_code": row["quad"], "event_scale": row["score"], "link": row["incident" if alone else "storyline"],
        "text": row["sentence"], "text_info": {"sequence": row["sentence_number"], "start": row["sentence_start"], "end": row["sentence_end"]},
        "cite_info": _known({"title": row["title"], "url": row["url"], "publication": row["source"], "language": row["language"] or "en"}),
        "coder": records.CODER, "status": row["status"], "confidence": row["confidence"],
        "date_info": {"precision": row["day_precision"], "basis": row["day_basis"]}, "document_id": row["document"], "published": _iso(row["published"]),
    }  # fmt: skip
    if row["place"]:
        made["event_loc"] = _location(row)
    if alone:
        attribution = row["attribution"]
        return made | {"attribution": _entity(attribution, alone) if attribution else None, "cameo": row["cameo"], "why": row["why"]}  # fmt: skip
    counts = {name: row[name] for name in ("events", "documents", "sources", "first_document", "differences")}
    return made | counts | {"first_published": _iso(row["first_published"])}


def _entity(actor: Actor, alone: bool) -> Row:
    """A party; without its place in a text where it may come from another report than the one that is quoted."""
    made = records.entity(actor)
    return made if alone else {k: v for k, v in made.items() if k not in _IN_TEXT}


def _location(row: Row) -> Row:
    place = Place(
        row["place"], row["latitude"], row["longitude"], row["geonames_id"], row["place_country"], row["admin1"],
        row["place_precision"], row.get("place_basis") or "",
    )  # fmt: skip
    return records.location(place) | _known({"country": countries.name(row["place_country"])})


def _known(fields: Row) -> Row:
    return {k: v for k, v in fields.items() if v not in (None, "")}


def _iso(day: Any) -> str | None:
    return day.isoformat() if day else None
