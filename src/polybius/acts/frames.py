"""Frames from the lexicon: loaded, checked, and indexed by the words that can set them off."""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from polybius.acts.narrowing import Narrowing
from polybius.acts.patterns import Pattern, Reader
from polybius.errors import LexiconError
from polybius.lexicon import files, ontology

CONTENTS = ("drop", "asserted", "negated", "future", "hypothetical", "historical")
KEYS = {"id", "type", "mode", "about", "match", "content", "recast", "contexts", "alone", "sure", "yes", "no"}


@dataclass(frozen=True, slots=True)
class Frame:
    """One way in which English reports an act; ``type`` is "" for frames that only change what they govern."""

    id: str
    type: str
    mode: str | None
    content: str
    recast: dict[str, str]
    patterns: tuple[Pattern, ...]
    contexts: tuple[str, ...] = ()
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()
    alone: bool = False  # an event even when the sentence names no party ("the protest began")
    sure: bool = False  # its words leave no doubt: a judge who sees nothing makes the act doubtful and doesn't drop it


Entry = tuple[Frame, Pattern, str]
"""A frame, one of its patterns and the companion word of its head."""


@dataclass(slots=True)
class Index:
    """Frames by the word that sets them off: (part of speech, lemma) to entries."""

    frames: dict[str, Frame] = field(default_factory=dict)
    heads: dict[tuple[str, str], list[Entry]] = field(default_factory=dict)
    support: dict[str, str] = field(default_factory=dict)
    _narrowed: dict[tuple[str, str], Narrowing] = field(default_factory=dict)

    def possible(self, head: tuple[str, str], words: Set[str]) -> list[Entry]:
        """What a word can set off in a sentence of some words."""
        entries = self.heads.get(head)
        if entries is None:
            return []
        if head not in self._narrowed:
            self._narrowed[head] = Narrowing(pattern for _, pattern, _ in entries)
        return [entries[position] for position in self._narrowed[head].possible(words)]

    @property
    def verbs(self) -> frozenset[str]:
        """Every verb that can set off a frame."""
        return frozenset(lemma for pos, lemma in self.heads if pos == "v")

    @property
    def words(self) -> frozenset[str]:
        """Every word that can set off a frame."""
        return frozenset(lemma for _, lemma in self.heads)

    @property
    def nouns(self) -> frozenset[str]:
        """Every noun that can set off a frame."""
        return frozenset(lemma for pos, lemma in self.heads if pos == "n")

    @property
    def hyphenated(self) -> frozenset[str]:
        """Every noun with a hyphen that a pattern names, singular and plural: the parser must read it whole. It takes such verbs for adjectives."""
        named = {word for pos, word in self.heads if pos == "n"}
        for pattern in (p for frame in self.frames.values() for p in frame.patterns):
            named.update(*(arg.filler.words for arg in pattern.args if arg.filler is not None))
        verbs = {word for pos, word in self.heads if pos == "v"}
        whole = {word for word in named - verbs if "-" in word and word[0].isalpha()}
        return frozenset(whole | {word + "s" for word in whole})


@cache
def index() -> Index:
    """The package's frames. Loaded once a process; LexiconError names the file and the frame that is wrong."""
    return build(read(files.sources("frames")), word_classes())


@cache
def word_classes() -> dict[str, list[str]]:
    """Word classes by name, from data/classes."""
    merged: dict[str, list[str]] = {}
    for path in files.sources("classes"):
        for name, words in files.compiled(f"classes-{path.stem}", [path], _first).items():
            merged.setdefault(name, []).extend(words)
    return merged


def read(paths: Iterable[Path]) -> list[Frame]:
    """Frames of some files, checked one by one."""
    out = []
    for path in paths:
        for raw in files.compiled(f"frames-{path.stem}", [path], _first) or []:
            out.append(_frame(raw, path))
    return out


def _first(parsed: list[tuple[Path, Any]]) -> Any:
    return parsed[0][1]


def _frame(raw: dict[str, Any], path: Path) -> Frame:
    where = f"{path.name}: {raw.get('id', raw)}"
    problems = sorted(set(raw) - KEYS)
    type_, mode, content = raw.get("type", ""), raw.get("mode"), raw.get("content", "drop")
    recast = raw.get("recast") or {}
    if problems or "id" not in raw or not raw.get("match"):
        raise LexiconError(f"unknown keys {problems}, or id or match missing", where, "see docs/frames.md")
    if type_ and type_ not in ontology.types():
        raise LexiconError(f"unknown type {type_!r}", where, "use one of PLOVER's 16 types")
    if mode is not None and mode not in ontology.modes(type_):
        raise LexiconError(
            f"{type_} has no mode {mode!r}", where, f"use one of {', '.join(ontology.modes(type_)) or 'none'}"
        )
    if content not in CONTENTS:
        raise LexiconError(f"unknown content {content!r}", where, f"use one of {', '.join(CONTENTS)}")
    unknown = [t for t in [*recast, *recast.values()] if t not in (*ontology.types(), "*", "")]
    if unknown:
        raise LexiconError(f"recast names unknown types {unknown}", where, "use PLOVER's types or '*'")
    return Frame(
        raw["id"],
        type_,
        mode,
        content,
        recast,
        tuple(_patterns(raw["match"], where)),
        tuple(raw.get("contexts", ())),
        tuple(raw.get("yes", ())),
        tuple(raw.get("no", ())),
        bool(raw.get("alone", False)),
        bool(raw.get("sure", False)),
    )


@cache
def _reader() -> Reader:
    return Reader(word_classes())


def _patterns(texts: list[str], where: str) -> Iterable[Pattern]:
    reader = _reader()
    for text in texts:
        try:
            yield reader.parse(text)
        except ValueError as error:
            raise LexiconError(f"pattern {text!r}: {error}", where, "see docs/frames.md") from error


def build(frames: Iterable[Frame], classes: dict[str, list[str]]) -> Index:
    """Indexes frames by their heads; ids must be unique."""
    made = Index(
        support={verb: kind[8:] for kind, verbs in classes.items() if kind.startswith("support_") for verb in verbs}
    )
    for frame in frames:
        if frame.id in made.frames:
            raise LexiconError("id used twice", frame.id, "give each frame an id of its own")
        made.frames[frame.id] = frame
        for pattern in frame.patterns:
            for head in pattern.heads:
                word, companion = _key(head, pattern.pos)
                made.heads.setdefault((pattern.pos, word), []).append((frame, pattern, companion))
    return made


def _key(head: str, pos: str) -> tuple[str, str]:
    """``call_off`` is the verb *call* with *off*; ``air_strike`` the noun *strike* with *air*."""
    if "_" not in head:
        return head, ""
    first, rest = (head.split("_", 1)) if pos == "v" else reversed(head.rsplit("_", 1))
    return first, rest
