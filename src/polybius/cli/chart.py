"""Draws one of the explorer's charts into a file: .svg, .png or .html."""

from __future__ import annotations

import argparse

from polybius import charts
from polybius.cli import reading
from polybius.errors import OutputError
from polybius.store import open as open_store
from polybius.store.query import PERIODS

HELP = "draw a chart of a store: overview, dyad, map, network or coverage"


def add(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments: the filters of the other commands that ask a store."""
    parser.add_argument("kind", choices=tuple(charts.KINDS), help="dyad needs --between")
    reading.declare(parser)
    parser.add_argument("--by", choices=PERIODS, help="period of series (default: fitting)")
    parser.add_argument("--level", choices=("country", "name"), default="country", help="actors of a network")
    parser.add_argument("--width", type=int, default=charts.WIDTH, metavar="PIXELS", help=f"default {charts.WIDTH}")


def run(arguments: argparse.Namespace) -> int:
    """Writes the chart."""
    if arguments.output is None:
        raise OutputError("a chart needs a file", "-o", "add -o FILE.svg, FILE.png or FILE.html")
    filters = {n: getattr(arguments, n) for n in _FILTERS}
    if arguments.between:
        filters["between"] = tuple(arguments.between)
    with open_store(arguments.store, read_only=True) as store:
        shown = {"by": arguments.by, "level": arguments.level, "width": arguments.width}
        charts.save(store, arguments.kind, arguments.output, **filters, **shown)
    return 0


_FILTERS = (*(name for name, _, _ in reading.OPTIONS), "quad", "min_sources", "min_confidence", "order", "limit")
