"""Codes reports into PLOVER event records."""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tqdm import tqdm

from polybius import output
from polybius.errors import InputError
from polybius.ingest import text
from polybius.pipeline import Coder

HELP = "code reports: text files, folders, JSON lines, or - for standard input"


def add(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    parser.add_argument(
        "paths", nargs="+", metavar="PATH", help="a text file, a folder, a .jsonl file, or - for standard input"
    )
    parser.add_argument("--published", metavar="DATE", help="publication day (YYYY-MM-DD) of documents that name none")
    parser.add_argument(
        "--format",
        choices=output.FORMATS,
        default="jsonl",
        help="jsonl (PLOVER records), csv or parquet (default jsonl)",
    )
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="write there instead of standard output")
    parser.add_argument("--model", help="another installed English spaCy pipeline")
    parser.add_argument(
        "--lexicon",
        action="append",
        default=[],
        metavar="DIR",
        help="actor entries of your own (file or folder; may be repeated)",
    )
    parser.add_argument("--processes", type=int, default=1, metavar="N", help="worker processes (default 1)")


def run(arguments: argparse.Namespace) -> int:
    """Codes all documents; 1 when some were passed over."""
    # The newest day anywhere on earth: only to refuse publication dates to come, never a default for one.
    latest = (datetime.now(UTC) + timedelta(hours=14)).date()
    published = text.day(arguments.published, "--published", latest) if arguments.published else None
    account = Account()
    settings = text.Settings(published, latest, english=True)
    options = {"model": arguments.model} if arguments.model else {}
    coder = Coder(lexicon=arguments.lexicon, **options)
    found = text.documents(arguments.paths, settings, account.complain)
    with output.writer(arguments.format, arguments.output) as out:
        bar = tqdm(
            coder.pipe(found, processes=arguments.processes),
            unit=" documents",
            disable=not sys.stderr.isatty(),
            delay=2,
        )
        for coded in bar:
            out.write(coded)
            account.coded(len(coded.events))
    account.close()
    return 1 if account.refused else 0


class Account:
    """Counts what was coded and what was passed over, and says so once."""

    def __init__(self) -> None:
        self.refused = self._documents = self._events = 0

    def complain(self, error: InputError) -> None:
        """Tells of a document that was passed over."""
        self.refused += 1
        tqdm.write(f"polybius: {error}", file=sys.stderr)

    def coded(self, events: int) -> None:
        """Counts a coded document."""
        self._documents += 1
        self._events += events

    def close(self) -> None:
        """Says what was done, when there is more to say than the records do."""
        if self.refused:
            print(
                f"polybius: coded {self._documents} documents ({self._events} events), passed over {self.refused}",
                file=sys.stderr,
            )
