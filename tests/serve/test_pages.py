"""Every page answers, says what the store holds, escapes what reports say, and keeps its filters in its links."""

from __future__ import annotations

import json
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.testclient import TestClient

from polybius.serve import app
from polybius.serve.views import VIEWS
from polybius.store import open as open_store
from tests.serve.conftest import NASTY
from tests.store import made

CODES = {"pair": "between=FRA&between=IRN", "actor": "party=FRA", "search": "text=wheat", "document": "document=d0005"}


def _id(path: Path, table: str, where: str = "true") -> str:
    with open_store(path, read_only=True) as store:
        return str(store.rows(f"SELECT id FROM {table} WHERE {where} ORDER BY id")[0]["id"])


def _query(view: str, path: Path) -> str:
    if view in ("incident", "storyline"):
        return f"{view}={_id(path, view + 's')}"
    return CODES.get(view, "")


class Tags(HTMLParser):
    """All tags with their attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.all: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.all.append((tag, dict(attrs)))

    def of(self, tag: str) -> list[dict[str, str | None]]:
        return [a for t, a in self.all if t == tag]


@pytest.mark.parametrize("view", [v for v in VIEWS if v != "storyline"])
def test_page_and_api_tell_the_same(view: str, client: TestClient, path: Path) -> None:
    query = _query(view, path)
    page = client.get(f"/{'' if view == 'overview' else view}?{query}")
    told = client.get(f"/api/{view}?{query}")
    assert page.status_code == told.status_code == 200, page.text[-500:]
    data: dict[str, Any] = told.json()
    for row in data.get("incidents", [])[:3] if isinstance(data.get("incidents"), list) else []:
        assert f"incident={row['id']}" in page.text


@pytest.mark.parametrize("view", [v for v in VIEWS if v != "storyline"])
def test_nothing_of_a_report_becomes_markup(view: str, client: TestClient, path: Path) -> None:
    text = client.get(f"/{'' if view == 'overview' else view}?{_query(view, path)}").text
    tags = Tags(text)
    assert all("src" in s and s["src"] in ("/static/vega.js", "/static/explorer.js") for s in tags.of("script"))
    assert not any(a.startswith("on") or a == "style" for _, attributes in tags.all for a in attributes)
    assert all(not str(i.get("src")).startswith("x") for i in tags.of("img"))
    assert "<style" not in text


def test_a_nasty_report_is_shown_as_it_is(client: TestClient) -> None:
    text = client.get("/document?document=d0005").text
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &#34;quoted&#34; &amp; &#39;single&#39;" in text
    assert "שלום עולם" in text
    assert 'dir="auto"' in text


def test_every_filter_stays_in_the_links(client: TestClient) -> None:
    page = Tags(client.get("/?since=2019-05-01&type=ASSAULT&type=CONSULT&min_confidence=0.5").text)
    for link in (
        str(a["href"]) for a in page.of("a") if str(a.get("href", "")).startswith(("/map", "/network", "/incidents"))
    ):
        asked = parse_qs(urlsplit(link).query)
        assert asked["since"] == ["2019-05-01"]
        assert asked["type"] == ["ASSAULT", "CONSULT"]


@pytest.mark.parametrize(
    ("query", "found"),
    [("", 4), ("type=ASSAULT", 1), ("since=2019-05-15", 2), ("until=2019-05-15", 2), ("party=SYR", 1), ("actor=IRN", 1), ("recipient=ISR", 1),
     ("between=FRA&between=IRN", 3), ("country=AUT", 2), ("place=geneva", 2), ("quad=4", 1), ("status=negated", 0), ("min_sources=2", 2),
     ("context=diplomatic", 4), ("sector=GOV", 4), ("text=dogs", 2), ("min_confidence=0.95", 0), ("document=d0003", 1)],
)  # fmt: skip
def test_filters(query: str, found: int, client: TestClient) -> None:
    assert client.get(f"/api/incidents?{query}").json()["found"] == found


def test_empty_states_say_what_to_do(client: TestClient) -> None:
    for address in ("/", "/incidents", "/map", "/network", "/storylines"):
        text = client.get(f"{address}?since=2030-01-01").text
        assert "Ask for a longer period or fewer conditions" in text, address
        assert "clear all filters" in text


def test_wrong_addresses_say_what_is_wrong(client: TestClient) -> None:
    for query, part in (
        ("since=x", "YYYY-MM-DD"),
        ("foo=1", "unknown filter"),
        ("quad=7", "1 to 4"),
        ("between=FRA", "two parties"),
        ("type=WAR", "unknown type"),
    ):
        page, api = client.get(f"/?{query}"), client.get(f"/api/overview?{query}")
        assert (page.status_code, api.status_code) == (400, 400)
        assert part in page.text
        assert part in json.dumps(api.json())
    assert client.get("/incident?incident=none").status_code == 404
    assert client.get("/nowhere").status_code == 404


def test_empty_fields_leave_the_address(client: TestClient) -> None:
    answer = client.get("/?since=&party=FRA&until=", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/?party=FRA")


def test_incident_shows_witnesses_and_differences(client: TestClient, path: Path) -> None:
    attack = _id(path, "incidents", "type = 'ASSAULT'")
    text = client.get(f"/incident?incident={attack}").text
    assert text.count("<article>") == 3
    assert "denied by" in text
    known = client.get(f"/api/incident?incident={attack}").json()
    assert [h["documents"] for h in known["history"]] == [1, 2, 3]
    status = next(a for a in known["agreement"] if a["on"] == "status")
    assert not status["agree"]


def test_document_pieces_make_up_the_text(client: TestClient) -> None:
    data = client.get("/api/document?document=d0001").json()
    assert "".join(p["text"] for p in data["pieces"]) == data["document"]["text"]
    marked = [p for p in data["pieces"] if p["kind"]]
    assert {p["kind"] for p in marked} >= {"party", "place"}
    assert all(p["why"] is not None for p in marked)
    assert NASTY.split()[0] in client.get("/api/document?document=d0005").json()["document"]["text"]


def test_a_country_is_shown_by_those_in_its_name_and_its_partners(client: TestClient) -> None:
    data = client.get("/api/actor?party=FRA").json()
    assert [m["name"] for m in data["members"]] == ["FRA"]
    assert [(p["party"], p["does"], p["bears"]) for p in data["partners"]] == [("IRN", 3, 1)]
    by_id = client.get("/api/actor?party=fra").json()
    assert by_id["names"] == ["FRA"]
    assert [p["party"] for p in by_id["partners"]] == ["IRN"]


def test_search_shows_where_the_words_stand(client: TestClient) -> None:
    (first, *_) = client.get("/api/search?text=debt").json()["documents"]
    assert [h["text"] for h in first["hits"] if h["hit"]] == ["debts"]
    assert "<b>debts</b>" in client.get("/search?text=debt").text


@pytest.mark.parametrize("written", ["FRA", "fra", "France", "france"])
def test_a_party_is_the_same_however_a_reader_writes_it(written: str, client: TestClient) -> None:
    found = client.get("/api/incidents", params={"party": "FRA"}).json()["found"]
    assert found and client.get("/api/incidents", params={"party": written}).json()["found"] == found
    pair = client.get("/api/tables/dyads.json", params={"between": [written, "iran"], "by": "year"}).json()
    assert pair == client.get("/api/tables/dyads.json", params={"between": ["FRA", "IRN"], "by": "year"}).json() != []
    assert "FRA" in client.get("/incidents", params={"party": written}).text


def test_a_party_that_the_store_does_not_hold_is_told_with_the_nearest(client: TestClient) -> None:
    for page in ("/incidents", "/", "/network", "/api/pair", "/charts/overview.json"):
        told = client.get(page, params={"party": "Frannce"})
        assert told.status_code == 400 and "the store holds no party" in told.text and "FRA" in told.text
    assert (
        client.get("/incidents", params={"party": "DEU"}).status_code == 200
    )  # a country that does nothing here is no slip


def test_what_has_no_day_stands_in_a_timeline_where_it_was_told(tmp_path: Path) -> None:
    path = tmp_path / "line.duckdb"
    types = {6: "ACCUSE", 12: "CONSULT", 18: "AID"}
    told = [f"FRA {type_} IRN in Geneva on 2019-05-{day:02} over the sale of wheat" for day, type_ in types.items()]
    with open_store(path) as store:
        reports = [made.report(n, s, day=date(2019, 5, 6 + 6 * n)) for n, s in enumerate(told)]
        store.ingest(reports, made.MadeCoder())  # type: ignore[arg-type]
        with store.database.transaction() as connection:
            connection.execute(
                "UPDATE events SET start_day = NULL, end_day = NULL, day_precision = NULL WHERE document = 'd0001'"
            )
        store.join()
        (line,) = store.storylines().rows()
    with TestClient(app.make(path)) as client:
        lines = client.get("/api/storyline", params={"storyline": line["id"]}).json()["lines"]
        page = client.get("/storyline", params={"storyline": line["id"]}).text
    assert [i["start_day"] for i in lines] == ["2019-05-06", None, "2019-05-18"]
    assert "day unknown, told 2019-05-12" in page and "France" in page
