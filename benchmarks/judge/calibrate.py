"""Fits the weights of ``acts/confidence.py`` on our texts by construction and shows the curve.

    python benchmarks/judge/calibrate.py

Every asserted event of every text is right or wrong by its labels (``constructions.py``): type and the countries of both sides. Our running texts, on
which it was fitted too until 2026-11-28, are left out: their labels mark parties that are none for us and forgive a recipient that isn't told, and
weights fitted without them order real reports better (docs/quality.md). Prints the weights to write into the file, and for tenths of confidence how
many asserted events are right, each told by weights fitted on the other four fifths.
"""

from __future__ import annotations

import itertools
import sys
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_predict

import polybius
from polybius.acts import confidence

sys.path.append(str(Path(__file__).parents[1]))
import constructions

FEWEST = 0.02  # confidence from which events are looked at
BY_HAND = frozenset({"not asserted", "headline", "denied, towards nobody"})  # too few such events are labelled


def gathered() -> tuple[list[dict[str, float]], list[bool]]:
    """The named features of each asserted event, and whether it is right."""
    seen: dict[float, dict[str, float]] = {}
    plain, count = confidence.of, itertools.count(1)

    def noted(*given: Any) -> float:
        value = plain(*given) + next(count) * 1e-9  # tells events apart and keeps their order
        seen[value] = confidence.features(*given)
        return value

    confidence.of = noted
    coder = polybius.Coder(min_confidence=FEWEST)
    features, correct = [], []
    for case in itertools.chain.from_iterable(map(constructions.cases, sorted(constructions.TEXTS.glob("*.txt")))):
        for event in coder.code(polybius.Document(text=case.text, published=constructions.DAY)).events:
            if event.status == "asserted":
                features.append(seen[event.confidence])
                correct.append(any(constructions.is_told(wanted, event) for wanted in case.wanted))
    return features, correct


def main() -> int:
    """Fits and tells."""
    features, correct = gathered()
    names = [n for n in confidence.WEIGHTS if n not in ("base", *BY_HAND)]
    rows = np.array([[f[n] for n in names] for f in features])
    gold = np.array(correct)
    model = LogisticRegression(C=0.3, max_iter=2000)
    shares = cross_val_predict(model, rows, gold, cv=5, method="predict_proba")[:, 1]
    print(f"{len(gold)} events, {gold.mean():.3f} right")
    for low in np.arange(0, 1, 0.1):
        inside = (shares >= low) & (shares < low + 0.1)
        if inside.any():
            print(f"confidence {low:.1f} to {low + 0.1:.1f}: {inside.sum():4} events, {gold[inside].mean():.2f} right")
    model.fit(rows, gold)
    print(
        {"base": round(float(model.intercept_[0]), 2)}
        | {n: round(float(w), 2) for n, w in zip(names, model.coef_[0], strict=True)}
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
