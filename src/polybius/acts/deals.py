"""Who made a treaty, a deal or a rule that somebody judges far behind: "A and B signed a treaty. ... C welcomed *the treaty*", or whose signing
is told again: "*That pact*, signed in May, bans patrols"; whose "accord to end *their* dispute", whose joint survey is spoken of.

``elided`` looks a few sentences back for who did what is judged. What several made leads a report, and is welcomed or criticised at its end.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from polybius.acts import tree
from polybius.acts.act import Act
from polybius.acts.told import ELSEWHERE, Told
from polybius.model import Mention

JUDGING = frozenset({"ACCUSE", "SUPPORT"})
CEASEFIRES = frozenset({"ceasefire", "cease-fire", "truce", "armistice"})
BARGAINS = frozenset("deal agreement accord treaty pact settlement compromise".split())
TALKS = frozenset("talk meeting summit negotiation".split())
MAKING = frozenset({"SUPPORT", "AGREE", "COOPERATE", "CONSULT"})
CURBS = frozenset({"sanction", "embargo"})
RETOLD = "of which this is told, as told before"
ANNOUNCED = frozenset({"announce", "disclose", "reveal", "unveil", "publish", "confirm"})


def complete(acts: Sequence[Act], mentions: list[Mention], told: Sequence[Told]) -> tuple[list[Act], list[Mention]]:
    """Acts of a sentence that judge a bargain, talks or sanctions told of anywhere before, as towards those who made them."""
    out = []
    for told_of in acts:
        act, mentions = _by_its_makers(told_of, mentions, told)
        positions: tuple[int, ...] = ()
        noun = _judged(act)
        makers = _makers(noun.lemma_.lower(), told) if noun is not None else []
        meant = _towards(makers, act, mentions)
        if noun is not None and meant:
            positions = tuple(range(len(mentions), len(mentions) + len(meant)))
            reason = f"made the {noun.lemma_.lower()} that is judged here, as told before"
            mentions = [
                *mentions,
                *(replace(m, head=ELSEWHERE, why=(f"{m.actor.name} {reason}", *m.why)) for m in meant),
            ]
        out.append(replace(act, recipients=positions) if positions else act)
    return out, mentions


def may_complete(act: Act) -> bool:
    """Whether an act may lack those who made what it judges or tells of."""
    return may_judge(act) or _signed(act) is not None or _is_theirs(act)


def may_judge(act: Act) -> bool:
    """Whether an act may judge what others made: words of somebody to nobody yet."""
    return act.type in JUDGING and bool(act.actors) and not act.recipients


def _signed(act: Act) -> Token | None:
    """The bargain told of before whose signing an act tells again by nobody: "*that pact*, signed in May", "*the accord* was signed in Quito"."""
    if act.type not in MAKING or act.actors or act.recipients or act.token.tag_ != "VBN":
        return None
    under = act.token.head if act.token.dep_ == "acl" else next(iter(tree.surface_subjects(act.token)), None)
    if under is None or under.lemma_.lower() not in BARGAINS | CEASEFIRES:
        return None
    return under if any(c.dep_ == "det" and c.lower_ in ("the", "this", "that") for c in under.children) else None


def _is_theirs(act: Act) -> bool:
    """Whether a noun tells of what those did together who were spoken of before, and names none of them: "an accord to end *their* dispute", "*the
    agreement* was announced by A", "a *joint* inspection of the tracks".
    """
    noun = act.token
    if noun.pos_ != "NOUN" or act.type not in MAKING:
        return False
    if act.type == "COOPERATE":  # of what is one side's own: "a joint inspection of *A's* tracks"
        return not act.actors and any(c.lower_ == "joint" for c in noun.children)
    if noun.lemma_.lower() not in BARGAINS or act.recipients:
        return False
    definite = any(c.dep_ == "det" and c.lower_ in ("the", "this", "that") for c in noun.children)
    announced = definite and noun.dep_ == "nsubjpass" and noun.head.lemma_ in ANNOUNCED
    beside = (
        c for c in noun.head.children if c.dep_ == "advcl" and c.i > noun.i
    )  # "follows an accord *to end their row*"
    matter = (w for top in (noun, *beside) for w in top.subtree)
    return announced or (not act.actors and any(w.lower_ == "their" for w in matter))


def _by_its_makers(act: Act, mentions: list[Mention], told: Sequence[Told]) -> tuple[Act, list[Mention]]:
    """An act that tells of a bargain's signing again as of those who made it: who are told to have made one, else the two who did something
    together just before.
    """
    bargain = act.token if _is_theirs(act) else _signed(act)
    if bargain is None:
        return act, mentions
    makers = _makers(bargain.lemma_.lower(), told) or _together(told)
    lands = {m.actor.country for m in makers}
    if len(lands) < 2 or not lands.issuperset(mentions[r].actor.country for r in act.recipients):
        return act, mentions
    positions = tuple(range(len(mentions), len(mentions) + len(makers)))
    reason = f"made the {bargain.lemma_.lower()} {RETOLD}"
    added = (replace(m, head=ELSEWHERE, why=(f"{m.actor.name} {reason}", *m.why)) for m in makers)
    return replace(act, actors=positions, recipients=()), [*mentions, *added]


def _together(told: Sequence[Told]) -> list[Mention]:
    """The two lands that the last act told of is of."""
    act, known = told[-1] if told else (None, [])
    doers = [known[a] for a in act.actors] if act is not None else []
    return doers if len({m.actor.country for m in doers}) == 2 and all(m.actor.country for m in doers) else []


def _judged(act: Act) -> Token | None:
    """The bargain or rule that an act without a recipient judges: a bare noun with *the* ("the deal", not "the deal between A and B")."""
    if not may_judge(act):
        return None
    for noun in (*act.match.fillers("R"), *tree.objects(act.token)):
        if noun.lemma_.lower() in CEASEFIRES | BARGAINS | TALKS | CURBS:
            bare = all(c.dep_ in ("det", "amod", "compound", "conj", "cc", "punct") for c in noun.children)
            definite = any(c.dep_ == "det" and c.lower_ in ("the", "this", "these") for c in noun.children)
            return noun if bare and definite else None
    return None


def _makers(lemma: str, told: Sequence[Told]) -> list[Mention]:
    """Who made what a noun means: the last who are told to have made one so called, or for bargains who agreed."""
    for act, known in reversed(told):
        if act.status != "asserted" or not _tells_of(lemma, act):
            continue
        parties = [known[p] for p in (act.actors if lemma in CURBS else (*act.actors, *act.recipients))]
        settled = [p for p in parties if p.actor.country]
        if settled and (lemma in CURBS or len(parties) > 1):
            return settled
    return []


def _tells_of(lemma: str, act: Act) -> bool:
    """Whether an act tells of the making of what is so called."""
    words = {w.lemma_.lower() for w in act.token.subtree}
    if lemma in CURBS:
        return act.type == "SANCTION" and lemma in words
    if lemma in TALKS:
        return act.type == "CONSULT"
    if lemma not in BARGAINS | CEASEFIRES:
        return act.type in MAKING and len(act.actors) > 1
    if lemma in CEASEFIRES:
        return act.type in MAKING and bool(words & CEASEFIRES)
    return act.type == "AGREE" or (act.type in MAKING and bool(words & BARGAINS))


def _towards(makers: Sequence[Mention], act: Act, mentions: Sequence[Mention]) -> list[Mention]:
    """Those of the makers towards whom an act is: an opposition means its own rulers, others all but themselves."""
    own = {mentions[a].actor.country: mentions[a].actor.sector for a in act.actors}
    at_home = [m for m in makers if m.actor.country in own and own[m.actor.country] not in ("", m.actor.sector)]
    return at_home or [m for m in makers if m.actor.country not in own]
