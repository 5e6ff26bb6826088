"""The actor lexicon. ``python -m polybius.lexicon.actors [FILE...]`` prints its problems."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from polybius.errors import LexiconError
from polybius.lexicon import actor_schema
from polybius.lexicon.actor_schema import Placed, Problem
from polybius.lexicon.files import DATA, parse, sources

FOLDER = "actors"
TABLES = ("countries.yaml", "roles.yaml", "namesakes.yaml", "regions.yaml")


def entry_files() -> list[Path]:
    """The package's files of entries."""
    return [p for p in sources(FOLDER) if p.name not in TABLES or p.parent.name != FOLDER]


def check(paths: Sequence[Path]) -> tuple[list[Placed], list[Problem]]:
    """The entries of some files and every problem found in them."""
    countries = frozenset(parse(DATA / FOLDER / "countries.yaml"))
    entries: list[Placed] = []
    problems: list[Problem] = []
    for path in paths:
        try:
            found, layout = actor_schema.placed(path, parse(path))
        except LexiconError as error:
            file, _, line = error.where.rpartition(":")
            problems.append(
                Problem(file or error.where, int(line) if line.isdigit() else 1, "(file)", error.what, error.mend)
            )
            continue
        entries += found
        problems += layout
    sound = []
    for entry in entries:
        own = list(actor_schema.check_entry(entry, countries))
        problems += own
        sound += [] if own else [entry]
    return entries, sorted([*problems, *actor_schema.check_together(sound)])


def main(arguments: Sequence[str]) -> int:
    """Prints the problems of the given files, checked beside all of the package's own; 1 when there are any."""
    given = [Path(a).resolve() for a in arguments]
    own = entry_files()
    entries, problems = check([*own, *(p for p in given if p not in own)])
    shown = [p for p in problems if not given or Path(p.file).resolve() in given]
    for problem in shown:
        print(problem)
    print(f"{len(entries)} entries in {len(own)} files, {len(shown)} problems")
    return 1 if shown else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
