"""The commands that ask a store: events, incidents, storylines, dyads. One file: they share filters and formats."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from polybius import tables
from polybius.cli.account import say
from polybius.cli.given import number
from polybius.errors import OutputError
from polybius.store import Store, held
from polybius.store import open as open_store
from polybius.store.query import ORDERS, PERIODS, Filters, Table

# Filters as options: name, what stands for its value, help. ``append``: may be repeated, any of them counts.
OPTIONS = (
    ("since", "DATE", "first day (YYYY-MM-DD)"),
    ("until", "DATE", "last day"),
    ("actor", "PARTY", "who acts: country code, lexicon id or name (may be repeated)"),
    ("recipient", "PARTY", "to whom"),
    ("party", "PARTY", "on either side"),
    ("country", "CODE", "where it happened: code or name"),
    ("sector", "CODE", "a PLOVER sector on either side"),
    ("type", "TYPE", "a PLOVER type"),
    ("mode", "MODE", "a mode"),
    ("context", "CONTEXT", "a PLOVER context"),
    ("status", "STATUS", "asserted, future, hypothetical, negated or historical"),
    ("place", "NAME", "a place name"),
    ("text", "WORDS", "words of the documents"),
    ("storyline", "ID", "of one storyline"),
    ("document", "ID", "of one document"),
    ("incident", "ID", "of one incident"),
)
SHOWN = 50  # rows of a table to read, unless --limit says otherwise
_REPEATED = frozenset({"actor", "recipient", "party", "country", "sector", "type", "mode", "context", "status"})


def _command(noun: str, help_: str) -> Any:
    """A command that prints one of the store's nouns."""

    def add(parser: argparse.ArgumentParser) -> None:
        declare(parser)
        if noun == "dyads":
            parser.add_argument("--by", choices=PERIODS, default="month", help="period of the series (default month)")

    def run(arguments: argparse.Namespace) -> int:
        if arguments.output is not None and arguments.output.resolve() == arguments.store.resolve():
            raise OutputError("is the store itself", str(arguments.output), "name another file")
        with open_store(arguments.store, read_only=True, tell=say) as store:
            most = _shown(arguments)
            filters = wanted(store, arguments) | {"order": arguments.order}
            by = arguments.by if noun == "dyads" else None
            tables.write(_ask(store, noun, filters, by, most), arguments.format, arguments.output or sys.stdout)
            if most is not None and (more := _ask(store, noun, filters, by, None).count() - most) > 0:
                say(f"{more} more {noun}: --limit N shows N, --limit 0 all")
        return 0

    return SimpleNamespace(HELP=help_, __doc__=help_, add=add, run=run)


def declare(parser: argparse.ArgumentParser) -> None:
    """Declares the store, the filters and the formats."""
    declare_filters(parser)
    parser.add_argument("--order", choices=ORDERS, help="what comes first (default: oldest; of storylines newest)")
    parser.add_argument(
        "--limit",
        type=number("--limit", int, "give 0 or more", 0),
        metavar="N",
        help=f"rows at most (default: {SHOWN} of a table to read, else all; 0: all)",
    )
    parser.add_argument("--format", choices=tables.FORMATS, default="table")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE")


def declare_filters(parser: argparse.ArgumentParser) -> None:
    """Declares the store and the filters."""
    parser.add_argument("--store", type=Path, required=True, metavar="FILE", help="the store to ask")
    for name, value, help_ in OPTIONS:
        parser.add_argument(f"--{name}", metavar=value, help=help_, action="append" if name in _REPEATED else "store")
    parser.add_argument("--between", nargs=2, metavar="PARTY", help="two parties, in either direction")
    parser.add_argument(
        "--quad", type=number("--quad", int, "give 1, 2, 3 or 4"), action="append", metavar="1-4", help="a quad class"
    )
    parser.add_argument(
        "--min-sources",
        type=number("--min-sources", int, "give 1 or more"),
        metavar="N",
        help="independent sources at least",
    )
    parser.add_argument(
        "--min-confidence",
        type=number("--min-confidence", float, "give a number from 0 to 1"),
        metavar="SHARE",
        help="confidence at least, 0 to 1",
    )


def _shown(arguments: argparse.Namespace) -> int | None:
    """How many rows are wanted; None for all."""
    if arguments.limit is None:
        return SHOWN if arguments.format == "table" and arguments.output is None else None
    return arguments.limit or None


def wanted(store: Store, arguments: argparse.Namespace) -> dict[str, Any]:
    """The filters that the arguments give, as the store writes what they name; InputError for what it doesn't hold."""
    filters = {name: getattr(arguments, name) for name, _, _ in OPTIONS}
    filters |= {n: getattr(arguments, n) for n in ("quad", "min_sources", "min_confidence")}
    filters |= {"between": tuple(arguments.between)} if arguments.between else {}
    checked = held.checked(store.database, Filters(**filters))
    return {name: getattr(checked, name) for name in filters}


def _ask(store: Store, noun: str, filters: dict[str, Any], by: str | None, most: int | None) -> Table:
    found: Table = getattr(store, noun)(**filters, limit=most, **({"by": by} if by else {}))
    return found


events = _command("events", "events of a store, one a coded statement")
incidents = _command("incidents", "incidents of a store, one a thing that happened")
storylines = _command("storylines", "storylines of a store, newest first")
dyads = _command("dyads", "directed pairs by period: incidents by quad class, mean score")
