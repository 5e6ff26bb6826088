"""Whether a report is English: what isn't is told and not coded."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from polybius.errors import InputError
from polybius.model import Document

FEWEST_WORDS = 12  # below this many words a guess at the language is no better than chance
SAMPLE = 3000  # characters looked at
_WORD = re.compile(r"[^\W\d_]+")
_COMMON = frozenset(
    """the of and to in a is that for on was with as by at from it he be has have said an will his its are
    were which not this or who after over against their but had been they she would than into about""".split()
)


def check(document: Document, where: str = "") -> None:
    """InputError when a document is plainly not in English; ``where`` names it, else its id does."""
    language = document.language or detect(document.text)
    if language and not language.lower().startswith("en"):
        raise InputError(
            f"not in English (it looks like {language!r})",
            where or document.id or "",
            "translate it first; if it is English, give --language en, or language in its own fields",
        )


def detect(text: str) -> str:
    """ISO 639-1 code of a text's language; "" when it is too short to tell."""
    words = _WORD.findall(text[:SAMPLE].lower())
    if len(words) < FEWEST_WORDS:
        latin = sum(c.isascii() for c in text[:SAMPLE] if c.isalpha())
        letters = sum(c.isalpha() for c in text[:SAMPLE])
        return "" if latin * 2 >= letters else _guess(text[:SAMPLE])
    common = sum(w in _COMMON for w in words) / len(words)
    return "en" if common > 0.18 else _guess(text[:SAMPLE])


def _guess(text: str) -> str:
    return str(_identifier().classify(text)[0])


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
