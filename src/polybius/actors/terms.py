"""What an entry of the lexicon is on a day: the term that runs then, an elite after its last."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from polybius.actors import natures
from polybius.actors.resolved import Resolved
from polybius.lexicon.actor_tables import Entry, Term

HEADS = (".head_of_state", ".head_of_government")
# Offices of bodies of many states, which sit where they aren't from: "the high commissioner *in Geneva*".
OF_NO_LAND = frozenset(
    {"high commissioner", "secretary-general", "secretary general", "special rapporteur"}
    | {
        "nuncio",
        "papal nuncio",
        "papal envoy",
        "papal legate",
        "papal delegate",
        "apostolic delegate",
        "apostolic nuncio",
    }
)
# Who stands to a party as another: whose they are isn't where they are from.
OUTSIDERS = frozenset(
    "ally allies neighbour neighbours neighbor neighbors rival rivals enemy enemies foe foes adversary adversaries partner partners creditor creditors "
    "lender lenders".split()
)
LEADERS = frozenset(
    {"GOV", "LEG", "JUD", "MIL", "COP", "SPY"}
)  # after such a term a person is ELI (codebook, table of sectors)


# States that began within the years of news: before, their people and bodies were of the state they left.
PREDECESSORS = {"SSD": ("2011-07-09", "SDN"), "ERI": ("1993-05-24", "ETH")}
# While the one Congo was called Zaire, the name alone meant the other.
ZAIRE, _CONGO = ("1971-10-27", "1997-05-17"), re.compile(r"\bCongo(?:lese)?\b")


def as_then(found: Resolved, phrase: str, on: date | None) -> Resolved:
    """Who a phrase without an entry of its own names on a day: lands that weren't states yet were of another, Zaire wasn't called Congo."""
    if on is None or found.country is None or "." in (found.id or ""):
        return found
    if found.country == "COD" and ZAIRE[0] <= on.isoformat() < ZAIRE[1] and _CONGO.search(phrase):
        return replace(found, id=None, country="COG", why=(*found.why, "the other was called Zaire then"))
    state = _state_on(found.country, on)
    if state == found.country:
        return found
    sector = "" if found.role == "government" else found.sector
    return replace(found, id=None, country=state, sector=sector, why=(*found.why, f"no state yet, a part of {state}"))


def on_day(entry: Entry, on: date | None, how: str) -> Resolved:
    """What an entry is on a day: its term, an elite after its last, its standing sector without terms."""
    term = term_on(entry.terms, on)
    sectors, role = entry.sectors, term[3] if term else ""
    if term is not None:
        sector, what = term[2], f"{role or term[2]} {term[0] or '?'} to {term[1] or 'now'}"
        if sector in ("OPP", "PTY", "") and on is not None and _has_led(entry.terms, on):
            sector, sectors, what = "ELI", (*sectors, *filter(None, [sector])), f"a former head, now {role or sector}"
    elif entry.terms:
        sector, what = _between_terms(entry, on)
    else:
        sector, what = entry.sector, ""
    if entry.kind == "person" and sector == "PRE":  # who governs a breakaway state governs
        sector, sectors = "GOV", ("PRE", *sectors)
    elif entry.kind != "person" and sector == "OPP" and "party" in role:  # OPP is a party's further sector
        sector, sectors = "PTY", ("OPP", *sectors)
    country = _state_on(entry.country, on)
    why = f"{how}: {entry.id}" + (f", {what}" if what else "")
    led = entry.kind == "person" and any(t[4].endswith(HEADS) for t in entry.terms)
    sex = natures.sex_of_leader(entry.id) if led else ""
    return Resolved(entry.name, entry.id, country or None, sector, sectors, role, (why,), True, entry.kind, sex)


def _between_terms(entry: Entry, on: date | None) -> tuple[str, str]:
    """The sector outside an entry's terms, and why: leaders become elites, parties stay what they were."""
    day = on.isoformat() if on else ""
    past = [t for t in entry.terms if t[1] and t[1] < day]
    if not past:
        return entry.sector, f"before its first term ({entry.terms[0][0]})"
    sector = past[-1][2]
    if any(t[2] in LEADERS for t in past) and entry.kind == "person":
        sector = "ELI"
    return sector, f"after {past[-1][3]} until {past[-1][1]}"


def _state_on(country: str, on: date | None) -> str:
    """The state to which a country belonged on a day."""
    began, before = PREDECESSORS.get(country, ("", ""))
    return before if on is not None and on.isoformat() < began else country


def _has_led(terms: Sequence[Term], on: date) -> bool:
    """Whether one was head of a state or government before a day."""
    return any(t[4].endswith(HEADS) and t[1] and t[1] < on.isoformat() for t in terms)


def term_on(terms: Sequence[Term], on: date | None) -> Term | None:
    """The term in force on a day, offices of state first; without a day the open one, else the last."""
    if on is None:
        return next((t for t in terms if not t[1]), terms[-1] if terms else None)
    day = on.isoformat()
    serving = [t for t in terms if t[0] <= day and (not t[1] or day <= t[1])]
    serving.sort(key=lambda t: (t[2] in LEADERS, bool(t[4]), t[0]))
    return serving[-1] if serving else None


def just_ended(terms: Sequence[Term], on: date, days: int) -> Term | None:
    """The last term, where it ended no more than so many days before a day; None otherwise."""
    ended = latest_end(terms, on)
    recent = ended and (on - date.fromisoformat(ended)).days <= days
    return next((t for t in terms if recent and t[1] == ended), None)


def latest_end(terms: Sequence[Term], on: date | None) -> str:
    """The last day of the terms that were over by a day; "" when none was."""
    day = on.isoformat() if on else "9999"
    return max((t[1] for t in terms if t[1] and t[1] < day), default="")
