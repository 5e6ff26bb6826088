"""PLOVER's contexts of an act, judged by the words of its sentence and of its document, each with its evidence."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from polybius.errors import LexiconError
from polybius.lexicon import files, ontology
from polybius.model import Event

DOCUMENT_SHARE = 0.35  # of a document's sentences must speak of a context for it to hold where the sentence is silent
DOCUMENT_LEAST = 3
_WORD = re.compile(r"\w[\w'’.-]*\w|\w")
_IMPLIED = {
    ("COERCE", "misinformation"): "misinformation",
    ("COERCE", "cyber"): "cyber",
}  # codebook, table of COERCE modes
FORCE, UNARMED = (
    frozenset({"ASSAULT", "COERCE"}),
    frozenset({"CVL", "OPP", "JRN", "LAB", "EDU", "REL", "SOC", "MED", "AGR", "REF"}),
)
SECURITY = frozenset({"", "COP", "MIL", "SPY", "GOV", "JUD"})


@dataclass(frozen=True, slots=True)
class _Table:
    """Context words: whole phrases by their first word, and stems that any ending may follow."""

    phrases: dict[str, list[tuple[tuple[str, ...], str]]]
    stems: dict[str, list[str]]
    shortest: int
    abbreviations: frozenset[str]


@cache
def _table() -> _Table:
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    stems: dict[str, list[str]] = {}
    abbreviations: set[str] = set()
    for path in files.sources("contexts"):
        for context, words in files.compiled(f"contexts-{path.stem}", [path], lambda parsed: parsed[0][1]).items():
            if context not in ontology.table()["contexts"]:
                raise LexiconError(f"unknown context {context!r}", path.name, "use one of the ontology's contexts")
            for word in words:
                parts = tuple(w.lower() for w in _WORD.findall(word))
                abbreviations.update({word.lower()} if word.isalpha() and word.isupper() else ())
                if word.endswith("*") and len(parts) == 1:
                    stems.setdefault(parts[0], []).append(context)
                else:
                    phrases.setdefault(parts[0], []).append((parts, context))
    return _Table(phrases, stems, min(map(len, stems)), frozenset(abbreviations))


def in_sentence(text: str) -> dict[str, str]:
    """Contexts of one sentence with the first word that shows each."""
    table = _table()
    words = _WORD.findall(text)
    lower = [w.lower() for w in words]
    out: dict[str, str] = {}
    for position, word in enumerate(lower):
        if word in table.abbreviations and not _is_abbreviation(words, position):
            continue
        for first in _singulars(word):
            for parts, context in table.phrases.get(first, ()):
                if context not in out and _stands(parts, lower, position):
                    out[context] = " ".join(words[position : position + len(parts)])
        for length in range(table.shortest, len(word) + 1):
            for context in table.stems.get(word[:length], ()):
                out.setdefault(context, words[position])
    return out


def _is_abbreviation(words: list[str], position: int) -> bool:
    """Whether a word may be short for a name: "the WHO", "of Aids"; never "who" or the first word's "Who"."""
    return words[position].isupper() or (position > 0 and words[position][0].isupper())


def _singulars(word: str) -> tuple[str, ...]:
    if len(word) > 3 and word.endswith("s"):
        return (word, word[:-1], word[:-2]) if word.endswith("es") else (word, word[:-1])
    return (word,)


def _stands(parts: tuple[str, ...], lower: list[str], position: int) -> bool:
    """Whether a phrase stands at a position; its last word may be a plural."""
    if len(parts) == 1:
        return True
    last = position + len(parts) - 1
    return last < len(lower) and tuple(lower[position:last]) == parts[:-1] and parts[-1] in _singulars(lower[last])


def of_document(sentences: list[dict[str, str]]) -> dict[str, str]:
    """Contexts that enough sentences of a document speak of."""
    counts = Counter(context for sentence in sentences for context in sentence)
    least = max(DOCUMENT_LEAST, DOCUMENT_SHARE * len(sentences))
    return {c: f"{n} of {len(sentences)} sentences" for c, n in counts.items() if n >= least}


def _of_parties(event: Event) -> dict[str, str]:
    """What the codebook has a context for by who does it to whom: force of a state's own against the unarmed, and against who reports."""
    if event.type not in FORCE | {"SANCTION"}:
        return {}
    hit = [r for r in event.recipients if r.sector in UNARMED]
    out = {}
    if any(r.sector == "JRN" for r in hit):
        out["rights_freedoms"] = "journalists are hit"
    lands = {a.country for a in event.actors if a.country and a.sector in SECURITY}
    if event.type in FORCE and any(r.country in lands for r in hit):
        out["repression"] = f"force of {', '.join(sorted(lands))} against its own who bear no arms"
    return out


def of_act(event: Event, frame: tuple[str, ...], sentence: dict[str, str], document: dict[str, str]) -> dict[str, str]:
    """The contexts of an event in the codebook's order, each with its evidence: by its ``frame``, its mode, whom it befalls, the words of its
    ``sentence`` and what its ``document`` speaks of.
    """
    type_, mode = event.type, event.mode
    found = dict.fromkeys(frame, f"frame for {type_}")
    found.update(_of_parties(event))
    implied = _IMPLIED.get((type_, mode or ""))
    if implied:
        found[implied] = f"mode {mode} adds it (codebook)"
    found.update({c: f"word {w!r}" for c, w in sentence.items()})
    for context, share in document.items():
        found.setdefault(context, f"document: {share}")
    if "human_rights" in found and "crime" in found and "war crime" in found["crime"]:
        del found["crime"]
    return {c: found[c] for c in ontology.table()["contexts"] if c in found}
