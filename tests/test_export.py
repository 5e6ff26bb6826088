"""Exports have the columns that the field's scripts expect, and the same incidents."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pyarrow.dataset as ds
import pytest

import polybius
from polybius import export
from polybius.errors import OutputError
from polybius.export import countries, tables
from polybius.model import Actor, Coded, Document, Event, Place, Span, When
from polybius.store import Store
from tests.store.made import ATTACK, FRENCH_TALKS, LATER_TALKS, OTHER_WORDS, MadeCoder, report


@pytest.fixture
def store() -> Store:
    made = polybius.open(":memory:")
    documents = [report(1, FRENCH_TALKS, ATTACK), report(2, OTHER_WORDS), report(3, LATER_TALKS, day=date(2019, 5, 21))]
    made.ingest(documents, MadeCoder())  # type: ignore[arg-type]  # a coder made by hand
    return made


@pytest.mark.parametrize(
    ("format_", "columns", "header"),
    [("polecat", 40, True), ("icews", 20, True), ("phoenix", 26, False), ("gdelt", 61, False)],
)
def test_columns(store: Store, tmp_path: Path, format_: str, columns: int, header: bool) -> None:
    path = tmp_path / "out.tsv"
    assert export.write(store, format_, path) == 3
    rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8")), delimiter="\t"))
    assert {len(r) for r in rows} == {columns} and len(rows) == 3 + header
    assert any("FRA" in cell for cell in rows[-1] + rows[0] + rows[1])


def test_every_event(store: Store, tmp_path: Path) -> None:
    assert export.write(store, "phoenix", tmp_path / "all.tsv", every_event=True) == 4


def test_plover_and_csv(store: Store, tmp_path: Path) -> None:
    export.write(store, "plover", tmp_path / "o.jsonl")
    first = json.loads((tmp_path / "o.jsonl").read_text(encoding="utf-8").splitlines()[0])
    assert first["event"] and first["date"] == "2019-05-06" and first["actor"][0]["code"] in ("FRA", "IRN", "SYR")
    export.write(store, "csv", tmp_path / "o.csv")
    assert len(list(csv.DictReader(io.StringIO((tmp_path / "o.csv").read_text(encoding="utf-8"))))) == 3


def test_parquet_by_month(store: Store, tmp_path: Path) -> None:
    export.write(store, "parquet", tmp_path / "set")
    assert (tmp_path / "set" / "year=2019" / "month=5").is_dir()
    assert ds.dataset(tmp_path / "set", partitioning="hive").count_rows() == 3


@pytest.mark.parametrize("format_", export.FORMATS)
@pytest.mark.parametrize(
    ("filters", "incidents", "events"),
    [
        ({"type": "assault"}, 1, 1),
        ({"party": "FRA", "until": "2019-05-10"}, 1, 2),
        ({"since": "2019-05-10"}, 1, 1),
        ({"text": "debts"}, 2, 2),  # the documents that hold the word tell of two things
        ({"status": "negated"}, 0, 0),
        ({"limit": 2}, 2, 2),
    ],
)
def test_filters(
    store: Store, tmp_path: Path, format_: str, filters: dict[str, Any], incidents: int, events: int
) -> None:
    for every_event, rows in ((False, incidents), (True, events)):
        path = tmp_path / str(every_event)
        assert export.write(store, format_, path, every_event, **filters) == rows
        if format_ == "parquet" and rows:
            assert ds.dataset(path, partitioning="hive").count_rows() == rows
        elif format_ in ("plover", "phoenix"):
            assert len(path.read_text(encoding="utf-8").splitlines()) == rows


def test_parquet_takes_the_place_of_an_earlier_export(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "set"
    (path / "year=2018" / "month=12").mkdir(parents=True)
    (path / "year=2018" / "month=12" / "part-0.parquet").write_bytes(b"of a month that holds nothing any more")
    (path / "notes.txt").write_text("by somebody else", encoding="utf-8")
    for filters, rows in (({}, 3), ({"type": "assault"}, 1), ({"status": "negated"}, 0)):
        assert export.write(store, "parquet", path, **filters) == rows  # type: ignore[arg-type]
        files = [file.relative_to(path).as_posix() for file in path.rglob("*") if file.is_file()]
        assert sorted(files) == ["notes.txt", *["year=2019/month=5/part-0.parquet"] * bool(rows)]
    assert sorted(p.name for p in tmp_path.iterdir()) == ["set"] and [p.name for p in path.iterdir()] == ["notes.txt"]


def test_no_room(store: Store, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="can't be written"):
        export.write(store, "icews", tmp_path / "no" / "out.tsv")


MEETING = Document(
    "Nigeria's president met the prime minister of Ghana in Accra.", date(2019, 5, 7), None, "Wire", None, "en", "m1"
)
AGAIN = replace(
    MEETING, text="In Accra, Ghana's prime minister held talks with Nigeria's leader.", source="Post", id="m2"
)
PRESIDENT = Actor("Nigeria's president", Span(0, 19), "Nigeria's president", None, "NGA", "GOV", (), "president")
MINISTER = Actor(
    "the prime minister of Ghana", Span(24, 51), "A; B", "gha.a-b", "GHA", "GOV", ("MIL",), "prime minister"
)
UNITED_NATIONS = Actor("UN", Span(0, 2), "United Nations", "uno.united-nations", "UNO")
ACCRA = Place("Accra", 5.6, -0.2, 2306104, "GHA", "Greater Accra", "city", "clause")
REPORTED = Actor("the papers", Span(0, 4), "the papers", None, None, "JRN")


class _Meetings:
    """Codes what it is told: sides as given by document id."""

    version = "made"
    language = SimpleNamespace(name="made")

    def __init__(self, **sides: tuple[tuple[Actor, ...], tuple[Actor, ...]]) -> None:
        self._sides = sides

    def pipe(self, documents: Iterable[Document], processes: int = 1) -> Iterator[Coded]:
        for document in documents:
            actors, recipients = self._sides[document.id or ""]
            span = Span(0, len(document.text))
            day = When(date(2019, 5, 6), date(2019, 5, 6), "day", "day")
            event = Event(
                f"{document.id}:0", "CONSULT", "visit", ("diplomatic",), actors, recipients, day, ACCRA, "asserted", REPORTED, span,
                Span(20, 23), 0.9, ("made",),
            )  # fmt: skip
            yield Coded(document, (span,), (event,))


def _meetings(**sides: tuple[tuple[Actor, ...], tuple[Actor, ...]]) -> Store:
    made = polybius.open(":memory:")
    made.ingest([d for d in (MEETING, AGAIN) if d.id in sides], _Meetings(**sides))  # type: ignore[arg-type]
    return made


def _rows(store: Store, tmp_path: Path, format_: str, every_event: bool = False) -> list[dict[str, str]]:
    export.write(store, format_, tmp_path / "rows", every_event)
    names, _, header, delimiter = tables.FORMATS[format_]
    text = io.StringIO((tmp_path / "rows").read_text(encoding="utf-8"))
    return list(csv.DictReader(text, None if header else names, delimiter=delimiter))


def _records(store: Store, tmp_path: Path, every_event: bool = False) -> list[dict[str, Any]]:
    export.write(store, "plover", tmp_path / "records", every_event)
    return [json.loads(line) for line in (tmp_path / "records").read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("every_event", [False, True])
def test_a_party_keeps_its_own_fields(tmp_path: Path, every_event: bool) -> None:
    with _meetings(m1=((PRESIDENT, MINISTER), ())) as store:
        (polecat,) = _rows(store, tmp_path, "polecat", every_event)
        assert polecat["Actor Name"] == "Nigeria's president;A, B" and polecat["Actor Country"] == "NGA;GHA"
        assert (polecat["Primary Actor Sector"], polecat["Actor Sectors"]) == ("GOV;GOV", "GOV;GOV,MIL")
        assert polecat["Actor Title"] == "president;prime minister"
        assert polecat["Actor Name Raw"] == "Nigeria's president;the prime minister of Ghana"
        (icews,) = _rows(store, tmp_path, "icews", every_event)
        assert (icews["Source Name"], icews["Source Country"]) == ("Nigeria's president", "Nigeria")
        assert (icews["Target Name"], icews["Target Country"]) == (
            "A; B",
            "Ghana",
        )  # who meet are one source and one target
        (gdelt,) = _rows(store, tmp_path, "gdelt", every_event)
        assert (gdelt["Actor1Code"], gdelt["Actor1Name"]) == ("NGAGOV", "NIGERIA'S PRESIDENT")
        (phoenix,) = _rows(store, tmp_path, "phoenix", every_event)
        assert (phoenix["SourceActorFull"], phoenix["TargetActorFull"]) == ("NGAGOV", "GHAGOVMIL")
        (flat,) = _rows(store, tmp_path, "csv", every_event)
        assert flat["actor_parties"] == "NGA GOV (Nigeria's president); GHA GOV MIL (A, B)"


def test_an_incident_has_the_parties_of_its_witnesses(tmp_path: Path) -> None:
    leader = replace(PRESIDENT, text="Nigeria's leader", name="leader")
    with _meetings(m1=((PRESIDENT, MINISTER), ()), m2=((MINISTER, leader), ())) as store:
        (one,) = _records(store, tmp_path)
        assert one["events"] == 2
        assert [(a["code"], a["identifier_text"]) for a in one["actor"]] == [
            ("GHA", "A; B"),
            ("NGA", "Nigeria's president"),
            ("NGA", "leader"),
        ]
        assert (
            {a["code"] for a in one["actor"]}
            == {"GHA", "NGA"}
            == set(*store.rows("SELECT actors FROM incidents")[0].values())
        )


def test_the_first_two_of_a_meeting_are_of_two_lands_where_they_can_be(tmp_path: Path) -> None:
    other = replace(PRESIDENT, name="Nigeria's envoy")
    with _meetings(m1=((PRESIDENT, other, MINISTER), ())) as store:
        assert _rows(store, tmp_path, "icews")[0]["Target Country"] == "Ghana"


def test_plover_holds_the_fields_of_the_codebook(tmp_path: Path) -> None:
    with _meetings(m1=((PRESIDENT,), (MINISTER,))) as store:
        (event,) = _records(store, tmp_path, every_event=True)
        (incident,) = _records(store, tmp_path)
        (held,) = store.rows("SELECT incident FROM events")
    for made in (event, incident):
        entity = {k: v for k, v in made["recipient"][0].items() if k not in ("start", "end")}
        assert entity == {
            "code": "GHA", "sector": "GOV", "sectors": ["MIL"], "entity_text": "the prime minister of Ghana", "identifier_id": "gha.a-b",
            "identifier_text": "A; B", "office": "prime minister",
        }  # fmt: skip
        assert made["event_text"] == ["met"] and made["confidence"] == 0.9 and made["mode"] == ["visit"]
        assert made["text_info"] == {"sequence": 0, "start": 0, "end": len(MEETING.text)}
        place = made["event_loc"]
        assert (place["resolution"], place["geonameid"], place["province"], place["country"]) == (
            "city",
            2306104,
            "Greater Accra",
            "Ghana",
        )
        assert made["date_info"] == {"precision": "day", "basis": "day"}
    assert (
        event["attribution"]["entity_text"] == "the papers"
        and event["why"] == ["made"]
        and event["link"] == held["incident"]
    )
    assert event["actor"][0]["start"] == 0 and incident["differences"] == [] and "link" in incident


def test_each_format_has_its_own_codes_of_countries(tmp_path: Path) -> None:
    with _meetings(m1=((UNITED_NATIONS,), (replace(MINISTER, country="CHE"),))) as store:
        (gdelt,) = _rows(store, tmp_path, "gdelt")
        assert gdelt["ActionGeo_CountryCode"] == "GH" and gdelt["Actor2CountryCode"] == "CHE"
        assert [gdelt[f"Actor1{n}"] for n in ("Code", "CountryCode", "KnownGroupCode", "Type1Code")] == [
            "UNO",
            "",
            "UNO",
            "IGO",
        ]
        (icews,) = _rows(store, tmp_path, "icews")
        assert (icews["Source Country"], icews["Target Country"], icews["Country"]) == ("", "Switzerland", "Ghana")
        (polecat,) = _rows(store, tmp_path, "polecat")
        assert (polecat["Actor Country"], polecat["Country"]) == ("UNO", "GHA")


def test_names_and_fips_codes_of_countries() -> None:
    assert [countries.fips(c) for c in ("GBR", "CHE", "CHN", "RUS", "IGO", None)] == ["UK", "SZ", "CH", "RS", "", ""]
    assert [countries.name(c) for c in ("GBR", "KOR", "NLD", "BES", "UNO", None)] == [
        "United Kingdom", "South Korea", "Netherlands", "Bonaire, Saint Eustatius and Saba", "", "",
    ]  # fmt: skip


def test_parties_are_read_as_the_store_reads_them(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    assert export.write(store, "csv", path, party="France") == export.write(store, "csv", path, party="FRA") > 0
