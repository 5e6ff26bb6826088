"""Pages from templates: everything is escaped, numbers have units, addresses keep the filters."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from polybius.lexicon import ontology
from polybius.model import STATUSES
from polybius.serve import shapes
from polybius.serve.asking import LEVELS, Asked
from polybius.store.query import ORDERS, PERIODS

HERE = Path(__file__).parent
QUADS = {1: "verbal cooperation", 2: "material cooperation", 3: "verbal conflict", 4: "material conflict"}


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(HERE / "templates"), autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    made.filters |= {
        "score": _score,
        "day": day,
        "count": _count,
        "party": shapes.name,
        "weblink": _weblink,
        "several": _several,
    }
    made.globals |= {
        "quads": QUADS, "types": ontology.types(), "contexts": ontology.table()["contexts"], "sectors": ontology.table()["sectors"],
        "statuses": STATUSES, "periods": PERIODS, "orders": ORDERS, "levels": LEVELS, "urlencode": urlencode,
    }  # fmt: skip
    return made


def page(name: str, **values: Any) -> bytes:
    """A template filled in."""
    return _environment().get_template(f"{name}.html").render(**values).encode()


def shown(view: str, title: str, asked: Asked, data: dict[str, Any], filename: str) -> bytes:
    """A view's page."""
    return page(view, view=view, title=title, asked=asked, filters=asked.filters, data=data, store=filename)


def _score(value: float | None) -> str:
    return "–" if value is None else f"{value:+.1f}".replace("-", "−")


def day(row: dict[str, Any]) -> str:
    """An incident's or event's days, said as exactly as they are known."""
    first, last, precision = row["start_day"], row["end_day"], row.get("day_precision")
    if first is None and last is None:
        told = row.get("first_published") or row.get("published")
        return f"day unknown, told {told}" if told else "day unknown"
    if first == last or last is None or precision == "day":
        return str(first)
    if precision == "year":
        return str(first.year) if first else str(last)
    if precision == "month" and first:
        return f"{first:%Y-%m}"
    return f"{first or '?'} to {last}"


def _count(number: int, noun: str = "") -> str:
    """A number with thin spaces, and its unit in the right form."""
    told = f"{number:,}".replace(",", "\u202f")
    plural = noun[:-1] + "ies" if noun.endswith("y") and noun[-2:-1] not in "aeiou" else f"{noun}s"
    return f"{told} {noun if number == 1 else plural}" if noun else told


def _weblink(url: str | None) -> str | None:
    """An address that a browser may be led to, else None."""
    return url if url and url.startswith(("https://", "http://")) else None


def _several(value: Any) -> list[str]:
    if value is None:
        return []
    return [str(v) for v in value] if isinstance(value, list | tuple) else [str(value)]
