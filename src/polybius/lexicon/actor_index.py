"""The actor lexicon in memory: entries by id and by name, compiled from the checked YAML files."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from polybius.errors import LexiconError
from polybius.lexicon import files, ontology
from polybius.lexicon.names import joined, sound

_DAY = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?\Z")

SHORTEST_SOUNDING = 9  # letters of a name from which it may be spelt otherwise
WORLDWIDE = frozenset({"IGO", "UNO", "EUR", "NGO", "ISM", "IMG"})
LONGEST_ACRONYM = 5  # letters; parties all over the world share these, so that only a report's country tells them apart
# Where the family name stands first, or the first name is the usual one; where names are not cut at all.
FIRST_WORD = frozenset({"KOR", "PRK", "CHN", "TWN", "THA", "ETH", "ERI", "MYS"})
WHOLE_NAMES = frozenset({"MMR", "KHM", "BTN", "LAO"})
# Countries whose people bear their father's and their mother's surname, and given names that stand second.
SPANISH = frozenset("ESP MEX GTM HND SLV NIC CRI PAN CUB DOM COL VEN ECU PER BOL CHL ARG PRY URY".split())
GIVEN = frozenset(
    "jose luis carlos manuel antonio miguel juan francisco javier jesus maria alberto enrique eduardo fernando rafael angel pedro pablo andres alejandro "
    "ramon raul roberto ricardo jorge guillermo arturo oscar ernesto felipe ignacio martin mario david daniel ruben sergio hugo victor julio cesar "
    "gabriel emilio alfonso agustin ivan omar armando gerardo gustavo alfredo adolfo adrian rodolfo humberto orlando hernan fidel ismael isabel elena "
    "fernanda beatriz patricia cristina laura alicia rosa ana teresa margarita guadalupe pilar carmen lucia claudia gabriela alejandra paula mercedes "
    "esther eugenia ines victoria cecilia soledad dolores aurelio leopoldo ulises nicolas leonel simon salvador bautista tomas vicente rodrigo "
    "santiago mauricio german esteban lazaro benito anibal evelio ariel edgar wilfredo elias marcos xavier patricio diego joaquin domingo horacio "
    "damian fabian mariano augusto del las los san santa de la y el".split()
)

Term = tuple[str, str, str, str, str]
"""First day, last day ("" open), sector, role, office key ("" none)."""


class Entry(NamedTuple):
    """One party of the lexicon; a tuple, since tens of thousands are made at every start."""

    id: str
    name: str
    kind: str
    country: str
    sector: str
    sectors: tuple[str, ...]
    terms: tuple[Term, ...]
    unsure: bool


@dataclass(slots=True)
class ActorLexicon:
    """Entries by id and by folded name; ``longest`` is the number of words in the longest name."""

    entries: dict[str, Entry]
    strong: dict[str, list[str]]
    weak: dict[str, list[str]]
    names: dict[str, list[str]]
    longest: int
    roles: dict[str, list[str]]
    lower: frozenset[str]
    """Words of names that are written without a capital ("peshmerga")."""
    sounds: dict[str, list[str]]
    """Persons and groups by how their names sound."""

    def terms(self, id_: str) -> list[tuple[date | None, date | None, str]]:
        """First day, last day and role of an entry's terms."""
        entry = self.entries.get(id_)
        if entry is None:
            return []
        return [(_date(t[0]), _date(t[1]), t[3]) for t in entry.terms]


def _last_names(kind: str, country: str, name: str) -> list[str]:
    """What papers call a person after the full name, by the custom of the country, where the entry doesn't say."""
    words = name.split()
    if kind != "person" or len(words) < 2 or country in WHOLE_NAMES:
        return []
    last = words[0] if country in FIRST_WORD else words[-1]
    return [last] if len(last) > 1 and last[0].isupper() and last.strip(".").isalpha() else []


def _double_surnames(country: str, names: Sequence[str]) -> list[str]:
    """Both surnames without the given name, as the Spanish-speaking press uses them ("Peña Nieto")."""
    if country not in SPANISH:
        return []
    found = []
    for name in names:
        words = name.split()
        plain_words = all(w[0].isupper() and w.isalpha() and len(w) > 2 for w in words)
        if 3 <= len(words) <= 4 and plain_words and joined(words[-2]) not in GIVEN:
            found.append(" ".join(words[-2:]))
    return found


def _is_acronym(name: str) -> bool:
    return len(name) <= LONGEST_ACRONYM and name.isupper() and name.isalpha()


