"""Names and phrases as keys: tokens without case, accents, possessives and hyphens, so that spellings meet."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

_QUOTES = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "ʻ": "'",
        "`": "'",
        "´": "'",
        "“": '"',
        "”": '"',
        "–": "-",
        "‐": "-",
        "‑": "-",
        "\u00a0": " ",
    }
)
_LETTERS = str.maketrans(
    {
        "ø": "o",
        "Ø": "O",
        "ł": "l",
        "Ł": "L",
        "đ": "d",
        "Đ": "D",
        "ß": "ss",
        "æ": "ae",
        "Æ": "Ae",
        "ı": "i",
        "œ": "oe",
        "ə": "a",
        "Ə": "A",
        "ð": "d",
        "þ": "th",
    }
)
WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:'[^\W\d_]+)*|[,()/;:\"&-]")
# Articles of Arabic names are written el-, al-, Al, El or left out: a key leaves them out.
_ARTICLES = frozenset({"al", "el", "ul", "as", "ad", "ar", "ash", "an", "at", "az"})


def plain(text: str) -> str:
    """The text with straight quotes and hyphens and letters without accents."""
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text.translate(_QUOTES).translate(_LETTERS))
    return decomposed.translate(_marks()).translate(_QUOTES)


@cache
def _marks() -> dict[int, None]:
    """The marks that combine with the letter before; translating by them is ten times as quick as asking of each letter."""
    return dict.fromkeys(c for c in range(0x300, 0x1F000) if unicodedata.combining(chr(c)))


_OLD_SPELLINGS = {"moslem": "muslim", "moslems": "muslims"}  # as agencies wrote into the 2000s


def fold(word: str) -> str:
    """One word as a key: lower case, no dots of abbreviations, no apostrophes, in today's spelling ("*Moslem* Brotherhood")."""
    folded = word.lower().replace(".", "").replace("'", "")
    return _OLD_SPELLINGS.get(folded, folded)


def key(name: str) -> tuple[str, ...]:
    """The key of a name: its folded words. ``Kim Jong-un`` and ``KIM JONG UN`` have one key, and so have Arabic articles."""
    words = [fold(w) for w in WORD.findall(plain(name)) if w[0].isalnum()]
    if words and words[0] == "the" and len(words) > 1:
        words = words[1:]
    kept = [w for i, w in enumerate(words) if w not in _ARTICLES or i == len(words) - 1]
    return tuple(kept or words)


@lru_cache(maxsize=65_536)
def joined(name: str) -> str:
    """The key of a name as one string, its words divided by spaces."""
    return " ".join(key(name))


_POSSESSIVE = re.compile(r"(?<=[^\W\d_])'s\b")


def searchable(text: str) -> str:
    """A whole text as keys stand in it: a name is there when its joined key is, between spaces.

    Possessives stand in it twice, as written ("people's army") and bare ("Iran's army" names Iran).
    """
    said = f" {' '.join(key(text))} "
    straight = plain(text)
    bare = _POSSESSIVE.sub("", straight)
    return said if bare == straight else f"{said}| {' '.join(key(bare))} "


# What transliterations of one name differ in: h and doubled letters, vowels that sound alike, q for k, w for v.
_SOUNDS = tuple(
    (re.compile(spelt), heard)
    for spelt, heard in (("ph", "f"), ("ck|q|c(?!h)", "k"), ("ou|oo|o", "u"), ("ee|ei|e|y", "i"), ("w", "v"), ("(?<=.)h", ""), (r"(.)\1+", r"\1"), ("[aiu]+$", ""))
)  # fmt: skip
_BOUND = re.compile(r"\b(?:wal|va|wa|u|bin|ibn)(?:\s|(?<=wal)(?=\w{4}))")


@lru_cache(maxsize=65_536)
def sound(key_: str) -> str:
    """A name's key as it sounds, so that "Ahlu Sunnah Wal Jamaah" and "Ahlu Sunna Waljama'a" are one."""
    heard = _BOUND.sub("", key_ + " ").replace(" ", "")
    for spelt, said in _SOUNDS:
        heard = spelt.sub(said, heard)
    return heard
