"""A flood of made-up reports with known copies: near copies found, documents a second without parsing, memory.

    python benchmarks/flood.py [--documents 200000]

Two of five documents copy an earlier one as papers copy agencies: a line of their own before it, the last sentence cut, two words of a
hundred changed, or nothing changed. One of ten takes half its sentences from another and is no copy. Prints figures as JSON.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import polybius
from polybius.lexicon import ontology
from polybius.model import Actor, Coded, Document, Event, Place, Span, When

FIRST, DAYS = date(2019, 1, 1), 365
COUNTRIES = """USA CHN RUS PRK KOR JPN IRN ISR SYR TUR GBR FRA DEU IND PAK UKR POL EGY SAU YEM NGA ETH KEN ZAF BRA MEX VEN COL AUS IDN
    PHL VNM THA MMR BGD AFG IRQ LBN JOR LBY""".split()
TYPES = (
    "CONSULT",
    "AGREE",
    "SUPPORT",
    "COOPERATE",
    "AID",
    "ACCUSE",
    "REQUEST",
    "REJECT",
    "THREATEN",
    "COERCE",
    "ASSAULT",
)
WAYS = ("whole", "headed", "cut", "edited")


class Flood:
    """Writes reports, each with the id ``group-number``: documents of one group are copies of one another."""

    def __init__(self, seed: int = 6) -> None:
        self._chance = random.Random(seed)
        syllables = [a + b for a in "bdfgklmnprstvz" for b in "aeiou"]
        self._words = ["".join(self._chance.choices(syllables, k=2 + n % 3)) for n in range(8000)]
        self._weights = list(accumulate(1 / (n + 3) for n in range(len(self._words))))
        self._towns = [word.capitalize() for word in self._words[-300:]]
        self._recent: list[tuple[int, list[str], date]] = []

    def documents(self, number: int) -> Iterator[dict[str, str]]:
        """Fields of documents, oldest first."""
        for n in range(number):
            day = FIRST + timedelta(days=n * DAYS // number)
            way = self._chance.random()
            if way < 0.4 and self._recent:
                group, sentences, _ = self._chance.choice(self._recent)
                sentences = self._copied(sentences, self._chance.choice(WAYS), day)
            else:
                group, sentences = n, self._written(day)
                if way < 0.5 and self._recent:
                    taken = self._chance.choice(self._recent)[1]
                    half = len(sentences) // 2
                    sentences = sentences[:half] + taken[: len(sentences) - half]
                self._recent = [*self._recent[-400:], (group, sentences, day)]
            yield {
                "id": f"{group}-{n}",
                "text": "\n".join(sentences),
                "published": day.isoformat(),
                "source": f"Paper {n % 200}",
            }

    def _written(self, day: date) -> list[str]:
        acts = self._chance.choice((1, 1, 2, 3))
        return [self._act(day) for _ in range(acts)] + [self._sentence() for _ in range(self._chance.randint(4, 9))]

    def _act(self, day: date) -> str:
        actor, recipient = (COUNTRIES[int(self._chance.random() ** 2 * len(COUNTRIES))] for _ in range(2))
        told = day - timedelta(days=self._chance.randint(0, 4))
        town = self._chance.choice(self._towns)
        return f"{actor} {self._chance.choice(TYPES)} {recipient} in {town} on {told} {self._sentence()}"

    def _sentence(self) -> str:
        return " ".join(self._chance.choices(self._words, cum_weights=self._weights, k=self._chance.randint(12, 28)))

    def _copied(self, sentences: list[str], way: str, day: date) -> list[str]:
        if way == "headed":
            return [f"{day} our own correspondent with agencies", *sentences]
        if way == "cut":
            return sentences[:-1]
        if way == "edited":
            return [" ".join(self._edited(s)) for s in sentences]
        return list(sentences)

    def _edited(self, sentence: str) -> Iterator[str]:
        for number, word in enumerate(sentence.split()):
            yield self._chance.choice(self._words) if number > 6 and self._chance.random() < 0.02 else word


class FloodCoder:
    """Takes the acts of the flood's sentences as they stand: what is measured is everything but parsing. Counts its own seconds."""

    version = "flood"
    seconds = 0.0
    language = SimpleNamespace(name="flood")

    def pipe(self, documents: Iterable[Document], processes: int = 1) -> Iterator[Coded]:
        for document in documents:
            begun = time.thread_time()
            coded = self.code(document)
            self.seconds += time.thread_time() - begun
            yield coded

    def code(self, document: Document) -> Coded:
        spans, events, at = [], [], 0
        for sentence in document.text.split("\n"):
            spans.append(span := Span(at, at + len(sentence)))
            at += len(sentence) + 1
            if sentence[:3].isupper():
                events.append(_event(document, span, sentence.split(None, 7)))
        return Coded(document, tuple(spans), tuple(events))


