"""PLOVER's contexts of an act, judged by the words of its sentence and of its document, each with its evidence."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from polybius.lexicon import files, ontology

DOCUMENT_SHARE = 0.35  # of a document's sentences must speak of a context for it to hold where the sentence is silent
DOCUMENT_LEAST = 3
_IMPLIED = {
    ("COERCE", "misinformation"): "misinformation",
    ("COERCE", "cyber"): "cyber",
}  # codebook, table of COERCE modes


@cache
def _words() -> tuple[re.Pattern[str], dict[str, tuple[str, ...]]]:
    """One pattern for all context words, and the contexts of each."""
    table: dict[str, list[str]] = {}
    for path in files.sources("contexts"):
        for context, words in files.compiled(f"contexts-{path.stem}", [path], lambda parsed: parsed[0][1]).items():
            if context not in ontology.table()["contexts"]:
                raise ValueError(f"{path.name}: unknown context {context}")
            for word in words:
                table.setdefault(word.lower(), []).append(context)
    ordered = sorted(table, key=len, reverse=True)
    pattern = re.compile(r"(?<!\w)(" + "|".join(_regex(w) for w in ordered) + r")(?!\w)", re.IGNORECASE)
    return pattern, {w: tuple(c) for w, c in table.items()}


def _regex(word: str) -> str:
    """A word, with its plural; ``*`` at the end stands for any ending."""
    if word.endswith("*"):
        return re.escape(word[:-1]) + r"\w*"
    return re.escape(word) + "(?:e?s)?"


def in_sentence(text: str) -> dict[str, str]:
    """Contexts of one sentence with the first word that shows each."""
    pattern, table = _words()
    out: dict[str, str] = {}
    for found in pattern.finditer(text):
        for context in _lookup(found.group(1).lower(), table):
            out.setdefault(context, found.group(1))
    return out


def _lookup(word: str, table: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    for form in (word, word.removesuffix("s"), word.removesuffix("es")):
        if form in table:
            return table[form]
    stem = word
    while len(stem) > 3:
        if stem + "*" in table:
            return table[stem + "*"]
        stem = stem[:-1]
    return ()


def of_document(sentences: list[dict[str, str]]) -> dict[str, str]:
    """Contexts that enough sentences of a document speak of."""
    counts = Counter(context for sentence in sentences for context in sentence)
    least = max(DOCUMENT_LEAST, DOCUMENT_SHARE * len(sentences))
    return {c: f"{n} of {len(sentences)} sentences" for c, n in counts.items() if n >= least}


def of_act(
    type_: str, mode: str | None, frame: tuple[str, ...], sentence: dict[str, str], document: dict[str, str]
) -> dict[str, str]:
    """The contexts of an act in the codebook's order, each with its evidence."""
    found = dict.fromkeys(frame, f"frame for {type_}")
    implied = _IMPLIED.get((type_, mode or ""))
    if implied:
        found[implied] = f"mode {mode} adds it (codebook)"
    found.update({c: f"word {w!r}" for c, w in sentence.items()})
    for context, share in document.items():
        found.setdefault(context, f"document: {share}")
    if "human_rights" in found and "crime" in found and "war crime" in found["crime"]:
        del found["crime"]
    return {c: found[c] for c in ontology.table()["contexts"] if c in found}
