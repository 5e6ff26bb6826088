"""The schema of actor entries: what a lexicon file may say, checked field by field, each problem with file and line."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from polybius.lexicon import names, ontology

KINDS = ("person", "body", "group", "organisation")
FIELDS = ("id", "kind", "names", "weak", "country", "sector", "sectors", "life", "terms", "unsure", "wikidata")
SPECIAL = ("IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC")
OFFICE_OVERLAP = 31  # days that two holders of one office may share: a handover, an acting head
_ID = re.compile(r"[a-z]{3}\.[a-z0-9]+(?:[.-][a-z0-9]+)*\Z")
_OFFICE = re.compile(r"(?:[A-Z]{3}|[a-z]{3}(?:\.[a-z0-9-]+)+)\.[a-z0-9_]+\Z")
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\Z")
_EARLIEST, _LATEST = date(1, 1, 1).toordinal(), date(9999, 12, 31).toordinal()


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault of a lexicon file: where it is, in which entry, what is wrong and how to mend it."""

    file: str
    line: int
    id: str
    reason: str
    mend: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.id}: {self.reason} ({self.mend})"


@dataclass(frozen=True, slots=True)
class Days:
    """A date as written: the first and the last day (ordinals) that it can mean."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Placed:
    """An entry as parsed, with the file and line where it stands."""

    file: str
    line: int
    value: Any

    @property
    def id(self) -> str:
        """Its id, or a stand-in for the report when it has none."""
        found = self.value.get("id") if isinstance(self.value, dict) else None
        return found if isinstance(found, str) else "(no id)"

    def problem(self, reason: str, mend: str) -> Problem:
        """A problem of this entry."""
        return Problem(self.file, self.line, self.id, reason, mend)


def days(value: object) -> Days | None:
    """The days that ``2011``, ``"2011-12"`` or ``"2011-12-17"`` can mean; None when it is no date."""
    match = _DATE.match(str(value)) if isinstance(value, str | int | date) and not isinstance(value, bool) else None
    if match is None:
        return None
    year, month, day = (int(g) if g else 0 for g in match.groups())
    try:
        first = date(year, month or 1, day or 1)
        last = date(year, month or 12, day or calendar.monthrange(year, month or 12)[1])
    except ValueError:
        return None
    return Days(first.toordinal(), last.toordinal())


def placed(path: Path, data: Any) -> tuple[list[Placed], list[Problem]]:
    """The entries of a parsed file with their lines, and the problems of its layout."""
    root = yaml.compose(path.read_bytes(), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    if data is None or root is None:
        return [], []
    if not isinstance(data, list):
        return [], [Problem(str(path), 1, "(file)", "must be a list of entries", "start each entry with '- {id: ...'")]
    entries, problems = [], []
    for node, value in zip(root.value, data, strict=True):
        entry = Placed(str(path), node.start_mark.line + 1, value)
        entries.append(entry)
        problems += [entry.problem(f"the field '{k}' stands twice", "keep one") for k in _repeated(node)]
    return entries, problems


def _repeated(node: Any) -> list[str]:
    if not isinstance(node, yaml.MappingNode):
        return []
    keys = [str(k.value) for k, _ in node.value]
    return sorted({k for k in keys if keys.count(k) > 1})


def check_entry(entry: Placed, countries: frozenset[str]) -> Iterator[Problem]:
    """The problems of one entry on its own."""
    value = entry.value
    if not isinstance(value, dict):
        yield entry.problem("an entry must be a mapping", "write - {id: ..., kind: ..., names: [...], country: ...}")
        return
    for field in value:
        if field not in FIELDS:
            yield entry.problem(f"unknown field {field!r}", f"use one of {', '.join(FIELDS)}")
    yield from _identity(entry, value, countries)
    yield from _naming(entry, value)
    yield from _coding(entry, value)
    yield from _spans(entry, value)


def _identity(entry: Placed, value: dict[str, Any], countries: frozenset[str]) -> Iterator[Problem]:
    id_, country = value.get("id"), value.get("country")
    if not isinstance(id_, str) or not _ID.match(id_):
        yield entry.problem(
            f"broken id {id_!r}",
            "write a country code or igo/ngo/mnc/img/ism/uno/eur, a dot, a slug of a-z 0-9 - in lower case",
        )
    elif id_[:3].upper() not in countries and id_[:3].upper() not in SPECIAL:
        yield entry.problem(
            f"the id begins with an unknown code {id_[:3]!r}",
            "begin with a country code or igo/ngo/mnc/img/ism/uno/eur",
        )
    if value.get("kind") not in KINDS:
        yield entry.problem(f"unknown kind {value.get('kind')!r}", f"use one of {', '.join(KINDS)}")
    if country not in countries and country not in SPECIAL:
        yield entry.problem(
            f"unknown country {country!r}", "use an ISO 3166 alpha-3 code of countries.yaml, or " + ", ".join(SPECIAL)
        )
    unsure, wikidata = value.get("unsure"), value.get("wikidata")
    if unsure is not None and unsure is not True and not isinstance(unsure, str):
        yield entry.problem(f"unsure is {unsure!r}", "write true, or a phrase that says which fact")
    if wikidata is not None and not re.fullmatch(r"Q[1-9]\d*", str(wikidata)):
        yield entry.problem(f"broken wikidata id {wikidata!r}", "write Q and digits, or leave it out")


def _naming(entry: Placed, value: dict[str, Any]) -> Iterator[Problem]:
    strong, weak = value.get("names"), value.get("weak", [])
    for field, found in (("names", strong), ("weak", weak)):
        if not isinstance(found, list) or (field == "names" and not found):
            yield entry.problem(
                f"'{field}' must be a list" + (" with at least one name" if field == "names" else ""),
                f"write {field}: [Name, Other Name]",
            )
            continue
        for name in found:
            if not isinstance(name, str):
                yield entry.problem(f"the name {name!r} is no text", "put it in quotes")
            elif not names.key(name):
                yield entry.problem(f"the name {name!r} has no letters", "write it in the Latin alphabet")
    if isinstance(strong, list) and isinstance(weak, list):
        both = {names.key(n) for n in strong if isinstance(n, str)} & {names.key(n) for n in weak if isinstance(n, str)}
        for clash in sorted(both):
            yield entry.problem(
                f"{' '.join(clash)!r} is both a strong and a weak name", "keep it in one of the two lists"
            )


def _coding(entry: Placed, value: dict[str, Any]) -> Iterator[Problem]:
    known = set(ontology.table()["sectors"])
    sector, further = value.get("sector", ""), value.get("sectors", [])
    if sector != "" and sector not in known:
        yield entry.problem(f"unknown sector {sector!r}", f"use one of {' '.join(sorted(known))}")
    if not isinstance(further, list) or any(s not in known for s in further):
        yield entry.problem(f"unknown further sectors {further!r}", f"write a list of {' '.join(sorted(known))}")
    if value.get("kind") in ("body", "group") and "sector" not in value and not value.get("terms"):
        yield entry.problem("neither a sector nor terms", "give the sector, or terms that say what it was and when")


def _spans(entry: Placed, value: dict[str, Any]) -> Iterator[Problem]:
    life = value.get("life", [])
    if not isinstance(life, list) or not 0 <= len(life) <= 2 or any(days(d) is None for d in life if d is not None):
        yield entry.problem(f"broken life {life!r}", 'write [1952] or [1942, 2023] or ["1942-03-01", "2023-05-02"]')
        life = []
    terms = value.get("terms", [])
    if not isinstance(terms, list):
        yield entry.problem("'terms' must be a list", "write [[from, to, SECTOR, role, office], ...]")
        return
    for number, term in enumerate(terms, 1):
        yield from _term(entry, number, term, life)


def _term(entry: Placed, number: int, term: Any, life: list[Any]) -> Iterator[Problem]:
    if not isinstance(term, list) or len(term) != 5:
        yield entry.problem(
            f"term {number} must have five parts, is {term!r}",
            "write [from, to, SECTOR, role, office], with ~ for what is open",
        )
        return
    since, until, sector, role, office = term
    for side, value in (("from", since), ("to", until)):
        if value is not None and days(value) is None:
            yield entry.problem(
                f"term {number}: broken '{side}' date {value!r}",
                'write 2011, "2011-12" or "2011-12-17" (a day that exists), or ~',
            )
    if sector != "" and sector not in ontology.table()["sectors"]:
        yield entry.problem(
            f"term {number}: unknown sector {sector!r}", f"use one of {' '.join(ontology.table()['sectors'])}"
        )
    if role is not None and not isinstance(role, str):
        yield entry.problem(f"term {number}: the role {role!r} is no text", "write the office in words, or ~")
    if office is not None and not (isinstance(office, str) and _OFFICE.match(office)):
        yield entry.problem(
            f"term {number}: broken office key {office!r}", "write XXX.head_of_state, igo.nato.head or ~"
        )
    start, end = days(since), days(until)
    if start and end and end.last < start.first:
        yield entry.problem(f"term {number} ends ({until}) before it starts ({since})", "mend one of the dates")
    born = days(life[0]) if life else None
    died = days(life[1]) if len(life) == 2 else None
    if born and start and start.last < born.first:
        yield entry.problem(f"term {number} starts ({since}) before birth ({life[0]})", "mend one of the dates")
    if died and start and start.first > died.last:
        yield entry.problem(f"term {number} starts ({since}) after death ({life[1]})", "mend one of the dates")
    if died and end and end.first > died.last:
        yield entry.problem(f"term {number} ends ({until}) after death ({life[1]})", "end it with the life")


def check_together(entries: Sequence[Placed]) -> Iterator[Problem]:
    """The problems of entries beside one another: ids, offices, names."""
    seen: dict[str, Placed] = {}
    for entry in entries:
        first = seen.setdefault(entry.id, entry)
        if first is not entry:
            yield entry.problem(
                f"the id stands already in {first.file}:{first.line}", "merge the two entries, or rename one"
            )
    yield from _offices(entries)
    yield from _shared_names(entries)


def surely(term: Sequence[Any]) -> tuple[int, int]:
    """The days on which a term surely ran; the end lies before the start when vague dates leave none."""
    start, end = days(term[0]), days(term[1])
    return (start.last if start else _LATEST if term[0] is None else _EARLIEST), (end.first if end else _LATEST)


def _offices(entries: Sequence[Placed]) -> Iterator[Problem]:
    held: dict[str, list[tuple[int, int, Placed]]] = {}
    for entry in entries:
        for term in entry.value.get("terms", []):
            if term[4] and term[0] is not None:
                held.setdefault(term[4], []).append((*surely(term), entry))
    for office, terms in sorted(held.items()):
        terms.sort(key=lambda t: t[:2])
        for position, (_, end, entry) in enumerate(terms):
            for start, other_end, other in terms[position + 1 :]:
                shared = min(end, other_end) - start
                if shared > OFFICE_OVERLAP and other.id != entry.id:
                    length = f"{shared} days" if shared < 100_000 else "without end"
                    yield other.problem(
                        f"holds {office} together with {entry.id} ({entry.file}:{entry.line}), {length}",
                        "end the earlier term, or drop the office key",
                    )


def extent(value: dict[str, Any]) -> tuple[int, int]:
    """The days in which an entry can be in the news: its life, or from its first term on."""
    life = [days(d) for d in value.get("life", [])]
    starts = [d.first for t in value.get("terms", []) if (d := days(t[0]))]
    first = life[0].first if life and life[0] else min(starts, default=_EARLIEST)
    last = life[1].last if len(life) == 2 and life[1] else _LATEST
    return first, last


def _shared_names(entries: Sequence[Placed]) -> Iterator[Problem]:
    """Strong names that two entries of one country bear at the same time: nothing could tell them apart."""
    bearers: dict[tuple[str, ...], list[Placed]] = {}
    for entry in entries:
        for name in {names.key(n) for n in entry.value["names"]}:
            bearers.setdefault(name, []).append(entry)
    for name, found in sorted(bearers.items()):
        for position, entry in enumerate(found):
            for other in found[:position]:
                if other.id != entry.id and entry.value["country"] == other.value["country"] and _at_once(entry, other):
                    yield entry.problem(
                        f"shares the strong name {' '.join(name)!r} with {other.id} ({other.file}:{other.line})",
                        "move it to `weak` in the less known one, or merge the two; give `life` where the dates tell them apart",
                    )


def _at_once(one: Placed, other: Placed) -> bool:
    first, second = extent(one.value), extent(other.value)
    return min(first[1], second[1]) > max(first[0], second[0])
