"""What the gazetteer holds and what a text is found to name."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from polybius.model import Place, Span

_DROPPED = dict.fromkeys(map(ord, "'’‘ʻʼʿʾ`´."))
_ARTICLE = re.compile(r"\b(?:el|ash|as|ad|ar|az|an|at|adh|ath)[-‐‑](?=\w)", re.IGNORECASE)
_SPACED = str.maketrans({"-": " ", "‐": " ", "‑": " ", "–": " ", "/": " ", "_": " "})
_LETTERS = str.maketrans({"ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "ı": "i", "æ": "ae", "œ": "oe"})


@lru_cache(maxsize=65_536)
def fold(name: str) -> str:
    """The key of a name: no case, marks, apostrophes or full stops; hyphens are spaces; St is Saint.

    An Arabic article before a hyphen is al ("ash-Shaddadi"), Ayn before another word Ain.
    """
    if name.isascii():
        plain = name
    else:
        marks = unicodedata.normalize("NFKD", name.translate(_LETTERS).translate(_DROPPED))
        plain = "".join(letter for letter in marks if not unicodedata.combining(letter))
    words = _ARTICLE.sub("al ", plain.translate(_DROPPED)).translate(_SPACED).casefold().split()
    if len(words) > 1 and words[0] == "ayn":
        words[0] = "ain"
    return " ".join("saint" if word == "st" else word for word in words)


RANK = {"point": 4, "city": 4, "admin2": 3, "admin1": 3, "water": 2, "region": 1, "country": 0}
"""How near a kind of place is, the nearest highest."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One place of the gazetteer, as found under one of its names.

    ``kind`` is a precision of ``Place``, or region for lands that are no unit. ``strong``: the name looked up is the
    entry's usual one, not one spelling among many. ``population`` is 0 when unknown.
    """

    name: str
    kind: str
    latitude: float | None
    longitude: float | None
    geonames_id: int | None
    country: str | None
    admin1: str | None
    population: int
    capital: bool
    strong: bool

    def place(self, basis: str) -> Place:
        """This entry as a record; ``basis`` says what it was read from."""
        return Place(
            self.name, self.latitude, self.longitude, self.geonames_id, self.country, self.admin1, self.kind, basis
        )


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a text that the gazetteer knows.

    ``locative`` is the preposition that puts something there ("in", "north of"), "" without one, and ``locative_at``
    the character where it starts (-1 without); ``lead`` is any other preposition ("to", "from", "of").
    ``qualifier`` is the country code or first-level region that the text itself gives ("Paris, Texas"), ``wanted``
    the kind that a noun beside it asks for ("Idlib province"). ``weak``: the name is also a common word or a name
    of persons, so that it counts only where the report is about its country.
    """

    span: Span
    name: str
    entries: tuple[Entry, ...]
    locative: str = ""
    locative_at: int = -1
    lead: str = ""
    qualifier: str = ""
    wanted: str = ""
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Located:
    """A mention and the place that it was settled to be."""

    mention: Mention
    place: Place
