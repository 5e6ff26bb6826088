"""Acts that no frame saw and a judge is sure of: between two parties, or of one who is named alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from spacy.tokens import Doc, Token

from polybius.acts import overruled, patterns, tree
from polybius.acts.act import RECIPROCAL, Act
from polybius.acts.frames import Frame
from polybius.acts.judge import Verdict
from polybius.acts.match import Match
from polybius.acts.recast import YIELDING
from polybius.acts.receivers import Receivers
from polybius.acts.selection import NO_COUNTRY, refused
from polybius.model import Mention

# Shares of the judge, chosen as those of review.py.
FIND = 0.85  # a type with more is an act that no frame saw
FIND_OF_ONE = 0.88  # the same where only one party of it is named
FIND_BESIDE = 0.93  # and others are, of whom one may be the other party
UNLIKELY = 0.1  # an act with less doesn't stand in the way of what the judge finds
TO_PLACES = frozenset(
    {"AID", "ASSAULT", "MOBILIZE", "RETREAT"}
)  # what may be done to a country that is named as where it was done
BEFALLING = frozenset({"ASSAULT", "COERCE", "SANCTION"})  # what is told of whom it befalls without who does it
WISHING = frozenset({"want", "need", "hope", "wish", "prefer", "fear", "like", "love"})  # wishes are no requests

Ask = Callable[[Sequence[int], Sequence[int]], Verdict | None]
"""What a judge says of what some mentions do to others."""


class Unseen:
    """Finds such acts in one sentence. ``owners`` are the mentions of whose something is, ``no_acts`` the words that tell none; ``same`` says whether two
    mentions are of one party, ``with_listed`` gives an act all who are named in one breath.
    """

    def __init__(
        self,
        doc: Doc,
        mentions: Sequence[Mention],
        owners: Sequence[Sequence[int]],
        no_acts: frozenset[int],
        receivers: Receivers,
        ask: Ask,
        same: Callable[[int, int], bool],
        with_listed: Callable[[Act], Act],
    ) -> None:
        self._doc, self._mentions, self._whose, self._no_acts = doc, mentions, owners, no_acts
        self._receivers, self._ask, self._same, self._with_listed = receivers, ask, same, with_listed

    def between_two(self, standing: Sequence[Act], candidates: Sequence[Sequence[int]]) -> list[Act]:
        """Acts between two parties that no frame saw, told of the mentions for which the judge is surest."""
        out: list[Act] = []
        standing = [act for act in standing if self._may_be_told(act)]
        for acting in candidates:
            for receiving in (*candidates, *self._whose):
                pairs = [
                    (a, r) for a in acting for r in receiving if not self._same(a, r) and not self._mentions[a].place
                ]
                asked = [(verdict, a, r) for a, r in pairs if (verdict := self._ask([a], [r])) is not None]
                if asked:
                    verdict, actor, recipient = max(asked, key=lambda row: row[0].types[row[0].best()])
                    out += self._between(verdict, actor, recipient, [*standing, *out])
        return out

    def _between(self, verdict: Verdict, actor: int, recipient: int, known: Sequence[Act]) -> Iterator[Act]:
        type_ = verdict.best()
        share = verdict.types[type_]
        if share < FIND or (self._mentions[recipient].place and type_ not in TO_PLACES):
            return
        if self._receivers.at_home(recipient, actor) and not self._mentions[recipient].actor.sector:
            return  # nobody acts upon the whole of his own state
        if any(self._covers(act, type_, actor, recipient) for act in known):
            return
        token = self._word(actor, recipient)
        if self._mentions[recipient].head in self._no_acts:
            return  # "accused A of arming *B*"
        if (
            token.i in self._no_acts
            or any(tree.is_on_condition(self._doc[self._mentions[p].head], token) for p in (actor, recipient))
            or (type_ == "REQUEST" and token.lemma_ in WISHING)
            or tree.only_says_what_is(token)
        ):
            return
        mutual = (
            type_ in RECIPROCAL and (back := self._ask([recipient], [actor])) is not None and back.types[type_] >= FIND
        )
        act = _found_act(
            type_, token, (actor, recipient) if mutual else (actor,), () if mutual else (recipient,), verdict
        )
        if act.recipients and not self._receivers.may_receive(recipient, act):
            return
        befalls = self._ask((), [recipient])
        act = replace(act, befalls=befalls.types[type_] if befalls else None)
        yield act if mutual else self._with_listed(act)

    def of_one(self, standing: Sequence[Act], candidates: Sequence[Sequence[int]]) -> Iterator[Act]:
        """Acts of which the sentence names one party only, and no frame saw."""
        known = list(standing)
        for group in candidates:
            for does in (True, False):
                asked = [
                    (verdict, p)
                    for p in group
                    if not self._mentions[p].place
                    and (verdict := self._ask([p] if does else (), () if does else [p])) is not None
                ]
                if not asked:
                    continue
                verdict, party = max(asked, key=lambda row: row[0].types[row[0].best()])
                type_ = verdict.best()
                least = FIND_OF_ONE if len(candidates) == 1 else FIND_BESIDE
                if verdict.types[type_] < least or not (does or type_ in BEFALLING):
                    continue
                if any(
                    _tells(act, type_) and any(self._same(p, party) for p in (*act.actors, *act.recipients))
                    for act in known
                ):
                    continue
                token = self._word_above(self._doc[self._mentions[party].head])
                if token.pos_ in ("VERB", "AUX") and token.i not in self._no_acts:
                    act = _found_act(type_, token, [party] if does else (), () if does else [party], verdict)
                    known.append(self._with_listed(act))
                    yield known[-1]

    def _may_be_told(self, act: Act) -> bool:
        """Whether an act may become an event: one that can't says nothing of whom it names."""
        return refused(act, self._mentions) in ("", NO_COUNTRY) and (act.share is None or act.share >= UNLIKELY)

    def _covers(self, act: Act, type_: str, actor: int, recipient: int) -> bool:
        """Whether an act already tells of this pair, or tells the same of its actor."""
        acting = any(self._same(p, actor) for p in act.actors)
        receiving = any(self._same(p, recipient) for p in act.recipients)
        if (acting and receiving) or (acting and overruled.is_mere_move(act, type_)):
            return True
        among = act.type in RECIPROCAL and any(self._same(p, recipient) for p in act.actors)
        if _tells(act, type_):
            return acting or receiving or among
        return acting and among

    def _word(self, actor: int, recipient: int) -> Token:
        """The word that stands for an act without a frame: where the parties meet, or the nearest verb above."""
        here, there = (self._doc[self._mentions[p].head] for p in (actor, recipient))
        return self._word_above(tree.meeting(here, there))

    def _word_above(self, top: Token) -> Token:
        return next((t for t in (top, *top.ancestors) if t.pos_ in ("VERB", "AUX")), top)


_PATTERN = patterns.parse("judge", {})


def _tells(act: Act, type_: str) -> bool:
    """Whether an act tells what a judge reads as some type: what it promises to yield is no act beside its promise."""
    return type_ in (act.type, act.match.frame.type) or (act.type == "AGREE" and type_ in YIELDING)


def _found_act(type_: str, token: Token, actors: Sequence[int], recipients: Sequence[int], verdict: Verdict) -> Act:
    """An act that no frame saw, told by a word."""
    share = verdict.types[type_]
    return Act(
        Match(_learned(type_), _PATTERN, token, (), frozenset(), None, 0.0),
        type_,
        None,
        tuple(actors),
        tuple(recipients),
        verdict.status(),
        (f"judge: {type_} with a share of {share:.2f}, no frame fits",),
        share=share,
        happened=verdict.statuses["asserted"],
    )


@cache
def _learned(type_: str) -> Frame:
    """Stands where an act has no frame."""
    return Frame(f"judge.{type_.lower()}", type_, None, "drop", {}, ())
