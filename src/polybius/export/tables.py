"""Incidents and events of a store in the columns of Phoenix, ICEWS, POLECAT and GDELT, and in the store's own.

Each side's columns are of the same parties in the same order. CAMEO root codes come from PLOVER's published mapping.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from polybius import incidents
from polybius.export import countries
from polybius.export.asked import SIDES, Row
from polybius.lexicon import ontology
from polybius.lexicon.actor_schema import SPECIAL
from polybius.model import Actor
from polybius.version import __version__


def _braced(pattern: str) -> list[str]:
    """``Source {Name,Country}`` as its columns."""
    head, _, rest = pattern.partition("{")
    if not rest:
        return [pattern]
    inner, _, tail = rest.partition("}")
    return [f"{head}{word}{tail}" for word in inner.split(",")]


def _columns(*patterns: str) -> list[str]:
    return [name for pattern in patterns for name in _braced(pattern)]


PHOENIX = _columns(
    "EventID", "Date", "Year", "Month", "Day", "SourceActor{Full,Entity,Role,Attribute}", "TargetActor{Full,Entity,Role,Attribute}", "EventCode",
    "EventRootCode", "QuadClass", "GoldsteinScore", "Issues", "Lat", "Lon", "LocationName", "StateName", "CountryCode", "SentenceID", "URLs", "NewsSources",
)  # fmt: skip
ICEWS = _columns(
    "Event ID", "Event Date", "Source {Name,Sectors,Country}", "Event Text", "CAMEO Code", "Intensity", "Target {Name,Sectors,Country}", "Story ID",
    "Sentence Number", "Publisher", "City", "District", "Province", "Country", "Latitude", "Longitude",
)  # fmt: skip
_PARTY = ("{} {Name,Country,COW}", "Primary {} Sector", "{} {Sectors,Title,Name Raw}", "Wikipedia {} ID")


def _party_columns(side: str) -> list[str]:
    return _columns(*(p.replace("{}", side, 1) for p in _PARTY))


POLECAT = [
    *_columns("Event {ID,Date,Type,Mode,Intensity}", "Quad Code", "Contexts"), *_party_columns("Actor"), *_party_columns("Recipient"),
    *_columns("Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename", "Feature Type", "Source",
              "Publication Date", "Story {People,Organizations,Locations}", "Language", "Version"),
]  # fmt: skip
_GDELT_ACTOR = (
    "{Code,Name,CountryCode,KnownGroupCode,EthnicCode,Religion1Code,Religion2Code,Type1Code,Type2Code,Type3Code}"
)
_GDELT_GEO = "{Type,FullName,CountryCode,ADM1Code,ADM2Code,Lat,Long,FeatureID}"
GDELT = _columns(
    "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate", f"Actor1{_GDELT_ACTOR}", f"Actor2{_GDELT_ACTOR}", "IsRootEvent", "EventCode", "EventBaseCode",
    "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions", "NumSources", "NumArticles", "AvgTone", f"Actor1Geo_{_GDELT_GEO}", f"Actor2Geo_{_GDELT_GEO}",
    f"ActionGeo_{_GDELT_GEO}", "DATEADDED", "SOURCEURL",
)  # fmt: skip


def _sectors(party: Actor) -> list[str]:
    """A party's sectors, the main one first."""
    return list(dict.fromkeys(s for s in (party.sector, *party.sectors) if s))


def _flat(row: Row, _: int) -> Row:
    """All columns of the store, its lists joined; the parties once more, each whole."""
    whole = {f"{side}_parties": "; ".join(_said(p) for p in row[f"{side}_parties"]) for side in SIDES}
    flat = {k: ";".join(map(str, v)) if isinstance(v, list) else v for k, v in row.items() if k != "attribution"}
    return flat | whole


def _said(party: Actor) -> str:
    """A party in words: country, sectors, name."""
    return " ".join([party.country or "?", *_sectors(party), f"({party.name.replace(';', ',')})"])


def _sides(row: Row) -> tuple[Actor | None, Actor | None]:
    """The one party of each side. Two who meet, agree or fight act both, for PLOVER; where a format has one source and one target, each is one."""
    actors, recipients = (row[f"{side}_parties"] for side in SIDES)
    source = actors[0] if actors else None
    if recipients or source is None or row["type"] not in incidents.RECIPROCAL:
        return source, recipients[0] if recipients else None
    others = sorted(actors[1:], key=lambda party: party.country == source.country)
    return source, others[0] if others else None


def _cameo(row: Row) -> str:
    return ontology.cameo_root(row["type"])


def _phoenix(row: Row, _: int) -> Row:
    day: date | None = row["start_day"]
    out: Row = {"EventID": row["id"], "EventCode": _cameo(row) + "0", "EventRootCode": _cameo(row), "QuadClass": row["quad"], "GoldsteinScore": row["score"],
                "Lat": row["latitude"], "Lon": row["longitude"], "LocationName": row["place"], "StateName": row["admin1"], "CountryCode": row["place_country"],
                "SentenceID": f"{row['document']}_{row['sentence_number']}", "URLs": row["url"], "NewsSources": row["source"], "Issues": ";".join(row["contexts"])}  # fmt: skip
    if day:
        out |= {"Date": day.strftime("%Y%m%d"), "Year": day.year, "Month": day.month, "Day": day.day}
    for side, party in zip(("SourceActor", "TargetActor"), _sides(row), strict=True):
        if party:
            role, attribute = [*_sectors(party), "", ""][:2]
            entity = party.country or ""
            out |= {
                f"{side}Full": entity + role + attribute,
                f"{side}Entity": entity,
                f"{side}Role": role,
                f"{side}Attribute": attribute,
            }
    return out


