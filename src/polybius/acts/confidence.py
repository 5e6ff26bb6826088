"""How sure an event is: a sum of small named features, calibrated on judged records (docs/quality.md)."""

from __future__ import annotations

import math
from collections.abc import Sequence

from polybius.acts.compose import Act
from polybius.model import Mention

# Weights of a logistic sum; benchmarks/judge/calibrate.py fits them on labelled sentences that the judge has not learned from;
# those of headlines and of acts that aren't asserted are set by hand, as no such sentence is labelled.
WEIGHTS = {
    "base": -0.51,
    "specific frame": 0.03,
    "noun without support verb": -0.23,
    "no recipient": 0.47,
    "no recipient, though others are named": 0.19,
    "party without an entry": -0.59,
    "party far from the word": 0.05,
    "headline": -0.1,
    "not asserted": -0.4,
    "judge": 0.58,
    "no frame": -0.27,
    "happened, by the judge": 0.22,
    "recipient a place": -0.85,
    "in a side clause": -0.6,
    "far from the lead": 0.02,
    "a noun": 0.1,
    "no finite verb": -0.19,
    "words said": -0.54,
    "no actor": -0.06,
    "judge, whoever does it": 0.01,
    "one reading": -0.45,
    "more recipients": -1.14,
    "recipient a pronoun": -1.27,
}
LEAST = 0.3  # of what has less five of six are wrong in our own texts: not told unless asked for
QUOTES = frozenset('"“”‘')


def of(act: Act, mentions: Sequence[Mention], headline: bool) -> float:
    """The share of such events that are right, 0 to 1."""
    found = features(act, mentions, headline)
    total = sum(WEIGHTS[name] * value for name, value in found.items())
    return round(1 / (1 + math.exp(-total)), 3)


def features(act: Act, mentions: Sequence[Mention], headline: bool) -> dict[str, float]:
    """The named features of one act."""
    parties = [mentions[p] for p in (*act.actors, *act.recipients)]
    out = {"base": 1.0, "specific frame": min(act.weight, 8.0)}
    out["noun without support verb"] = float(act.match.pattern.pos == "n" and act.match.support is None)
    out["no recipient"] = float(not act.recipients and len(act.actors) < 2)
    others = {
        m.actor.name for n, m in enumerate(mentions) if n not in act.actors and (m.actor.country or m.actor.sector)
    }
    others -= {mentions[p].actor.name for p in act.actors}
    out["no recipient, though others are named"] = out["no recipient"] * bool(others)
    out["party without an entry"] = float(any(not m.known for m in parties))
    out["party far from the word"] = float(any(abs(m.head - act.token.i) > 12 for m in parties))
    out["headline"] = float(headline)
    out["not asserted"] = float(act.status != "asserted")
    out["judge"] = _odds(act.share)
    out["happened, by the judge"] = _odds(act.happened)
    out["recipient a place"] = float(any(mentions[p].place for p in act.recipients))
    out["in a side clause"] = float(any(t.dep_ in ("relcl", "acl", "advcl") for t in (act.token, *act.token.ancestors)))
    out["far from the lead"] = math.log1p(min(parties[0].sentence, 20)) if parties else 0.0
    out["a noun"] = float(act.token.pos_ in ("NOUN", "PROPN"))
    out["no finite verb"] = float(act.token.tag_ in ("VBG", "VB") or act.token.dep_ in ("acl", "amod", "xcomp"))
    out["words said"] = float(any(t.text in QUOTES for t in act.token.doc))
    out["no actor"] = float(not act.actors)
    out["judge, whoever does it"] = _odds(act.befalls)
    out["one reading"] = float(act.readings == 1)
    out["more recipients"] = float(min(max(len(act.recipients) - 1, 0), 3))
    out["recipient a pronoun"] = float(any(mentions[p].kind == "pronoun" for p in act.recipients))
    out["no frame"] = float(not act.match.frame.patterns)
    return out


def _odds(share: float | None) -> float:
    """A share as log odds; 0 where nothing is known."""
    kept = min(max(0.5 if share is None else share, 0.01), 0.99)
    return math.log(kept / (1 - kept))
