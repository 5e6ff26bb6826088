"""The words of a noun phrase, cut where English cuts it: before its head, after it, and what is joined by a hyphen."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from polybius.lexicon.measures import MEASURES
from polybius.lexicon.names import fold, joined, plain

MOST_WORDS = 40
_WORD = re.compile(r"\d{1,3}(?:,\d{3})+|[^\s,;:()\[\]\"“”]+|[,;()]")
_LEADING = frozenset({"the", "a", "an", "some", "several", "many", "two", "three", "four", "five", "both", "all", "his", "her", "its", "their", "this", "that", "these",
                      "those", "another", "other", "dozens", "hundreds", "thousands", "at", "least", "about", "around", "more", "than", "nearly", "almost",
                      "tens", "scores", "no", "any", "every", "each", "one", "six", "seven", "eight", "nine", "ten", "our", "my", "your", "most", "up", "to"})  # fmt: skip
PREPOSITIONS = frozenset(
    "of in from for at to against with on near across inside outside under by along around within".split()
)
_JOINED = re.compile(
    r"(?:-(?:backed|led|held|controlled|occupied|ruled|run|based|born|owned|sponsored|funded|trained|allied|aligned|brokered|made|speaking|educated|supported|installed|"
    r"administered|dominated|majority|appointed|friendly|linked|wide|style|bound|leaning|inspired|affiliated)|^(?:pro|anti|non|pre|post|ex|un|neo|mid|counter|trans|inter|intra|multi|self)-)",
    re.IGNORECASE,
)
_ARABIC = re.compile(r"(?:al|el|an|ar|as|ash|ad|az|at)-[A-Z]")
_PREFIXED = re.compile(r"(ex|then|former)-(?=\w)", re.IGNORECASE)
OF_ITS_OWN = re.compile(
    r"-(?:led|based|born|held|occupied|controlled|run|owned|administered|ruled|majority|flagged|managed|operated|registered|crewed|chartered)\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word as written and as compared; ``possessive`` when it ended in 's."""

    text: str
    key: str
    possessive: bool

    @property
    def capital(self) -> bool:
        """Whether it is written like a name ("al-Qaida" too)."""
        return self.text[:1].isupper() or _ARABIC.match(self.text) is not None


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase's core (up to its head), the words after its first preposition, and an apposition after a comma or in brackets."""

    core: tuple[Word, ...]
    preposition: str
    rest: tuple[Word, ...]
    apposition: tuple[Word, ...]


@lru_cache(maxsize=20_000)
def read(text: str) -> Phrase:
    """Cuts a phrase; at most its first MOST_WORDS words count."""
    words = _words(text)
    core: list[Word] = []
    position = 0
    while position < len(words) and words[position].text not in ",;()":
        if words[position].key in PREPOSITIONS and core and any(w.key not in _LEADING for w in core):
            break
        core.append(words[position])
        position += 1
    preposition = ""
    rest: list[Word] = []
    if position < len(words) and words[position].key in PREPOSITIONS:
        preposition = words[position].key
        position += 1
        while position < len(words) and words[position].text not in ",;()":
            rest.append(words[position])
            position += 1
    apposition = [w for w in words[position:] if w.text not in ",;()"]
    while (
        len(core) > 1 and core[0].key in _LEADING and not (core[0].key == "the" and core[0].capital and len(core) == 2)
    ):
        core.pop(0)
    if core and core[-1].key in MEASURES and preposition == "of" and rest:
        while len(rest) > 1 and rest[0].key in _LEADING:
            rest.pop(0)
        end = next((n for n, w in enumerate(rest) if n and w.key in PREPOSITIONS), len(rest))
        core, preposition, rest = rest[:end], "".join(w.key for w in rest[end : end + 1]), rest[end + 1 :]
    return Phrase(tuple(core), preposition, tuple(rest), tuple(apposition))


def _words(text: str) -> list[Word]:
    out: list[Word] = []
    for found in _WORD.findall(text[:2000])[:MOST_WORDS]:
        bare = found.strip("'‘’\u201b") if len(found) > 1 else found
        straight = bare.replace("’", "'")
        possessive = found.replace("’", "'").endswith(("'s", "s'"))
        if straight.endswith("'s"):
            bare = bare[:-2]
        elif found in ("'s", "’s"):
            if out:
                out[-1] = Word(out[-1].text, out[-1].key, True)
            continue
        if bare.endswith(".") and bare.count(".") == 1 and len(bare) > 3:
            bare = bare[:-1]
        prefix = _PREFIXED.match(bare)
        if prefix:  # "ex-President", "then-minister"
            out.append(Word(prefix[1], prefix[1].lower(), False))
            bare = bare[prefix.end() :]
        if bare:
            out.append(Word(bare, fold(plain(bare)), possessive))
    return out


def is_joined(word: Word) -> bool:
    """Whether a word only relates the party to another ("U.S.-backed", "pro-Russian")."""
    return bool(_JOINED.search(word.text))


def owner(word: Word) -> str:
    """The country part of "Saudi-led", "Israeli-occupied"; "" of other words."""
    found = OF_ITS_OWN.search(word.text)
    return joined(word.text[: found.start()]) if found else ""


def key_of(words: Sequence[Word]) -> str:
    """The key of some words as they stand together."""
    return joined(" ".join(w.text + (_genitive(w) if w is not words[-1] else "") for w in words))


def text_of(words: Sequence[Word]) -> str:
    """Some words as they were written."""
    return " ".join(w.text + ("'s" if w.possessive else "") for w in words)


def _genitive(word: Word) -> str:
    """What was cut off a possessive: "Workers' Party" keeps its name, "Iran's" its s."""
    if not word.possessive:
        return ""
    return "'" if word.text.endswith("s") else "'s"
