"""The compiled gazetteer: a read-only SQLite file, built once and kept in the cache folder, read page by page.

Without a cache folder that can be written it is built in a temporary file: slower to start, same answers.
"""

from __future__ import annotations

import contextlib
import hashlib
import math
import os
import sqlite3
from collections import defaultdict
from pathlib import Path

import platformdirs

from polybius import replacing
from polybius.lexicon import files
from polybius.where import records, sources
from polybius.where.records import fold
from polybius.where.sources import Row

_TABLES = """
CREATE TABLE entry(id INTEGER PRIMARY KEY, name TEXT, kind TEXT, latitude REAL, longitude REAL, geonames_id INTEGER,
                   country TEXT, admin1 TEXT, population INTEGER, capital INTEGER);
CREATE TABLE name(key TEXT, id INTEGER, strong INTEGER, PRIMARY KEY(key, id)) WITHOUT ROWID;
CREATE TABLE news(key TEXT PRIMARY KEY, country TEXT) WITHOUT ROWID;
"""
_SEAT_KM = 500
_NEAR_KM = 150


def open_index() -> sqlite3.Connection:
    """A connection to the compiled gazetteer, which is built when no cache holds it."""
    name = f"places-{_digest()}.sqlite"
    for folder in _caches():
        if os.access(folder / name, os.R_OK):
            return sqlite3.connect(f"file:{folder / name}?mode=ro&immutable=1", uri=True, check_same_thread=False)
    for folder in _caches():
        with contextlib.suppress(OSError, sqlite3.OperationalError):
            return _keep(folder, name)
    index = sqlite3.connect("", check_same_thread=False)
    build(index)
    return index


def build(index: sqlite3.Connection) -> None:
    """Fills an empty database from the packages and our own YAML."""
    index.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-8000;" + _TABLES)
    regions = list(sources.regions())
    fixed = [*sources.countries(), *sources.landmarks(), *regions]
    identity = 0
    for rows in (fixed, sources.cities(_admin1(regions))):
        for row in rows:
            identity += 1
            _insert(index, identity, row)
    index.executemany("INSERT INTO news VALUES (?,?)", sources.in_the_news().items())
    index.commit()


def distance_km(first: tuple[float, float], second: tuple[float, float]) -> float:
    """Great-circle distance between two (latitude, longitude) in decimal degrees."""
    a, b = math.radians(first[0]), math.radians(second[0])
    turn = math.radians(second[1] - first[1])
    cosine = math.sin(a) * math.sin(b) + math.cos(a) * math.cos(b) * math.cos(turn)
    return 6371.0 * math.acos(max(-1.0, min(1.0, cosine)))


def _insert(index: sqlite3.Connection, identity: int, row: Row) -> None:
    entry = row.entry
    index.execute(
        "INSERT INTO entry VALUES (?,?,?,?,?,?,?,?,?,?)",
        (identity, entry.name, entry.kind, entry.latitude, entry.longitude, entry.geonames_id, entry.country,
         entry.admin1, entry.population, entry.capital),
    )  # fmt: skip
    keys: dict[str, bool] = {}
    for spelling, strong in row.names:
        key = fold(spelling)
        if key:
            keys[key] = keys.get(key, False) or strong
    index.executemany("INSERT OR IGNORE INTO name VALUES (?,?,?)", [(key, identity, keys[key]) for key in keys])


def _admin1(regions: list[Row]) -> dict[tuple[str, str], str]:
    """Names the region behind each GeoNames region code, which no package spells out: by the seat that bears the
    region's name, else by the nearest middle; a code that neither settles stays unnamed."""
    groups: dict[str, dict[str, list[tuple[int, str, float, float]]]] = defaultdict(lambda: defaultdict(list))
    for city in sources.records(sources.cities_path()):
        found = (city["population"], fold(city["name"]), city["latitude"], city["longitude"])
        groups[city["countrycode"]][city["admin1code"]].append(found)
    units: dict[str, list[Row]] = defaultdict(list)
    for row in regions:
        if row.entry.kind == "admin1":
            units[row.code[:2]].append(row)
    named: dict[tuple[str, str], str] = {}
    for country, codes in groups.items():
        for code, cities in codes.items():
            if region := _region_of(country, code, cities, units[country]):
                named[country, code] = region
    return named


def _region_of(country: str, code: str, cities: list[tuple[int, str, float, float]], units: list[Row]) -> str | None:
    middle = (sum(city[2] for city in cities) / len(cities), sum(city[3] for city in cities) / len(cities))
    seats = {name for _, name, _, _ in sorted(cities, reverse=True)[:3]}
    reached: list[tuple[float, str]] = []
    for row in units:
        if row.code == f"{country}-{code}" and code.isalpha():
            return row.entry.name
        away = distance_km(middle, (row.entry.latitude or 0.0, row.entry.longitude or 0.0))
        seated = any(fold(name) in seats for name, strong in row.names if strong)
        if seated and away < _SEAT_KM:
            away /= 10
        reached.append((away, row.entry.name))
    reached.sort()
    if not reached or reached[0][0] > _NEAR_KM or (len(reached) > 1 and reached[1][0] < 1.5 * reached[0][0]):
        return None
    return reached[0][1]


def _digest() -> str:
    """Changes with our YAML, the code that reads it, and the packages' data (by size: they are large)."""
    digest = hashlib.sha256()
    for path in [*files.sources("places"), Path(__file__), Path(sources.__file__), Path(records.__file__)]:
        digest.update(path.name.encode() + path.read_bytes())
    for path in (sources.cities_path(), sources.countries_path(), sources.regions_path()):
        digest.update(f"{path.name}{path.stat().st_size}".encode())
    return digest.hexdigest()[:24]


def _caches() -> list[Path]:
    return [Path(files.__file__).parent / "_compiled", Path(platformdirs.user_cache_dir("polybius"))]


def _keep(folder: Path, name: str) -> sqlite3.Connection:
    folder.mkdir(parents=True, exist_ok=True)
    with replacing.path(folder / name) as begun, contextlib.closing(sqlite3.connect(begun)) as index:
        build(index)
    for old in folder.glob("places-*.sqlite"):
        if old.name != name:
            old.unlink(missing_ok=True)
    return sqlite3.connect(f"file:{folder / name}?mode=ro&immutable=1", uri=True, check_same_thread=False)
