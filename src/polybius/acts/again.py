"""Bands and crowds that go on in a story: "Rebels of A raided a post of B. *The attackers* killed eight soldiers. *They* burned the post."

They are called again by what they are or by what they did; whom they hit next, told by no land, are of the land that they hit before; and who
stops them there ("*the attacker* was shot by guards") are of that land too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from polybius.acts.act import Act
from polybius.acts.told import ELSEWHERE, UNDONE, Told
from polybius.model import Mention

BY_FORCE = frozenset({"ASSAULT", "COERCE", "PROTEST"})  # types
# What is told further of one raid or riot, and of its end: "*They* withdrew", from where they hit.
GOING_ON, ENDING = (
    frozenset({"ASSAULT", "PROTEST"}),
    frozenset({"retreat.withdraw", "retreat.go-home", "retreat.draw-off"}),
)
BANDS = frozenset({"REB", "UAF", "CRM", "PRM", "SEP"})
GUARDING = frozenset({"COP", "MIL", "SPY"})
# What those are called who did a deed, whatever they are.
DOERS = frozenset("attacker assailant raider gunman hijacker kidnapper abductor captor bomber killer assassin".split())
ATTACKERS = frozenset("attacker assailant raider invader intruder aggressor".split())  # soldiers too
FORCES = frozenset({"", "GOV", "MIL"})
THEY = frozenset({"they", "he", "she"})
WEAPONS = frozenset("missile rocket drone shell bomb mortar projectile".split())
PART = frozenset({"one", "another", "the", "some", "most", "these", "other", "two"})
RETAKING = frozenset({"retake", "retook", "recapture", "reconquer", "reoccupy", "regain", "recover"})
JUNTAS, COUP = frozenset({"junta", "putschist"}), "coerce.coup"  # who seized a land's power rules it


@dataclass(frozen=True, slots=True)
class Deed:
    """Who hit whom, as told before."""

    doers: list[Mention]
    hit: list[Mention]
    act: Act

    @property
    def land(self) -> str | None:
        """The only land that was hit; None for several or none known."""
        lands = {m.actor.country for m in self.hit} - {None}
        return next(iter(lands)) if len(lands) == 1 else None

    @property
    def by(self) -> set[str | None]:
        """The lands of those who did it."""
        return {m.actor.country for m in self.doers}


def complete(acts: Sequence[Act], mentions: list[Mention], before: Sequence[Told]) -> tuple[list[Act], list[Mention]]:
    """The acts of a sentence with the lands of bands called again and of whom they hit; ``before`` are the acts of the sentences before, oldest
    first.
    """
    deeds = list(_deeds(before))
    out: list[Act] = []
    for act in acts:
        act, mentions = _fired_before(act, mentions, deeds)  # noqa: PLW2901
        mentions = _called_again(act, mentions, deeds)
        act, mentions = _attacking_together(act, mentions, deeds)  # noqa: PLW2901 (the same act with more sides)
        act, mentions = _taken_back(act, mentions, deeds)  # noqa: PLW2901
        settled, mentions = _hit_next(act, mentions, deeds)
        out.append(settled)
        mentions = _stopped(act, mentions, deeds)
    return out, mentions


def _deeds(told: Sequence[Told]) -> Iterator[Deed]:
    """What was done by force, the last first."""
    for act, known in reversed(told):
        if act.type in BY_FORCE and act.status not in UNDONE and act.actors:
            yield Deed([known[a] for a in act.actors], [known[r] for r in act.recipients], act)


def _called_again(act: Act, mentions: list[Mention], deeds: Sequence[Deed]) -> list[Mention]:
    """Bands of no told land, called by "the" and a word for what they are or did, as of the land of the last that did such a thing, or as of
    none if these were of none.
    """
    out = list(mentions)
    for position in (*act.actors, *act.recipients):
        mention = mentions[position]
        word = _word(mention, act)
        coup = next((d.land for d in deeds if d.act.match.frame.id == COUP), None)
        if word in JUNTAS and coup is not None:
            why = f"{mention.actor.text!r} is of {coup}, whose power was seized"
            out[position] = replace(mention, actor=replace(mention.actor, country=coup), why=(*mention.why, why))
            continue
        if (
            mention.actor.sector not in BANDS
            or not word
            or not (mention.actor.country is None or mention.kind == "noun")
        ):
            continue
        for deed in deeds:
            meant = [d for d in deed.doers if _may_be(mention, word, d)]
            if not meant:
                continue
            unsaid = mention.actor.country is None or word in DOERS or _is_told_more_of(meant[0], deed.act)
            if not unsaid:
                break
            why = f"{mention.actor.text!r} are {meant[0].actor.text}, who did it before"
            actor = replace(mention.actor, country=meant[0].actor.country)
            out[position] = replace(mention, actor=actor, why=(*mention.why, why))
            break
    return out


def _fired_before(act: Act, mentions: list[Mention], deeds: Sequence[Deed]) -> tuple[Act, list[Mention]]:
    """What one of the weapons told before hits, as done by whose they were to whom they were fired at, or who shot them down: "A shot down three drones
    of B. *One drone* hit a house".
    """
    if act.type != "ASSAULT" or not act.actors or not all(_is_one_of_them(mentions[a]) for a in act.actors):
        return act, mentions
    weapon = _weapon(mentions[act.actors[0]])
    deed = next((d for d in deeds if any(t.lemma_.lower() == weapon for t in d.act.token.doc)), None)
    if deed is None:
        return act, mentions
    doc = deed.act.token.doc
    felled = any(m.head >= 0 and doc[m.head].lemma_.lower() == weapon for m in deed.hit)
    by, at = (deed.hit, deed.doers) if felled else (deed.doers, deed.hit)
    lands = [{m.actor.country for m in side} for side in (by, at)]
    if any(len(side) != 1 or None in side for side in lands) or lands[0] == lands[1]:
        return act, mentions
    why = "told before with these weapons"
    firing, struck = ([replace(m, head=ELSEWHERE, why=(*m.why, why)) for m in side[:1]] for side in (by, at))
    land = next(iter(lands[1]))
    hit = [replace(mentions[r], actor=replace(mentions[r].actor, country=land)) for r in act.recipients]
    open_ = all(mentions[r].kind == "noun" for r in act.recipients)
    start = len(mentions)
    added = [*firing, *((hit or struck) if open_ else [])]
    recipients = tuple(range(start + 1, start + len(added))) if open_ else act.recipients
    return replace(act, actors=(start,), recipients=recipients), [*mentions, *added]


def _is_one_of_them(mention: Mention) -> bool:
    """Whether a weapon of no land of its own is one of those told before: "*one* missile", "*the* drones", "*one of the* rockets"."""
    unsaid = mention.kind == "noun" and (mention.actor.country is None or mention.scene)
    return unsaid and _weapon(mention) in WEAPONS and not PART.isdisjoint(mention.actor.text.lower().split()[:-1])


def _weapon(mention: Mention) -> str:
    """The weapon that a party's last word may be."""
    return mention.actor.text.lower().split()[-1].removesuffix("s")


