"""What the explorer refuses, and the headers of whatever it answers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import anyio
import duckdb
import pytest
from starlette.requests import Request
from starlette.testclient import TestClient

from polybius.errors import InputError
from polybius.serve import app, asking, guard
from polybius.serve.running import Answer, Runner, StoppedError, WatchedDatabase


@pytest.mark.parametrize(
    "address", ["/", "/api/overview", "/nowhere", "/static/explorer.css", "/?since=x", "/charts/overview.json"]
)
def test_every_answer_has_the_policy(address: str, client: TestClient) -> None:
    headers = client.get(address).headers
    assert "unsafe" not in headers["content-security-policy"]
    assert "script-src 'self'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"


def test_only_get(client: TestClient) -> None:
    for method in ("POST", "PUT", "DELETE", "PATCH", "OPTIONS"):
        assert client.request(method, "/").status_code == 405


def test_long_addresses_and_strange_hosts(client: TestClient) -> None:
    assert client.get("/" + "a" * 300).status_code == 414
    assert client.get("/?text=" + "a" * 9000).status_code == 414
    assert client.get("/", headers={"host": "evil.example"}).status_code == 400
    assert client.get("/", headers={"host": "localhost:8650"}).status_code == 200


@pytest.mark.parametrize(
    "file", ["/static/../app.py", "/static/%2e%2e%2fapp.py", "/static/app.py", "/charts/../../etc/passwd.json"]
)
def test_no_other_files(file: str, client: TestClient) -> None:
    assert client.get(file).status_code == 404


def test_token(path: Path) -> None:
    client = TestClient(app.make(path, hosts=None, token="secret"), base_url="http://10.0.0.5")
    assert client.get("/").status_code == 401
    assert client.get("/", headers={guard.HEADER: "secret"}).status_code == 200
    assert client.get("/", headers={"authorization": "Bearer secret"}).status_code == 200
    assert client.get("/enter?token=wrong").status_code == 401
    assert client.get("/", headers={guard.HEADER.encode(): b"s\xe9cret"}).status_code == 401
    assert client.get("/enter?token=secret").status_code == 200
    assert client.get("/").status_code == 200
    with pytest.raises(ValueError, match="token"):
        guard.Guard(client.app, None, None)


@pytest.mark.parametrize("value", ["'; DROP TABLE events; --", "' OR 1=1 --", "FRA') UNION SELECT 1 --", "%", "\\"])
def test_no_sql_from_the_address(value: str, client: TestClient, path: Path) -> None:
    for name in ("place", "incident"):
        assert client.get("/api/incidents", params={name: value}).json()["found"] == 0
    for name in ("mode", "country", "party"):  # of known words, or parties that the store holds, only
        assert client.get("/api/incidents", params={name: value}).status_code == 400
    assert client.get("/api/search", params={"text": value}).json()["text"] == value
    told = client.get("/api/tables/incidents.sql", params={"place": value}).text
    assert duckdb.connect(str(path), read_only=True).execute(told).fetchall() == []


def test_limits_of_what_may_be_asked() -> None:
    for parameters in (
        [("type", "AID")] * 61,
        [("text", "x" * 301)],
        [("limit", "0")],
        [("limit", "100001")],
        [("text", "a\0")],
        [("since", "2019-01-01")] * 2,
    ):
        with pytest.raises(InputError):
            asking.read(parameters)


def _request(leaves: bool) -> Request:
    async def receive() -> dict[str, Any]:
        if not leaves:
            await anyio.sleep_forever()
        return {"type": "http.disconnect"}

    return Request({"type": "http", "method": "GET", "path": "/", "headers": [], "query_string": b""}, receive)


@pytest.mark.parametrize(("leaves", "reason"), [(True, "left"), (False, "longer than")])
def test_work_is_stopped(leaves: bool, reason: str, path: Path) -> None:
    database = WatchedDatabase(path)
    runner = Runner(database, seconds=0.3)

    def work() -> Answer:
        with database.connected() as connection:
            connection.execute(
                "SELECT count(*) FROM range(10000000000) a, range(1000) b WHERE a.range + b.range = 7"
            ).fetchall()
        raise AssertionError("the query ran to its end")

    async def ask() -> None:
        with anyio.fail_after(10), pytest.raises(StoppedError, match=reason):
            await runner.run(_request(leaves), ("key",), work)

    anyio.run(ask)


def test_a_new_store_file_empties_the_shelf(tmp_path: Path, path: Path) -> None:
    copy = tmp_path / "copy.duckdb"
    copy.write_bytes(path.read_bytes())
    with TestClient(app.make(copy)) as client:
        assert client.get("/api/incidents").json()["found"] == 4
        _drop_attack(copy, tmp_path / "new.duckdb")
        assert client.get("/api/incidents").json()["found"] == 3


def _drop_attack(copy: Path, new: Path) -> None:
    new.write_bytes(copy.read_bytes())
    with duckdb.connect(str(new)) as connection:
        connection.execute("DELETE FROM incidents WHERE type = 'ASSAULT'")
    new.replace(copy)


def test_a_nul_is_told_as_what_it_is(client: TestClient) -> None:
    answer = client.get("/incidents?text=%00")
    assert answer.status_code == 400 and "NUL" in answer.text and "more than" not in answer.text
