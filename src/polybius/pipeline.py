"""The way of a report, top-down: read, find parties, find acts, bind them, judge, date, place, keep."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, partial
from pathlib import Path

from spacy.tokens import Doc, Token

from polybius import answered, athome, dating, facing, matters, placing, reading, when, where
from polybius import processes as processes_
from polybius.actors import mentions as parties
from polybius.actors import natures, reference, scene, vocabulary
from polybius.actors.who import Resolver
from polybius.acts import (
    across,
    again,
    confidence,
    contexts,
    crowds,
    custody,
    deals,
    elided,
    encounters,
    frames,
    home,
    inflection,
    modes,
    recast,
    relate,
    repeated,
    review,
    selection,
    targets,
    undone,
)
from polybius.acts import sentence as acts
from polybius.acts.act import Act
from polybius.acts.attribution import is_bare_quotation
from polybius.acts.judge import SECOND, Judge
from polybius.acts.match import TurnedDown
from polybius.acts.told import ELSEWHERE, Told
from polybius.language import DEFAULT_MODEL, English
from polybius.lexicon import actor_index as actor_lexicon
from polybius.lexicon import files, ontology
from polybius.model import Actor, Coded, Document, Event, Mention, Place, Span, When

STATELY = frozenset({"ASSAULT", "MOBILIZE", "SANCTION", "COERCE", "RETREAT", "THREATEN"})  # what peoples do as states
LEAD, FAR = 5, 40  # sentences that lead a report, and how many back a deal may be told that is judged
NEAR = 2  # sentences before an act that may name whom it is towards
STORY = 4  # sentences before an act that may tell of only two sides
HELD = 5  # sentences back in which somebody may have been seized to whom something is done
# Letters of a report in which namesakes and short names look for what tells who is meant: a live blog has forty thousand.
CONTEXT = 60_000
_THE_PEOPLE = re.compile(r"the \w+", re.IGNORECASE)


@dataclass(slots=True)
class Parsed:
    """A document on its way: what each stage found so far, one entry a sentence."""

    document: Document
    reading: reading.Reading
    docs: list[Doc]
    mentions: list[list[Mention]]
    acts: list[acts.SentenceActs]


class Coder:
    """Codes reports into political event records. Loads its model and lexicon once.

    ``model`` names any installed English spaCy pipeline with a parser; ``lexicon`` adds actor files or folders of
    one's own, which override entries of the same id. Events of less than ``min_confidence`` (0 to 1) aren't told; None
    stands for a limit that rises with a report's length (``confidence.least``). ``quick`` leaves the second judge out: 1.4 (long
    reports) to 2.1 times as fast, and less sure (its confidence is fitted on both).
    """

    def __init__(
        self,
        model: str = DEFAULT_MODEL,
        lexicon: Sequence[str | Path] = (),
        min_confidence: float | None = None,
        quick: bool = False,
    ) -> None:
        self.settings = (model, tuple(str(path) for path in lexicon), min_confidence, quick)
        self.min_confidence = min_confidence
        self.frames = frames.index()
        self.judges = (Judge(),) if quick else (Judge(), Judge(SECOND))
        small = inflection.written(self.frames.verbs) - vocabulary.words().everyday  # "Bush Meets Hunt" names two
        self.language = English(
            model,
            inflection.forms(self.frames.verbs),
            small,
            self.frames.hyphenated,
            self.frames.nouns,
            natures.persons(),
        )
        self.lexicon = actor_lexicon.load([Path(p) for p in lexicon])
        self.resolver = Resolver(self.lexicon, place_country=_land_of)

    @cached_property
    def version(self) -> str:
        """A digest of the lexicon in use: equal versions give equal records."""
        return files.version([Path(p) for p in self.settings[1]])

    def code(self, document: Document) -> Coded:
        """The events of one report."""
        return self._keep(self._parse(document))

    def pipe(self, documents: Iterable[Document], processes: int = 1) -> Iterator[Coded]:
        """Codes a stream of reports in order; memory stays bounded by what is under way.

        A report at which the coder fails costs itself only: what is given for it says why in ``refused``.
        """
        if processes > 1:
            yield from processes_.pipe(partial(Coder, *self.settings), documents, processes, ready=self)
            return
        for document in documents:
            yield processes_.coded(self, document)

    def relate(self, text: str, actor: tuple[int, int] | Span, recipient: tuple[int, int] | Span) -> Event | None:
        """What the first span (characters of ``text``) does to the second; None when no relation is found.

        ArgumentError for spans that cover no words of the text, and for one party asked about twice.
        """
        given = relate.asked(text, actor, recipient)
        parsed = self._parse(Document(text=text), given=given)
        coded = self._keep(parsed, selecting=False)
        return relate.best(coded, *given, parsed.docs, [m for s in parsed.mentions for m in s], self.judges[-1])

    def actor(self, text: str, on: date | None = None, context: str = "") -> Actor | None:
        """Who a phrase names on a day; ``context`` is text around it that helps to tell namesakes apart."""
        found = self.resolver.resolve(text, on, context)
        if found is None and text.strip().lower() in parties.PRONOUNS:
            return Actor(text, Span(0, len(text)), text.strip(), sector="UNK")
        if found is None:
            return None
        return Actor(
            text, Span(0, len(text)), found.name, found.id, found.country, found.sector, found.sectors, found.role
        )

    def dates(self, text: str, published: date | None = None) -> list[When]:
        """The days that a text's time expressions mean."""
        return when.dates(text, published)

    def places(self, text: str, context: str = "") -> list[Place]:
        """The places that a text names."""
        return where.places(text, context)

    def explain(self, text: str, published: date | None = None) -> tuple[Coded, list[list[Mention]], list[TurnedDown]]:
        """A text's records, its parties, and the frames that were considered and turned down."""
        parsed = self._parse(Document(text=text, published=published), explain=True)
        return self._keep(parsed), parsed.mentions, [t for s in parsed.acts for t in s.turned_down]

    def _parse(self, document: Document, given: tuple[Span, ...] = (), explain: bool = False) -> Parsed:
        """Reads, parses, finds the parties and the acts of a document."""
        read = reading.read(document.text, document.title) if not given else reading.whole(document.text)
        docs = self.language.parse([s.plain for s in read.sentences])
        context = document.text[:CONTEXT]
        found = [
            parties.find(doc, number, sentence.span.start, self.resolver.resolve, document.published, context)
            for number, (doc, sentence) in enumerate(zip(docs, read.sentences, strict=True))
        ]
        if given:
            found = [
                parties.with_given(doc, s.span.start, m, given)
                for doc, s, m in zip(docs, read.sentences, found, strict=True)
            ]
        settled = reference.settle(
            found,
            docs,
            [s.headline for s in read.sentences],
            [s.span.start for s in read.sentences],
            where.dateline(document.text),
        )
        read_acts = [acts.read(doc, m, self.frames, explain) for doc, m in zip(docs, settled, strict=True)]
        settled = [elided.suffered(done.acts, found_here) for done, found_here in zip(read_acts, settled, strict=True)]
        for number, done in enumerate(read_acts):
            if number:
                done.acts, settled[number] = elided.complete(done.acts, settled[number], settled[number - 1])
            if any(map(deals.may_judge, done.acts)):
                far = max(LEAD, number - FAR)  # bounded: a document may have a hundred thousand sentences
                led = _told(read_acts, settled, 0, min(LEAD, number))
                done.acts, settled[number] = deals.complete(
                    done.acts, settled[number], [*led, *_told(read_acts, settled, far, number)]
                )
            before, earlier = (
                _told(read_acts, settled, number - 1, number),
                _told(read_acts, settled, number - 4, number - 1),
            )
            lead = _told(read_acts, settled, 0, min(1, number))
            done.acts, settled[number] = elided.judged(done.acts, settled[number], before, earlier, lead)
            held = _told(read_acts, settled, number - HELD, number)
            done.acts, settled[number] = custody.complete(done.acts, settled[number], held)
            done.acts, settled[number] = undone.complete(done.acts, settled[number], held)
        for number, done in enumerate(read_acts):
            done.acts, settled[number] = elided.launched(done.acts, settled[number])
        if not given:
            for doc, sentence, known, done in zip(docs, read.sentences, settled, read_acts, strict=True):
                reviewer = review.Reviewer(self.judges, sentence.plain, sentence.span.start, doc, known, done.no_acts)
                meetings = encounters.held(done.acts)
                done.acts = encounters.complete(reviewer.acts(done.acts), meetings, known)
                done.acts = [modes.told(recast.of_own_war(act, known)) for act in done.acts]
            told = [across.Told(s.plain, s.span.start, known) for s, known in zip(read.sentences, settled, strict=True)]
            for number in range(1, len(docs) if len(self.judges) > 1 else 1):
                done = read_acts[number]
                done.acts, settled[number] = across.complete(done.acts, told[number], told[number - 1], self.judges[-1])
            for number, (doc, sentence, done) in enumerate(zip(docs, read.sentences, read_acts, strict=True)):
                done.acts, settled[number] = repeated.repeated(
                    done.acts, settled[number], doc, _told(read_acts, settled, number - 1, number)
                )
                done.acts = elided.died_when(elided.done_when(done.acts), settled[number])
                done.acts, settled[number] = home.befallen(done.acts, settled[number], sentence.span.start)
                done.acts, settled[number] = athome.befallen(
                    done.acts, settled[number], settled[number - 1] if number else (), sentence.span.start
                )
                settled[number] = crowds.complete(
                    done.acts,
                    settled[number],
                    _told(read_acts, settled, number - HELD, number),
                    _told(read_acts, settled, number - 1, number),
                )
        for number, (doc, sentence, done) in enumerate(zip(docs, read.sentences, read_acts, strict=True)):
            hit = [] if given else _told(read_acts, settled, number - HELD, number)
            done.acts, settled[number] = again.complete(done.acts, settled[number], hit)
            done.vouchers = acts.vouchers_of(done.acts, settled[number], doc)
            if not given:
                nearest = range(number - 1, max(-1, number - 1 - STORY), -1)
                done.acts, settled[number] = matters.complete(
                    done.acts, settled[number], [(docs[n], settled[n]) for n in nearest[:NEAR]]
                )
                done.acts, settled[number] = facing.complete(
                    (done.acts, settled[number]),
                    done.vouchers,
                    [(read_acts[n].acts, settled[n]) for n in nearest],
                    sentence.span.start,
                )
        for number, done in enumerate([] if given else read_acts):
            done.acts, settled[number] = answered.complete(
                (done.acts, settled[number]),
                [(read_acts[n].acts, settled[n]) for n in range(number - 1, max(-1, number - 1 - NEAR), -1)],
                [(read_acts[n].acts, settled[n]) for n in range(number + 1, min(number + 1 + NEAR, len(docs)))],
            )
        return Parsed(document, read, docs, settled, read_acts)

    def _keep(self, parsed: Parsed, selecting: bool = True) -> Coded:
        """Turns acts into events: who vouches, when, where, in which context."""
        document = parsed.document
        sentences = parsed.reading.sentences
        spoken = [contexts.in_sentence(s.plain) for s in sentences]
        widely = contexts.of_document(spoken)
        clock = dating.Clock(document, [m.actor for s in parsed.mentions for m in s], self.lexicon)
        locator = placing.Locator(document, [m.actor for s in parsed.mentions for m in s])
        least = confidence.least(len(sentences)) if self.min_confidence is None else self.min_confidence
        events: list[Event] = []
        speaker: Actor | None = None
        for number, (sentence, doc, found) in enumerate(zip(sentences, parsed.docs, parsed.acts, strict=True)):
            mentions = parsed.mentions[number]
            quoting = speaker if is_bare_quotation(sentence.plain) else None
            for read, chain in zip(found.acts, found.vouchers, strict=True):
                act = selection.without_nobody(read, mentions)
                reason = selection.refused(act, mentions) if selecting else ""
                known = mentions
                if reason == selection.NO_COUNTRY or (not reason and targets.befalls_inhabitants(act, mentions)):
                    known = self._of_the_scene(sentence, act, mentions, locator)
                elif reason == selection.NO_ACTOR:
                    act, known = facing.gathered(
                        act, mentions, self._scene(sentence, act, mentions, locator), sentence.span.start
                    )
                if reason and (known == mentions or selection.refused(act, known)):
                    continue
                event = selection.captured(
                    self._event(document, sentence, doc, act, chain, known, quoting, clock, locator, len(sentences))
                )
                if selecting and event.confidence < least:
                    reason = f"its confidence of {event.confidence} is below {least}"
                    found.turned_down.append(TurnedDown(act.match.frame.id, act.match.pattern.text, act.token, reason))
                    continue
                evidence = contexts.of_act(event, act.match.frame.contexts, spoken[number], widely)
                reasons = tuple(f"context {c}: {e}" for c, e in evidence.items())
                events.append(replace(event, contexts=tuple(evidence), why=(*event.why, *reasons)))
            if found.speaker is not None:
                speaker = mentions[found.speaker].actor
            elif quoting is None and not sentence.plain.startswith('"'):
                speaker = None
        told = tuple(selection.distinct(events, document.text))
        return Coded(document, tuple(s.span for s in sentences), told, endless=parsed.reading.endless)

    def _of_the_scene(
        self, sentence: reading.Sentence, act: Act, mentions: list[Mention], locator: placing.Locator
    ) -> list[Mention]:
        """The mentions of a sentence with the country of where an act was for those of its parties that have none and are at home there."""
        place = self._scene(sentence, act, mentions, locator)
        guessed = place is None or place.country is None or place.basis.startswith(targets.GUESSED)
        if place is not None and facing.is_where_to(act, mentions, place):
            return mentions
        told = targets.ground(act, mentions) if guessed else None
        country = told or (place.country if place is not None else None)
        if country is None:
            return mentions
        if any(mentions[a].actor.country for a in act.actors):  # then whose land it was must be told by its own words
            parties = set() if guessed and told is None else {*act.recipients}
        else:
            parties = {*act.actors, *act.recipients}
        here = [scene.of_scene(m, country, told is not None) if n in parties else m for n, m in enumerate(mentions)]
        if not act.actors:
            here = facing.held_there(act, here, country)
        return here if guessed else facing.crowd(act, here, country)

    def _scene(
        self, sentence: reading.Sentence, act: Act, mentions: list[Mention], locator: placing.Locator
    ) -> Place | None:
        """Where an act was, as far as its sentence and those before tell."""
        offset = sentence.span.start
        modifiers = [Span(offset + a, offset + b) for a, b in _modifiers(act.token, act.match.support)]
        return locator.place(sentence.span, act, act.status, modifiers, mentions, remember=False)[0]

    def _event(
        self,
        document: Document,
        sentence: reading.Sentence,
        doc: Doc,
        act: Act,
        chain: list[int],
        mentions: list[Mention],
        quoting: Actor | None,
        clock: dating.Clock,
        locator: placing.Locator,
        sentences: int,
    ) -> Event:
        """One event record from one act of a report of so many sentences."""
        offset = sentence.span.start
        trigger = Span(offset + act.token.idx, offset + act.token.idx + len(act.token))
        vouching = [mentions[p] for p in chain if p not in act.actors or len(chain) == 1]
        attribution = vouching[0].actor if vouching else quoting
        modifiers = [Span(offset + a, offset + b) for a, b in _modifiers(act.token, act.match.support)]
        asides = [Span(offset + a, offset + b) for a, b in _asides(doc, act.token)]
        backgrounds = [Span(offset + a, offset + b) for a, b in dating.backgrounds(doc, act.token, act.match.support)]
        moment, when_reason, status = clock.date(
            sentence.span, trigger, modifiers, act.status, act.token, asides, backgrounds
        )
        parties = [mentions[p].actor for p in (*act.actors, *act.recipients)]
        bygone = clock.bygone([*parties, *dating.rulers(act.token, mentions)])
        if status == "asserted" and bygone:
            if dating.is_news(sentence.plain):
                moment, when_reason = None, "the report is older than the day given for it"
            else:
                status, bygone = "historical", f"historical: {bygone}"
                moment = None if moment is not None and moment.basis == "publication" else moment
        place, place_reason = locator.place(sentence.span, act, status, modifiers, mentions)
        act, mentions = facing.ruling(act, mentions, place, offset)
        struck = targets.struck(act, mentions, place, offset)
        if struck is not None:
            reason = f"it is of {struck.country}, where it was struck"
            here = mentions[0].sentence if mentions else 0
            mentions = [*mentions, Mention(here, ELSEWHERE, struck, "noun", False, False, True, why=(reason,))]
            act = replace(act, recipients=(len(mentions) - 1,))
        elif act.resort is not None and not any(mentions[r].actor.country for r in act.recipients):
            mentions = [*mentions, act.resort]
            act = replace(act, recipients=(len(mentions) - 1,))
        why = [*act.why, *_party_reasons(act, mentions)]
        if attribution is not None:
            why.append(
                "on the word of " + ", quoting ".join(v.actor.name for v in vouching)
                if vouching
                else f"quoted words of {attribution.name}"
            )
        why += [when_reason, bygone, place_reason]
        actors = tuple(_as_acting(mentions[p], act.type) for p in act.actors)
        recipients = _apart(tuple(mentions[p].actor for p in act.recipients))
        return Event(
            _event_id(document, trigger, act, actors, recipients),
            act.type,
            act.mode,
            (),
            _unique(actors),
            _unique(recipients),
            moment,
            place,
            status,
            attribution,
            sentence.span,
            trigger,
            confidence.of(act, mentions, sentence.headline, sentences),
            tuple(w for w in why if w),
        )


