"""Who pronouns, titles and bare last names mean inside one report, by syntax, agreement and recency.

What the report doesn't settle stays unsettled.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from polybius.actors import domestic
from polybius.lexicon import ontology
from polybius.model import Actor, Mention

PERSONAL = frozenset({"he", "him", "his", "himself", "she", "her", "hers", "herself"})
NEUTER = frozenset({"it", "its", "itself"})
PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
FIRST = frozenset({"i", "me", "my", "we", "us", "our"})
BODIES = frozenset(
    """union ministry government party group army police court parliament agency committee company council commission movement force
    forces militia organisation organization association federation bank firm navy office department bureau board assembly congress senate
    cabinet junta regime administration coalition alliance faction front corps guard authority embassy church university newspaper broadcaster
    charity foundation institute tribunal mission league body watchdog brigade unit service""".split()
)
WINDOW = 3  # sentences back that a pronoun may reach


def settle(mentions: Sequence[Sequence[Mention]], headlines: Sequence[bool] = ()) -> list[list[Mention]]:
    """The mentions of a document's sentences with open ones settled where the report allows."""
    out: list[list[Mention]] = []
    state = _State()
    for number, sentence in enumerate(mentions):
        ahead = [m for m in sentence if not m.open]
        done: list[Mention] = []
        for mention in sentence:
            found = state.referent(mention, done, ahead) if mention.open else None
            if found is not None:
                actors, reason = found
                done.extend(_as(mention, a, reason) for a in actors)
            else:
                done.append(mention)
        out.append(done)
        if not (headlines and headlines[number]) or not state.history:
            state.keep(done)
    return domestic.located(out)


class _State:
    """What the report has named so far, newest last."""

    def __init__(self) -> None:
        self.history: list[list[Mention]] = []

    def keep(self, sentence: list[Mention]) -> None:
        self.history.append([m for m in sentence if _is_settled(m) or m.kind == "stranger"])

    def referent(self, mention: Mention, before: list[Mention], ahead: list[Mention]) -> tuple[list[Actor], str] | None:
        word = mention.actor.text.lower()
        if word == "both":
            return self._pair(before, ahead)
        if word in PLURAL:
            return self._several(mention, before)
        if word in PERSONAL:
            return self._one(mention, before, person=True)
        if word in NEUTER:
            return self._one(mention, before, person=False)
        if word in FIRST:
            return None
        if mention.kind == "pronoun":
            return self._country(mention, before)
        return self._title(mention, before)

    def _recent(self, before: list[Mention], window: int = WINDOW) -> list[list[Mention]]:
        """Candidate sentences, nearest first; in each, subjects before others."""
        sentences = [[m for m in before if _is_settled(m) or m.kind == "stranger"], *reversed(self.history[-window:])]
        return [sorted(s, key=lambda m: (not m.subject, m.kind == "modifier", m.head)) for s in sentences]

    def _one(self, mention: Mention, before: list[Mention], person: bool) -> tuple[list[Actor], str] | None:
        barred = {_identity(m) for m in before if m.head == mention.barred}
        for back, sentence in enumerate(self._recent(before)):
            for candidate in sentence:
                if (
                    candidate.kind == "modifier"
                    or candidate.place
                    or _identity(candidate) in barred
                    or (back == 0 and candidate.actor.span.start > mention.actor.span.start)
                ):
                    continue
                if candidate.kind == "stranger":
                    if person:
                        return None
                    continue
                if _agrees(candidate, person):
                    reason = f"{mention.actor.text!r} is {candidate.actor.name}, {_ago(back)}"
                    return [candidate.actor], reason
        return None

    def _pair(self, before: list[Mention], ahead: list[Mention]) -> tuple[list[Actor], str] | None:
        """Two parties that "both" sums up: named together in this sentence (also after it) or just before."""
        pools = [[m for m in before if _is_settled(m)], ahead, *reversed(self.history[-2:])]
        for pool in pools:
            pair = _coordinated(pool) or _only_two(pool)
            if pair:
                return pair, f"'both' is {pair[0].name} and {pair[1].name}"
        return None

    def _several(self, mention: Mention, before: list[Mention]) -> tuple[list[Actor], str] | None:
        """Who "they" are, sentence by sentence back: a plural subject, else two parties named in one breath, else any plural."""
        barred = {_identity(m) for m in before if m.head == mention.barred}
        for back, sentence in enumerate(self._recent(before)):
            near = [
                m
                for m in sentence
                if (back > 0 or m.actor.span.start < mention.actor.span.start) and _identity(m) not in barred
            ]
            many = [m for m in near if m.plural and m.kind not in ("modifier", "stranger") and not m.place]
            subjects = [m for m in many if m.subject]
            pair = _coordinated(near) if not subjects and mention.subject else []
            if pair:
                return pair, f"{mention.actor.text!r} is {pair[0].name} and {pair[1].name}, {_ago(back)}"
            if many:
                meant = (subjects or many)[0].actor
                return [meant], f"{mention.actor.text!r} is {meant.name}, {_ago(back)}"
        return None

    def _country(self, mention: Mention, before: list[Mention]) -> tuple[list[Actor], str] | None:
        """ "The country": as a subject that of the sentence's subject, else the one named last before it."""
        for back, sentence in enumerate(self._recent(before, window=2)):
            named = [m for m in sentence if m.actor.country and len(m.actor.country) == 3 and m.kind != "pronoun"]
            if not mention.subject and back == 0:
                named.sort(key=lambda m: -m.actor.span.start)
            for candidate in named:
                if candidate.actor.country not in ontology.table()["international"]:
                    actor = replace(candidate.actor, name=candidate.actor.country or "", id=None, sector="", role="")
                    return [actor], f"{mention.actor.text!r} is {candidate.actor.country}, {_ago(back)}"
        return None

    def _title(self, mention: Mention, before: list[Mention]) -> tuple[list[Actor], str] | None:
        """ "The president", "the ministry": the last party named with that role; else its country is the report's."""
        noun = mention.actor.text.lower().split()[-1]
        if not mention.actor.text.lower().startswith(("the ", "his ", "her ", "its ", "their ")):
            return None
        for back, sentence in enumerate(self._recent(before, window=6)):
            for candidate in sentence:
                said = candidate.actor.role.lower()
                if (
                    candidate.actor.country
                    and candidate.known
                    and (said.endswith(noun) or candidate.actor.text.lower().endswith(noun))
                ):
                    return [candidate.actor], f"{mention.actor.text!r} is {candidate.actor.name}, {_ago(back)}"
        return None


