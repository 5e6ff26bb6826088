"""Downloads hold what is on the screen; the SQL behind them gives the same rows; charts leave as files."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path

import duckdb
import pyarrow.parquet as pq
import pytest
from starlette.testclient import TestClient

from polybius import charts
from polybius.errors import InputError, OutputError
from polybius.serve import brief, downloads, queries
from polybius.store import open as open_store

QUERY = {
    "directions": "between=FRA&between=IRN",
    "statements": "party=FRA",
    "partners": "party=FRA",
    "members": "party=FRA",
    "documents": "text=wheat",
}


@pytest.mark.parametrize("noun", queries.NOUNS)
def test_all_formats_hold_the_same_rows(noun: str, client: TestClient, path: Path) -> None:
    asked = f"/api/tables/{noun}.%s?{QUERY.get(noun, 'limit=3')}"
    rows = client.get(asked % "json").json()
    told = client.get("/api/openapi.json").json()["paths"][f"/api/tables/{noun}.json"]["get"]["responses"]["200"]
    assert (
        set(told["content"]["application/json"]["schema"]["items"]["properties"]) == set(rows[0] if rows else [])
        or not rows
    )
    assert len(list(csv.DictReader(io.StringIO(client.get(asked % "csv").text)))) == len(rows)
    assert pq.read_table(io.BytesIO(client.get(asked % "parquet").content)).num_rows == len(rows)
    sql = client.get(asked % "sql")
    assert "attachment" in sql.headers["content-disposition"]
    with duckdb.connect(str(path), read_only=True) as connection:
        assert len(connection.execute(sql.text).fetchall()) == len(rows)


def test_a_spreadsheet_runs_no_cell() -> None:
    assert downloads._cell("=1+1") == "'=1+1"
    assert downloads._cell(-1.5) == -1.5


def test_openapi_describes_every_route(client: TestClient) -> None:
    told = client.get("/api/openapi.json").json()
    assert told["openapi"].startswith("3.1")
    for address in told["paths"]:
        assert client.get(address).status_code in (200, 400, 404), address
    assert {"/charts/map.svg", "/storyline.md", "/api/tables/members.csv"} <= set(told["paths"])
    names = set(told["components"]["parameters"])
    for operation in (p["get"] for p in told["paths"].values()):
        assert {p["$ref"].rsplit("/", 1)[1] for p in operation["parameters"] if "$ref" in p} <= names


@pytest.mark.parametrize("kind", charts.KINDS)
@pytest.mark.parametrize("format_", ["svg", "png", "html"])
def test_charts_as_files(kind: str, format_: str, path: Path, tmp_path: Path) -> None:
    file = tmp_path / f"{kind}.{format_}"
    between = {"between": ("FRA", "IRN")} if kind == "dyad" else {}
    with open_store(path, read_only=True) as store:
        charts.save(store, kind, file, **between)
        assert file.read_bytes()[:4] == {"svg": b"<svg", "png": b"\x89PNG", "html": b"<!DO"}[format_]


def test_store_chart_and_what_it_refuses(path: Path, tmp_path: Path) -> None:
    with open_store(path, read_only=True) as store:
        told = charts.chart(store, "overview", party="FRA", width=400).to_dict()
        assert sum(r["incidents"] for r in told["datasets"]["rows0"]) == 3
        assert "Nothing found" in json.dumps(charts.chart(store, "network", since="2031-01-01").to_dict())
        with pytest.raises(InputError, match="unknown chart"):
            charts.chart(store, "pie")
        with pytest.raises(InputError, match="two parties"):
            charts.chart(store, "dyad")
        with pytest.raises(OutputError, match="unknown ending"):
            charts.save(store, "map", tmp_path / "map.gif")


def test_brief_keeps_markup_out() -> None:
    incident = {"start_day": None, "end_day": None, "actors": [], "recipients": [], "place": None, "type": "ACCUSE", "mode": None, "status": "asserted", "also": [], "sentence": "a [link](http://x) <b>*",
                "differences": ["day: 1 | 2"], "cited": {"source": "P_1", "title": None, "published": None, "url": "javascript:alert(1)"}}  # fmt: skip
    line = {
        "title": "# T",
        "first_day": 1,
        "last_day": 2,
        "countries": [],
        "incidents": 1,
        "documents": 1,
        "score": 0.0,
    }
    told = brief.markdown({"storyline": line, "lines": [incident], "found": 1})
    assert r"a \[link\](http://x) \<b\>\*" in told
    assert "javascript" not in told
    assert r"Witnesses differ: day: 1 \| 2" in told


def test_brief_tells_who_did_it_to_whom_and_days_as_exactly_as_they_are_known() -> None:
    told = {"place": None, "type": "ACCUSE", "mode": None, "status": "asserted", "also": [], "sentence": "They said so.", "differences": [], "cited": None,
            "first_published": date(2019, 5, 9), "actors": ["PER", "CHL"], "recipients": ["BOL"]}  # fmt: skip
    may, all_may = date(2019, 5, 1), date(2019, 5, 31)
    lines = [
        told | {"start_day": may, "end_day": may, "day_precision": "day"},
        told | {"start_day": may, "end_day": all_may, "day_precision": "month", "actors": []},
        told | {"start_day": None, "end_day": None, "status": "negated", "recipients": []},
    ]
    line = {
        "title": "T",
        "first_day": may,
        "last_day": all_may,
        "countries": ["PER", "UNO"],
        "incidents": 3,
        "documents": 1,
        "score": 0.0,
    }
    written = brief.markdown({"storyline": line, "lines": lines, "found": 3})
    assert "Peru, United Nations; 3 incidents" in written
    assert "**2019-05-01**: ACCUSE by Peru, Chile → Bolivia." in written
    assert "**2019-05**: ACCUSE towards Bolivia." in written
    assert "**day unknown, told 2019-05-09**: ACCUSE, negated by Peru, Chile." in written
