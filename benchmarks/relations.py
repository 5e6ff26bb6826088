"""Which relation two marked parties have: sentences of our own, and what ``Coder.relate`` says of them.

    python benchmarks/relations.py [--show] [FILE]     # FILE: a table like relations/own.tsv, which is read when none is given

A row marks the actor with <s>..</s> and the recipient with <t>..</t>; then comes its type (docs/decisions/types.md), the two kinds of yielding as YIELD.
The figure is macro-F1 over types. The sentences were written before whoever wrote them had seen how ``relate`` goes about it.
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
from collections import Counter
from pathlib import Path

import polybius

OWN = Path(__file__).parent / "relations" / "own.tsv"
YIELDING = frozenset({"CONCEDE", "RETREAT"})
MARK = re.compile(r"</?[st]>")
Sides = dict[str, tuple[int, int]]


def main(arguments: list[str]) -> int:
    """Prints macro-F1 and each type's F1; with --show also each sentence told otherwise."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", type=Path, default=OWN)
    parser.add_argument("--show", action="store_true", help="also print each sentence that is told otherwise")
    options = parser.parse_args(arguments)
    told = measure(polybius.Coder(), options.file)
    for marked, gold, said, why in told:
        if options.show and gold != said:
            print(f"{gold} told as {said}: {marked}\n    {'; '.join(why)}")
    each = scores([(gold, said) for _, gold, said, _ in told])
    for label, score in sorted(each.items()):
        print(f"{label:10} {score:.3f}")
    right = sum(gold == said for _, gold, said, _ in told)
    print(f"{len(told)} sentences, {right} right, macro-F1 {sum(each.values()) / len(each):.4f}")
    return 0


def measure(coder: polybius.Coder, path: Path = OWN) -> list[tuple[str, str, str, tuple[str, ...]]]:
    """Each row's marked sentence, type, what is told and why."""
    out = []
    with path.open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table, delimiter="\t"):
            text, sides = unmark(row["marked_sentence"])
            event = coder.relate(text, actor=sides["s"], recipient=sides["t"])
            said = event.type if event else "none"
            out.append((row["marked_sentence"], _merged(row["gold_root"]), _merged(said), event.why if event else ()))
    return out


def unmark(marked: str) -> tuple[str, Sides]:
    """The sentence without marks and where its two sides stand in it.

    >>> unmark("<s>A</s> hit <t>B</t>.")
    ('A hit B.', {'s': (0, 1), 't': (6, 7)})
    """
    text, last, begun, sides = "", 0, 0, {}
    for mark in MARK.finditer(marked):
        text += marked[last : mark.start()]
        last = mark.end()
        if mark.group().startswith("</"):
            sides[mark.group()[2]] = (begun, len(text))
        else:
            begun = len(text)
    return text + marked[last:], sides


def scores(pairs: list[tuple[str, str]]) -> dict[str, float]:
    """F1 of each type that is wanted anywhere, from pairs of what is wanted and what is told."""
    right = Counter(gold for gold, said in pairs if gold == said)
    wanted, told = Counter(gold for gold, _ in pairs), Counter(said for _, said in pairs)
    return {label: 2 * right[label] / (wanted[label] + told[label]) for label in wanted}


def _merged(label: str) -> str:
    return "YIELD" if label in YIELDING else label


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
