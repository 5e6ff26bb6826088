"""Country shapes and names from the package ``countryinfo``: read once, wound the way Vega draws them."""

from __future__ import annotations

import importlib.resources
import json
from functools import cache
from itertools import pairwise
from typing import Any

from polybius.lexicon.countries import BEYOND

_DIGITS = 2  # of a degree: about a kilometre, finer than the shapes are


@cache
def _countries() -> tuple[dict[str, Any], ...]:
    folder = importlib.resources.files("countryinfo") / "data"
    files = sorted((f for f in folder.iterdir() if f.name.endswith(".json")), key=lambda f: f.name)
    return tuple(json.loads(f.read_text(encoding="utf-8")) for f in files)


@cache
def names() -> dict[str, str]:
    """Names by ISO 3166 alpha-3 code, and by PLOVER's codes beyond countries."""
    return {c["ISO"]["alpha3"]: c["name"] for c in _countries() if c.get("ISO")} | BEYOND


def name(code: str) -> str:
    """The name of a code; the code itself when it has none."""
    return names().get(code, code)


@cache
def world() -> dict[str, Any]:
    """All shapes as one GeoJSON collection; each has its code as id and its name."""
    shapes = []
    for country in _countries():
        for feature in (country.get("geoJSON") or {}).get("features", []):
            code = country["ISO"]["alpha3"]
            geometry = {
                "type": feature["geometry"]["type"], "coordinates": _wound(feature["geometry"]["type"], feature["geometry"]["coordinates"]),
            }  # fmt: skip
            shapes.append(
                {"type": "Feature", "id": code, "properties": {"name": country["name"]}, "geometry": geometry}
            )
    return {"type": "FeatureCollection", "features": shapes}


@cache
def world_json() -> bytes:
    """The collection as compact JSON."""
    return json.dumps(world(), separators=(",", ":")).encode()


Ring = list[list[float]]


def _wound(kind: str, coordinates: Any) -> Any:
    if kind == "Polygon":
        return [_ring(r, clockwise=n == 0) for n, r in enumerate(coordinates)]
    return [_wound("Polygon", polygon) for polygon in coordinates]


def _ring(ring: Ring, clockwise: bool) -> Ring:
    """A ring wound as d3 wants it (outside clockwise): the other way round it would mean all the world but this."""
    short = [[round(x, _DIGITS), round(y, _DIGITS)] for x, y, *_ in ring]
    area = sum((b[0] - a[0]) * (b[1] + a[1]) for a, b in pairwise(short))
    return short if (area > 0) == clockwise else short[::-1]
