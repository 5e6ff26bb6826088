"""Codes our own running texts (graphs/pieces-*.txt) as whole reports and tells how many asserted events of their held-out sentences are right.

    python benchmarks/judge/pieces.py [--show] [--all]

A piece is a comment line ``# piece: ...`` and the sentences after it. Only sentences that the judge in the package hasn't learned from count
(--all: each of them), in the midst of those that it has, so that pronouns and short names find whom they mean. Prints shares by confidence.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace

from events import DAY, found, right
from examples import EXAMPLES, LEARNED, Graph, digest, graph

import polybius
from polybius.model import Event


@dataclass
class Judged:
    """An asserted event of a sentence, and whether it is right."""

    event: Event
    graph: Graph
    right: bool


def pieces() -> Iterator[list[Graph]]:
    """The sentences of each piece; those without a marked party stand between them unlabelled."""
    for path in sorted((EXAMPLES / "graphs").glob("pieces-*.txt")):
        piece: list[Graph] = []
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("#"):
                if piece:
                    yield piece
                piece = []
            elif line.strip():
                piece.append(graph(line))
        if piece:
            yield piece


def told(coder: polybius.Coder, piece: list[Graph]) -> Iterator[tuple[Graph, list[Event]]]:
    """Each sentence of a piece, moved to where it stands in the report, with its asserted events."""
    text = "\n".join(sentence.text for sentence in piece)
    events = [e for e in coder.code(polybius.Document(text=text, published=DAY)).events if e.status == "asserted"]
    start = 0
    for sentence in piece:
        end = start + len(sentence.text)
        moved = {n: [(a + start, b + start) for a, b in ranges] for n, ranges in sentence.parties.items()}
        yield replace(sentence, parties=moved), [e for e in events if start <= e.trigger.start < end]
        start = end + 1


def main() -> int:
    """Codes and tells."""
    read = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    read.add_argument("--show", action="store_true")
    read.add_argument("--all", action="store_true")
    given = read.parse_args()
    learned = set(LEARNED.read_text(encoding="utf-8").split())
    coder = polybius.Coder(min_confidence=0)
    judged: list[Judged] = []
    hit = wanted = 0
    for piece in pieces():
        for sentence, events in told(coder, piece):
            if not given.all and digest(sentence.text) in learned:
                continue
            judged += [Judged(e, sentence, right(sentence, e)) for e in events]
            for relation, acts in sentence.relations.items():
                for type_, status in acts:
                    if status == "asserted":
                        hit, wanted = hit + found(sentence, relation, type_, events), wanted + 1
    if given.show:
        for one in judged:
            who = [a.text for a in one.event.actors], [r.text for r in one.event.recipients]
            print(
                f"{'right' if one.right else 'wrong'} {one.event.confidence} {one.event.type} {who} | {one.graph.text} | "
                f"{one.graph.relations} | {one.event.why[0]}"
            )
    for least in (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9):
        kept = [one for one in judged if one.event.confidence >= least]
        print(
            f"confidence {least:.1f} and more: {len(kept):4} events, {sum(k.right for k in kept) / max(len(kept), 1):.3f} right"
        )
    print(f"relations {wanted}  found {hit / max(wanted, 1):.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
