"""Draws one of the explorer's charts into a file: .svg, .png or .html."""

from __future__ import annotations

import argparse
from pathlib import Path

from polybius import charts
from polybius.cli import reading
from polybius.cli.account import say
from polybius.cli.given import number
from polybius.errors import OutputError
from polybius.store import open as open_store
from polybius.store.query import PERIODS

HELP = "draw a chart of a store: overview, dyad, map, network or coverage"


def add(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments: the filters of the other commands that ask a store."""
    parser.add_argument("kind", choices=tuple(charts.KINDS), help="dyad needs --between")
    reading.declare_filters(parser)
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="a file ending in .svg, .png or .html")
    parser.add_argument("--by", choices=PERIODS, help="period of series (default: fitting)")
    parser.add_argument("--level", choices=("country", "name"), default="country", help="actors of a network")
    parser.add_argument(
        "--limit",
        type=number("--limit", int, "give 1 or more", 1),
        metavar="N",
        help=f"pairs of a network, the busiest (default and most {charts.MOST_EDGES})",
    )
    parser.add_argument("--width", type=int, default=charts.WIDTH, metavar="PIXELS", help=f"default {charts.WIDTH}")


def run(arguments: argparse.Namespace) -> int:
    """Writes the chart."""
    if arguments.output is None:
        raise OutputError("a chart needs a file", "-o", "add -o FILE.svg, FILE.png or FILE.html")
    with open_store(arguments.store, read_only=True, tell=say) as store:
        filters = reading.wanted(store, arguments)
        shown = {"by": arguments.by, "level": arguments.level, "width": arguments.width}
        charts.save(store, arguments.kind, arguments.output, **filters, **shown, limit=arguments.limit)
    return 0
