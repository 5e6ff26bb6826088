"""Codes the demo corpus into a store and prints what it holds."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from textwrap import fill
from typing import Any

from tqdm import tqdm

from polybius.acts.confidence import KEPT
from polybius.cli.account import say
from polybius.model import Document
from polybius.pipeline import Coder
from polybius.store import Store
from polybius.store import open as open_store

HELP = "code the demo corpus: the Korean peninsula, 2017 to 2018"
CORPUS = Path(__file__).parent.parent / "demo" / "reports.jsonl"


def add(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    parser.add_argument(
        "--store", type=Path, default=Path("demo") / "korea.duckdb", metavar="FILE", help="default demo/korea.duckdb"
    )


def run(arguments: argparse.Namespace) -> int:
    """Codes what the store doesn't hold yet and prints a summary."""
    arguments.store.parent.mkdir(parents=True, exist_ok=True)
    with open_store(arguments.store, tell=say) as store:
        stream = tqdm(list(corpus()), unit=" reports", disable=not sys.stderr.isatty(), leave=False)
        new = store.ingest(stream, Coder(min_confidence=KEPT)).new
        print("\n".join(summary(store, new, arguments.store)))
    return 0


def corpus() -> Iterator[Document]:
    """The reports of the demo corpus."""
    for line in CORPUS.read_text(encoding="utf-8").splitlines():
        fields: dict[str, Any] = json.loads(line)
        fields["published"] = date.fromisoformat(fields["published"])
        yield Document(**fields)


def summary(store: Store, new: int, path: Path) -> list[str]:
    """The lines of the summary: period, pairs, strongest days, most reported incidents, how to go on."""
    (told,) = store.rows(
        """SELECT min(published) AS first, max(published) AS last, count(*) AS documents, count(DISTINCT source) AS papers,
             (SELECT count(*) FROM events) AS events, (SELECT count(*) FROM incidents) AS incidents FROM documents"""
    )
    lines = [
        "The Korean peninsula in the demo corpus",
        f"  {told['documents']} reports of {told['papers']} papers ({new} new), {told['first']} to {told['last']}:"
        f" {told['events']} events in {told['incidents']} incidents",
        "",
        "Most active pairs (incidents; mean score from -10 conflict to +10 cooperation)",
    ]
    for pair in store.rows(_PAIRS):
        lines.append(f"  {pair['a']} and {pair['b']}: {pair['n']} incidents, score {pair['score']:+.1f}")
    for title, order in (("Strongest days of conflict", "ASC"), ("Strongest days of cooperation", "DESC")):
        lines += ["", title]
        for day in store.rows(_DAYS.format(order=order, sign="<" if order == "ASC" else ">")):
            lines.append(
                f"  {day['day']}: {day['total']:+.1f} over {day['n']} incidents, most reported: {_short(day['type'], day['sentence'])}"
            )
    lines += ["", "Most reported incidents"]
    for incident in store.rows(
        "SELECT * FROM incidents ORDER BY sources DESC, documents DESC, events DESC, id LIMIT 3"
    ):
        lines += _incident(store, incident)
    lines += ["", "Go on", "  polybius explain \"North Korea fired a missile over Japan.\" --published 2017-08-29", "  polybius code YOUR_REPORTS --published DATE -o events.jsonl",
              f"  The records are in {path}: open it with polybius.open({str(path)!r}) or any DuckDB client.",
              f"  polybius serve --store {path}    then open http://127.0.0.1:8650/"]  # fmt: skip
    return lines


def _incident(store: Store, incident: dict[str, Any]) -> list[str]:
    others = [code for code in incident["recipients"] if code not in incident["actors"]]
    who = " & ".join(incident["actors"]) + (f" to {' & '.join(others)}" if others else "")
    mode = f" ({incident['mode']})" if incident["mode"] else ""
    lines = [f"  {incident['type']}{mode}: {who or 'unknown'}, {incident['start_day'] or 'day unknown'}, {incident['place'] or 'place unknown'};"
             f" {incident['documents']} reports, {incident['sources']} papers"]  # fmt: skip
    told = store.rows(
        """SELECT DISTINCT d.source, d.published, d.id, e.sentence_start, e.sentence FROM events e JOIN documents d ON d.id = e.document
           WHERE e.incident = ? ORDER BY d.published, d.id, e.sentence_start LIMIT 4""",
        [incident["id"]],
    )
    return lines + [
        fill(
            f'{t["source"]}, {t["published"]}: "{t["sentence"]}"',
            110,
            initial_indent="    ",
            subsequent_indent="      ",
        )
        for t in told
    ]


def _short(type_: str, sentence: str) -> str:
    return f'{type_}, "{sentence if len(sentence) < 90 else sentence[:87] + "..."}"'


_PAIRS = """
WITH named AS (SELECT id, score, unnest(list_distinct(list_concat(actors, recipients))) AS country FROM incidents)
SELECT a.country AS a, b.country AS b, count(*) AS n, avg(a.score) AS score
FROM named a JOIN named b ON a.id = b.id AND a.country < b.country GROUP BY ALL ORDER BY n DESC, a, b LIMIT 6"""

_DAYS = """
SELECT start_day AS day, sum(score) AS total, count(*) AS n, arg_max(type, documents) AS type, arg_max(sentence, documents) AS sentence
FROM incidents WHERE start_day IS NOT NULL AND score {sign} 0 GROUP BY day ORDER BY total {order}, day LIMIT 3"""
