"""The command line: thin over the public names. ``main`` returns the exit code."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from typing import Any, NoReturn

from polybius import plain
from polybius.cli import chart, code, demo, explain, export, ingest, lexicon, reading, recode, serve
from polybius.errors import PolybiusError
from polybius.version import __version__

COMMANDS: dict[str, Any] = {
    "code": code, "explain": explain, "demo": demo, "ingest": ingest, "recode": recode,
    "events": reading.events, "incidents": reading.incidents, "storylines": reading.storylines, "dyads": reading.dyads, "lexicon": lexicon,
    "serve": serve, "chart": chart, "export": export,
}  # fmt: skip


def entry() -> NoReturn:
    """The command of a shell: ``main``, and its exit code. Where an engine ran it leaves at once: Daft's threads outlive its work and
    now and then crash an interpreter that is being taken down.
    """
    status = main()
    if "daft" in sys.modules:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
        os._exit(status)
    sys.exit(status)


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command: 0 when all went well, 1 when something was passed over or failed, 2 for wrong usage."""
    parser = argparse.ArgumentParser(
        prog="polybius",
        description="Reads news reports and writes down who did or said what to whom, when, where, and on whose word.",
    )
    parser.add_argument("--version", action="version", version=f"polybius {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, module in COMMANDS.items():
        module.add(commands.add_parser(name, help=module.HELP, description=module.__doc__))
    try:
        arguments = parser.parse_args(argv)
        status = int(COMMANDS[arguments.command].run(arguments))
        if sys.stdout is not None:  # it is None where a shell closed it
            sys.stdout.flush()  # a full disk shows here, not in a traceback at exit
        return status
    except PolybiusError as error:
        print(plain.line(f"polybius: {error}"), file=sys.stderr)
        return 1
    except BrokenPipeError:
        _silence_output()  # whoever read our output has gone: that is their choice
        return 1
    except OSError as error:
        where = error.filename or "standard output"
        print(
            f"polybius: {where}: {error.strerror or error} (check that it exists, is open to you and has room)",
            file=sys.stderr,
        )
        _silence_output()
        return 1
    except KeyboardInterrupt:
        print("polybius: stopped", file=sys.stderr)
        return 130


def _silence_output() -> None:
    """What is left unwritten goes nowhere, or Python complains when it flushes at exit."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
