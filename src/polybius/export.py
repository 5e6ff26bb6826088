"""Writes a store's incidents (or all events) in the column orders that the field's scripts read.

What each format loses stands in docs/export.md. CAMEO root codes come from PLOVER's published mapping.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow.dataset as ds

from polybius import replacing
from polybius.errors import OutputError
from polybius.lexicon import ontology
from polybius.store import Store
from polybius.version import __version__

Row = dict[str, Any]


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

_INCIDENTS = """
SELECT i.*, e.id AS event, e.sentence_number, e.geonames_id, e.admin1, e.contexts AS event_contexts, d.id AS document, d.source, d.url, d.published, d.language
FROM incidents i JOIN (SELECT incident, arg_max(id, confidence) AS best FROM events GROUP BY incident) b ON b.incident = i.id
JOIN events e ON e.id = b.best JOIN documents d ON d.id = e.document ORDER BY i.start_day NULLS LAST, i.id"""
_EVENTS = """
SELECT e.*, e.id AS event, 1 AS events, 1 AS documents, 1 AS sources, d.source, d.url, d.published, d.language
FROM events e JOIN documents d ON d.id = e.document ORDER BY e.start_day NULLS LAST, e.id"""


def write(store: Store, format_: str, path: Path, every_event: bool = False) -> int:
    """Writes the export and returns how many rows it has; OutputError says why it can't be written.

    ``parquet`` writes a folder partitioned by year and month, the others one file.
    """
    try:
        if format_ == "parquet":
            return _parquet(store, path, every_event)
        rows = store.rows(_EVENTS if every_event else _INCIDENTS)
        with replacing.path(path) as begun, begun.open("w", encoding="utf-8", newline="") as stream:
            if format_ == "plover":
                stream.writelines(json.dumps(_plover(r), ensure_ascii=False) + "\n" for r in rows)
                return len(rows)
            names, convert, header, delimiter = _FORMATS[format_]
            out = csv.writer(stream, delimiter=delimiter, lineterminator="\n", quoting=csv.QUOTE_MINIMAL)
            names = names or list(rows[0] if rows else ())
            if header:
                out.writerow(names)
            for number, row in enumerate(rows, 1):
                made = convert(row, number)
                out.writerow([_clean(made.get(n)) for n in names])
        return len(rows)
    except OSError as error:
        raise OutputError(
            f"can't be written: {error.strerror or error}", str(path), "check that the folder exists and has room"
        ) from error


def _clean(value: Any) -> Any:
    """No tabs or line ends inside a cell: old readers split at them."""
    return " ".join(value.split()) if isinstance(value, str) else value


def _first(values: list[str]) -> str:
    return values[0] if values else ""


def _flat(row: Row, _: int = 0) -> Row:
    return {k: ";".join(map(str, v)) if isinstance(v, list) else v for k, v in row.items()}


def _cameo(row: Row) -> str:
    return ontology.cameo_root(row["type"])


def _phoenix(row: Row, _: int) -> Row:
    day: date | None = row["start_day"]
    out: Row = {"EventID": row["id"], "EventCode": _cameo(row) + "0", "EventRootCode": _cameo(row), "QuadClass": row["quad"], "GoldsteinScore": row["score"],
                "Lat": row["latitude"], "Lon": row["longitude"], "LocationName": row["place"], "CountryCode": row["place_country"],
                "SentenceID": f"{row['document']}_{row['sentence_number']}", "URLs": row["url"], "NewsSources": row["source"], "Issues": ";".join(row["contexts"])}  # fmt: skip
    if day:
        out |= {"Date": day.strftime("%Y%m%d"), "Year": day.year, "Month": day.month, "Day": day.day}
    for side, part in (("SourceActor", "actor"), ("TargetActor", "recipient")):
        country, sector = _first(row[f"{part}s"]), _first(row[f"{part}_sectors"])
        out |= {
            f"{side}Full": country + sector,
            f"{side}Entity": country,
            f"{side}Role": sector,
            f"{side}Attribute": "",
        }
    return out


def _icews(row: Row, number: int) -> Row:
    out: Row = {"Event ID": number, "Event Date": row["start_day"], "Event Text": _text(row), "CAMEO Code": _cameo(row), "Intensity": row["score"],
                "Story ID": row["document"], "Sentence Number": (row["sentence_number"] or 0) + 1, "Publisher": row["source"],
                "City": row["place"] if row["place_precision"] in ("city", "point") else None, "Province": row["admin1"], "Country": row["place_country"],
                "Latitude": row["latitude"], "Longitude": row["longitude"]}  # fmt: skip
    for side, part in (("Source", "actor"), ("Target", "recipient")):
        out |= {
            f"{side} Name": _first(row[f"{part}_names"]),
            f"{side} Sectors": ",".join(row[f"{part}_sectors"]),
            f"{side} Country": _first(row[f"{part}s"]),
        }
    return out


def _text(row: Row) -> str:
    return str(row["type"]).capitalize() + (f" ({row['mode']})" if row["mode"] else "")


def _polecat(row: Row, _: int) -> Row:
    out: Row = {"Event ID": row["id"], "Event Date": row["start_day"], "Event Type": row["type"], "Event Mode": row["mode"], "Event Intensity": row["score"],
                "Quad Code": row["quad"], "Contexts": ";".join(row["contexts"]), "Placename": row["place"],
                "City": row["place"] if row["place_precision"] == "city" else None, "Province": row["admin1"], "Country": row["place_country"],
                "Latitude": row["latitude"], "Longitude": row["longitude"], "GeoNames ID": row["geonames_id"], "Raw Placename": row["place"],
                "Feature Type": row["place_precision"], "Source": row["source"], "Publication Date": row["published"], "Language": row["language"] or "en",
                "Version": f"polybius {__version__}"}  # fmt: skip
    for side, part in (("Actor", "actor"), ("Recipient", "recipient")):
        out |= {f"{side} Name": ";".join(row[f"{part}_names"]), f"{side} Country": ";".join(row[f"{part}s"]), f"Primary {side} Sector": _first(row[f"{part}_sectors"]),
                f"{side} Sectors": ";".join(row[f"{part}_sectors"]), f"{side} Name Raw": ";".join(row[f"{part}_names"])}  # fmt: skip
    return out


def _gdelt(row: Row, number: int) -> Row:
    day: date | None = row["start_day"]
    root = _cameo(row)
    out: Row = {"GLOBALEVENTID": number, "IsRootEvent": 1, "EventCode": root + "0", "EventBaseCode": root + "0", "EventRootCode": root, "QuadClass": row["quad"],
                "GoldsteinScale": row["score"], "NumMentions": row["events"], "NumSources": row["sources"], "NumArticles": row["documents"],
                "ActionGeo_Type": {"country": 1, "admin1": 5, "city": 4, "point": 4}.get(row["place_precision"] or "", 0), "ActionGeo_FullName": row["place"],
                "ActionGeo_CountryCode": row["place_country"], "ActionGeo_Lat": row["latitude"], "ActionGeo_Long": row["longitude"],
                "ActionGeo_FeatureID": row["geonames_id"], "SOURCEURL": row["url"],
                "DATEADDED": row["published"].strftime("%Y%m%d000000") if row["published"] else None}  # fmt: skip
    if day:
        out |= {
            "SQLDATE": day.strftime("%Y%m%d"),
            "MonthYear": day.strftime("%Y%m"),
            "Year": day.year,
            "FractionDate": round(day.year + (day.timetuple().tm_yday - 1) / 365, 4),
        }
    for side, part in (("Actor1", "actor"), ("Actor2", "recipient")):
        sectors = [*row[f"{part}_sectors"], "", "", ""]
        out |= {f"{side}Code": _first(row[f"{part}s"]) + sectors[0], f"{side}Name": _first(row[f"{part}_names"]).upper(), f"{side}CountryCode": _first(row[f"{part}s"]),
                f"{side}Type1Code": sectors[0], f"{side}Type2Code": sectors[1], f"{side}Type3Code": sectors[2]}  # fmt: skip
    return out


def _plover(row: Row) -> Row:
    """A PLOVER JSON object of an incident; fields that PLOVER doesn't name come last."""

    def entities(part: str) -> list[Row]:
        return [{"code": c} for c in row[f"{part}s"]] or [{"identifier_text": n} for n in row[f"{part}_names"]]

    made: Row = {
        "id": row["id"], "date": _iso(row["start_day"]), "enddate": _iso(row["end_day"]), "actor": entities("actor"), "recipient": entities("recipient"),
        "event": [row["type"]], "mode": [row["mode"]] if row["mode"] else [], "context": row["contexts"], "quad_code": row["quad"], "event_scale": row["score"],
        "text": row["sentence"], "cite_info": {"publication": row["source"], "url": row["url"], "language": row["language"] or "en"},
        "coder": f"polybius {__version__}", "status": row["status"], "sources": row["sources"],
    }  # fmt: skip
    if row["place"]:
        made["event_loc"] = {
            "resolved_place": row["place"],
            "lat": row["latitude"],
            "lon": row["longitude"],
            "country_code": row["place_country"],
        }
    return made


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _parquet(store: Store, path: Path, every_event: bool) -> int:
    """A folder of Parquet files by year and month of the event; what has no day lies under year 0."""
    table = store.events().arrow() if every_event else store.incidents().arrow()
    days = table.column("start_day").to_pylist()
    table = table.append_column("year", [[d.year if d else 0 for d in days]]).append_column(
        "month", [[d.month if d else 0 for d in days]]
    )
    ds.write_dataset(
        table,
        path,
        format="parquet",
        partitioning=["year", "month"],
        partitioning_flavor="hive",
        existing_data_behavior="delete_matching",
    )
    return int(table.num_rows)


Convert = Callable[[Row, int], Row]
_FORMATS: dict[str, tuple[list[str], Convert, bool, str]] = {
    "polecat": (POLECAT, _polecat, True, "\t"),
    "icews": (ICEWS, _icews, True, "\t"),
    "phoenix": (PHOENIX, _phoenix, False, "\t"),
    "gdelt": (GDELT, _gdelt, False, "\t"),
    "csv": ([], _flat, True, ","),
}
FORMATS = ("polecat", "icews", "phoenix", "gdelt", "plover", "csv", "parquet")
