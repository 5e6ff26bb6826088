"""What a title, an owner or a sender before a name says of its bearer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from polybius.actors.phrase import Word, key_of
from polybius.actors.resolved import Resolved
from polybius.actors.terms import LEADERS, just_ended
from polybius.actors.vocabulary import Words
from polybius.lexicon.actor_index import WORLDWIDE
from polybius.lexicon.actor_tables import ActorLexicon

TITLE_DAYS = 365  # after an office ends in which a report may still call somebody by it


class Titles:
    """Reads what stands before a name, by the lexicon's entries and words."""

    def __init__(self, lexicon: ActorLexicon, words: Words) -> None:
        self._lexicon, self._words = lexicon, words

    def still_called(
        self, found: Resolved, role: tuple[int, int, str, str] | None, before: tuple[Word, ...], on: date | None
    ) -> Resolved:
        """Who is called by an office that ended within a year: the report is surer of it than a date of ours ("*Minister* X")."""
        entry = self._lexicon.entries.get(found.id or "")
        if role is None or on is None or entry is None or found.sector != "ELI" or role[3] not in LEADERS:
            return found
        if any(w.key in self._words.former or w.key.startswith("ex-") for w in before):
            return found
        term = just_ended(entry.terms, on, TITLE_DAYS)
        if term is None or term[2] != role[3]:
            return found
        why = (*found.why, f"called {role[2]!r}, which ended {term[1]}")
        return replace(found, sector=term[2], role=term[3], why=why)

    def branch_of(self, found: Resolved, before: tuple[Word, ...]) -> Resolved:
        """A movement's branch where a country owns it ("*Jordan's* Muslim Brotherhood"), not the one that bears the name elsewhere."""
        entry = self._lexicon.entries.get(found.id or "")
        home = code_before(before, self._words.countries) if before and before[-1].possessive else None
        if entry is None or entry.kind == "person" or home in (None, found.country) or found.country in WORLDWIDE:
            return found
        return replace(found, id=None, country=home, why=(*found.why, f"the one of {home}"))

    def sender(self, before: tuple[Word, ...]) -> Resolved | None:
        """The country that sends an envoy to a body of states ("*India's* UN ambassador")."""
        known = (self._words.countries, self._words.demonyms)
        codes = [code for word in before for table in known if (code := table.get(word.key.removesuffix("'s")))]
        return (
            Resolved(self._words.english[codes[0]], None, codes[0], "", (), "", ("who sends the envoy",))
            if codes
            else None
        )


def code_before(before: tuple[Word, ...], *names: Mapping[str, str]) -> str | None:
    """The country of a name of up to four words right before another, the longest first ("*Papua New Guinea's* army"), by the first table that has it."""
    keys = [key_of(before[-size:]) for size in (4, 3, 2, 1) if len(before) >= size]
    return next((code for key in keys for table in names if (code := table.get(key))), None)
