"""Draws parties that were settled by reference (pronouns, titles, bare last names) from the pieces of the examples, and counts kept verdicts.

    python benchmarks/reference/draw.py draw --seed N [--number 250] [--pieces DIR] > to_judge.txt   # each with the sentences before it
    python benchmarks/reference/draw.py count [--pieces DIR]                                         # how many are settled, by kind
    python benchmarks/reference/draw.py tell                                                         # shares of right ones in verdicts/*.tsv

A piece ("# piece:" in examples/graphs/pieces-*.txt) is coded as one report. A verdict file is named after its seed and holds id, kind of
expression, verdict (right, wrong, or open: it should have stayed unsettled) and kind of error, and no sentence.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import polybius
from polybius import reading
from polybius.actors import antecedents, reference
from polybius.actors import mentions as parties
from polybius.lexicon import files
from polybius.model import Mention, Span

VERDICTS = Path(__file__).parent / "verdicts"
PIECES = files.DATA / "examples" / "graphs"
SETTLED = re.compile(r".+ is .+, named (?:in the same sentence|\d+ sentences? before)\Z|'both' is .+", re.DOTALL)
AT_HOME = re.compile(
    r"(?:where the report is set|of the sentence's place|whose officials it deals with|the only state named, acts on it)\Z"
)
_MARK = re.compile(r"\[\d ")


@dataclass(frozen=True)
class Reference:
    """A party that the rest of its report settled."""

    id: str
    kind: str
    shown: str


def main() -> int:
    """Draws, counts or tells."""
    read = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    read.add_argument("what", choices=["draw", "count", "tell"])
    read.add_argument("--seed", type=int, default=1)
    read.add_argument("--number", type=int, default=250)
    read.add_argument("--pieces", type=Path, default=PIECES, help="folder with pieces-*.txt")
    given = read.parse_args()
    if given.what == "tell":
        return tell()
    found = [r for piece in pieces(given.pieces) for r in settled(piece)]
    if given.what == "count":
        print(len(found), Counter(r.kind for r in found).most_common())
        return 0
    for each in sorted(found, key=lambda r: _digest(f"{given.seed} {r.id}"))[: given.number]:
        print(f"{each.id}\t{each.kind}\t{each.shown}\n")
    return 0


def pieces(folder: Path) -> Iterator[str]:
    """The pieces as running texts, without their marks; a line that isn't a sentence stays a line."""
    for path in sorted(folder.glob("pieces-*.txt")):
        for part in re.split(r"^# piece:.*\n", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            lines = [
                _MARK.sub("", line.rpartition("=>")[0] or line).replace("]", "").strip() for line in part.splitlines()
            ]
            lines = [line for line in lines if line and not line.startswith("#")]
            yield "".join(line + (" " if line[-1] in ".!?…\"'”’" else "\n") for line in lines).strip()


def settled(text: str) -> Iterator[Reference]:
    """The parties of a report that its own words settled elsewhere; acts, which come after, aren't read."""
    coder = _coder()
    sentences = reading.read(text).sentences
    docs = coder.language.parse([s.plain for s in sentences])
    found = [
        parties.find(doc, n, s.span.start, coder.resolver.resolve, None, text[:20_000])
        for n, (doc, s) in enumerate(zip(docs, sentences, strict=True))
    ]
    for number, mentions in enumerate(reference.settle(found, docs, [s.headline for s in sentences])):
        for mention in mentions:
            if kind := kind_of(mention):
                yield Reference(_id(text, mention), kind, _shown(text, [s.span for s in sentences], number, mention))


def kind_of(mention: Mention) -> str:
    """What kind of expression was settled; "" where nothing was."""
    word = mention.actor.text.lower()
    if mention.why and SETTLED.match(mention.why[0]):
        kinds = {
            "he, she": antecedents.PERSONAL,
            "it": antecedents.NEUTER,
            "they": antecedents.PLURAL,
            "I, we": antecedents.FIRST,
            "both": {"both"},
        }
        return next((kind for kind, words in kinds.items() if word in words), "the ...")
    if mention.why and AT_HOME.search(mention.why[-1]):
        return "whose"
    return "last name" if mention.why and "with its full name in the report" in mention.why[0] else ""


@cache
def _coder() -> polybius.Coder:
    return polybius.Coder()


def _id(text: str, mention: Mention) -> str:
    return _digest(f"{text}\x1f{mention.actor.span.start}\x1f{mention.actor.name}")[:10]


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _shown(text: str, sentences: list[Span], here: int, mention: Mention) -> str:
    """The mention in «» with two sentences before it, more when it means somebody farther off, and who it was taken for."""
    span, actor, own = mention.actor.span, mention.actor, sentences[here]
    before = text[sentences[max(0, here - max(2, mention.back))].start : own.start]
    marked = f"{text[own.start : span.start]}«{span.of(text)}»{text[span.end : own.end]}"
    return f"= {actor.name} ({actor.country} {actor.sector}): {mention.why[0]}; {mention.why[-1]}\n  {before}\n  >> {marked}".replace(
        "\n\n", "\n"
    )


def tell() -> int:
    """Shares of right, by file and kind of expression."""
    for path in sorted(VERDICTS.glob("*.tsv")):
        with path.open(encoding="utf-8") as stream:
            rows = list(csv.DictReader(stream, delimiter="\t"))
        right = sum(row["verdict"] == "right" for row in rows)
        print(
            f"{path.stem}: {right}/{len(rows)} = {right / len(rows):.3f} right; {dict(Counter(row['verdict'] for row in rows))}"
        )
        for kind in sorted({row["kind"] for row in rows}):
            of_kind = [row["verdict"] for row in rows if row["kind"] == kind]
            print(f"  {kind}: {of_kind.count('right')}/{len(of_kind)} = {of_kind.count('right') / len(of_kind):.2f}")
        print("  kinds of error:", Counter(row["error"] for row in rows if row["verdict"] != "right").most_common())
    return 0


if __name__ == "__main__":
    sys.exit(main())
