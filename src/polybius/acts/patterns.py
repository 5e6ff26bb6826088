"""The pattern language of frames (docs/frames.md): text to immutable patterns."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

ROLES = frozenset("ARBPCT")
FIXED_SLOTS = frozenset(
    {"subj", "obj", "iobj", "comp", "to", "that", "ing", "poss", "mod", "adv", "sent", "accuser", "denier"}
)
_ARG = re.compile(r"(?P<mark>[?!]?)(?P<slot>[a-z_.|]+)(?:\((?P<filler>[^)]*)\))?(?:=(?P<role>[A-Z]))?\Z")
_SPECIAL = frozenset("-@+^#*")  # what begins an item of a filler that is no word
_HEAD = re.compile(r"(?:(?P<pos>[na]):)?(?P<lemmas>[^\s()=]+)\Z")


@dataclass(frozen=True, slots=True)
class Filler:
    """What may stand in a slot: lemmas (with ``mod_head`` pairs), party classes; ``banned`` must not. ``owned``: only with whose it is before it
    ("*French* jets"). ``bare``: clauses of what should be done ("insisted that B *pay*").
    """

    words: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    sectors: frozenset[str]
    party: bool
    banned: frozenset[str]
    owned: bool = False
    bare: bool = False

    @property
    def positive(self) -> bool:
        """Whether the filler asks for something, not only forbids."""
        return bool(self.words or self.pairs or self.sectors or self.party or self.bare)


# Slots that are positions in the parse; the others are prepositions.


@dataclass(frozen=True, slots=True)
class Arg:
    """One argument of a pattern: ``mark`` is "", "?" (may be missing) or "!" (must be missing)."""

    slots: tuple[str, ...]
    filler: Filler | None
    role: str
    mark: str


@dataclass(frozen=True, slots=True)
class Pattern:
    """A head word with what must stand around it; ``weight`` tells how specific it is."""

    pos: str
    heads: tuple[str, ...]
    args: tuple[Arg, ...]
    weight: float
    text: str
    needs: tuple[
        frozenset[str], ...
    ] = ()  # of each set one word must stand in the sentence, else the pattern can't match


class Reader:
    """Reads patterns that use the same word classes. Patterns share most of their arguments: each is read once."""

    def __init__(self, classes: dict[str, list[str]]) -> None:
        self._classes = classes
        self._words: dict[str, list[str]] = {}
        self._args: dict[str, tuple[Arg, list[frozenset[str]]]] = {}

    def parse(self, text: str) -> Pattern:
        """Reads one pattern; ValueError says what is wrong with it."""
        head_text, *arg_texts = _split(text)
        head = _HEAD.match(head_text)
        if not head:
            raise ValueError(f"can't read the head {head_text!r}")
        heads = tuple(lemma for part in head["lemmas"].split("|") for lemma in self._expanded(part))
        read = [self._arg(each) for each in arg_texts]
        args = tuple(arg for arg, _ in read)
        return Pattern(
            head["pos"] or "v", heads, args, _weight(args), text, tuple(n for _, needs in read for n in needs)
        )

    def _expanded(self, part: str) -> list[str]:
        return self._class(part[1:]) if part.startswith("@") else [part]

    def _arg(self, text: str) -> tuple[Arg, list[frozenset[str]]]:
        if text not in self._args:
            arg = _arg(text, self._class)
            self._args[text] = arg, _needs(arg)
        return self._args[text]

    def _class(self, name: str) -> list[str]:
        if name not in self._words:
            self._words[name] = _class(name, self._classes)
        return self._words[name]


def parse(text: str, classes: dict[str, list[str]]) -> Pattern:
    """Reads one pattern; ValueError says what is wrong with it."""
    return Reader(classes).parse(text)


def _needs(arg: Arg) -> list[frozenset[str]]:
    """Word sets of a required argument of which the sentence must have one: its prepositions, its filler's words."""
    if arg.mark:
        return []
    out = []
    if not set(arg.slots) & FIXED_SLOTS:
        out.append(frozenset(slot.removesuffix(".n").split("_")[0] for slot in arg.slots))
    filler = arg.filler
    if filler is not None and filler.positive and not (filler.party or filler.sectors or filler.bare):
        out.append(filler.words | frozenset(head for _, head in filler.pairs))
    return out


def _split(text: str) -> list[str]:
    """Splits at spaces outside brackets; those inside go."""
    parts, depth, current = [], 0, ""
    for piece in text.strip().split(" "):
        depth += piece.count("(") - piece.count(")")
        current += piece
        if current and depth == 0:
            parts.append(current)
            current = ""
    if depth:
        raise ValueError(f"unbalanced brackets in {text!r}")
    return parts or [""]


def _arg(text: str, class_: Callable[[str], list[str]]) -> Arg:
    found = _ARG.match(text)
    if not found:
        raise ValueError(f"can't read the argument {text!r}")
    if found["role"] and found["role"] not in ROLES:
        raise ValueError(f"unknown role {found['role']!r} in {text!r}: use one of {' '.join(sorted(ROLES))}")
    slots = tuple(found["slot"].split("|"))
    filler = _filler(found["filler"], class_) if found["filler"] is not None else None
    return Arg(slots, filler, found["role"] or "", found["mark"])


def _filler(text: str, class_: Callable[[str], list[str]]) -> Filler:
    words: set[str] = set()
    banned: set[str] = set()
    sectors: set[str] = set()
    party = owned = bare = False
    for listed in (i.strip() for i in text.split(",")):
        if listed and listed[0] not in _SPECIAL:
            words.add(listed)
            continue
        target, item = (banned, listed[1:]) if listed.startswith("-") else (words, listed)
        if item == "@party":
            party = True
        elif item == "+":
            owned = True
        elif item == "^":
            bare = True
        elif item.startswith("#"):
            sectors.add(item[1:])
        elif item.startswith("@"):
            target.update(class_(item[1:]))
        elif item and item != "*":
            target.add(item)
    joined = {word for word in words if "_" in word}
    pairs = frozenset(tuple(word.rsplit("_", 1)) for word in joined)
    return Filler(frozenset(words - joined), pairs, frozenset(sectors), party, frozenset(banned), owned, bare)  # type: ignore[arg-type]  # rsplit gives pairs


def _class(name: str, classes: dict[str, list[str]]) -> list[str]:
    if name not in classes:
        raise ValueError(f"unknown word class @{name}: add it to data/classes")
    out = []
    for word in classes[name]:
        out.extend(_class(word[1:], classes) if word.startswith("@") else [word])
    return out


def _weight(args: tuple[Arg, ...]) -> float:
    """More required arguments and narrower fillers weigh more."""
    weight = 0.0
    for arg in args:
        if arg.mark == "!":
            weight += 0.3
            continue
        base = 2.0
        if arg.filler is not None and arg.filler.positive:
            named = len(arg.filler.words) + len(arg.filler.pairs)
            base += 0.6 if arg.filler.party or arg.filler.sectors else 0.9 if named > 8 else 1.2
        weight += base * (0.1 if arg.mark == "?" else 1.0)
    return weight
