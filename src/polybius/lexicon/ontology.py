"""PLOVER's types, modes, scores and code lists, from ``data/ontology.yaml``."""

from __future__ import annotations

from functools import cache
from typing import Any

from polybius.lexicon.files import DATA, parse


@cache
def table() -> dict[str, Any]:
    """The whole ontology: keys ``types``, ``contexts``, ``sectors``, ``dependencies``, ``international``."""
    read: dict[str, Any] = parse(DATA / "ontology.yaml")
    return read


@cache
def _rulers() -> dict[str, str]:
    return {code: ruler for ruler, codes in table()["dependencies"].items() for code in codes}


def sovereign(code: str | None) -> str | None:
    """The state that rules a territory ("GUM" is of "USA"); a state itself."""
    return None if code is None else _rulers().get(code, code)


def types() -> tuple[str, ...]:
    """The 16 event types in the codebook's order."""
    return tuple(table()["types"])


def modes(type_: str) -> tuple[str, ...]:
    """The modes of a type; a mode is known by type and mode together."""
    return tuple(table()["types"][type_]["modes"])


def score(type_: str, mode: str | None = None) -> float:
    """PLOVER conflict-cooperation score, -10 to +10 (codebook, table of scores)."""
    entry = table()["types"][type_]
    return float(entry["modes"].get(mode, entry["score"]))


def quad(type_: str) -> int:
    """Quad class 1 to 4 (codebook, chapters on types)."""
    return int(table()["types"][type_]["quad"])


def cameo_root(type_: str) -> str:
    """CAMEO root code by the published CAMEO to PLOVER table."""
    return str(table()["types"][type_]["cameo"])


def needs_recipient(type_: str) -> bool:
    """Whether the type's chapter requires a recipient."""
    return bool(table()["types"][type_]["recipient"] == "required")
