"""Writes what the coder marks in our labelled sentences besides their labelled parties, for the judge to learn beside.

    python benchmarks/judge/mentions.py FILE

In code the judge reads a sentence with every mention marked, also those that no label marks: pronouns of things, the same party named twice,
nouns of no interest. A judge that never saw such marks sees fewer acts beside them. FILE is JSON: by a sentence's digest, ranges of characters.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from examples import Asked, digest, sentences

import polybius
from polybius.actors import mentions

BATCH = 500


def others(coder: polybius.Coder, asked: list[Asked]) -> dict[str, list[tuple[int, int]]]:
    """The ranges of mentions that stand for no labelled party, by sentence."""
    out = {}
    for one, doc in zip(asked, coder.language.parse([a.text for a in asked]), strict=True):
        free = [rs for party in one.parties for rs in party]
        spans = []
        for mention in mentions.find(doc, 0, 0, coder.resolver.resolve, None, one.text):
            span, head = (mention.actor.span.start, mention.actor.span.end), doc[mention.head].idx
            labelled = next((r for r in free if r[0] <= head < r[1]), None)
            if labelled is not None:
                free.remove(labelled)  # a second mention inside a labelled party is another mark
            elif mention.head >= 0:
                spans.append(span)
        if spans:
            out[digest(one.text)] = sorted(set(spans))
    return out


def main() -> int:
    """Writes the file."""
    coder, found = polybius.Coder(), {}
    asked = sentences()
    for start in range(0, len(asked), BATCH):
        found.update(others(coder, asked[start : start + BATCH]))
    Path(sys.argv[1]).write_text(json.dumps(found), encoding="utf-8")
    print(f"{sum(map(len, found.values()))} marks in {len(found)} sentences")
    return 0


if __name__ == "__main__":
    sys.exit(main())
