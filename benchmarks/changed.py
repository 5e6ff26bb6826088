"""What stays the same when the words around an act change: sentences of frames that pass, each changed in one way that should change no record.

    python benchmarks/changed.py [--number 250] [--show CHANGE]

Prints for each change how many of the sentences still give their type, parties and status.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Callable
from dataclasses import replace

from polybius import Coder, Document
from polybius.acts import check

SMALL = frozenset(
    "of the a an in on to for and with at by from over".split()
)  # words that titles don't set in capitals
OPENING = frozenset("The A An Two Three Police Troops Rebels Several Thousands Hundreds Talks Soldiers".split())


def _inside(text: str) -> str:
    """A sentence as it stands behind other words."""
    return text[0].lower() + text[1:] if text.split(maxsplit=1)[0] in OPENING else text


def _title(text: str) -> str:
    return " ".join(w if w.lower() in SMALL else w[0].upper() + w[1:] for w in text.split())


CHANGES: dict[str, Callable[[str], str]] = {
    "On Monday ...": lambda t: f"On Monday {_inside(t)}",
    "In March ...": lambda t: f"In March {_inside(t)}",
    "On May 5 ...": lambda t: f"On May 5 {_inside(t)}",
    "..., officials said": lambda t: f"{t.rstrip('.')}, officials said.",
    "the radio reported that ...": lambda t: f"The radio reported on Tuesday that {_inside(t)}",
    "a quotation": lambda t: f"“{t.rstrip('.')},” a diplomat said.",
    "dateline": lambda t: f"GENEVA (Reuters) - {t}",
    "set like a title": _title,
    "in capitals": str.upper,
    "..., weeks after the floods": lambda t: f"{t.rstrip('.')}, weeks after the floods.",
}


def main() -> int:
    """Codes and tells."""
    read = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    read.add_argument("--number", type=int, default=250)
    read.add_argument("--show", choices=CHANGES, help="print the sentences that this change spoils")
    given = read.parse_args()
    coder = Coder(min_confidence=0)

    def passes(case: check.Case) -> bool:
        return not check.problem(case, coder.code(Document(text=case.text, published=check.PUBLISHED)).events)

    cases = [c for c in check.cases(coder.frames.frames.values()) if c.positive and c.expected]
    sound = [c for c in random.Random(1).sample(cases, min(given.number, len(cases))) if passes(c)]
    for name, change in CHANGES.items():
        spoiled = [c for c in (replace(c, text=change(c.text)) for c in sound) if not passes(c)]
        print(f"{name}: {len(sound) - len(spoiled)} of {len(sound)} = {1 - len(spoiled) / len(sound):.3f}")
        for case in spoiled if given.show == name else ():
            print(f"    {case.frame.id}: {case.text} => {case.expected}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
