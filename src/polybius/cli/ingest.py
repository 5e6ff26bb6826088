"""Reads sources into a store: text, HTML, feeds, JSON lines, CSV, Parquet, WARC, folders of these."""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tqdm import tqdm

from polybius.cli.account import Account, refuse_processes, say
from polybius.ingest import sources, text
from polybius.pipeline import Coder
from polybius.store import open as open_store

HELP = "read sources into a store and join their events into incidents and storylines"


def add(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    parser.add_argument("sources", nargs="+", metavar="SOURCE", help="files, folders, globs, addresses of feeds, or -")
    parser.add_argument(
        "--store", type=Path, required=True, metavar="FILE", help="the DuckDB file; made when it isn't there"
    )
    parser.add_argument("--published", metavar="DATE", help="publication day of documents that name none")
    parser.add_argument("--language", metavar="CODE", help="language of documents that name none (en: all are English)")
    parser.add_argument("--model", help="another installed English spaCy pipeline")
    parser.add_argument("--lexicon", action="append", default=[], metavar="DIR", help="actor entries of your own")
    parser.add_argument("--processes", type=int, default=1, metavar="N", help="worker processes (default 1)")
    parser.add_argument(
        "--columns",
        action="append",
        default=[],
        metavar="FIELD=COLUMN",
        help="for CSV and Parquet: which column holds text, published, title, source, url, id",
    )
    parser.add_argument("--private-addresses", action="store_true", help="allow feeds on hosts of your own network")


def run(arguments: argparse.Namespace) -> int:
    """Ingests all sources; 1 when something was passed over."""
    latest = (datetime.now(UTC) + timedelta(hours=14)).date()
    published = text.day(arguments.published, "--published", latest) if arguments.published else None
    refuse_processes(arguments.processes)
    told = Account()
    settings = sources.Settings(
        published,
        latest,
        language=arguments.language,
        columns=sources.columns(arguments.columns),
        private=arguments.private_addresses,
    )
    options = {"model": arguments.model} if arguments.model else {}
    with open_store(arguments.store, tell=say) as store:
        coder = Coder(lexicon=arguments.lexicon, **options)
        stream = tqdm(
            told.read(sources.documents(arguments.sources, settings, told.complain)),
            unit=" documents",
            disable=not sys.stderr.isatty(),
            delay=2,
        )
        account = store.ingest(stream, coder, arguments.processes, told.complain)
    told.tell_undated()
    print(
        f"{account.coded} documents coded ({account.copies} of them copies), {account.events} events; {account.known} known before,"
        f" {account.kept} kept without coding (not English), {told.refused} passed over"
    )
    return 1 if told.refused else 0