def _icews(row: Row, number: int) -> Row:
    out: Row = {"Event ID": number, "Event Date": row["start_day"], "Event Text": _text(row), "CAMEO Code": _cameo(row), "Intensity": row["score"],
                "Story ID": row["document"], "Sentence Number": (row["sentence_number"] or 0) + 1, "Publisher": row["source"], "City": _city(row),
                "Province": row["admin1"], "Country": countries.name(row["place_country"]), "Latitude": row["latitude"], "Longitude": row["longitude"]}  # fmt: skip
    for side, party in zip(("Source", "Target"), _sides(row), strict=True):
        if party:
            out |= {
                f"{side} Name": party.name,
                f"{side} Sectors": ",".join(_sectors(party)),
                f"{side} Country": countries.name(party.country),
            }
    return out


def _text(row: Row) -> str:
    return str(row["type"]).capitalize() + (f" ({row['mode']})" if row["mode"] else "")


def _city(row: Row) -> str | None:
    return row["place"] if row["place_precision"] in ("city", "point") else None


def _polecat(row: Row, _: int) -> Row:
    out: Row = {"Event ID": row["id"], "Event Date": row["start_day"], "Event Type": row["type"], "Event Mode": row["mode"], "Event Intensity": row["score"],
                "Quad Code": row["quad"], "Contexts": ";".join(row["contexts"]), "Placename": row["place"], "City": _city(row),
                "Province": row["admin1"], "Country": row["place_country"],
                "Latitude": row["latitude"], "Longitude": row["longitude"], "GeoNames ID": row["geonames_id"], "Raw Placename": row["place"],
                "Feature Type": row["place_precision"], "Source": row["source"], "Publication Date": row["published"], "Language": row["language"] or "en",
                "Version": f"polybius {__version__}"}  # fmt: skip
    for side in ("Actor", "Recipient"):
        parties: list[Actor] = row[f"{side.lower()}_parties"]
        out |= {
            f"{side} Name": _aligned([p.name for p in parties]),
            f"{side} Country": _aligned([p.country or "" for p in parties]),
            f"Primary {side} Sector": _aligned([p.sector for p in parties]),
            f"{side} Sectors": _aligned([",".join(_sectors(p)) for p in parties]),
            f"{side} Title": _aligned([p.role for p in parties]),
            f"{side} Name Raw": _aligned([p.text for p in parties]),
        }
    return out


def _aligned(values: Sequence[str]) -> str:
    """One value a party, in the order of the parties; "" where none has any."""
    return ";".join(v.replace(";", ",") for v in values) if any(values) else ""


_GEO_TYPES = {"country": 1, "admin1": 5, "city": 4, "point": 4}
_AMERICAN_TYPES = {"admin1": 2, "city": 3, "point": 3}  # GDELT tells its own land's places apart


def _gdelt(row: Row, number: int) -> Row:
    day: date | None = row["start_day"]
    root, precision = _cameo(row), row["place_precision"] or ""
    types = _GEO_TYPES | _AMERICAN_TYPES if row["place_country"] == "USA" else _GEO_TYPES
    out: Row = {"GLOBALEVENTID": number, "IsRootEvent": 1, "EventCode": root + "0", "EventBaseCode": root + "0", "EventRootCode": root, "QuadClass": row["quad"],
                "GoldsteinScale": row["score"], "NumMentions": row["events"], "NumSources": row["sources"], "NumArticles": row["documents"],
                "ActionGeo_Type": types.get(precision, 0), "ActionGeo_FullName": row["place"],
                "ActionGeo_CountryCode": countries.fips(row["place_country"]), "ActionGeo_Lat": row["latitude"], "ActionGeo_Long": row["longitude"],
                "ActionGeo_FeatureID": row["geonames_id"], "SOURCEURL": row["url"],
                "DATEADDED": row["published"].strftime("%Y%m%d000000") if row["published"] else None}  # fmt: skip
    if day:
        out |= {
            "SQLDATE": day.strftime("%Y%m%d"),
            "MonthYear": day.strftime("%Y%m"),
            "Year": day.year,
            "FractionDate": round(day.year + (day.timetuple().tm_yday - 1) / 365, 4),
        }
    for side, party in zip(("Actor1", "Actor2"), _sides(row), strict=True):
        if party:
            land, kinds = _land_and_kinds(party)
            out |= {f"{side}Code": (party.country or "") + party.sector, f"{side}Name": party.name.upper(), f"{side}CountryCode": land,
                    f"{side}KnownGroupCode": "UNO" if party.country == "UNO" else "",
                    **{f"{side}Type{n}Code": kind for n, kind in enumerate([*kinds, "", "", ""][:3], 1)}}  # fmt: skip
    return out


def _land_and_kinds(party: Actor) -> tuple[str, list[str]]:
    """A party's country, and what it is: of bodies of no country CAMEO has the code among the kinds, for PLOVER it is one of countries."""
    if party.country not in SPECIAL:
        return party.country or "", _sectors(party)
    if party.country == "EUR":  # a region, for CAMEO
        return "EUR", _sectors(party)
    return "", ["IGO" if party.country == "UNO" else party.country, *_sectors(party)]


Convert = Callable[[Row, int], Row]
FORMATS: dict[str, tuple[list[str], Convert, bool, str]] = {
    "polecat": (POLECAT, _polecat, True, "\t"),
    "icews": (ICEWS, _icews, True, "\t"),
    "phoenix": (PHOENIX, _phoenix, False, "\t"),
    "gdelt": (GDELT, _gdelt, False, "\t"),
    "csv": ([], _flat, True, ","),
}
