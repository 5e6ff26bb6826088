"""Which land a report means that names none: by acronyms that bodies of one land bear, its money, its leader, its towns.

*PDP slams APC over N5bn fraud* is Nigeria's.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from datetime import date
from functools import lru_cache

from polybius.actors.lands import Lands
from polybius.lexicon.actor_index import WORLDWIDE
from polybius.lexicon.actor_tables import ActorLexicon
from polybius.lexicon.names import joined

_ACRONYM = re.compile(r"\b[A-Z]{2,6}\b")
_NAME = re.compile(r"\b[A-Z][a-z]{3,}\b")
_SEAT = re.compile(r"\b(?:in|at|near) ([A-Z][a-z]{3,}(?: [A-Z][a-z]+)?)\b")
_MONEY = {
    "NGA": re.compile(
        r"\bN\d[\d.]* ?(?:m|bn|tn|million|billion|trillion)\b|\bN\d{1,3}(?:,\d{3})+|₦\d|\bnaira\b"
    ),  # no mask, no road
    "GHA": re.compile(r"\bGH[¢₵SC] ?\d|\bcedis?\b"),
    "KEN": re.compile(r"\bKSh[s.]* ?\d|\bKES ?\d"),
    "UGA": re.compile(r"\bUSh[s.]* ?\d|\bUGX ?\d"),
    "TZA": re.compile(r"\bTSh[s.]* ?\d|\bTZS ?\d"),
    "ZMB": re.compile(r"\bZMW ?\d|\bngwee\b"),
    "BWA": re.compile(r"\bpula\b"),
    "ETH": re.compile(r"\bbirr\b"),
    "GMB": re.compile(r"\bdalasis?\b"),
    "BRA": re.compile(r"\bR\$ ?\d"),
    "PER": re.compile(r"\bS/\.? ?\d"),
    "BOL": re.compile(r"\bbolivianos\b"),
    "VEN": re.compile(r"\bbolivars\b"),
    "GTM": re.compile(r"\bquetzales\b"),
    "HND": re.compile(r"\blempiras\b"),
    "JAM": re.compile(r"\bJ\$ ?\d"),
    "TTO": re.compile(r"\bTT\$ ?\d"),
    "GUY": re.compile(r"\bG\$ ?\d"),
}


class Hints:
    """``leads`` tells whether an entry heads a state on a day."""

    def __init__(self, lexicon: ActorLexicon, lands: Lands | None, leads: Callable[[str, date | None], bool]) -> None:
        self._lexicon, self._lands, self._leads = lexicon, lands, leads
        self.lands = lru_cache(maxsize=64)(self._hinted)

    def _hinted(self, context: str, on: date | None) -> frozenset[str]:
        """The lands that a report hints at."""
        found = {code for code, money in _MONEY.items() if money.search(context)}
        bearers: defaultdict[str, set[str]] = defaultdict(set)
        for acronym in set(_ACRONYM.findall(context)):
            for code in self._bodies(joined(acronym)):
                bearers[code].add(acronym)
        found.update(code for code, acronyms in bearers.items() if len(acronyms) > 1)
        for name in set(_NAME.findall(context)):
            led = [i for i in self._lexicon.weak.get(joined(name), ()) if self._leads(i, on)]
            found.update(self._lexicon.entries[i].country for i in led if len(led) == 1)
        if self._lands is not None:
            found.update(land for name in set(_SEAT.findall(context)) if (land := self._lands.country(name)))
        return frozenset(found)

    def _bodies(self, key: str) -> set[str]:
        """The lands of the bodies that bear an acronym."""
        ids = {*self._lexicon.strong.get(key, ()), *self._lexicon.weak.get(key, ())}
        held = (self._lexicon.entries[i] for i in ids)
        return {e.country for e in held if e.kind != "person" and e.country and e.country not in WORLDWIDE}