def _land_of(place: str) -> str | None:
    """The state that rules a place, its territories overseas included."""
    return ontology.sovereign(where.country_of(place))


def _told(
    read: Sequence[acts.SentenceActs], mentions: Sequence[Sequence[Mention]], first: int, last: int
) -> list[Told]:
    """The acts of some sentences, each with the mentions that its parties are positions in."""
    return [(act, mentions[n]) for n in range(max(0, first), last) for act in read[n].acts]


def _as_acting(mention: Mention, type_: str) -> Actor:
    """A party as it acts: "the Turks bombed" is Turkey, not its civilians; those who protest are these."""
    actor = mention.actor
    people = any(reason.startswith("people of ") for reason in mention.why)
    if people and type_ in STATELY and actor.sector == "CVL" and _THE_PEOPLE.fullmatch(actor.text):
        return replace(actor, sector="")
    return actor


def _apart(actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Parties without those named inside another ("*British* Isis member")."""
    spans = [a.span for a in actors]
    return tuple(
        a for a in actors if not any(s.start <= a.span.start and a.span.end <= s.end and s != a.span for s in spans)
    )


def _unique(actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Parties without those told twice in one breath ("the president, Vladimir Putin")."""
    seen: dict[tuple[str, str | None, str], Actor] = {}
    for actor in actors:
        seen.setdefault((actor.id or actor.name, actor.country, actor.sector), actor)
    return tuple(seen.values())


def _party_reasons(act: Act, mentions: Sequence[Mention]) -> list[str]:
    return [
        f"{mentions[p].actor.text!r}: {'; '.join(mentions[p].why)}"
        for p in (*act.actors, *act.recipients)
        if mentions[p].why
    ]


def _modifiers(trigger: Token, support: Token | None) -> list[tuple[int, int]]:
    """Character ranges of the phrases that modify a predicate: adverbs, prepositional phrases, clauses in -ing."""
    out = []
    words = [trigger] if support is None else [trigger, support]
    if trigger.tag_ == "VBG" and trigger.dep_ == "advcl":
        words.append(trigger.head)  # "visited in 2015, *meeting* officers"
    for word in words:
        for child in word.children:
            if child.dep_ in (
                "prep",
                "npadvmod",
                "advmod",
                "tmod",
                "agent",
                "advcl",
                "nmod",
                "amod",
                "compound",
                "relcl",
                "acl",
                "pobj",
            ):
                out.append((child.left_edge.idx, child.right_edge.idx + len(child.right_edge)))
            elif child.dep_ in ("dobj", "nsubjpass", "attr"):
                out.extend(
                    (g.left_edge.idx, g.right_edge.idx + len(g.right_edge))
                    for g in child.children
                    if g.dep_ in ("prep", "npadvmod")
                    or (
                        g.dep_ in ("relcl", "acl") and child.lemma_.lower() in dating.DEEDS
                    )  # not "let in *those who had waited for years*"
                )
    return out


def _asides(doc: Doc, trigger: Token) -> list[tuple[int, int]]:
    """Character ranges of the relative clauses in which a predicate doesn't stand and that don't describe it."""
    return [
        (word.left_edge.idx, word.right_edge.idx + len(word.right_edge))
        for word in doc
        if word.dep_ == "relcl" and word != trigger and not word.is_ancestor(trigger) and word.head != trigger
    ]


def _event_id(document: Document, trigger: Span, act: Act, actors: Iterable[Actor], recipients: Iterable[Actor]) -> str:
    who = (
        "&".join(f"{a.country}{a.sector}@{a.span.start}" for a in actors)
        + ">"
        + "&".join(f"{a.country}@{a.span.start}" for a in recipients)
    )
    digest = hashlib.sha256(f"{document.id}\x1f{trigger.start}\x1f{act.type}\x1f{who}".encode())
    return f"{document.id}-{digest.hexdigest()[:10]}"
