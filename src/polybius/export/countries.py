"""Countries as other data sets write them: English names, and the two letters of FIPS 10-4. Facts from our lexicon and GeoNames."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from polybius.lexicon import countries
from polybius.where import sources


def name(code: str | None) -> str:
    """The usual English name of a country by its ISO 3166 alpha-3 code; "" for what is none (IGO, UNO, ...)."""
    return _names().get(code or "", "")


def fips(code: str | None) -> str:
    """A country's FIPS 10-4 code by its ISO 3166 alpha-3 code; "" for what has none."""
    return _fips().get(code or "", "")


@cache
def _names() -> dict[str, str]:
    usual = {row["iso3"]: row["name"].strip() for row in _rows()}
    return usual | {code: name for code, name in countries.names().items() if code in usual}


@cache
def _fips() -> dict[str, str]:
    return {row["iso3"]: row["fips"] for row in _rows()}


@cache
def _rows() -> list[dict[str, Any]]:
    """GeoNames' countries."""
    return list(json.loads(sources.countries_path().read_bytes()).values())
