"""A sentence with its parties marked, as the learned judge reads it: word pieces with a mark before and after each party.

The same code serves training (``benchmarks/judge/train.py``) and coding, so that both see the same.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

TYPES = (
    "NONE", "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
STATUSES = ("asserted", "future", "hypothetical", "negated", "historical")


class Marks(NamedTuple):
    """Numbers of the pieces that begin and end a sentence, and of two that a vocabulary keeps free: before and after a party."""

    start: int
    end: int
    open: int
    close: int


BERT, MPNET = Marks(101, 102, 1, 2), Marks(0, 2, 5, 6)
LONGEST = 200  # pieces; a longer sentence is cut off

Range = tuple[int, int]
Pieces = Callable[[str], list[int]]


def encode(
    text: str, parties: Sequence[Sequence[Range]], pieces: Pieces, marks: Marks = BERT
) -> tuple[list[int], list[list[int]]]:
    """Piece numbers of the marked text, and for each party where its opening marks stand (none: it was cut off).

    A party is the ranges of characters that name it; parties may overlap and nest.
    """
    edges = sorted(
        edge
        for number, ranges in enumerate(parties)
        for start, end in ranges
        for edge in ((start, 1, -end, number), (end, 0, -start, -1))
    )
    ids = [marks.start]
    opened: list[list[int]] = [[] for _ in parties]
    last = 0
    for position, opens, _, number in edges:
        ids += pieces(text[last:position])
        last = position
        if opens and len(ids) < LONGEST:
            opened[number].append(len(ids))
        ids.append(marks.open if opens else marks.close)
    ids += pieces(text[last:])
    return [*ids[:LONGEST], marks.end], opened
