"""The learned back-off of ``relate``: which type two given parties' relation has, by the words between and above them.

A multinomial logistic model over sparse word features, trained by ``benchmarks/train_backoff.py`` on the project's own labelled
sentences (``lexicon/data/examples``) and nothing else. What the frames found is one of its features.
"""

from __future__ import annotations

import json
import math
from functools import cache
from pathlib import Path

from spacy.tokens import Doc, Token

from polybius.lexicon import files

MODEL = files.DATA / "backoff.json"
SURE = 0.5  # share that the best type must have for a guess where no frame fits
CONTENT = frozenset({"VERB", "NOUN", "ADJ", "ADV", "ADP", "PART", "AUX"})


@cache
def _model() -> tuple[list[str], dict[str, list[float]], list[float]] | None:
    """Types, weights by feature, biases; None when no model was trained."""
    if not Path(MODEL).exists():
        return None
    raw = json.loads(Path(MODEL).read_text(encoding="utf-8"))
    return raw["types"], raw["weights"], raw["bias"]


def shares(found: list[str]) -> dict[str, float]:
    """The share of each type for the features found; {} without a model."""
    model = _model()
    if model is None:
        return {}
    types, weights, bias = model
    totals = list(bias)
    norm = math.sqrt(len(found)) or 1.0
    for name in found:
        row = weights.get(name)
        if row is not None:
            totals = [t + w / norm for t, w in zip(totals, row, strict=True)]
    top = max(totals)
    powers = [math.exp(t - top) for t in totals]
    return {type_: p / sum(powers) for type_, p in zip(types, powers, strict=True)}


def features(doc: Doc, actor: Token, recipient: Token, frame_types: list[str]) -> list[str]:
    """Sorted names of what stands in a sentence with two parties; ``frame_types`` is what the frames found, best first."""
    path = _path(actor, recipient)
    out = {f"path:{t.lemma_.lower()}" for t in path if t.pos_ in CONTENT}
    top = meeting(actor, recipient)
    out |= {
        f"top:{top.lemma_.lower()}",
        f"top+:{top.lemma_.lower()}+{_preposition(recipient)}",
        f"r<:{_preposition(recipient)}",
        f"a<:{actor.dep_}",
    }
    out |= {
        f"top>:{top.lemma_.lower()}>{c.lemma_.lower()}"
        for c in top.children
        if c.dep_ in ("dobj", "prt", "xcomp", "acomp", "attr", "prep", "neg", "aux")
    }
    out |= {f"head:{t.lemma_.lower()}" for t in (actor.head, recipient.head)}
    between = doc[min(actor.i, recipient.i) + 1 : max(actor.i, recipient.i)]
    out |= {f"mid:{t.lemma_.lower()}" for t in between if t.pos_ in CONTENT}
    out |= {f"word:{t.lemma_.lower()}" for t in doc if t.pos_ in ("VERB", "NOUN", "ADJ")}
    out |= {f"verb:{t.lemma_.lower()}" for t in (*actor.ancestors, *recipient.ancestors) if t.pos_ == "VERB"}
    out.add(f"frame:{frame_types[0] if frame_types else '-'}")
    out |= {f"frames:{t}" for t in frame_types}
    return sorted(out)


def _preposition(word: Token) -> str:
    here = word
    for _ in range(4):
        if here.head.pos_ == "ADP":
            return here.head.lower_
        if here.head == here or here.pos_ == "VERB":
            break
        here = here.head
    return "-"


def meeting(one: Token, other: Token) -> Token:
    """The lowest word of the parse above both."""
    above = [one, *one.ancestors]
    theirs = {t.i for t in (other, *other.ancestors)}
    return next((t for t in above if t.i in theirs), one)


def _path(one: Token, other: Token) -> list[Token]:
    top = meeting(one, other)
    out = [top]
    for end in (one, other):
        here = end
        while here not in (top, here.head):
            here = here.head
            out.append(here)
    return out
