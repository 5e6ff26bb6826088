"""How sure an event is: a sum of small named features, calibrated on judged records (docs/quality.md)."""

from __future__ import annotations

import math
from collections.abc import Sequence

from polybius.acts.act import Act
from polybius.model import Mention

# Weights of a logistic sum; benchmarks/judge/calibrate.py fits them on the texts by construction; those of headlines, of acts that aren't
# asserted and of denials are set by hand, as too few such events are labelled.
WEIGHTS = {
    "base": 0.38,
    "specific frame": 0.04,
    "noun without support verb": -0.24,
    "no recipient": -1.19,
    "no recipient, though others are named": -0.23,
    "party without an entry": -0.5,
    "party far from the word": 0.02,
    "headline": -0.1,
    "not asserted": -0.4,
    "judge": 0.41,
    "no frame": -1.14,
    "happened, by the judge": 0.19,
    "recipient a place": 0.1,
    "in a side clause": -0.56,
    "far from the lead": -0.18,
    "long report": 0.03,
    "a noun": -0.16,
    "no finite verb": -0.18,
    "words said": 0.05,
    "no actor": -2.6,
    "judge, whoever does it": 0.21,
    "one reading": -0.47,
    "more recipients": -0.4,
    "recipient a pronoun": 0.05,
    "actor of no country": -3.15,
    "recipient of no country": -3.48,
    "at home in the scene, beside others": -0.61,
    "no recipient of a deed": -2.13,
    "denied, towards nobody": 0.4,
    "a side by the sentence before": -0.32,
    "no actor, in a long report": -0.43,
}
# From which confidence events are told: in a report of one sentence, and in one of FAR and more sentences behind the first. In between it rises with
# the logarithm of the length: what a long report tells, it tells again, and much else that is no news, so that precision is alike in both
# (docs/quality.md says what other limits give and cost).
LEAST, LEAST_IN_LONG = 0.45, 0.79
KEPT = 0.03  # what a store keeps: of a doubtful event another report may tell too, and what is read from a store may be asked to be surer
# What is done or said to somebody: told of nobody, it was most often told of one whom the reader missed (4 of 100 in our own texts are right, of
# protests, withdrawals and moves of forces six of ten).
DEEDS = frozenset(
    {
        "ASSAULT", "COERCE", "THREATEN", "CONCEDE", "ACCUSE", "REQUEST", "REJECT", "AID", "SANCTION", "SUPPORT", "AGREE",
    }
)  # fmt: skip
DENIALS, DENYING = (
    frozenset({"deny.content", "reject.deny"}),
    frozenset({"deny", "reject", "dismiss", "refute", "rebut"}),
)
FAR = 20  # sentences from which a report, or the way from its beginning, counts as no longer
QUOTES = frozenset('"“”‘')


def of(act: Act, mentions: Sequence[Mention], headline: bool, sentences: int = 1) -> float:
    """The share of such events that are right, 0 to 1; ``sentences`` is how many the report has."""
    found = features(act, mentions, headline, sentences)
    total = sum(WEIGHTS[name] * value for name, value in found.items())
    return round(1 / (1 + math.exp(-total)), 3)


def least(sentences: int) -> float:
    """From which confidence the events of a report of some sentences are told."""
    length = math.log1p(min(max(sentences - 1, 0), FAR)) / math.log1p(FAR)
    return round(LEAST + (LEAST_IN_LONG - LEAST) * length, 3)


def features(act: Act, mentions: Sequence[Mention], headline: bool, sentences: int = 1) -> dict[str, float]:
    """The named features of one act."""
    parties = [mentions[p] for p in (*act.actors, *act.recipients)]
    out = {"base": 1.0, "specific frame": min(act.weight, 8.0)}
    out["noun without support verb"] = float(act.match.pattern.pos == "n" and act.match.support is None)
    denied = _is_bare_denial(act)
    out["denied, towards nobody"] = float(denied)
    out["no recipient"] = float(not act.recipients and len(act.actors) < 2 and not denied)
    others = {
        m.actor.name for n, m in enumerate(mentions) if n not in act.actors and (m.actor.country or m.actor.sector)
    }
    others -= {mentions[p].actor.name for p in act.actors}
    out["no recipient, though others are named"] = out["no recipient"] * bool(others)
    out["party without an entry"] = float(any(not m.known for m in parties))
    out["party far from the word"] = float(any(abs(m.head - act.token.i) > 12 for m in parties))
    out["headline"] = float(headline)
    out["not asserted"] = float(act.status != "asserted")
    out["judge"] = max(0.0, _odds(act.share)) if denied else _odds(act.share)
    out["happened, by the judge"] = _odds(act.happened)
    out["recipient a place"] = float(any(mentions[p].place for p in act.recipients))
    out["in a side clause"] = float(any(t.dep_ in ("relcl", "acl", "advcl") for t in (act.token, *act.token.ancestors)))
    out["far from the lead"] = math.log1p(min(parties[0].sentence, FAR)) if parties else 0.0
    out["long report"] = math.log1p(min(sentences - 1, FAR))
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
    out["a side by the sentence before"] = float(act.guessed)
    out["no actor, in a long report"] = out["no actor"] * out["long report"]
    return out


def _is_bare_denial(act: Act) -> bool:
    """Whether a verb says that somebody denies what nobody in sight charged him with: who did is told by few, and a judge looks for him."""
    return (
        act.match.frame.id in DENIALS
        and act.token.lemma_ in DENYING
        and act.token.pos_ == "VERB"
        and not act.recipients
    )


def _of_no_country(side: Sequence[int], mentions: Sequence[Mention]) -> float:
    """1 where somebody of a side is of no known country and not named in one breath with one who is ("Russia and *its allies*")."""
    lists = {(m.sentence, m.group) for p in side if (m := mentions[p]).actor.country and m.group >= 0}
    unknown = [mentions[p] for p in side if mentions[p].actor.country is None]
    return float(any((m.sentence, m.group) not in lists for m in unknown))


def _odds(share: float | None) -> float:
    """A share as log odds; 0 where nothing is known."""
    kept = min(max(0.5 if share is None else share, 0.01), 0.99)
    return math.log(kept / (1 - kept))
