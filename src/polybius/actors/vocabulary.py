"""Countries, demonyms, capitals and role nouns by their folded forms: what the tables of the lexicon say, ready to look up."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from polybius.lexicon import files
from polybius.lexicon.names import joined


@dataclass(frozen=True, slots=True)
class Namesake:
    """One bearer of a name that several countries share ("": nobody without a clue), and the words of a report that speak for it."""

    country: str
    sector: str
    clues: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """Country names, demonyms, capitals and roles by folded form."""

    countries: dict[str, str]
    demonyms: dict[str, str]
    peoples: dict[str, str]
    capitals: dict[str, str]
    nicknames: dict[str, str]
    governments: frozenset[str]
    english: dict[str, str]
    roles: dict[str, str]
    inheriting: frozenset[str]
    former: frozenset[str]
    longest: int
    everyday: frozenset[str]
    famous: frozenset[str]
    namesakes: dict[str, tuple[Namesake, ...]]
    provinces: dict[str, str]
    worldwide: dict[str, str]


@cache
def words() -> Words:
    """Country and role words, from the lexicon."""
    raw: dict[str, Any] = files.compiled(
        "actor-words",
        [
            files.DATA / "actors" / "countries.yaml",
            files.DATA / "actors" / "roles.yaml",
            files.DATA / "actors" / "namesakes.yaml",
            files.DATA / "actors" / "regions.yaml",
        ],
        _parsed,
    )
    countries, roles = raw["countries"], raw["roles"]
    tables: dict[str, dict[str, str]] = {k: {} for k in ("names", "demonyms", "peoples", "capitals", "nicknames")}
    english, governments = {}, set()
    for code, row in countries.items():
        english[code] = row["names"][0]
        if row.get("government"):
            governments.add(code)
        for table in ("names", "demonyms", "capitals", "nicknames"):
            for name in row.get(table) or ():
                tables[table][joined(name)] = code
        for name in row.get("demonyms") or ():
            tables["peoples"].update(dict.fromkeys((joined(p) for p in _plurals(name)), code))
        for name in row.get("peoples") or ():  # nations without a state: their bare name is the people
            tables["demonyms"][joined(name)] = code
            tables["peoples"].update(dict.fromkeys((joined(p) for p in (name, *_plurals(name))), code))
    provinces = _with_regions(raw["regions"], tables["demonyms"], tables["peoples"])
    nouns: dict[str, str] = {}
    for sector, names in roles["sectors"].items():
        for name in names:
            if not name.endswith("-not"):
                forms = [form for spelled in _spellings(name) for form in (spelled, *_plurals(spelled))]
                for form in forms:
                    nouns.setdefault(joined(form), sector)
    inheriting = frozenset(joined(f) for n in roles["inheriting"] for f in (n, *_plurals(n)))
    worldwide = {
        joined(f): code for code, names in roles["worldwide"].items() for n in names for f in (n, *_plurals(n))
    }
    longest = max(n.count(" ") for n in nouns) + 1
    return Words(tables["names"], tables["demonyms"], tables["peoples"], tables["capitals"], tables["nicknames"], frozenset(governments), english,
                  nouns, inheriting, frozenset(roles["former"]), longest, frozenset(roles["everyday_names"]), frozenset(joined(n) for n in roles["famous_acronyms"]), _namesakes(raw["namesakes"]), provinces, worldwide)  # fmt: skip


def with_roles(known: Words, own: dict[str, list[str]]) -> Words:
    """The package's words with common nouns of the user's own."""
    if not own:
        return known
    nouns = {
        joined(form): sector for sector, names in own.items() for name in names for form in (name, *_plurals(name))
    }
    roles = {**known.roles, **nouns}
    return replace(known, roles=roles, longest=max(n.count(" ") for n in roles) + 1)


def _parsed(parsed: list[tuple[Any, Any]]) -> dict[str, Any]:
    return {"countries": parsed[0][1], "roles": parsed[1][1], "namesakes": parsed[2][1], "regions": parsed[3][1]}


def _with_regions(
    raw: dict[str, dict[str, list[str]]], demonyms: dict[str, str], peoples: dict[str, str]
) -> dict[str, str]:
    """Adds adjectives and inhabitants of regions to demonyms and peoples, where they aren't a nation's; the provinces by name."""
    provinces = {}
    for code, row in raw.items():
        adjectives, inhabitants = row.get("adjectives", []), row.get("inhabitants", [])
        for name in adjectives:
            demonyms.setdefault(joined(name), code)
        for name in (*adjectives, *inhabitants):
            for plural in _plurals(name):
                peoples.setdefault(joined(plural), code)
        provinces.update(dict.fromkeys((joined(n) for n in row.get("provinces", [])), code))
    return provinces


def _namesakes(raw: dict[str, list[dict[str, Any]]]) -> dict[str, tuple[Namesake, ...]]:
    return {
        joined(name): tuple(
            Namesake(b["country"] or "", b.get("sector", ""), tuple(joined(c) for c in b.get("clues") or ()))
            for b in bearers
        )
        for name, bearers in raw.items()
    }


_SPELLINGS = (("organisation", "organization"), ("defence", "defense"), ("labour", "labor"), ("centre", "center"))


def _spellings(noun: str) -> tuple[str, ...]:
    """A noun as Britain and America spell it."""
    for british, american in _SPELLINGS:
        if british in noun or american in noun:
            return tuple(dict.fromkeys((noun, noun.replace(american, british), noun.replace(british, american))))
    return (noun,)


def _plurals(noun: str) -> tuple[str, ...]:
    """The plural of a noun or compound by English spelling; () for nouns that end like one already."""
    if noun.endswith(("men", "people", "children", "s's")):
        return ()
    if " of " in noun:  # "chiefs of staff"
        head, _, rest = noun.partition(" of ")
        return tuple(f"{many} of {rest}" for many in _plurals(head))
    if noun.endswith("arch"):  # "oligarchs", "patriarchs"
        return (noun + "s",)
    if noun.endswith(("ch", "sh", "x", "ss")):
        return (noun + "es",)
    if noun.endswith("s"):
        return ()
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return (noun[:-1] + "ies",)
    if noun.endswith("wife"):
        return (noun[:-2] + "ves",)
    if noun.endswith("man"):
        return (noun[:-3] + "men", noun + "s")
    if "-" in noun and noun.endswith(("-general", "-president")) and noun.startswith(("secretary", "attorney")):
        return (noun.replace("secretary", "secretaries").replace("attorney", "attorneys"),)
    return (noun + "s",)


def singular(noun: str) -> str:
    """A plural noun's singular by English spelling; other nouns as they are."""
    if noun.endswith("women") or noun.endswith("men"):
        return noun[:-2] + "an"
    if noun.endswith("wives"):
        return noun[:-3] + "fe"
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("ches", "shes", "xes", "sses")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith(("ss", "us", "is")) else noun
