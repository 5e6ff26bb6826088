"""How sure an event is: a sum of small named features, calibrated on judged records (docs/quality.md)."""

from __future__ import annotations

import math
from collections.abc import Sequence

from polybius.acts.compose import Act
from polybius.model import Mention

# Weights of a logistic sum; benchmarks/calibrate.py fits them on judged records and frame sentences.
WEIGHTS = {
    "base": 0.6,
    "specific frame": 0.18,
    "noun without support verb": -0.7,
    "no recipient": -0.3,
    "party without an entry": -0.25,
    "party by reference": -0.5,
    "party far from the word": -0.4,
    "headline": -0.2,
    "long sentence": -0.3,
    "not asserted": -0.4,
}


def of(act: Act, mentions: Sequence[Mention], headline: bool, length: int) -> float:
    """The share of such events that are right, 0 to 1."""
    found = features(act, mentions, headline, length)
    total = sum(WEIGHTS[name] * value for name, value in found.items())
    return round(1 / (1 + math.exp(-total)), 3)


def features(act: Act, mentions: Sequence[Mention], headline: bool, length: int) -> dict[str, float]:
    """The named features of one act."""
    parties = [mentions[p] for p in (*act.actors, *act.recipients)]
    out = {"base": 1.0, "specific frame": min(act.weight, 8.0)}
    out["noun without support verb"] = float(act.match.pattern.pos == "n" and act.match.support is None)
    out["no recipient"] = float(not act.recipients and len(act.actors) < 2)
    out["party without an entry"] = float(any(not m.known for m in parties))
    out["party by reference"] = float(any(m.why and " is " in m.why[0] for m in parties))
    out["party far from the word"] = float(any(abs(m.head - act.token.i) > 12 for m in parties))
    out["headline"] = float(headline)
    out["long sentence"] = float(length > 40)
    out["not asserted"] = float(act.status != "asserted")
    return out