def _is_settled(mention: Mention) -> bool:
    return mention.actor.country is not None or (mention.kind == "noun" and mention.actor.sector != "")


def _agrees(candidate: Mention, person: bool) -> bool:
    actor = candidate.actor
    is_person = candidate.kind == "name" and (
        actor.role != "" or ((actor.id or "").count(".") == 1 and actor.sector not in ("", "REB", "MIL", "PTY"))
    )
    if person:
        return not candidate.plural and is_person
    return not candidate.plural and (_is_body(actor) or not (is_person and actor.role != ""))


def _identity(mention: Mention) -> tuple[str | None, str | None, str, str]:
    actor = mention.actor
    return (actor.id, actor.country, actor.sector, actor.name)


def _is_body(actor: Actor) -> bool:
    """Whether a role is that of a body ("union", "ministry"), to which "it" may refer, and not of a person."""
    return any(word in BODIES for word in actor.role.lower().split()[-1:])


def _coordinated(pool: list[Mention]) -> list[Actor]:
    """Two different parties named in one breath; [] when there are none."""
    groups: dict[int, dict[tuple[str | None, str], Actor]] = {}
    for mention in pool:
        if mention.kind not in {"pronoun", "modifier"} and mention.actor.country:
            groups.setdefault(mention.group, {}).setdefault(
                (mention.actor.country, mention.actor.sector), mention.actor
            )
    return next((list(group.values()) for group in groups.values() if len(group) == 2), [])


def _only_two(pool: list[Mention]) -> list[Actor]:
    """The parties of a pool where they are two."""
    told = {
        (m.actor.country, m.actor.sector): m.actor
        for m in reversed(pool)
        if m.kind not in {"pronoun", "modifier"} and m.actor.country
    }
    return list(reversed(told.values())) if len(told) == 2 else []


def _as(mention: Mention, actor: Actor, reason: str) -> Mention:
    """The mention with the referent's identity and its own words."""
    mine = mention.actor
    settled = replace(actor, text=mine.text, span=mine.span)
    return replace(mention, actor=settled, kind="name", why=(reason, *mention.why))


def _ago(back: int) -> str:
    return "named in the same sentence" if back == 0 else f"named {back} sentence{'s' if back > 1 else ''} before"
