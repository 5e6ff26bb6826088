"""Writes a store in the formats of other event data sets, so that existing scripts read it."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from polybius import export as exports
from polybius.cli import reading
from polybius.cli.account import say
from polybius.errors import OutputError
from polybius.store import open as open_store

HELP = "write a store as POLECAT, ICEWS, Phoenix, GDELT, PLOVER JSON, CSV or Parquet by month"


def add(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    reading.declare_filters(parser)
    parser.add_argument("--format", choices=exports.FORMATS, required=True)
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FILE", help="a file; for parquet a folder")
    parser.add_argument("--every-event", action="store_true", help="all events, not only incidents")


def run(arguments: argparse.Namespace) -> int:
    """Writes the export."""
    if arguments.output.resolve() == arguments.store.resolve():
        raise OutputError("is the store itself", str(arguments.output), "name another file")
    with open_store(arguments.store, read_only=True, tell=say) as store:
        filters = reading.wanted(store, arguments)
        rows = exports.write(store, arguments.format, arguments.output, arguments.every_event, **filters)
    print(f"{rows} rows in {arguments.output}", file=sys.stderr)
    return 0
