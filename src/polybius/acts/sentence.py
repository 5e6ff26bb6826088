"""The acts of one parsed sentence, with its mentions as the parties."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from spacy.tokens import Doc, Token

from polybius.acts import attribution, tree
from polybius.acts.act import Act
from polybius.acts.compose import Composer
from polybius.acts.frames import Index, word_classes
from polybius.acts.match import Matcher, TurnedDown
from polybius.lexicon import ontology
from polybius.lexicon.measures import MEASURES
from polybius.model import Mention


@dataclass(slots=True)
class SentenceActs:
    """What a sentence reports: its acts, who vouches for each (outermost first), and who speaks in it."""

    acts: list[Act]
    speaker: int | None
    vouchers: list[list[int]] = field(default_factory=list)
    turned_down: list[TurnedDown] = field(default_factory=list)
    no_acts: frozenset[int] = frozenset()  # words that a frame knows to tell none


PERSONS = frozenset("he she they him her them his their i we me us our my".split())


def _is_somebody(mention: Mention) -> bool:
    """Whether a mention is a pronoun for persons: even when the report leaves open whom, nobody else stands in its place."""
    return mention.kind == "pronoun" and mention.actor.text.lower() in PERSONS


def _counted(head: Token) -> Token | None:
    """Whom a measure counts: of them a clause may tell ("a pair of *fighters* held by ...")."""
    if head.lower_ not in MEASURES:
        return None
    return next((filler for name, filler in tree.prepositions(head) if name == "of"), None)


class Parties:
    """Looks up the mentions of a sentence by word. Positions are indices into ``mentions``."""

    def __init__(self, mentions: Sequence[Mention], doc: Doc) -> None:
        self.mentions = mentions
        self._at: dict[int, list[int]] = defaultdict(list)
        for position, mention in enumerate(mentions):
            if mention.actor.country is not None or mention.actor.sector or _is_somebody(mention):
                self._at[mention.head].append(position)
        for head, named in list(self._at.items()):
            counted = _counted(doc[head]) if head >= 0 else None
            if counted is not None and counted.i not in self._at:
                self._at[counted.i] = named

    def at(self, token: Token) -> tuple[int, ...]:
        """The parties named at a word and at those coordinated with it."""
        found = list(self._at.get(token.i, ()))
        others = [p for c in token.conjuncts if c.i > token.i and not tree.ruled_out(c) for p in self._at.get(c.i, ())]
        if tree.ruled_out(token):
            return tuple(others)
        return tuple(found + others if found else ())

    def identity(self, position: int) -> object:
        """What two mentions of one party share."""
        actor = self.mentions[position].actor
        return (actor.country, actor.sector) if actor.country else actor.name

    def may_receive(self, position: int, acting: frozenset[object], verbal: bool) -> bool:
        """Whether a party that only stands beside an act may be its recipient: known, no mere nationality ("in *Bosnia* province" is a place), no capital at home."""
        mention = self.mentions[position]
        if verbal and mention.place:
            return False
        own = mention.actor.country in {c[0] for c in acting if isinstance(c, tuple)}
        return (
            mention.actor.country is not None
            and (mention.kind != "modifier" or mention.place)
            and not (own and mention.actor.sector in ("", "GOV"))
        )

    def sectors(self, token: Token) -> frozenset[str] | None:
        """Sector codes of the party at a word, with the code of a body of no one land ("*Oxfam*" is SOC and NGO); None when it is none."""
        found = self._at.get(token.i)
        if not found:
            return None
        actors = [self.mentions[p].actor for p in found]
        bodies = [a.country for a in actors if a.country in _of_no_land()]
        return frozenset(s for s in (*bodies, *(s for a in actors for s in (a.sector, *a.sectors))) if s)


def read(doc: Doc, mentions: Sequence[Mention], index: Index, explain: bool = False) -> SentenceActs:
    """The acts of one sentence. ``explain`` keeps what was considered and turned down. Who vouches is asked when the acts stand
    (``vouchers_of``).
    """
    parties = Parties(mentions, doc)
    matcher = Matcher(index, parties.sectors)
    matcher.explaining = explain
    composer = Composer(matcher, parties.at, parties.identity, parties.may_receive)
    acts = composer.acts(list(doc))
    speaker = attribution.speaker_of(doc, parties.at, _speech())
    return SentenceActs(acts, speaker, turned_down=matcher.turned_down, no_acts=composer.no_acts())


def vouchers_of(acts: Sequence[Act], mentions: Sequence[Mention], doc: Doc) -> list[list[int]]:
    """Who vouches for each act, outermost first."""
    parties = Parties(mentions, doc)
    return [attribution.chain(act.token, parties.at, _speech()) for act in acts]


@cache
def _of_no_land() -> frozenset[str]:
    return frozenset(ontology.table()["international"])


@cache
def _speech() -> frozenset[str]:
    return frozenset(word_classes().get("speech", ()))
