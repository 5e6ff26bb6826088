"""Reads the project's labelled sentences (docs/examples.md) as questions to the judge."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import yaml

from polybius.acts.marked import STATUSES, TYPES, Range
from polybius.lexicon import files

EXAMPLES = files.DATA / "examples"
LEARNED = Path(__file__).parent / "learned.txt"  # train.py writes it with the weights
PARTY = re.compile(r"\[(\d) ([^\[\]]*)\]")
OLD_PARTY = re.compile(r"\[([AR]) ([^\]]*)\]")
STATUS = {"f": "future", "h": "hypothetical", "n": "negated", "p": "historical"}


@dataclass(frozen=True)
class Question:
    """Two parties of a sentence by number (None: nobody), the types that hold between them, and their status if one is known."""

    actor: int | None
    recipient: int | None
    types: tuple[str, ...]
    status: str | None
    weight: float = 1.0


@dataclass(frozen=True)
class Asked:
    """A sentence with its marked parties and all that is asked of it."""

    text: str
    parties: tuple[tuple[Range, ...], ...]
    questions: tuple[Question, ...]
    others: tuple[Range, ...] = ()  # what the coder marks too and no label does: nothing is asked of it

    def only(self, kept: set[int]) -> Asked:
        """The sentence with some of its parties marked, and what is asked of those."""
        numbers = {old: new for new, old in enumerate(sorted(kept))}
        return Asked(
            self.text,
            tuple(self.parties[old] for old in sorted(kept)),
            tuple(
                replace(q, actor=numbers.get(q.actor), recipient=numbers.get(q.recipient))
                for q in self.questions
                if {q.actor, q.recipient} - {None} <= kept
            ),
            self.others,
        )

    def marked(self, kept: Sequence[Range]) -> Asked:
        """The sentence with some of the others marked behind its parties."""
        return replace(self, parties=(*self.parties, *((one,) for one in kept)), others=())


@dataclass
class Graph:
    """One sentence of the graphs: parties by number, relations by pair of numbers ("-" for nobody)."""

    text: str = ""
    parties: dict[str, list[Range]] = field(default_factory=dict)
    relations: dict[tuple[str, str], list[tuple[str, str]]] = field(default_factory=dict)


class BadLineError(ValueError):
    """A line of the graphs that can't be read; the message says where and why."""


def graphs(folder: Path = EXAMPLES / "graphs", besides: str = "") -> list[Graph]:
    """All sentences of the graphs, files in the order of their names."""
    out = []
    for path in sorted(p for p in folder.glob("*.txt") if p.name != besides):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if line.strip() and not line.startswith("#"):
                try:
                    out.append(graph(line))
                except BadLineError as problem:
                    raise BadLineError(f"{path.name}:{number}: {problem}") from problem
    return out


def graph(line: str) -> Graph:
    """One line read; BadLineError tells what is wrong with it."""
    marked, arrow, told = line.partition("=>")
    if not arrow:
        raise BadLineError("no '=>'")
    out = Graph()
    last = 0
    marked = marked.strip()
    for found in PARTY.finditer(marked):
        out.text += marked[last : found.start()]
        out.parties.setdefault(found[1], []).append((len(out.text), len(out.text) + len(found[2])))
        out.text += found[2]
        last = found.end()
    out.text += marked[last:]
    if "[" in out.text or "]" in out.text:
        raise BadLineError("a bracket that marks no party")
    for item in filter(None, (part.strip() for part in told.split(";"))):
        read = re.fullmatch(r"(\d|-)\s*>\s*(\d|-)\s+([A-Z]+)(?::([fhnp]))?", item)
        if read is None or read[3] not in TYPES[1:]:
            raise BadLineError(f"can't read {item!r}")
        if any(end != "-" and end not in out.parties for end in (read[1], read[2])):
            raise BadLineError(f"{item!r} names a party that isn't marked")
        out.relations.setdefault((read[1], read[2]), []).append((read[3], STATUS.get(read[4], STATUSES[0])))
    return out


def sentences(mentions: Path | None = None) -> list[Asked]:
    """Every labelled sentence with what it is asked; ``mentions`` (of mentions.py) tells what the coder would mark besides."""
    others: dict[str, list[list[int]]] = json.loads(mentions.read_text(encoding="utf-8")) if mentions else {}
    return [replace(a, others=tuple((s, e) for s, e in others.get(digest(a.text), ()))) for a in _sentences()]


def _sentences() -> list[Asked]:
    out = [_asked(one) for one in graphs() if one.parties]
    for text, actor, recipient, type_ in pairs():
        out.append(Asked(text, ((actor,), (recipient,)), (Question(0, 1, (type_,), None),)))
    return out


def _asked(graph: Graph) -> Asked:
    """Ordered pairs of a sentence's parties, and each party alone; pairs that hold nothing share a weight."""
    names = sorted(graph.parties)
    number = {name: n for n, name in enumerate(names)}
    empty = [(a, b) for a in names for b in names if a != b and (a, b) not in graph.relations]
    share = min(1.0, 3.0 / len(empty)) if empty else 1.0
    out = []
    for a in names:
        for b in names:
            if a != b:
                held = graph.relations.get((a, b), [])
                out.append(_question(number[a], number[b], held, 1.0 if held else share))
        does = [r for (actor, _), rs in graph.relations.items() if actor == a for r in rs]
        out.append(_question(number[a], None, does, 1.0 if (a, "-") in graph.relations else 0.3))
        befalls = [r for (_, recipient), rs in graph.relations.items() if recipient == a for r in rs]
        out.append(_question(None, number[a], befalls, 1.0 if ("-", a) in graph.relations else 0.3))
    return Asked(graph.text, tuple(tuple(graph.parties[n]) for n in names), tuple(out))


def _question(actor: int | None, recipient: int | None, held: list[tuple[str, str]], weight: float) -> Question:
    statuses = {s for _, s in held}
    types = tuple(dict.fromkeys(t for t, _ in held)) or (TYPES[0],)
    return Question(actor, recipient, types, statuses.pop() if len(statuses) == 1 else None, weight)


def pairs() -> list[tuple[str, Range, Range, str]]:
    """The labelled sentences with one actor and one recipient (examples/<type>.yaml): text, actor, recipient, type."""
    out = []
    for path in sorted(EXAMPLES.glob("*.yaml")):
        for line in yaml.safe_load(path.read_text(encoding="utf-8")):
            read = _unmarked(line)
            if read is not None:
                out.append((*read, path.stem.upper()))
    return out


def _unmarked(line: str) -> tuple[str, Range, Range] | None:
    """The sentence without its marks, and where actor and recipient stand; None when a mark is missing."""
    text, spans, last = "", {}, 0
    for found in OLD_PARTY.finditer(line):
        text += line[last : found.start()]
        spans[found[1]] = (len(text), len(text) + len(found[2]))
        text += found[2]
        last = found.end()
    text += line[last:]
    return (text, spans["A"], spans["R"]) if set(spans) == {"A", "R"} else None


def is_held_out(text: str) -> bool:
    """Whether a sentence is held out of training: a tenth are, by their own words, so that those added later change nothing."""
    return int(digest(text), 16) % 10 == 0


def digest(text: str) -> str:
    """Stands for a sentence in the list of those that the judge learned from."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def unseen() -> list[Graph]:
    """The sentences of the graphs that the judge in the package hasn't learned from; those of the frames aside, which
    they code by construction.
    """
    learned = set(LEARNED.read_text(encoding="utf-8").split())
    return [g for g in graphs(besides="frames.txt") if g.parties and digest(g.text) not in learned]