def _is_told_more_of(doer: Mention, act: Act) -> bool:
    """Whether a clause ties a band to others, whose land it then isn't of ("rebels *backed by Chad*")."""
    return doer.head >= 0 and any(c.dep_ in ("acl", "relcl") for c in act.token.doc[doer.head].children)


def _may_be(mention: Mention, word: str, doer: Mention) -> bool:
    """Whether a band is called again by a word; soldiers and states only by what attackers are called."""
    if doer.actor.sector in BANDS:
        return word in DOERS or mention.actor.sector == doer.actor.sector
    return word in ATTACKERS and doer.actor.country is not None and doer.actor.sector in FORCES


def _attacking_together(act: Act, mentions: list[Mention], deeds: Sequence[Deed]) -> tuple[Act, list[Mention]]:
    """An act with all lands whose forces attacked together, where one word calls them again ("killed 20 of *the attackers*")."""
    for side in ("actors", "recipients"):
        positions = getattr(act, side)
        called = [p for p in positions if _word(mentions[p], act) in ATTACKERS]
        deed = next((d for d in deeds if d.doers and all(m.actor.sector in FORCES for m in d.doers)), None)
        if len(positions) != 1 or not called or deed is None or len(deed.by) == 1 or None in deed.by:
            continue
        one = mentions[called[0]]
        if one.actor.country not in deed.by:
            continue
        why = f"{one.actor.text!r} are those who attacked together before"
        others = [
            replace(one, head=ELSEWHERE, actor=replace(one.actor, country=m.actor.country), why=(*one.why, why))
            for m in deed.doers
            if m.actor.country != one.actor.country
        ]
        more = tuple(range(len(mentions), len(mentions) + len(others)))
        longer: dict[str, Any] = {side: (*positions, *more)}
        act, mentions = replace(act, **longer), [*mentions, *others]
    return act, mentions


