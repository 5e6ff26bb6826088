"""What commands that read sources are given: days, language, columns, a lexicon, worker processes."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from polybius.errors import InputError
from polybius.ingest import sources, text

STANDARD_INPUT = (
    "- for standard input (one plain text, one HTML page, a feed or JSON lines; tables and archives as files)"
)
Number = TypeVar("Number", int, float)


def add(parser: argparse.ArgumentParser) -> None:
    """Declares the arguments that they share."""
    parser.add_argument("--published", metavar="DATE", help="publication day (YYYY-MM-DD) of documents that name none")
    parser.add_argument("--language", metavar="CODE", help="language of documents that name none (en: all are English)")
    parser.add_argument("--model", help="another installed English spaCy pipeline")
    parser.add_argument(
        "--lexicon",
        action="append",
        default=[],
        metavar="DIR",
        help="actor entries of your own (file or folder; may be repeated)",
    )
    parser.add_argument("--processes", type=int, default=1, metavar="N", help="worker processes (default 1)")
    parser.add_argument(
        "--columns",
        action="append",
        default=[],
        metavar="FIELD=COLUMN",
        help="for CSV and Parquet: which column holds text, published, title, source, url, id (one each: repeat it)",
    )
    parser.add_argument("--private-addresses", action="store_true", help="allow feeds on hosts of your own network")


def settings(arguments: argparse.Namespace, english: bool) -> sources.Settings:
    """How sources are read; ``english``: documents in other languages are refused. InputError for a wrong day or mapping."""
    # The newest day anywhere on earth: only to refuse publication dates to come, never a default for one.
    latest = (datetime.now(UTC) + timedelta(hours=14)).date()
    return sources.Settings(
        text.day(arguments.published, "--published", latest) if arguments.published else None,
        latest,
        english=english,
        language=arguments.language,
        columns=sources.columns(arguments.columns),
        private=arguments.private_addresses,
    )


def number(
    option: str, kind: Callable[[str], Number], mend: str, least: Number | None = None
) -> Callable[[str], Number]:
    """Reads an option's number; InputError for a wrong one: argparse would print all options before it tells of it."""

    def read(said: str) -> Number:
        try:
            given = kind(said)
        except ValueError:
            raise InputError(f"{said!r} is no number that can be used", option, mend) from None
        if least is not None and given < least:
            raise InputError(f"{given} is too small", option, mend)
        return given

    return read
