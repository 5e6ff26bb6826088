"""Whom what is offered or asked is towards by who answers it next, and who frees whom he was just told to hold.

"New Zealand has offered to take the forty. *Australia has rejected the offer*": it was made to Australia. "The government arrested a poet. *He was
freed on Tuesday*": by the government.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from polybius.acts import tree
from polybius.acts.act import Act
from polybius.acts.replies import ANSWERED
from polybius.acts.told import ELSEWHERE, Sentence
from polybius.model import Mention

OPEN = frozenset({"AGREE", "REQUEST"})  # what waits for an answer
ANSWERS = frozenset({"REJECT", "AGREE", "SUPPORT", "CONCEDE"})
THANKS = frozenset({"thank", "welcome"})  # by whom an offer is for
POINTING = frozenset({"the", "that", "this", "these", "those", "its", "his", "her", "their"})


def complete(told: Sentence, before: Sequence[Sentence], ahead: Sequence[Sentence]) -> tuple[list[Act], list[Mention]]:
    """The acts of a sentence with who answers those that name nobody, and with who frees; ``before`` are the sentences before, nearest first,
    ``ahead`` those after it.
    """
    acts, known = told
    mentions, out = list(known), []
    for act in acts:
        start = len(mentions)
        answering = _answering(act, mentions, ahead)
        holders, freed = _holding(act, mentions, before)
        if answering is not None:
            mentions.append(answering)
            out.append(replace(act, recipients=(start,), guessed=True))
        elif holders:
            mentions.extend([*holders, *freed])
            middle = start + len(holders)
            sides = tuple(range(start, middle)), tuple(range(middle, len(mentions)))
            out.append(replace(act, actors=sides[0], recipients=sides[1], guessed=True))
        else:
            out.append(act)
    return out, mentions


def _answering(act: Act, mentions: Sequence[Mention], ahead: Sequence[Sentence]) -> Mention | None:
    """Who answers, in one of the next sentences, what an act offers or asks of nobody."""
    lands = {mentions[a].actor.country for a in act.actors}
    named = any(mentions[r].head != ELSEWHERE or mentions[r].actor.country not in lands for r in act.recipients)
    if act.type not in OPEN or named or act.status != "asserted" or len(lands) != 1 or None in lands:
        return None
    for acts, known in ahead:
        for other in acts:
            party = _party(other, known, lands)
            if party is not None and _answers(other, act):
                return replace(party, head=ELSEWHERE, why=(*party.why, f"who answers ({other.token.text!r})"))
        if any(o.type == act.type and {known[a].actor.country for a in o.actors} == lands for o in acts):
            return None  # the answer is to the later one
    return None


def _party(answer: Act, mentions: Sequence[Mention], lands: set[str | None]) -> Mention | None:
    """Who of another land answers those of some lands, and nobody else."""
    doing = [mentions[a] for a in answer.actors]
    answered = {mentions[r].actor.country for r in answer.recipients}
    if answer.type not in ANSWERS or answer.status != "asserted" or len(doing) != 1 or not answered <= lands:
        return None
    return doing[0] if doing[0].actor.country not in (None, *lands) else None


def _answers(answer: Act, act: Act) -> bool:
    """Whether an act takes up by a noun what another offers or asks ("rejected *the offer*"), or thanks for it."""
    if answer.type == "SUPPORT" and answer.token.lemma_ in THANKS and answer.recipients:
        return act.type == "AGREE"
    nouns = [*answer.match.fillers("R"), *answer.match.fillers("C"), *tree.objects(answer.token)]
    return any(ANSWERED.get(n.lemma_) == act.type and _points_back(n, answer) for n in nouns)


def _points_back(noun: Token, answer: Act) -> bool:
    return bool(answer.recipients) or any(c.lower_ in POINTING and c.dep_ in ("det", "poss") for c in noun.children)


def _holding(act: Act, mentions: Sequence[Mention], before: Sequence[Sentence]) -> tuple[list[Mention], list[Mention]]:
    """Who was told just before to arrest or jail those whom nobody is told to free, and these as they were told there."""
    freed = {mentions[r].actor.name for r in act.recipients}
    if act.mode != "release" or act.actors or not freed or not tree.is_passive(act.token):
        return [], []
    for acts, known in before:
        for other in acts:
            held = [known[r] for r in other.recipients if known[r].actor.country]
            if other.type == "COERCE" and other.status == "asserted" and freed <= {m.actor.name for m in held}:
                why = f"who held them ({other.token.text!r})"
                holders = [known[a] for a in other.actors if known[a].actor.country]
                return [replace(m, head=ELSEWHERE, why=(*m.why, why)) for m in holders], [
                    replace(m, head=ELSEWHERE) for m in held if m.actor.name in freed
                ]
    return [], []
