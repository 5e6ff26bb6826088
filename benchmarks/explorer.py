"""How fast the explorer answers: a store of made-up events, pages asked over loopback, percentiles as JSON.

    python benchmarks/explorer.py --events 1000000 --rounds 30 [--store FILE] [--memory 10000]

Each round asks every page for another period, so that no answer was kept; ``kept`` are answers asked again. ``cold`` is the first
page after a pause in which the server has let go of the file. ``--memory`` then asks as many addresses, four at a time, and
tells the server's resident megabytes at each tenth of them.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import resource
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx

import polybius
from polybius.serve.running import LINGER
from polybius.store import search

DAYS = 3650
COUNTRIES = "['USA','CHN','RUS','PRK','KOR','JPN','IRN','ISR','SYR','TUR','GBR','FRA','DEU','IND','PAK','UKR','POL','EGY','SAU','YEM','NGA','ETH','KEN','ZAF','BRA','MEX','VEN','COL','AUS','IDN','PHL','VNM','THA','MMR','BGD','AFG','IRQ','LBN','JOR','LBY']"
TYPES = "['CONSULT','AGREE','SUPPORT','COOPERATE','AID','RETREAT','ACCUSE','REQUEST','REJECT','THREATEN','PROTEST','SANCTION','MOBILIZE','COERCE','ASSAULT']"
QUADS = "[1,1,1,2,2,2,3,3,3,3,4,4,4,4,4]"
SCORES = "[2.5,2.5,5,6.5,7,6,-2,0,-2,-3.5,-5.5,-6,-6.5,-7,-9]"


def fill(path: Path, events: int) -> None:
    """Makes a store with as many events; half as many incidents, a fifth as many documents."""
    polybius.open(path).close()
    store = polybius.open(path)
    incidents, documents = max(1, events // 2), max(1, events // 5)
    pick = "CAST(hash(i * 31 + {}) % {} AS BIGINT)"
    base = f"""SELECT i, {COUNTRIES}[1 + CAST(sqrt({pick.format(1, 1600)}) AS INT) % 40] AS a,
        {COUNTRIES}[1 + CAST(sqrt({pick.format(2, 1600)}) AS INT) % 40] AS r, 1 + {pick.format(3, 15)} AS t,
        DATE '2015-01-01' + CAST({pick.format(4, DAYS)} AS INT) AS day, {pick.format(5, 300)} AS town,
        1 + CAST(pow({pick.format(6, 100)} / 100.0, 6) * 9 AS INT) AS sources"""
    words = "a || ' and ' || r || ' met over wheat number ' || i || ', officials said.'"
    common = f"""{TYPES}[t] AS type, NULL AS mode, CASE WHEN i % 20 = 0 THEN 'negated' ELSE 'asserted' END AS status, ['diplomatic'] AS contexts,
        [a] AS actors, ['GOV'] AS actor_sectors, [lower(a)] AS actor_ids, ['Government of ' || a] AS actor_names, [r] AS recipients,
        [] AS recipient_sectors, [lower(r)] AS recipient_ids, ['Government of ' || r] AS recipient_names, day AS start_day, day AS end_day,
        'day' AS day_precision, 'day' AS day_basis, 'Town ' || town AS place, -40 + town % 90.0 AS latitude, -120 + town * 0.8 AS longitude, a AS place_country"""
    with store.database.transaction() as connection:
        connection.execute(f"""INSERT INTO documents SELECT 'd' || i, 'c', 1, DATE '2015-01-01' + CAST({pick.format(4, DAYS)} AS INT), 'Report ' || i,
            'Paper ' || i % 40, NULL, 'en', 'coded', NULL, NULL, repeat('Ministers of several countries met over wheat and other matters. ', 20) || 'Subject' || i % 997
            FROM range({documents}) AS n(i)""")
        connection.execute(f"""INSERT INTO incidents SELECT 'i' || i, 's' || i // 20, {common}, 'city', {SCORES}[t], {QUADS}[t], 0.8, 2,
            sources + 1, sources, 'd' || i % {documents}, day, {words}, CASE WHEN i % 9 = 0 THEN ['day: 2015-01-01 (1), 2015-01-02 (1)'] ELSE [] END
            FROM ({base} FROM range({incidents}) AS n(i))""")
        connection.execute(
            f"""INSERT INTO events SELECT 'e' || i, 'd' || i % {documents}, 'i' || i % {incidents}, {common}, NULL, NULL, 'city', 'clause',
            CASE WHEN i % 10 = 0 THEN 'Government of ' || a END, CASE WHEN i % 10 = 0 THEN a END, CASE WHEN i % 10 = 0 THEN lower(a) END, {SCORES}[t], {QUADS}[t], '03', 0.8, 0, 0, 60, 20, 23, {words}, ['made']
            FROM ({base} FROM (SELECT i % {incidents} AS i FROM range({events}) AS n(i))) QUALIFY true""".replace(
                "'e' || i,", "'e' || row_number() OVER (),"
            ).replace("QUALIFY true", "")
        )
        connection.execute(
            """INSERT INTO parties SELECT id, 'actor', 0, actor_names[1], actor_ids[1], actors[1], 'GOV', [], '', actors[1], 0, 3 FROM events"""
        )
        connection.execute("""INSERT INTO pairs SELECT id, start_day, actors[1], recipients[1], type, quad, score, status, sources FROM incidents
            WHERE actors[1] <> recipients[1]""")
        connection.execute("""INSERT INTO storylines SELECT storyline, 'Storyline ' || storyline, min(start_day), max(start_day), list(DISTINCT actors[1])[1:3],
            count(*), sum(documents), avg(score) FROM incidents GROUP BY storyline""")
    with store.database.connected() as connection:
        search.prepare(connection)
    store.close()


def pages(number: int) -> dict[str, str]:
    """Addresses of all pages; each number asks for another period, and for other ids."""
    since = f"since={2015 + number % 5}-{1 + number % 12:02}-{1 + number % 28:02}"
    return {
        "overview": f"/?{since}", "overview, all": f"/?limit={10 + number}", "incidents": f"/incidents?{since}", "pair": f"/pair?between=USA&between=CHN&{since}",
        "actor": f"/actor?party=IRN&{since}", "map": f"/map?{since}", "network": f"/network?{since}", "network of names": f"/network?level=name&{since}",
        "storylines": f"/storylines?{since}", "storyline": f"/storyline?storyline=s{number * 7}", "incident": f"/incident?incident=i{number * 13}",
        "document": f"/document?document=d{number * 11}", "search": f"/search?text=wheat+subject{number * 31}&{since}", "chart overview": f"/charts/overview.json?{since}",
        "chart dyad": f"/charts/dyad.json?between=USA&between=CHN&{since}", "chart map": f"/charts/map.json?{since}", "chart network": f"/charts/network.json?{since}",
        "chart coverage": f"/charts/coverage.json?{since}", "csv": f"/api/tables/incidents.csv?limit=1000&{since}",
    }  # fmt: skip


def measure(client: httpx.Client, process: int, rounds: int) -> dict[str, dict[str, float]]:
    """Seconds by page: median, 95th percentile, largest; the median when asked again; and the processor's time that the server took.

    Where other programs want the processors too, the processor's time is what the page itself needs: an answer on idle cores takes no longer.
    """
    times: dict[str, list[float]] = {}
    again: dict[str, list[float]] = {}
    worked: dict[str, list[float]] = {}
    for number in range(rounds):
        for name, address in pages(number).items():
            for held in (times, again):
                begun, busy = time.perf_counter(), _processor(process)
                answer = client.get(address)
                held.setdefault(name, []).append(time.perf_counter() - begun)
                if held is times:
                    worked.setdefault(name, []).append(_processor(process) - busy)
                if answer.status_code != 200:
                    raise SystemExit(f"{address}: {answer.status_code} {answer.text[:300]}")
    return {
        name: {"p50": round(statistics.median(t), 4), "p95": _p95(t), "max": round(max(t), 4), "kept_p50": round(statistics.median(again[name]), 4),
               "processor_p50": round(statistics.median(worked[name]), 4), "processor_p95": _p95(worked[name])}
        for name, t in times.items()
    }  # fmt: skip


def _p95(times: list[float]) -> float:
    return round(sorted(times)[math.ceil(0.95 * len(times)) - 1], 4)


def _processor(process: int) -> float:
    """Seconds of processor time that a process has used (to a hundredth)."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def cold(client: httpx.Client, rounds: int) -> dict[str, float]:
    """Seconds for an overview asked after a pause longer than the file stays open."""
    times = []
    for number in range(rounds):
        time.sleep(LINGER + 0.5)
        begun = time.perf_counter()
        client.get(f"/?since=2018-03-{1 + number:02}&min_sources=1")
        times.append(time.perf_counter() - begun)
    return {"p50": round(statistics.median(times), 4), "max": round(max(times), 4)}