def _taken_back(act: Act, mentions: list[Mention], deeds: Sequence[Deed]) -> tuple[Act, list[Mention]]:
    """A town that a land's army takes back as towards whoever took it: "Rebels seized Bor. *The army recaptured the town*"."""
    lands = {mentions[a].actor.country for a in act.actors}
    named = any(mentions[r].actor.country not in {None, *lands} for r in act.recipients)
    if act.type != "ASSAULT" or act.token.lemma_ not in RETAKING or named or len(lands) != 1 or None in lands:
        return act, mentions
    taken = (d for d in deeds if d.act.type == "ASSAULT" and (d.land in lands or (not d.hit and d.by <= lands)))
    deed = next(taken, None)
    own = {(mentions[a].actor.country, mentions[a].actor.sector) for a in act.actors}
    if deed is None or None in deed.by or own & {(m.actor.country, m.actor.sector) for m in deed.doers}:
        return act, mentions
    why = f"who had taken what is taken back ({act.token.text!r})"
    lost = [replace(m, head=ELSEWHERE, why=(*m.why, why)) for m in deed.doers]
    return replace(act, recipients=tuple(range(len(mentions), len(mentions) + len(lost)))), [*mentions, *lost]


def _word(mention: Mention, act: Act) -> str:
    """The noun by which a party is called with nothing but "the"; "" for others."""
    if mention.kind == "pronoun" or mention.head < 0:
        return ""
    head = act.token.doc[mention.head]
    bare = all(c.dep_ in ("det", "punct") for c in head.children)
    return head.lemma_.lower() if bare and any(c.lower_ in ("the", "these") for c in head.children) else ""


def _hit_next(act: Act, mentions: list[Mention], deeds: Sequence[Deed]) -> tuple[Act, list[Mention]]:
    """An act by those who hit somebody before as towards that land, where it names nobody of a land: "The attackers killed *eight soldiers*"."""
    ending = act.match.frame.id in ENDING and not act.recipients
    if not (act.type in GOING_ON or ending) or act.status in UNDONE or not act.actors:
        return act, mentions
    doing = [mentions[a] for a in act.actors]
    if not all(_goes_on(m, act) for m in doing) and not _fights_on(act, doing, mentions):
        return act, mentions
    deed = next((d for d in deeds if d.land is not None), None)
    lands = {m.actor.country for m in doing}
    if deed is None or lands not in (deed.by, {None}) or deed.land in lands:
        return act, mentions
    why = f"of {deed.land}, whom they hit before"
    if not act.recipients:
        hit = [replace(m, head=ELSEWHERE, why=(*m.why, why)) for m in deed.hit if m.actor.country]
        return replace(act, recipients=tuple(range(len(mentions), len(mentions) + len(hit)))), [*mentions, *hit]
    placed = any(m.place and m.actor.country for m in mentions)
    guessed = (
        {None} if placed else {None, *lands} if lands != {None} else {mentions[r].actor.country for r in act.recipients}
    )
    if any(mentions[r].kind != "noun" or mentions[r].actor.country not in guessed for r in act.recipients):
        return act, mentions
    moved = {
        r: replace(mentions[r], actor=replace(mentions[r].actor, country=deed.land), why=(*mentions[r].why, why))
        for r in act.recipients
    }
    return act, [moved.get(n, m) for n, m in enumerate(mentions)]


def _goes_on(mention: Mention, act: Act) -> bool:
    """Whether a party is a pronoun, or a band or crowd called again."""
    if mention.head < 0:
        return False
    word, band = act.token.doc[mention.head].lower_, mention.actor.sector in BANDS
    return word in THEY or (band and (word == "it" or bool(_word(mention, act))))


def _fights_on(act: Act, doing: Sequence[Mention], mentions: Sequence[Mention]) -> bool:
    """Whether a state strikes some who are its own only as the report is about it: "*Kenyan* troops crossed into Somalia. *Kenya* said it had killed
    *ten militants*".
    """
    hit = [mentions[r] for r in act.recipients]
    own = {m.actor.country for m in doing}
    forces = None not in own and all(m.actor.sector in FORCES for m in doing)
    open_ = bool(hit) and all(m.kind == "noun" and (m.scene or m.actor.country is None) for m in hit)
    return forces and open_ and act.type == "ASSAULT"


def _stopped(act: Act, mentions: list[Mention], deeds: Sequence[Deed]) -> list[Mention]:
    """Guards, police or soldiers of no land that they name who stop an attacker as of the land that he hit ("*The attacker* was shot by *guards*")."""
    hit = [mentions[r] for r in act.recipients]
    guards = [mentions[a] for a in act.actors]
    if act.type not in BY_FORCE or not hit or not guards or not all(_word(m, act) in DOERS for m in hit):
        return mentions
    lands = {m.actor.country for m in hit}
    deed = next((d for d in deeds if d.land is not None and d.by == lands), None)
    unsaid = all(m.kind == "noun" and m.actor.sector in GUARDING and m.actor.country in {None, *lands} for m in guards)
    if deed is None or not unsaid or deed.land in lands:
        return mentions
    why = f"of {deed.land}, which was attacked"
    out = list(mentions)
    for position in act.actors:
        out[position] = replace(
            out[position], actor=replace(out[position].actor, country=deed.land), why=(*out[position].why, why)
        )
    return out
