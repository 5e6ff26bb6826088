"""The API described for programs: OpenAPI 3.1, made from the same names that the addresses are read with."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import pyarrow as pa

from polybius import charts
from polybius.lexicon import ontology
from polybius.model import STATUSES
from polybius.serve import downloads, queries
from polybius.serve.asking import LEVELS, MANY, MOST_CHARACTERS, MOST_ROWS
from polybius.serve.views import VIEWS
from polybius.store import open as open_store
from polybius.store.query import ORDERS, PERIODS, Filters
from polybius.version import __version__

_TOLD = {
    "since": "first day", "until": "last day", "actor": "who acts: country code, lexicon id or name", "recipient": "to whom", "party": "on either side",
    "between": "two parties, in either direction (give it twice)", "country": "where it happened", "sector": "PLOVER sector on either side",
    "type": "PLOVER type", "mode": "PLOVER mode", "context": "PLOVER context", "status": "whether it happened", "quad": "quad class, 1 to 4",
    "place": "a place name", "text": "words of the documents", "min_sources": "independent sources at least", "min_confidence": "confidence at least",
    "storyline": "id", "document": "id", "incident": "id", "order": "which come first", "limit": "rows at most", "offset": "rows to pass over",
}  # fmt: skip
CHART_TYPES = {"json": "application/json", "svg": "image/svg+xml", "png": "image/png"}
_WRONG = {
    "400": {"description": "the address can't be understood; the body says why"},
    "503": {"description": "took too long"},
}


def description() -> dict[str, Any]:
    """The OpenAPI document."""
    views = {
        f"/api/{v.name}": _get(
            v.title, v.summary, [v.needs] if v.needs else [], {"application/json": {"schema": {"type": "object"}}}
        )
        for v in VIEWS.values()
    }
    rows = _rows()
    tables = {
        f"/api/tables/{noun}.{format_}": _get(
            noun,
            f"{noun} as {format_}",
            _needed(noun),
            {kind.split(";")[0]: {"schema": rows[noun]} if format_ == "json" else {}},
        )
        for noun in queries.NOUNS
        for format_, kind in downloads.TYPES.items()
    }
    drawn = {
        f"/charts/{kind}.{format_}": _get(
            f"{kind} chart",
            f"the {kind} chart as {'a Vega-Lite specification' if format_ == 'json' else format_}",
            ["between"] if kind == "dyad" else [],
            {media_type: {}},
        )
        for kind in charts.KINDS
        for format_, media_type in CHART_TYPES.items()
    }
    brief = {"/storyline.md": _get("Brief", "one storyline as Markdown", ["storyline"], {"text/markdown": {}})}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Polybius explorer",
            "version": __version__,
            "description": "Reads one store; every filter has the same name everywhere.",
        },
        "paths": views | tables | drawn | brief,
        "components": {"parameters": {p["name"]: p for p in _parameters()}},
    }


def _needed(noun: str) -> list[str]:
    return [queries.NEEDS[noun]] if noun in queries.NEEDS else []


def _rows() -> dict[str, dict[str, Any]]:
    """The rows of each table as a JSON schema, by asking a store that holds nothing."""
    asked = Filters(party="USA", between=("USA", "PRK"))
    with open_store(":memory:") as store:
        found = {n: queries.ask(store.database, n, asked, "month", "country").arrow().schema for n in queries.NOUNS}
    return {
        noun: {"type": "array", "items": {"type": "object", "properties": {f.name: _column(f.type) for f in schema}}}
        for noun, schema in found.items()
    }


def _column(kind: pa.DataType) -> dict[str, Any]:
    """An Arrow type as JSON has it; any column but a list may be null."""
    if pa.types.is_list(kind):
        return {"type": "array", "items": {"type": "string"}}
    if pa.types.is_date(kind):
        return {"type": ["string", "null"], "format": "date"}
    whole, real = pa.types.is_integer(kind), pa.types.is_floating(kind)
    return {"type": ["integer" if whole else "number" if real else "string", "null"]}


def _get(title: str, summary: str, needs: list[str], content: dict[str, Any]) -> dict[str, Any]:
    parameters = [{"$ref": f"#/components/parameters/{p['name']}"} for p in _parameters() if p["name"] not in needs]
    parameters += [p | {"required": True} for p in _parameters() if p["name"] in needs]
    return {
        "get": {
            "summary": title,
            "description": summary,
            "parameters": parameters,
            "responses": {"200": {"description": summary, "content": content}, **_WRONG},
        }
    }


def _parameters() -> list[dict[str, Any]]:
    out = [
        {"name": f.name, "in": "query", "description": _TOLD[f.name], "schema": _schema(f.name)}
        for f in fields(Filters)
    ]
    out.append({"name": "by", "in": "query", "description": "period of series", "schema": {"enum": list(PERIODS)}})
    return [
        *out,
        {"name": "level", "in": "query", "description": "actors of a network", "schema": {"enum": list(LEVELS)}},
    ]


def _schema(name: str) -> dict[str, Any]:
    codes = {
        "type": ontology.types(),
        "context": ontology.table()["contexts"],
        "sector": ontology.table()["sectors"],
        "status": STATUSES,
        "order": ORDERS,
    }
    one: dict[str, Any] = {"type": "string", "maxLength": MOST_CHARACTERS}
    if name in codes:
        one = {"enum": list(codes[name])}
    elif name in ("since", "until"):
        one = {"type": "string", "format": "date"}
    elif name in ("limit", "offset", "min_sources", "quad"):
        one = {
            "type": "integer",
            "minimum": 0 if name == "offset" else 1,
            **({"maximum": MOST_ROWS} if name == "limit" else {}),
        }
    elif name == "min_confidence":
        one = {"type": "number", "minimum": 0, "maximum": 1}
    if name == "between":
        return {"type": "array", "items": one, "minItems": 2, "maxItems": 2}
    return {"type": "array", "items": one} if name in (*MANY, "quad") else one
