"""Reads sources into a store: text, HTML, feeds, JSON lines, CSV, Parquet, WARC, folders of these."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tqdm import tqdm

from polybius.acts.confidence import KEPT
from polybius.cli import given
from polybius.cli.account import Account, refuse_processes, say
from polybius.ingest import sources
from polybius.pipeline import Coder
from polybius.store import open as open_store

HELP = "read sources into a store and join their events into incidents and storylines"


def add(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    parser.add_argument(
        "sources",
        nargs="+",
        metavar="SOURCE",
        help=f"files, folders, globs, addresses of feeds and pages, or {given.STANDARD_INPUT}",
    )
    parser.add_argument(
        "--store", type=Path, required=True, metavar="FILE", help="the DuckDB file; made when it isn't there"
    )
    given.add(parser)


def run(arguments: argparse.Namespace) -> int:
    """Ingests all sources; 1 when something was passed over."""
    refuse_processes(arguments.processes)
    told = Account()
    settings = given.settings(arguments, english=False)
    options = {"model": arguments.model} if arguments.model else {}
    with open_store(arguments.store, tell=say) as store:
        coder = Coder(lexicon=arguments.lexicon, min_confidence=KEPT, **options)
        stream = tqdm(
            sources.documents(arguments.sources, settings, told.complain),
            unit=" documents",
            disable=not sys.stderr.isatty(),
            delay=2,
        )
        account = store.ingest(stream, coder, arguments.processes, told.complain)
    told.tell_undated(account.undated)
    renamed = f" ({account.renamed} of them under another id)" if account.renamed else ""
    again = f"; {account.told} sentences told before are kept as witnesses" if account.told else ""
    print(
        f"{account.coded} documents coded ({account.copies} of them copies), {account.events} events; {account.known} known before{renamed},"
        f" {account.kept} kept without coding (not English), {told.refused} passed over{again}"
    )
    return 1 if told.refused else 0
