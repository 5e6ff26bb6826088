"""Codes a store's documents again after an upgrade of the library, the lexicon or the model, and shows what that changed."""

from __future__ import annotations

import argparse
from pathlib import Path

from polybius.acts.confidence import KEPT
from polybius.cli.account import Account, refuse_processes, say
from polybius.errors import OutputError
from polybius.pipeline import Coder
from polybius.store import open as open_store

HELP = "code a store's documents again after an upgrade and show what changed"
SHOWN = 20  # changes that are printed


def add(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    parser.add_argument("--store", type=Path, required=True, metavar="FILE", help="the store")
    parser.add_argument("--every", action="store_true", help="all documents, not only those of another version")
    parser.add_argument("--model", help="another installed English spaCy pipeline")
    parser.add_argument("--lexicon", action="append", default=[], metavar="DIR", help="actor entries of your own")
    parser.add_argument("--processes", type=int, default=1, metavar="N", help="worker processes (default 1)")
    parser.add_argument("--limit", type=int, default=SHOWN, metavar="N", help=f"changes shown (default {SHOWN})")


def run(arguments: argparse.Namespace) -> int:
    """Codes again and tells of each kind of change how many; 1 when the coder failed somewhere."""
    refuse_processes(arguments.processes)
    if not arguments.store.exists():
        raise OutputError("there is no such store", str(arguments.store), "make one: polybius ingest")
    told = Account()
    options = {"model": arguments.model} if arguments.model else {}
    with open_store(arguments.store, tell=say) as store:
        coder = Coder(lexicon=arguments.lexicon, min_confidence=KEPT, **options)
        account = store.recode(coder, arguments.processes, arguments.every, told.complain)
        differing = account.new + account.gone + account.changed
        print(
            f"{account.documents} documents coded again: {account.same} events as before, {account.changed} changed,"
            f" {account.new} new, {account.gone} gone; {account.refused} documents passed over"
        )
        shown = store.changes(limit=min(arguments.limit, differing)).rows() if differing else []
    for row in shown:
        fields = f" in {', '.join(row['fields'])}" if row["fields"] else ""
        print(f"{row['document']}: {row['change']}{fields}: {row['sentence']}")
        print("".join(f"  {side}: {row[side]}\n" for side in ("before", "after") if row[side]), end="")
    if differing > len(shown):
        print(f"{differing - len(shown)} more changes: --limit N, or the table changes in the store")
    return 1 if told.refused else 0
