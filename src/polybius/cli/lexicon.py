"""Checks actor entries, or imports dictionaries in the TABARI/PETRARCH format into ours."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import yaml

from polybius.errors import LexiconError, OutputError
from polybius.lexicon import actor_index, actors, files, tabari

HELP = "check actor entries of your own, or import a TABARI/PETRARCH dictionary"


def add(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="check|import")
    check = actions.add_parser("check", help="check files or folders of actor entries beside the package's own")
    check.add_argument("paths", nargs="*", metavar="PATH", help="files or folders; none: the package's own entries")
    reading = actions.add_parser("import", help="turn a TABARI/PETRARCH actor or agent dictionary into YAML")
    reading.add_argument("file", type=Path, metavar="FILE")
    reading.add_argument("-o", "--output", type=Path, metavar="FILE", help="write there instead of standard output")


def run(arguments: argparse.Namespace) -> int:
    """Runs the action; 1 when there were problems."""
    return _check(arguments.paths) if arguments.action == "check" else _import(arguments.file, arguments.output)


def _check(paths: list[str]) -> int:
    own = actor_index.own_files([Path(p) for p in paths])
    if not own:
        return actors.main([])
    entries, problems = actors.check([p for p in own if not isinstance(files.parse(p), dict)])
    for problem in problems:
        print(problem)
    print(f"{len(entries)} entries in {len(own)} files, {len(problems)} problems")
    return 1 if problems else 0


def _import(file: Path, output: Path | None) -> int:
    read = tabari.read(file)
    if not read["entries"] and not read["roles"]:
        raise LexiconError(
            "no entries in it", str(file), "give an actor or agent dictionary in the TABARI/PETRARCH format"
        )
    content = read["entries"] if read["entries"] else {"sectors": read["roles"]}
    text = yaml.safe_dump(content, allow_unicode=True, sort_keys=False, default_flow_style=None, width=160)
    try:
        if output:
            output.write_text(text, encoding="utf-8")
        else:
            sys.stdout.write(text)
    except OSError as error:
        raise OutputError(
            f"can't be written: {error.strerror}", str(output), "check that the folder exists and has room"
        ) from error
    for line in read["left"]:
        print(f"polybius: passed over: {line}", file=sys.stderr)
    print(
        f"{len(read['entries'])} entries, {sum(map(len, read['roles'].values()))} agents, {len(read['left'])} passed over",
        file=sys.stderr,
    )
    return 1 if read["left"] else 0
