"""The pattern language of frames (docs/frames.md): text to immutable patterns."""

from __future__ import annotations

import re
from dataclasses import dataclass

ROLES = frozenset("ARBPCT")
FIXED_SLOTS = frozenset(
    {"subj", "obj", "iobj", "comp", "to", "that", "ing", "poss", "mod", "adv", "sent", "accuser", "denier"}
)
_ARG = re.compile(r"(?P<mark>[?!]?)(?P<slot>[a-z_.|]+)(?:\((?P<filler>[^)]*)\))?(?:=(?P<role>[A-Z]))?\Z")
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


def parse(text: str, classes: dict[str, list[str]]) -> Pattern:
    """Reads one pattern; ValueError says what is wrong with it."""
    head_text, *arg_texts = _split(text)
    head = _HEAD.match(head_text)
    if not head:
        raise ValueError(f"can't read the head {head_text!r}")
    heads = tuple(lemma for part in head["lemmas"].split("|") for lemma in _expand_head(part, classes))
    args = tuple(_arg(each, classes) for each in arg_texts)
    return Pattern(head["pos"] or "v", heads, args, _weight(args), text, tuple(n for a in args for n in _needs(a)))


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
    """Splits at spaces outside brackets."""
    parts, depth, current = [], 0, ""
    for char in text.strip():
        depth += (char == "(") - (char == ")")
        if char == " " and depth == 0:
            if current:
                parts.append(current)
            current = ""
        elif char != " ":
            current += char
    parts.append(current)
    if depth:
        raise ValueError(f"unbalanced brackets in {text!r}")
    return parts


def _expand_head(part: str, classes: dict[str, list[str]]) -> list[str]:
    return _class(part[1:], classes) if part.startswith("@") else [part]


def _arg(text: str, classes: dict[str, list[str]]) -> Arg:
    found = _ARG.match(text)
    if not found:
        raise ValueError(f"can't read the argument {text!r}")
    if found["role"] and found["role"] not in ROLES:
        raise ValueError(f"unknown role {found['role']!r} in {text!r}: use one of {' '.join(sorted(ROLES))}")
    slots = tuple(found["slot"].split("|"))
    filler = _filler(found["filler"], classes) if found["filler"] is not None else None
    return Arg(slots, filler, found["role"] or "", found["mark"])


def _filler(text: str, classes: dict[str, list[str]]) -> Filler:
    words: set[str] = set()
    banned: set[str] = set()
    sectors: set[str] = set()
    party = owned = bare = False
    for listed in (i.strip() for i in text.split(",")):
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
            target.update(_class(item[1:], classes))
        elif item and item != "*":
            target.add(item)
    pairs = frozenset(tuple(w.rsplit("_", 1)) for w in words if "_" in w)
    singles = frozenset(w for w in words if "_" not in w)
    return Filler(singles, pairs, frozenset(sectors), party, frozenset(banned), owned, bare)  # type: ignore[arg-type]  # rsplit gives pairs


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
