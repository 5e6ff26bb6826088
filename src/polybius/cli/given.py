"""What commands that read sources are given: days, language, columns, a lexicon, worker processes."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime, timedelta

from polybius.ingest import sources, text


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
        help="for CSV and Parquet: which column holds text, published, title, source, url, id",
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
