"""Parties that a sentence leaves to the one before: "The statements came after *the meeting with B*" of whom?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from polybius.acts.compose import Act
from polybius.model import Mention

NEEDS_TWO = frozenset({"CONSULT"})
ELSEWHERE = -100  # a head position that no word of the sentence has


def complete(
    acts: Sequence[Act], mentions: list[Mention], before: Sequence[Mention]
) -> tuple[list[Act], list[Mention]]:
    """Acts of a sentence whose missing second party is the subject of the sentence before, which joins its mentions."""
    subject = next((m for m in before if m.subject and m.known and m.kind == "name" and m.actor.country), None)
    out = []
    for act in acts:
        named = (*act.actors, *act.recipients)
        fits = act.type in NEEDS_TWO and act.match.pattern.pos == "n" and len(named) == 1
        if subject is None or not fits or mentions[named[0]].actor.country in (None, subject.actor.country):
            out.append(act)
            continue
        reason = f"{subject.actor.name} is understood: subject of the sentence before"
        mentions = [*mentions, replace(subject, head=ELSEWHERE, why=(reason, *subject.why))]
        out.append(replace(act, actors=(len(mentions) - 1, *act.actors)))
    return out, mentions
