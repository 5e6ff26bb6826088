"""Reads actor and agent dictionaries in the text format of TABARI and PETRARCH into entries and roles of ours.

    KIM_JONG-UN_ [PRKGOV >111217]        a name, its code, the days from which (>), until which (<) or between which it holds
    +KIM_JONG_UN_                        a further name of the entry above
        [PRKELI <111217]                 a further code of it
    POLICE_OFFICER {POLICE_OFFICERS} [~COP]   an agent: what a common noun makes of its holder

Days are YYMMDD or YYYYMMDD, years 30 to 99 are of the last century. A code is a country (three letters) and sectors (three each).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from polybius.errors import LexiconError
from polybius.lexicon import ontology

_CODE = re.compile(r"\[([^\]]*)\]")
_PLURAL = re.compile(r"\{([^}]*)\}")
_SPAN = re.compile(r"(\d{6,8})\s*-\s*(\d{6,8})")
_SLUG = re.compile(r"[^a-z0-9]+")
CENTURY = 30  # two-digit years from here on are of the 1900s
ALIASES = {
    "BUS": "BUS",
    "MED": "JRN",
    "HLH": "MED",
    "INS": "REB",
    "SEP": "REB",
    "RAD": "UAF",
    "JUD": "JUD",
    "NGO": "SOC",
    "CVL": "CVL",
}  # CAMEO's codes where PLOVER has others


@dataclass(slots=True)
class _Entry:
    names: list[str]
    codes: list[str] = field(default_factory=list)
    line: int = 0


def read(path: Path) -> dict[str, Any]:
    """``{"entries": [...], "roles": {sector: [noun, ...]}, "left": [...]}``; ``left`` says what was passed over, with its line."""
    try:
        lines = path.read_text(encoding="utf-8", errors="strict").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(f"can't be read: {error}", str(path), "give a text file in UTF-8") from error
    entries: list[dict[str, Any]] = []
    roles: dict[str, list[str]] = {}
    left: list[str] = []
    used: set[str] = set()
    for raw in _entries(lines):
        agents = [c[1:] for c in raw.codes if c.startswith("~")]
        if agents:
            sector = _sectors(agents[0])[:1]
            if sector:
                roles.setdefault(sector[0], []).extend(_name(n).lower() for n in raw.names)
            else:
                left.append(f"{path}:{raw.line}: no sector of PLOVER in [~{agents[0]}]")
            continue
        made = _made(raw, used)
        if made is None:
            left.append(f"{path}:{raw.line}: no code that names a country in {' '.join(raw.codes) or 'nothing'}")
        else:
            entries.append(made)
    return {"entries": entries, "roles": roles, "left": left}


def _entries(lines: Sequence[str]) -> Iterator[_Entry]:
    current: _Entry | None = None
    for number, line in enumerate(lines, 1):
        text = line.split("#")[0].split(";")[0].strip()
        if not text or text.startswith(("<", ".")):
            continue
        codes = [c.strip() for c in _CODE.findall(text)]
        plurals = [p.strip() for p in _PLURAL.findall(text) if p.strip()]
        name = _PLURAL.sub("", _CODE.sub("", text)).strip()
        if name.startswith("+"):
            if current is not None:
                current.names.append(name[1:])
                current.codes.extend(codes)
        elif name:
            if current is not None:
                yield current
            current = _Entry([name, *plurals], codes, number)
        elif current is not None:
            current.codes.extend(codes)
    if current is not None:
        yield current


def _made(raw: _Entry, used: set[str]) -> dict[str, Any] | None:
    """An entry of ours; None when no code begins with a country or international body."""
    terms: list[list[Any]] = []
    country, standing = "", ""
    for code in raw.codes:
        word = code.split()[0] if code.split() else ""
        if not re.fullmatch(r"[A-Z]{3}(?:[A-Z]{3})*", word):
            continue
        country = country or word[:3]
        sector = (_sectors(word[3:]) or [""])[0]
        start, end = _days(code[len(word) :])
        if start or end:
            terms.append([start, end, sector or "UNK", "", None])
        else:
            standing = standing or sector
    if not country:
        return None
    names = list(dict.fromkeys(_name(n) for n in raw.names if _name(n)))
    base = f"{country.lower()}.{_SLUG.sub('-', names[0].lower()).strip('-')}"
    id_ = base
    number = 2
    while id_ in used:
        id_, number = f"{base}-{number}", number + 1
    used.add(id_)
    entry: dict[str, Any] = {"id": id_, "kind": "person" if terms else "body", "names": names, "country": country}
    if standing:
        entry["sector"] = standing
    if terms:
        entry["terms"] = sorted(terms, key=lambda t: t[0] or "")
    return entry


def _sectors(code: str) -> list[str]:
    """PLOVER sectors in a run of three-letter codes; CAMEO's own are translated."""
    parts = [code[i : i + 3] for i in range(0, len(code), 3)]
    known = ontology.table()["sectors"]
    return [s for p in parts if (s := ALIASES.get(p, p)) in known]


def _days(text: str) -> tuple[str | None, str | None]:
    """First and last day of a dated code; None where it is open."""
    span = _SPAN.search(text)
    if span:
        return _day(span[1]), _day(span[2])
    found = re.search(r"([<>])\s*(\d{6,8})", text)
    if not found:
        return None, None
    day = _day(found[2])
    if found[1] == ">":
        return day, None
    return None, (date.fromisoformat(day) - timedelta(days=1)).isoformat() if day else None


def _day(digits: str) -> str | None:
    if len(digits) == 8:
        year, rest = int(digits[:4]), digits[4:]
    else:
        short = int(digits[:2])
        year, rest = short + (1900 if short >= CENTURY else 2000), digits[2:6]
    try:
        return date(year, max(1, int(rest[:2])), max(1, int(rest[2:4]))).isoformat()
    except ValueError:
        return None


def _name(raw: str) -> str:
    words = raw.strip().strip("_").replace("_", " ").split()
    return " ".join(w if len(w) <= 3 and w.isupper() and len(words) == 1 else w.title() for w in words)
