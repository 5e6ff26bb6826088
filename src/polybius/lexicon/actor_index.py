"""The actor lexicon from its checked YAML files: what entries are compiled to, and what is loaded of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from polybius.errors import LexiconError
from polybius.lexicon import actor_tables, files, ontology
from polybius.lexicon.actor_tables import ActorLexicon
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


def load(extra: Sequence[Path] = ()) -> ActorLexicon:
    """The package's actors and those of ``extra`` files or folders, which override entries of the same id.

    LexiconError (file:line) when an own file is wrong: then nothing of it is used.
    """
    parsed = [(path, files.parse(path)) for path in own_files(extra)]
    own = [(path, rows) for path, rows in parsed if not isinstance(rows, dict)]
    roles = own_roles([(path, rows) for path, rows in parsed if isinstance(rows, dict)])
    if not own:
        return actor_tables.held(_own_tables(), roles)
    _refuse_wrong([path for path, _ in own])
    return actor_tables.held(actor_tables.tables(_own_entries() | _compile(own)), roles)


def people() -> dict[str, str]:
    """Ids of the package's persons and their countries."""
    kinds = ((id_, kind, country) for id_, (_, kind, country, *_) in _own_tables()["rows"].items())
    return {id_: country for id_, kind, country in kinds if kind == "person" and country}


def _own_tables() -> dict[str, Any]:
    """The package's entries with all that they are found by: made once of what each file's entries were compiled to."""
    code = [Path(__file__), Path(actor_tables.__file__)]
    made: dict[str, Any] = files.kept(
        "actor-tables", [*code, *_paths()], lambda: actor_tables.tables(_own_entries()), lists=False
    )
    return made


def _own_entries() -> dict[str, Any]:
    """The package's entries as compiled, by id."""
    raw: dict[str, Any] = {}
    for path in _paths():
        raw.update(files.compiled(f"actors-{path.parent.name}-{path.stem}", [path], _compile))
    return raw


def _paths() -> list[Path]:
    paths = [p for folder in ("people", "bodies", "groups") for p in files.sources(f"actors/{folder}")]
    return [*paths, *(p for p in files.sources("actors") if p.name == "organisations.yaml")]


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
