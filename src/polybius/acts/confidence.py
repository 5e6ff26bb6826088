"""How sure an event is: a sum of small named features, calibrated on judged records (docs/quality.md)."""

from __future__ import annotations

import math
from collections.abc import Sequence

from polybius.acts.act import Act
from polybius.model import Mention

# Weights of a logistic sum; benchmarks/judge/calibrate.py fits them on labelled sentences that the judge has not learned from;
# those of headlines and of acts that aren't asserted are set by hand, as no such sentence is labelled.
WEIGHTS = {
    "base": -0.17,
    "specific frame": 0.03,
    "noun without support verb": -0.04,
    "no recipient": -0.65,
    "no recipient, though others are named": 0.33,
    "party without an entry": -0.5,
    "party far from the word": -0.5,
    "headline": -0.1,
    "not asserted": -0.4,
    "judge": 0.41,
    "no frame": -0.46,
    "happened, by the judge": 0.18,
    "recipient a place": -0.48,
    "in a side clause": -0.52,
    "far from the lead": -0.16,
    "a noun": 0.0,
    "no finite verb": -0.08,
    "words said": -0.19,
    "no actor": -1.51,
    "judge, whoever does it": 0.16,
    "one reading": -0.44,
    "more recipients": -1.28,
    "recipient a pronoun": -0.43,
    "actor of no country": -0.88,
    "recipient of no country": -1.15,
    "at home in the scene, beside others": -0.3,
    "no recipient of a deed": -0.07,
}
LEAST = 0.3  # of what has less three of four are wrong: not told unless asked for
GUESSED = 0.45  # most that what has a side by the sentence before can have: of 50 such in real reports 19 were right, however sure the judge
# What is done or said to somebody: told of nobody, it was most often told of one whom the reader missed.
DEEDS = frozenset({"ASSAULT", "COERCE", "THREATEN", "CONCEDE", "ACCUSE", "REQUEST", "REJECT", "AID", "SANCTION"})
QUOTES = frozenset('"“”‘')


def of(act: Act, mentions: Sequence[Mention], headline: bool) -> float:
    """The share of such events that are right, 0 to 1."""
    found = features(act, mentions, headline)
    total = sum(WEIGHTS[name] * value for name, value in found.items())
    share = round(1 / (1 + math.exp(-total)), 3)
    return min(share, GUESSED) if act.guessed else share


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
    lists = {(mentions[p].sentence, mentions[p].group) if mentions[p].group >= 0 else p for p in act.recipients}
    out["more recipients"] = float(min(max(len(lists) - 1, 0), 3))  # those of one list count as one
    out["recipient a pronoun"] = float(any(mentions[p].kind == "pronoun" for p in act.recipients))
    out["no frame"] = float(not act.match.frame.patterns)
    out["actor of no country"] = _of_no_country(act.actors, mentions)
    out["recipient of no country"] = _of_no_country(act.recipients, mentions)
    several = len({m.actor.country for m in mentions if m.actor.country}) > 1
    out["at home in the scene, beside others"] = float(several and any(m.scene for m in parties))
    out["no recipient of a deed"] = out["no recipient"] * (act.type in DEEDS)
    return out


def _of_no_country(side: Sequence[int], mentions: Sequence[Mention]) -> float:
    """1 where somebody of a side is of no known country and not named in one breath with one who is ("Russia and *its allies*")."""
    lists = {(m.sentence, m.group) for p in side if (m := mentions[p]).actor.country and m.group >= 0}
    unknown = [mentions[p] for p in side if mentions[p].actor.country is None]
    return float(any((m.sentence, m.group) not in lists for m in unknown))


def _odds(share: float | None) -> float:
    """A share as log odds; 0 where nothing is known."""
    kept = min(max(0.5 if share is None else share, 0.01), 0.99)
    return math.log(kept / (1 - kept))
