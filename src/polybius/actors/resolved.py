"""What the resolver says of a phrase."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date


@dataclass(frozen=True, slots=True)
class Resolved:
    """Who a phrase names. ``known`` tells that an entry or a country of the lexicon stands behind it, ``kind`` of which kind the entry is,
    ``sex`` that of who led a state.
    """

    name: str
    id: str | None
    country: str | None
    sector: str
    sectors: tuple[str, ...] = ()
    role: str = ""
    why: tuple[str, ...] = ()
    known: bool = False
    kind: str = ""
    sex: str = ""


def in_office(person: Resolved, office: Resolved) -> Resolved:
    """A person as holder of an office, for whose body he then speaks: Javier Solana as "secretary general of NATO"."""
    why = (*person.why, f"called {office.name!r}", *office.why)
    return replace(person, country=office.country, sector=office.sector, role=office.role, why=why)


Resolve = Callable[[str, date | None, str], Resolved | None]
"""Who a phrase names on a day, in a context (the code of a land, or nothing)."""