def memory(client: httpx.Client, process: int, requests: int) -> dict[str, float]:
    """Resident megabytes of the server after each tenth of many requests, hardly any of which were asked before."""
    addresses = [a for n in range(60) for a in pages(n).values()]
    told = {"0": _megabytes(process)}

    def ask(number: int) -> int:
        return client.get(
            f"{addresses[number % len(addresses)]}&min_confidence=0.{1 + number // len(addresses):03}"
        ).status_code

    with ThreadPoolExecutor(4) as askers:
        for tenth in range(10):
            wrong = [
                s for s in askers.map(ask, range(tenth * requests // 10, (tenth + 1) * requests // 10)) if s != 200
            ]
            if wrong:
                raise SystemExit(f"{len(wrong)} answers were not given, the first with {wrong[0]}")
            told[str((tenth + 1) * requests // 10)] = _megabytes(process)
    return told


def _megabytes(process: int) -> float:
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    return round(int(status.split("VmRSS:")[1].split()[0]) / 1024, 1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--memory", type=int, default=0, metavar="REQUESTS")
    parser.add_argument("--store", type=Path)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = arguments.store or Path(folder) / "bench.duckdb"
        if not path.exists():
            fill(path, arguments.events)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        code = f"import uvicorn; from pathlib import Path; from polybius.serve import app; uvicorn.run(app.make(Path({str(path)!r}), seconds=60), port={port}, log_level='warning')"
        server = subprocess.Popen([sys.executable, "-c", code])
        try:
            with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=120) as client:
                _wait(client)
                told = {
                    "events": arguments.events,
                    "megabytes": round(path.stat().st_size / 1e6),
                    "rounds": arguments.rounds,
                    "seconds": measure(client, server.pid, arguments.rounds),
                    "cold": cold(client, min(10, arguments.rounds)),
                }
                if arguments.memory:
                    told["memory_megabytes"] = memory(client, server.pid, arguments.memory)
        finally:
            server.terminate()
            server.wait()
        told["server_peak_megabytes"] = round(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)
        print(json.dumps(told, indent=1))


def _wait(client: httpx.Client) -> None:
    for _ in range(1200):  # two minutes: a busy machine is slow to start it
        try:
            client.get("/static/explorer.css")
            return
        except httpx.TransportError:
            time.sleep(0.1)
    raise SystemExit("the server doesn't answer")


if __name__ == "__main__":
    main()
