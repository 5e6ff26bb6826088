"""What a name makes of a country: its state, its people, its government behind a capital, and namesakes by what the report says."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from polybius.actors.resolved import Resolved
from polybius.actors.vocabulary import Namesake, Words
from polybius.lexicon.names import plain, searchable

_ARTICLE = re.compile(r"\Athe ", re.IGNORECASE)
_PLACED = r"\b(?:in|near|outside|around|across|inside|at|through|throughout|of|from|to|reached|left|outskirts of)\s+(?:(?:the|central|northern|southern|eastern|western|downtown|capital)\s+)*"
LONG = 8  # letters of a name that is known by all but one of them
LATIN_AMERICA = tuple("MEX GTM SLV HND NIC CRI PAN COL VEN ECU PER BOL PRY BRA ARG CHL".split())
_INDIA = re.compile(r"\b(?:India|Delhi|Mumbai|Bombay|Calcutta|Kolkata|Kashmir|Hindus?|rupees?|Modi|Gandhi|Singh)\b")
SIDES = frozenset({"North", "South", "East", "West"})


class Countries:
    """Resolves names of countries, nations and capitals; ``named`` tells whether a report names a country, ``body`` gives
    a country's body of a name, ``is_others`` tells whether a report means another country's.
    """

    def __init__(
        self,
        words: Words,
        strong: Mapping[str, Sequence[str]],
        named: Callable[[str, str], bool],
        body: Callable[[str, str], Resolved | None],
        is_others: Callable[[str, str, str], bool],
    ) -> None:
        self._words, self._strong, self._named, self._body, self._is_others = words, strong, named, body, is_others
        self._said = lru_cache(maxsize=4)(searchable)
        nations = words.demonyms.keys() - words.peoples.keys()  # "Karachi" isn't written for the Karachai
        long = {key for key in (*words.countries, *nations) if len(key) >= LONG and key.isalpha()}
        self._lacking = {less: key for key in sorted(long) for less in _one_less(key)}

    def find(self, key: str, text: str, context: str) -> Resolved | None:
        """Which country a key names, and as what; None for none."""
        w = self._words
        if key in w.namesakes:
            return self._namesake(key, text, context, w.namesakes[key])
        if key in w.countries and key not in self._strong:
            code = w.countries[key]
            return self._state(code, "GOV" if code in w.governments else "", f"country name {key!r}")
        if key in w.capitals:
            return self._capital(key, w.capitals[key], context)
        if key == "indians" and (home := self.of_the_americas(context)) is not None:
            return replace(home, name=text.strip(), id=None, sector="CVL")
        if key in w.peoples or (key in w.demonyms and text.lower().startswith("the ")):
            code = w.peoples.get(key) or w.demonyms[key]
            return Resolved(text.strip(), None, code, "CVL", (), "", (f"people of {w.english[code]}",), True)
        if key in w.demonyms:
            sector = "CVL" if text.lower().startswith(("a ", "an ")) else ""
            return self._state(w.demonyms[key], sector, f"nationality {key!r}")
        found = self.nicknamed(key, text, context) if text.lower().startswith("the ") else None
        return found or self._misspelt(key, text)

    def of_the_americas(self, context: str) -> Resolved | None:
        """The only land of Latin America that a report names which says nothing of India: its natives are the "*Indians*" there."""
        if not context or _INDIA.search(context):
            return None
        named = [code for code in LATIN_AMERICA if self._named(code, context)]
        return self._state(named[0], "", f"Indians of {self._words.english[named[0]]}") if len(named) == 1 else None

    def _misspelt(self, key: str, text: str) -> Resolved | None:
        """The country of a long name in which a letter is missing or one too many ("*Phillippines*", "*Uzbekstan*")."""
        small = text != key and not _ARTICLE.sub("", text)[:1].isupper()  # a key by itself comes from a name written so
        if len(key) < LONG - 1 or not key.isalpha() or small or key in self._strong:
            return None
        w = self._words
        meant = self._lacking.get(key) or next(
            (k for k in _one_less(key) if k in w.countries or (k in w.demonyms and k not in w.peoples)), ""
        )
        if len(meant) < LONG:
            return None
        return self._state(w.countries.get(meant) or w.demonyms[meant], "", f"{key!r}, written for {meant!r}")

    def nicknamed(self, key: str, text: str, context: str) -> Resolved | None:
        """The country whose nickname a key is ("the *North*"), where the report names it or its twin, or the capital of one of twins."""
        code = self._words.nicknames.get(key)
        if code is None:
            return None
        twins = _twins(self._words.english, code)
        together = f" {self._words.english[code].rpartition(' ')[2].lower()}s " in self._said(
            context
        )  # "the two Koreas"
        told = together or any(self._named(c, context) for c in (code, *twins))
        if not told and not (twins and self._tells_capital({code, *twins}, context)):
            return None
        return self._state(code, "", f"{text!r} is {self._words.english[code]} in this report")

    def _tells_capital(self, codes: set[str], context: str) -> bool:
        """Whether a report names the capital of one of some countries."""
        said = self._said(context)
        return any(f" {key} " in said for key, code in self._words.capitals.items() if code in codes)

    def _state(self, code: str, sector: str, why: str) -> Resolved:
        return Resolved(self._words.english[code], code.lower(), code, sector, (), "", (why,), True)

    def _capital(self, key: str, code: str, context: str) -> Resolved:
        """A capital is its government, unless the report has it as a place only ("a bomb in Kabul")."""
        english = self._words.english[code]
        if context and is_place(key, context):
            return Resolved(english, None, code, "", (), "place", (f"capital of {english}, a place here",), True)
        return Resolved(english, code.lower(), code, "GOV", (), "government", (f"capital of {english}",), True)

    def _namesake(self, key: str, text: str, context: str, bearers: tuple[Namesake, ...]) -> Resolved | None:
        """A name that several countries bear: the one for whose clues the report has most, else the first; None when that is nobody."""
        said = self._said(context)
        counts = [sum(f" {clue} " in said for clue in b.clues) for b in bearers]
        chosen = bearers[counts.index(max(counts))]
        if not chosen.country or (
            not max(counts) and _OTHER_DEMOCRATS.search(said) and key in ("democrat", "democrats")
        ):
            return None
        why = f"{key!r} by what the report says" if max(counts) else f"{key!r}, mostly {chosen.country}"
        w = self._words
        if chosen.sector and not any(key in names for names in (w.capitals, w.countries, w.demonyms, w.peoples)):
            unlikely = not max(counts) and self._is_others(key, chosen.country, context)
            return None if unlikely else self._body_of(key, text, chosen, why)
        people = chosen.sector == "" and (text.lower().startswith("the ") and key in w.demonyms)
        region = chosen.sector == "CVL" and key not in w.peoples  # "Punjab" isn't India itself
        state = chosen.country in w.english and not region
        name = w.english[chosen.country] if state else text
        id_ = chosen.country.lower() if state else None
        return Resolved(name, id_, chosen.country, "CVL" if people else chosen.sector, (), "", (why,), True)

    def _body_of(self, key: str, text: str, chosen: Namesake, why: str) -> Resolved | None:
        """A party, office or chamber: the lexicon's entry where it has one. Common words want a capital ("labour", "congress")."""
        written = _ARTICLE.sub("", text)
        if " " not in key and not written[:1].isupper() and text != key:  # a key by itself comes from a name written so
            return None
        entry = self._body(key, chosen.country)
        if entry is not None:
            return replace(entry, why=(*entry.why, why))
        office = key if chosen.sector not in ("PTY", "SOC") and written[:1].islower() else ""
        return Resolved(written, None, chosen.country, chosen.sector, (), office, (why,), not office)


# Of other lands than America: "a *Social Democrat* deputy".
_OTHER_DEMOCRATS = re.compile(r"\b(?:social|christian|liberal|free|national|sweden|left) democrats?\b")


def _one_less(key: str) -> set[str]:
    """A word with each of its letters but the first left out."""
    return {key[:n] + key[n + 1 :] for n in range(1, len(key))}


def _twins(english: dict[str, str], code: str) -> list[str]:
    """The countries that share a name with one but for where they lie ("North Korea", "South Korea")."""
    side, _, name = english[code].partition(" ")
    twins = {f"{s} {name}" for s in SIDES - {side}} if side in SIDES else ()
    return [c for c, other in english.items() if other in twins]


def is_place(key: str, context: str) -> bool:
    """Whether every mention of a town in a report stands behind a preposition of place."""
    words = r"\W+".join(re.escape(w) for w in key.split())
    said = plain(context)
    mentions = len(re.findall(rf"\b{words}\b", said, re.IGNORECASE))
    placed = len(re.findall(rf"{_PLACED}{words}\b(?!')", said, re.IGNORECASE))
    return mentions > 0 and placed == mentions