def _event(document: Document, span: Span, words: list[str]) -> Event:
    actor, type_, recipient, _, town, _, day = words[:7]
    told = date.fromisoformat(day)
    place = Place(town, 10.0, 10.0, None, actor, None, "city", "clause")
    return Event(
        f"{document.id}:{span.start}", type_, None, ("diplomatic",), (_actor(actor, span),), (_actor(recipient, span),), When(told, told, "day", "day"),
        place, "asserted", None, span, Span(span.start + 4, span.start + 8), 0.9, ("made",),
    )  # fmt: skip


def _actor(code: str, span: Span) -> Actor:
    return Actor(code, Span(span.start, span.start + 3), code, code.lower(), code, "GOV")


def read(path: Path) -> Iterator[Document]:
    with path.open(encoding="utf-8") as stream:
        for line in stream:
            fields: dict[str, Any] = json.loads(line)
            yield Document(**fields | {"published": date.fromisoformat(fields["published"]), "language": "en"})


def copies(store: polybius.Store) -> dict[str, float]:
    """Recall and precision of near copies: a copy is right when the document it is said to copy is of its group."""
    known = found = right = 0
    seen: set[str] = set()
    for row in store.rows("SELECT id, copy_of FROM documents ORDER BY split_part(id, '-', 2)::INTEGER"):
        group = row["id"].split("-")[0]
        known += group in seen
        found += row["copy_of"] is not None
        right += row["copy_of"] is not None and row["copy_of"].split("-")[0] == group
        seen.add(group)
    return {"known": known, "found": found, "recall": round(right / known, 4), "precision": round(right / found, 4)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=200_000)
    arguments = parser.parse_args()
    ontology.table()
    with tempfile.TemporaryDirectory() as folder:
        lines, path = Path(folder) / "flood.jsonl", Path(folder) / "flood.duckdb"
        with lines.open("w", encoding="utf-8") as stream:
            stream.writelines(json.dumps(fields) + "\n" for fields in Flood().documents(arguments.documents))
        before = _megabytes()
        with polybius.open(path) as store:
            begun, worked = time.perf_counter(), time.process_time()
            coder = FloodCoder()
            account = store.ingest(read(lines), coder)  # type: ignore[arg-type]  # a coder made by hand
            seconds, processor = time.perf_counter() - begun, time.process_time() - worked
            told = {
                "documents": account.new, "events": account.events, "incidents": store.incidents().count(), "storylines": store.storylines().count(),
                "seconds": round(seconds, 1), "documents_per_second": round(arguments.documents / seconds),
                "coder_seconds": round(coder.seconds, 1), "documents_per_second_without_the_coder": round(arguments.documents / (seconds - coder.seconds)),
                "processor_seconds": round(processor, 1), "documents_per_processor_second": round(arguments.documents / processor),
                "megabytes_before": before, "megabytes_peak": _megabytes(), "store_megabytes": round(path.stat().st_size / 1e6), "copies": copies(store),
            }  # fmt: skip
    print(json.dumps(told, indent=1))


def _megabytes() -> int:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return round(peak / (1 << 20 if sys.platform == "darwin" else 1 << 10))


if __name__ == "__main__":
    main()
