"""The way of a report, top-down: read, find parties, find acts, bind them, judge, date, place, keep."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property, partial
from pathlib import Path

from polybius import cycles, reading, stories, when, where
from polybius import processes as processes_
from polybius.actors import mentions as parties
from polybius.actors import natures, reference, vocabulary
from polybius.actors.who import Resolver
from polybius.acts import (
    confidence,
    encounters,
    frames,
    inflection,
    modes,
    participial,
    recast,
    relate,
    review,
)
from polybius.acts import sentence as acts
from polybius.acts.judge import SECOND, Judge
from polybius.acts.match import TurnedDown
from polybius.keeping import Keeper
from polybius.language import DEFAULT_MODEL, English
from polybius.lexicon import actor_index as actor_lexicon
from polybius.lexicon import files, ontology
from polybius.model import Actor, Coded, Document, Event, Mention, Place, Span, When
from polybius.stories import Parsed

# Letters of a report in which namesakes and short names look for what tells who is meant: a live blog has forty thousand.
CONTEXT = 60_000


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
        with cycles.never():
            self._load(model, [Path(path) for path in lexicon], quick)

    def _load(self, model: str, lexicon: Sequence[Path], quick: bool) -> None:
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
        self.lexicon = actor_lexicon.load(lexicon)
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
        parsed = Parsed(document, read, docs, settled, read_acts)
        stories.sides_left_out(parsed)
        if not given:
            self._review(parsed)
            if len(self.judges) > 1:
                stories.sides_before(parsed, self.judges[-1])
            stories.at_home(parsed)
        stories.towards_whom(parsed, alone=bool(given))
        if not given:
            stories.who_answers(parsed)
        return parsed

    def _review(self, parsed: Parsed) -> None:
        """The acts of each sentence as the judges leave them."""
        for doc, sentence, known, done in zip(
            parsed.docs, parsed.reading.sentences, parsed.mentions, parsed.acts, strict=True
        ):
            reviewer = review.Reviewer(self.judges, sentence.plain, sentence.span.start, doc, known, done.no_acts)
            meetings = encounters.held(done.acts)
            done.acts = participial.joined(encounters.complete(reviewer.acts(done.acts), meetings, known), known)
            done.acts = [modes.told(recast.of_own_meeting(recast.of_own_war(act, known), known)) for act in done.acts]

    def _keep(self, parsed: Parsed, selecting: bool = True) -> Coded:
        """Turns acts into events: who vouches, when, where, in which context."""
        sentences = len(parsed.reading.sentences)
        least = confidence.least(sentences) if self.min_confidence is None else self.min_confidence
        return Keeper(parsed, self.lexicon).coded(least if selecting else None)


def _land_of(place: str) -> str | None:
    """The state that rules a place, its territories overseas included."""
    return ontology.sovereign(where.country_of(place))
