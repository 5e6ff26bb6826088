"""The records that every stage takes and gives: immutable, comparable, and exact about their evidence.

Words follow PLOVER 2.0: who acts is the *actor*, to whom is the *recipient*; *source* is a publisher.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from datetime import date

from polybius.lexicon import ontology

STATUSES = ("asserted", "future", "hypothetical", "negated", "historical")


@dataclass(frozen=True, slots=True)
class Span:
    """Characters ``start`` to ``end`` (exclusive) of a document's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words of ``text`` that this span covers."""
        return text[self.start : self.end]


_LONE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Document:
    """One report as received. ``id`` defaults to a hash of what was received, so equal reports have equal ids.

    Halves of characters (lone surrogates, as broken JSON escapes leave them) become U+FFFD: no file can hold them.
    ``where`` it was read (file:line) is for messages only: no part of its id, of what is compared or of any record.
    """

    text: str
    published: date | None = None
    title: str | None = None
    source: str | None = None
    url: str | None = None
    language: str | None = None
    id: str | None = None
    where: str = field(default="", compare=False, repr=False)

    def __post_init__(self) -> None:
        if self.id is None:
            published = self.published.isoformat() if self.published else ""
            parts = (self.text, published, self.title or "", self.source or "", self.url or "")
            digest = hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass"))
            object.__setattr__(self, "id", digest.hexdigest()[:20])
        for name in ("text", "title", "source", "url", "language", "id"):
            value = getattr(self, name)
            if value is not None and not value.isascii():
                object.__setattr__(self, name, _LONE.sub("\ufffd", value))


@dataclass(frozen=True, slots=True)
class Actor:
    """A party as a report names it, and who that was on the day.

    ``country`` is an ISO 3166 alpha-3 code or one of PLOVER's IGO, UNO, EUR, NGO, ISM, IMG, MNC; None when unknown.
    ``sector`` is a PLOVER sector code or ""; ``sectors`` holds every further code that applies.
    ``name`` and ``id`` are those of the lexicon entry, or the words themselves and None without one.
    """

    text: str
    span: Span
    name: str
    id: str | None = None
    country: str | None = None
    sector: str = ""
    sectors: tuple[str, ...] = ()
    role: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where a party is named. ``head`` is the position of its head word in the sentence's parse.

    ``kind``: ``name`` (a proper name), ``noun`` (a common noun), ``modifier`` (a nationality before a noun), ``pronoun``.
    ``group`` is shared by parties named in one breath ("A and B", "leaders of A and B").
    ``barred`` is the head of a party that a pronoun can't mean: the subject of its own clause ("A hit *him*").
    ``nature`` (person, body, people, state, thing; "" unknown) and ``sex`` (f, m; "" unknown) tell which pronouns agree with it.
    ``clause`` is the position of the finite verb in whose clause it stands.
    ``open`` marks what only the rest of the report can settle: pronouns, nouns without a country.
    """

    sentence: int
    head: int
    actor: Actor
    kind: str
    plural: bool
    subject: bool
    known: bool
    why: tuple[str, ...]
    group: int = -1
    place: bool = False  # named as where something is ("in Lagos", "of the city")
    barred: int = -1
    nature: str = ""
    sex: str = ""
    clause: int = -1
    aside: bool = False  # its clause only describes somebody ("who was treated in Paris")
    back: int = -1  # how many sentences back the name stands that settled it; -1 when it names itself
    scene: bool = False  # of its country only because a deed, a sentence or a report is set there

    @property
    def open(self) -> bool:
        """Whether the report must say who is meant."""
        return self.kind == "pronoun" or (self.kind == "noun" and self.actor.country is None)


@dataclass(frozen=True, slots=True)
class When:
    """Days from ``start`` to ``end``, both included (None: that end is open).

    ``precision`` is day, week, month, quarter, year, decade or interval; ``basis`` says what it was read from.
    """

    start: date | None
    end: date | None
    precision: str
    basis: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where: coordinates in decimal degrees (WGS 84), ``country`` as in Actor.

    ``precision`` is point (landmark), city, admin2, admin1, country or water; ``basis`` says what it was read from.
    """

    name: str
    latitude: float | None
    longitude: float | None
    geonames_id: int | None
    country: str | None
    admin1: str | None
    precision: str
    basis: str


@dataclass(frozen=True, slots=True)
class Event:
    """One coded statement in one sentence.

    ``status`` is one of STATUSES; ``attribution`` is the party on whose word the report gives the event, None when
    the report says it in its own voice; ``confidence`` is the calibrated share of such events that are right, 0 to 1.
    ``why`` holds one short reason a decision.
    """

    id: str
    type: str
    mode: str | None
    contexts: tuple[str, ...]
    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    when: When | None
    where: Place | None
    status: str
    attribution: Actor | None
    sentence: Span
    trigger: Span
    confidence: float
    why: tuple[str, ...]

    @property
    def score(self) -> float:
        """PLOVER conflict-cooperation score of type and mode, -10 to +10."""
        return ontology.score(self.type, self.mode)

    @property
    def quad(self) -> int:
        """1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict."""
        return ontology.quad(self.type)

    @property
    def cameo(self) -> str:
        """The CAMEO root code that PLOVER's published mapping puts under this type."""
        return ontology.cameo_root(self.type)


@dataclass(frozen=True, slots=True)
class Coded:
    """A document with its sentences (evidence spans) and the events read from them, in the order of the text.

    ``refused`` says why a document of a stream was passed over; it has neither sentences nor events then.
    ``endless`` are stretches that weren't read, as they run on for longer than sentences do, without a clause's mark.
    """

    document: Document
    sentences: tuple[Span, ...]
    events: tuple[Event, ...]
    refused: str | None = None
    endless: tuple[Span, ...] = ()
