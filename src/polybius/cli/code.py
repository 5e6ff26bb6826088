"""Codes reports into PLOVER event records."""

from __future__ import annotations

import argparse
import sys
from functools import partial
from pathlib import Path

from tqdm import tqdm

from polybius import cycles, output
from polybius.acts import confidence
from polybius.cli import given
from polybius.cli.account import Account, refuse_processes
from polybius.errors import InputError, OutputError
from polybius.ingest import sources, text
from polybius.language import DEFAULT_MODEL
from polybius.lexicon import files
from polybius.pipeline import Coder
from polybius.version import __version__

HELP = "code reports: files and folders of text, HTML, JSON lines, CSV, Parquet, feeds, WARC, or - for standard input"


def add(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    parser.add_argument(
        "paths",
        nargs="+",
        metavar="PATH",
        help=f"files, folders, globs, addresses of feeds and pages, or {given.STANDARD_INPUT}",
    )
    parser.add_argument(
        "--format",
        choices=output.FORMATS,
        help="jsonl (PLOVER records), csv or parquet (default: what the ending of -o says, else jsonl; an engine writes Parquet)",
    )
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        metavar="FILE",
        help="write there instead of standard output; with --engine a folder",
    )
    parser.add_argument(
        "--quick",
        action="store_true",
        help="ask the first judge only: 1.4 (long reports) to 2.1 (short ones) times as fast, and less sure",
    )
    parser.add_argument(
        "--min-confidence",
        type=given.number("--min-confidence", float, "give a number from 0 to 1"),
        metavar="SHARE",
        help=f"leave out events less sure than this, 0 to 1 (default {confidence.LEAST} for one sentence, rising to {confidence.LEAST_IN_LONG}"
        " for long reports; 0 tells all that was read)",
    )
    given.add(parser)
    engine = parser.add_argument_group("on an engine (docs/scale.md)")
    engine.add_argument(
        "--engine",
        choices=["daft"],
        help="code splits of PATHs (Parquet, JSON lines, WARC, globs) into the folder -o OUT/, and go on there where an earlier run stopped",
    )
    engine.add_argument("--workers", type=int, default=1, metavar="N", help="workers of the engine (default 1)")
    engine.add_argument(
        "--address", metavar="ADDRESS", help="a Ray cluster to run on (ray://HOST:10001); else this machine"
    )


def run(arguments: argparse.Namespace) -> int:
    """Codes all documents; 1 when some were passed over."""
    _refuse_wrong(arguments)
    account = Account()
    settings = given.settings(arguments, english=True)
    if arguments.engine:
        return _on_engine(arguments, settings, account)
    options = {"model": arguments.model} if arguments.model else {}
    coder = Coder(lexicon=arguments.lexicon, min_confidence=arguments.min_confidence, quick=arguments.quick, **options)
    found = account.read(account.once(sources.documents(arguments.paths, settings, account.complain)))
    with cycles.seldom(), output.writer(arguments.format or _format_of(arguments.output), arguments.output) as out:
        bar = tqdm(
            coder.pipe(found, processes=arguments.processes),
            unit=" documents",
            disable=not sys.stderr.isatty(),
            delay=2,
        )
        for coded in bar:
            if coded.refused:
                account.refuse(coded.refused)
                continue
            out.write(coded)
            account.coded(coded)
    account.close()
    return 1 if account.refused else 0


def _format_of(path: Path | None) -> str:
    """The format that a file's ending asks for; JSON lines for others."""
    ending = path.suffix.lower().lstrip(".") if path is not None else ""
    return ending if ending in ("csv", "parquet") else "jsonl"


def _refuse_wrong(arguments: argparse.Namespace) -> None:
    """InputError or OutputError for numbers out of range and for an output that would overwrite an input."""
    if arguments.min_confidence is not None and not 0 <= arguments.min_confidence <= 1:
        raise InputError(f"{arguments.min_confidence} is no share", "--min-confidence", "give a number from 0 to 1")
    refuse_processes(arguments.processes)
    if arguments.output is not None and any(
        path != "-" and Path(path).resolve() == arguments.output.resolve() for path in arguments.paths
    ):
        raise OutputError("is one of the reports", str(arguments.output), "name another file for the events")


def _on_engine(arguments: argparse.Namespace, settings: text.Settings, account: Account) -> int:
    """Codes on an engine and tells what the folder holds; 1 when something in it was passed over."""
    from polybius.engine import running

    if arguments.output is None or arguments.format not in (None, "parquet"):
        raise OutputError("an engine writes Parquet into a folder", "--engine", "name it: -o OUT/, without --format")
    if arguments.processes > 1:
        raise InputError("takes no --processes", "--engine", "use --workers")
    if "-" in arguments.paths or arguments.workers < 1:
        raise InputError("can't be run so", "--engine", "give files or folders, and --workers 1 or more")
    lexicon = [str(Path(path).resolve()) for path in arguments.lexicon]
    model = arguments.model or DEFAULT_MODEL
    made_of = {
        "polybius": __version__,
        "model": model,
        "lexicon": files.version([Path(p) for p in lexicon]),
        "min_confidence": arguments.min_confidence,
        "quick": arguments.quick,
    }
    make = partial(Coder, model, lexicon, arguments.min_confidence, arguments.quick)
    run_ = running.Run(make, made_of, settings, arguments.workers, arguments.address)
    with tqdm(unit=" splits", disable=not sys.stderr.isatty(), delay=2) as bar:

        def told(done: int, of: int) -> None:
            bar.total, bar.n = of, done
            bar.refresh()

        found = running.run(run_, arguments.paths, arguments.output, account.complain, told)
    print(f"polybius: {found}", file=sys.stderr)
    return 1 if found.refused or account.refused else 0
