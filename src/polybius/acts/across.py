"""Parties that only the sentence before names, by the judge: "Shells fell on Rafah all day. At least *nine were killed*" by whom?

Where an act lacks a side, the second judge reads its sentence once more behind the one before it, with the parties of that one marked, and names
the missing side where it is likelier than not. It learned from passages whose relations cross sentences (``graphs/across-*.txt``); the quick one
didn't, and isn't asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from polybius.acts import confidence
from polybius.acts.act import Act
from polybius.acts.judge import Judge
from polybius.acts.selection import without_nobody
from polybius.acts.told import ELSEWHERE
from polybius.acts.unseen import BEFALLING
from polybius.model import Mention

# Share from which the missing side is told: from 0.5 on 16 of 21 judged ones were wrong in real reports (of 108 in own texts 25).
SURE = 0.85
WORTH = 0.05  # confidence from which the side of an act is looked for: two sentences are the longest readings
# What is said or done to somebody; whom an attack hits and whom praise is for stood elsewhere too often (16 of 27 right in own texts, none of six
# in real ones).
NEEDING = confidence.DEEDS - {"ASSAULT"}
# What stands for somebody named before: "praised *its neighbour*", "thanked *both*".
STANDING_FOR = frozenset(
    "neighbour neighbours neighbor neighbors both countries states sides host hosts guest guests counterpart counterparts ally allies partner "
    "partners groups".split()
)


@dataclass(frozen=True)
class Told:
    """A sentence, where it starts in the document, and who is named in it."""

    text: str
    offset: int
    mentions: Sequence[Mention]

    def marks(self, position: int, shift: int = 0) -> list[tuple[int, int]]:
        """Where a mention stands in the sentence, moved by ``shift``."""
        span = self.mentions[position].actor.span
        return [(span.start - self.offset + shift, span.end - self.offset + shift)]


def complete(acts: Sequence[Act], here: Told, before: Told, judge: Judge) -> tuple[list[Act], list[Mention]]:
    """The acts of a sentence with sides that the sentence before names by a judge who has learned to read two, and the sentence's mentions with
    those added.
    """
    mentions, out = list(here.mentions), []
    named = [n for n, m in enumerate(before.mentions) if m.head >= 0 and m.actor.country and not m.place]
    for act in acts:
        side = _missing(act, mentions)
        found = _named_before(act, side, named, here, before, judge) if side and named else None
        if found is None:
            out.append(act)
            continue
        share, party = found
        what = "does it" if side == "actors" else "is its recipient"
        reason = f"judge: {party.actor.text!r} of the sentence before {what} ({share:.2f})"
        mentions.append(replace(party, head=ELSEWHERE))
        position, why = (len(mentions) - 1,), (*act.why, reason)
        out.append(
            replace(act, actors=position, why=why, guessed=True)
            if side == "actors"
            else replace(act, recipients=position, why=why, guessed=True)
        )
    return out, mentions


def _missing(act: Act, mentions: Sequence[Mention]) -> str:
    """Which side of an act is told of nobody though it must be somebody: "actors", "recipients" or ""."""
    if act.status != "asserted" or any(mentions[p].head < 0 for p in (*act.actors, *act.recipients)):
        return ""  # or the rest was told before already
    nobody = all(_names_nobody(mentions[r]) for r in act.recipients)
    if act.type in NEEDING and len(act.actors) == 1 and nobody and mentions[act.actors[0]].actor.country:
        side = "" if any(w.pos_ == "PROPN" for t in act.match.fillers("R") for w in t.subtree) else "recipients"
    else:
        doerless = act.type in BEFALLING and len(act.recipients) == 1 and not without_nobody(act, mentions).actors
        side = "actors" if doerless else ""
    return side if side and confidence.of(act, mentions, False) >= WORTH else ""


def _names_nobody(mention: Mention) -> bool:
    """Whether a recipient is a word that only stands for somebody, and the report hasn't settled for whom."""
    stands = mention.kind == "pronoun" or mention.actor.text.lower().split()[-1] in STANDING_FOR
    return mention.actor.country is None and stands


def _named_before(
    act: Act, side: str, named: Sequence[int], here: Told, before: Told, judge: Judge
) -> tuple[float, Mention] | None:
    """The party of the sentence before that the judge is surest of, with its share."""
    (known,) = act.recipients if side == "actors" else act.actors
    others = [n for n in named if _is_another(before.mentions[n], here.mentions[known])]
    if not others:
        return None
    text = f"{before.text} {here.text}"
    marks = [here.marks(known, len(before.text) + 1), *(before.marks(n) for n in others)]
    reading = judge.read(text, marks)
    asked = [((at, 0) if side == "actors" else (0, at), n) for at, n in enumerate(others, start=1)]
    share, best = max((reading.ask(*pair).types[act.type], n) for pair, n in asked)
    return (share, before.mentions[best]) if share >= SURE else None


def _is_another(one: Mention, other: Mention) -> bool:
    """Whether two mentions are of two parties: of different lands, or different sides of one."""
    if one.actor.country != other.actor.country:
        return True
    return bool(one.actor.sector and other.actor.sector) and one.actor.sector != other.actor.sector
