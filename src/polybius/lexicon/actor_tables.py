"""The actor lexicon as a process holds it: entries by id, and by whatever names them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

LONGEST_NAME = 10  # words that are looked at together

Term = tuple[str, str, str, str, str]
"""First day, last day ("" open), sector, role, office key ("" none)."""


class Entry(NamedTuple):
    """One party of the lexicon."""

    id: str
    name: str
    kind: str
    country: str
    sector: str
    sectors: tuple[str, ...]
    terms: tuple[Term, ...]
    unsure: bool


class Entries(Mapping[str, Entry]):
    """Entries by id, each made when it is first asked for: a report names a few of tens of thousands."""

    def __init__(self, rows: dict[str, Sequence[Any]]) -> None:
        self._rows, self._made = rows, dict[str, Entry]()

    def __getitem__(self, id_: str) -> Entry:
        made = self._made.get(id_)
        if made is None:
            name, kind, country, sector, sectors, terms, unsure, _ = self._rows[id_]
            made = Entry(id_, name, kind, country, sector, tuple(sectors), tuple(map(tuple, terms)), unsure)
            self._made[id_] = made
        return made

    def __contains__(self, id_: object) -> bool:
        return id_ in self._rows

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def names(self, id_: str) -> Sequence[str]:
        """The folded names of an entry."""
        names: Sequence[str] = self._rows[id_][-1]
        return names


class Holders(Mapping[str, Sequence[str]]):
    """Ids by the key that they share, held as numbers: a hundred thousand keys are read at every start."""

    def __init__(self, ids: Sequence[str], numbers: dict[str, Sequence[int]]) -> None:
        self._ids, self._numbers = ids, numbers

    def __getitem__(self, key: str) -> Sequence[str]:
        return [self._ids[number] for number in self._numbers[key]]

    def __contains__(self, key: object) -> bool:
        return key in self._numbers

    def get(
        self, key: str, default: Any = None
    ) -> Any:  # Mapping's own raises and catches an error for each unknown word
        """Ids for a key, ``default`` where nobody bears it."""
        return self[key] if key in self._numbers else default

    def __iter__(self) -> Iterator[str]:
        return iter(self._numbers)

    def __len__(self) -> int:
        return len(self._numbers)


@dataclass(slots=True)
class ActorLexicon:
    """Entries by id and by folded name; ``longest`` is the number of words in the longest name."""

    entries: Entries
    strong: Holders
    weak: Holders
    longest: int
    roles: dict[str, list[str]]
    lower: frozenset[str]
    """Words of names that are written without a capital ("peshmerga")."""
    sounds: Holders
    """Persons and groups by how their names sound."""

    def terms(self, id_: str) -> list[tuple[date | None, date | None, str]]:
        """First day, last day and role of an entry's terms."""
        entry = self.entries.get(id_)
        if entry is None:
            return []
        return [(_date(t[0]), _date(t[1]), t[3]) for t in entry.terms]


def tables(compiled: Mapping[str, Sequence[Any]]) -> dict[str, Any]:
    """What ``held`` takes, in plain lists, of entries as ``actor_index`` compiles them."""
    rows: dict[str, Any] = {}
    strong: dict[str, list[int]] = {}
    weak: dict[str, list[int]] = {}
    sounds: dict[str, list[int]] = {}
    lower: set[str] = set()
    for number, (id_, (*what, keys, acronyms, weak_keys, lower_words, heard)) in enumerate(compiled.items()):
        rows[id_] = [*what, keys]
        for key in keys:
            (weak if key in acronyms else strong).setdefault(key, []).append(number)
        for key in weak_keys:
            if number not in weak.setdefault(key, []):
                weak[key].append(number)
        for one in heard:
            sounds.setdefault(one, []).append(number)
        lower.update(lower_words)
    longest = min(max((key.count(" ") + 1 for key in strong), default=1), LONGEST_NAME)
    return {"rows": rows, "strong": strong, "weak": weak, "sounds": sounds, "lower": sorted(lower), "longest": longest}


def held(made: dict[str, Any], roles: dict[str, list[str]]) -> ActorLexicon:
    """The lexicon of such tables; ``roles`` are nouns of one's own by sector."""
    ids = list(made["rows"])
    strong, weak, sounds = (Holders(ids, made[key]) for key in ("strong", "weak", "sounds"))
    return ActorLexicon(Entries(made["rows"]), strong, weak, made["longest"], roles, frozenset(made["lower"]), sounds)


def _date(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
