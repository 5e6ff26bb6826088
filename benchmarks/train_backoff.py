"""Trains the learned back-off of ``Coder.relate`` on the project's own labelled sentences.

    python benchmarks/train_backoff.py            # tells by five-fold cross-validation what it wins
    python benchmarks/train_backoff.py --write    # trains on all and writes lexicon/data/backoff.json

Needs scikit-learn (in the development extras); nothing outside src/polybius/lexicon/data/examples is read.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from pathlib import Path

import numpy as np
import yaml
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold

import polybius
from polybius.acts import guess
from polybius.lexicon import files

MARK = re.compile(r"\[([AR]) ([^\]]*)\]")
LEAST = 2  # examples that a feature must stand in
SMOOTHING = 100.0


def unmarked(line: str) -> tuple[str, tuple[int, int], tuple[int, int]] | None:
    """The sentence without marks, and where actor and recipient stand; None when a mark is missing."""
    text, spans, last = "", {}, 0
    for found in MARK.finditer(line):
        text += line[last : found.start()]
        spans[found[1]] = (len(text), len(text) + len(found[2]))
        text += found[2]
        last = found.end()
    text += line[last:]
    return (text, spans["A"], spans["R"]) if set(spans) == {"A", "R"} else None


def examples(coder: polybius.Coder) -> tuple[list[list[str]], list[str], list[str]]:
    """Features, labels, and what the frames alone say."""
    rows, labels, frames = [], [], []
    for path in sorted((files.DATA / "examples").glob("*.yaml")):
        for line in yaml.safe_load(path.read_text(encoding="utf-8")):
            read = unmarked(line)
            if read is not None:
                found, said = coder.features(*read)
                rows.append(found)
                labels.append(path.stem.upper())
                frames.append(said)
    return rows, labels, frames


def main(arguments: list[str]) -> int:
    rows, labels, frames = examples(polybius.Coder())
    counts = Counter(name for row in rows for name in row)
    weighted = [{n: 1 / np.sqrt(len(row)) for n in row if counts[n] >= LEAST} for row in rows]
    gold, said = np.array(labels), np.array(frames)
    folds = StratifiedKFold(5, shuffle=True, random_state=1)
    guessed, sure = np.empty(len(gold), dtype=object), np.zeros(len(gold))
    for train, test in folds.split(weighted, gold):
        vectors = DictVectorizer()
        model = LogisticRegression(C=SMOOTHING, max_iter=300, class_weight="balanced")
        model.fit(vectors.fit_transform([weighted[i] for i in train]), gold[train])
        shares = model.predict_proba(vectors.transform([weighted[i] for i in test]))
        guessed[test] = model.classes_[shares.argmax(axis=1)]
        sure[test] = shares.max(axis=1)
    print(
        f"{len(gold)} sentences; frames alone {np.mean(said == gold):.3f}, model alone {np.mean(guessed == gold):.3f}"
    )
    both = np.where((said == "-") & (sure >= guess.SURE), guessed, said)
    print(f"  frames, and the model from a share of {guess.SURE} where no frame fits: {np.mean(both == gold):.3f}")
    if "--write" in arguments:
        vectors = DictVectorizer()
        model = LogisticRegression(C=SMOOTHING, max_iter=300, class_weight="balanced")
        model.fit(vectors.fit_transform(weighted), gold)
        weights = {
            name: [round(float(w), 2) for w in model.coef_[:, n]] for n, name in enumerate(vectors.feature_names_)
        }
        raw = {
            "types": list(model.classes_),
            "weights": weights,
            "bias": [round(float(b), 3) for b in model.intercept_],
        }
        Path(guess.MODEL).write_text(json.dumps(raw, sort_keys=True, separators=(",", ":")) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
