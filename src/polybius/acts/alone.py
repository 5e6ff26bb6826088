"""The main clause of a long sentence, read once more by itself.

Agencies wrap an act in background: where somebody said so, what went before, what others did meanwhile. A judge who reads all of it at once is less
sure of the act than of the same clause alone, and takes bystanders for its sides. So where the main clause of a sentence tells nothing for sure, it is
read again without the clauses around it: blanks stand in their place, so that every word stays where it was.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from polybius.acts import confidence, review, tree
from polybius.acts.act import Act
from polybius.acts.judge import Judge
from polybius.acts.sentence import SentenceActs
from polybius.model import Mention

ASIDES = frozenset({"advcl", "parataxis", "relcl", "appos"})
SAYING = frozenset("say tell announce report add warn state confirm disclose claim declare".split())
# Sentences of a report that are wrapped so: its lead. Reading all so took 15 % more readings of forty long reports, and told no more that is right.
LEADS = 1
LEAST_AROUND, LEAST_LEFT = 5, 6  # words without which, and of which, a clause is worth another reading
DOUBTFUL = 0.15  # confidence that an act must have when it is read alone
QUOTES = frozenset('"“”')


def around(doc: Doc) -> frozenset[int]:
    """The words that only stand around the main clause: what somebody said it, clauses of time and manner, and those that describe its parties.
    Conditions and purposes belong to it.
    """
    top = _main(doc)
    if top is None:
        return frozenset()
    kept: set[int] = set()
    _keep(top, top, kept)
    return frozenset(t.i for t in doc if t.i not in kept and not t.is_space)


def _main(doc: Doc) -> Token | None:
    """The verb of the main clause, which may be what somebody is told to have said."""
    top = next((t for t in doc if t.head == t), None)
    for _ in range(2):
        told = [c for c in top.children if c.dep_ == "ccomp"] if top is not None and top.lemma_ in SAYING else []
        top = told[0] if told else top
    return top


def _keep(word: Token, top: Token, kept: set[int]) -> None:
    kept.add(word.i)
    for child in word.children:
        if _is_aside(child) or (word == top and child.dep_ == "mark"):
            continue
        _keep(child, top, kept)


def _is_aside(word: Token) -> bool:
    return word.dep_ in ASIDES and not (word.dep_ == "advcl" and (word.tag_ == "VB" or tree.is_condition(word)))


def told(
    judges: Sequence[Judge],
    text: str,
    offset: int,
    doc: Doc,
    mentions: Sequence[Mention],
    read: SentenceActs,
    standing: Sequence[Act],
) -> list[Act]:
    """The acts of a sentence that stand, with those of its main clause that are surer when it is read alone; ``read`` are its acts before any judge."""
    aside = around(doc)
    if not _is_worth_it(doc, aside, mentions, standing):
        return list(standing)
    left = [m if m.head not in aside else replace(m, head=-1) for m in mentions]
    inside = [act for act in read.acts if _is_inside(act, aside, mentions)]
    reviewer = review.Reviewer(judges, _blanked(text, doc, aside), offset, doc, left, read.no_acts)
    again = [act for act in reviewer.acts(inside) if act.status == "asserted" and _is_of_main(act)]
    better = [act for act in again if _confidence(act, mentions) > max(_known(act, standing, mentions), DOUBTFUL)]
    kept = [act for act in standing if not any(_is_same(act, other) for other in better)]
    return [*kept, *better]


def _is_worth_it(doc: Doc, aside: frozenset[int], mentions: Sequence[Mention], standing: Sequence[Act]) -> bool:
    """Whether much stands around the main clause, which names somebody of a land and tells nothing for sure."""
    words = sum(1 for t in doc if t.is_alpha)
    dropped = sum(1 for i in aside if doc[i].is_alpha)
    if dropped < LEAST_AROUND or words - dropped < LEAST_LEFT or any(t.text in QUOTES or t.text == "?" for t in doc):
        return False
    if not any(m.head >= 0 and m.head not in aside and m.actor.country for m in mentions):
        return False
    return not any(act.token.i not in aside and _confidence(act, mentions) >= confidence.LEAST for act in standing)


def _is_of_main(act: Act) -> bool:
    """Whether the main verb, its object or what it leads to tells an act: not what a noun tells further down."""
    word = act.match.support or act.token
    top = _main(word.doc)
    return word == top or (word.head == top and word.dep_ in ("dobj", "xcomp", "conj", "nsubjpass"))


def _is_inside(act: Act, aside: frozenset[int], mentions: Sequence[Mention]) -> bool:
    """Whether an act is of the main clause and only between those named there."""
    return act.token.i not in aside and all(mentions[p].head not in aside for p in (*act.actors, *act.recipients))


def _known(act: Act, standing: Sequence[Act], mentions: Sequence[Mention]) -> float:
    """How sure the same act was when all was read."""
    return max((_confidence(other, mentions) for other in standing if _is_same(other, act)), default=0.0)


def _is_same(one: Act, other: Act) -> bool:
    return one.token == other.token or (one.type == other.type and one.actors == other.actors)


def _confidence(act: Act, mentions: Sequence[Mention]) -> float:
    return confidence.of(act, mentions, False)


def _blanked(text: str, doc: Doc, aside: frozenset[int]) -> str:
    """The sentence with blanks for the words around its main clause."""
    out = list(text)
    for i in aside:
        word = doc[i]
        out[word.idx : word.idx + len(word)] = " " * len(word)
    return "".join(out)