def _date(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def load(extra: Sequence[Path] = ()) -> ActorLexicon:
    """The package's actors and those of ``extra`` files or folders, which override entries of the same id.

    LexiconError (file:line) when an own file is wrong: then nothing of it is used.
    """
    raw = _own_entries()
    parsed = [(path, files.parse(path)) for path in own_files(extra)]
    entries = [path for path, rows in parsed if not isinstance(rows, dict)]
    if entries:
        _refuse_wrong(entries)
    for path, rows in parsed:
        if path in entries:
            raw.update(_compile([(path, rows)]))
    return _index(raw, own_roles([(p, r) for p, r in parsed if p not in entries]))


def people() -> dict[str, str]:
    """Ids of the package's persons and their countries."""
    kinds = ((id_, kind, country) for id_, (_, kind, country, *_) in _own_entries().items())
    return {id_: country for id_, kind, country in kinds if kind == "person" and country}


def _own_entries() -> dict[str, Any]:
    """The package's entries as compiled, by id."""
    paths = [p for folder in ("people", "bodies", "groups") for p in files.sources(f"actors/{folder}")]
    paths += [p for p in files.sources("actors") if p.name == "organisations.yaml"]
    raw: dict[str, Any] = {}
    for path in paths:
        raw.update(files.compiled(f"actors-{path.parent.name}-{path.stem}", [path], _compile))
    return raw


def own_roles(parsed: Sequence[tuple[Path, Any]]) -> dict[str, list[str]]:
    """Common nouns by sector from files of the form ``sectors: {COP: [constable]}``; LexiconError for anything else."""
    out: dict[str, list[str]] = {}
    for path, said in parsed:
        if set(said) != {"sectors"} or not isinstance(said["sectors"], dict):
            raise LexiconError(
                "neither a list of entries nor sectors with nouns", f"{path}:1", "see docs/lexicon-actors.md"
            )
        for sector, nouns in said["sectors"].items():
            if sector not in ontology.table()["sectors"] or not isinstance(nouns, list):
                raise LexiconError(
                    f"unknown sector {sector!r}", f"{path}:1", "use PLOVER's sector codes with a list of nouns"
                )
            out.setdefault(sector, []).extend(map(str, nouns))
    return out


def own_files(extra: Sequence[Path]) -> list[Path]:
    """The YAML files that ``extra`` names; LexiconError for a path that isn't there."""
    out = []
    for path in extra:
        if not path.exists():
            raise LexiconError("no such lexicon", str(path), "name a YAML file or a folder of them")
        out.extend(sorted(path.rglob("*.yaml")) if path.is_dir() else [path])
    return out


def _refuse_wrong(own: list[Path]) -> None:
    from polybius.lexicon import actors

    _, problems = actors.check(own)
    if problems:
        first = problems[0]
        raise LexiconError(f"{first.id}: {first.reason}", f"{first.file}:{first.line}", first.mend)


def _compile(parsed: list[tuple[Path, Any]]) -> dict[str, Any]:
    """Entries in plain lists, by id."""
    return {row["id"]: _entry(row) for _, rows in parsed for row in rows or []}


def _entry(row: dict[str, Any]) -> list[Any]:
    """One entry in plain lists, with all keys that its names are found by."""
    terms = sorted((_term(t) for t in row.get("terms") or []), key=lambda t: t[0])
    names = [str(n) for n in row["names"]]
    country = row.get("country") or ""
    weak = [str(n) for n in row.get("weak") or []] or _last_names(row["kind"], country, names[0])
    weak += _double_surnames(country, names) if row["kind"] == "person" else []
    acronyms = {joined(n) for n in names if _is_acronym(n)} - {joined(n) for n in names if not _is_acronym(n)}
    return [
        names[0],
        row["kind"],
        country,
        row.get("sector") or "",
        row.get("sectors") or [],
        terms,
        bool(row.get("unsure")),
        list(dict.fromkeys(joined(n) for n in names)),
        sorted(() if country in WORLDWIDE else acronyms),
        list(dict.fromkeys(joined(n) for n in weak)),
        sorted({w for n in names if n.islower() for w in joined(n).split()}),
        _sounds(row["kind"], names),
    ]


def _sounds(kind: str, names: Sequence[str]) -> list[str]:
    """How the names of persons and groups sound that transliteration may spell otherwise: two words or more, long enough."""
    if kind not in ("person", "group"):
        return []
    keys = (joined(n) for n in names)
    return sorted({sound(k) for k in keys if " " in k and len(k) >= SHORTEST_SOUNDING})


def _term(raw: list[Any]) -> list[str]:
    start, end, sector, role, office = [*raw, None, None, None, None, None][:5]
    return [_day(start, first=True), _day(end, first=False), sector or "", str(role or ""), str(office or "")]


def _day(value: Any, first: bool) -> str:
    """A full ISO day from a year, month or day: the first or the last that it covers; "" for none."""
    if value in (None, "", "~"):
        return ""
    found = _DAY.match(str(value))
    if not found:
        raise ValueError(f"{value!r} is no date")
    year, month, day = (int(g) if g else 0 for g in found.groups())
    if day:
        return date(year, month, day).isoformat()
    if first:
        return date(year, month or 1, 1).isoformat()
    after = date(year + (month or 12) // 12, (month or 12) % 12 + 1, 1)
    return (after - timedelta(days=1)).isoformat()


def _index(raw: dict[str, Any], roles: dict[str, list[str]]) -> ActorLexicon:
    entries: dict[str, Entry] = {}
    strong: dict[str, list[str]] = {}
    weak: dict[str, list[str]] = {}
    names: dict[str, list[str]] = {}
    sounds: dict[str, list[str]] = {}
    lower: set[str] = set()
    for id_, (*what, terms, unsure, keys, acronyms, weak_keys, lower_words, heard) in raw.items():
        name, kind, country, sector, sectors = what
        entries[id_] = Entry(id_, name, kind, country, sector, tuple(sectors), tuple(map(tuple, terms)), unsure)
        names[id_] = keys
        for key in keys:
            (weak if key in acronyms else strong).setdefault(key, []).append(id_)
        for key in weak_keys:
            if id_ not in weak.setdefault(key, []):
                weak[key].append(id_)
        for one in heard:
            sounds.setdefault(one, []).append(id_)
        lower.update(lower_words)
    longest = max((key.count(" ") + 1 for key in strong), default=1)
    return ActorLexicon(entries, strong, weak, names, min(longest, 10), roles, frozenset(lower), sounds)
