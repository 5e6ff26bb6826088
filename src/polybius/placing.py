"""Places the events of one document: its places are located once, an event takes the one its sentence gives it.

An act whose sentence gives none takes, in this order: where its speaker speaks, the country of those who speak or rule
at home, the place told just before, what the text around it is about, what the report is about.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property, partial

from polybius import where
from polybius.acts.act import Act
from polybius.lexicon import ontology
from polybius.model import Actor, Document, Mention, Place, Span
from polybius.where import setting, syntax
from polybius.where.sides import FIGHTING, OFFICIAL, Sides

_POLICING = frozenset({"JUD", "COP"})
_HOUSES = frozenset({"GOV", "LEG", "JUD"})
_SHELTERING = frozenset({"host", "shelter"})
_HOSTING = frozenset({"host", "receive", "welcome"})
_HEARD = 20_000  # characters from the telling of a speech within which its speaker speaks there
_NEXT = 3  # characters between a sentence and the next
_REMEMBERED = 1000  # characters for which a person stays where they were last
_RULING = frozenset({"COERCE", "SANCTION"})
_ESTABLISHED = OFFICIAL | {"JRN", "BUS", "EDU", "MED", "LAB", "ELI"}  # who speak where their house is
_CAUSE = re.compile(r"(?:over|about) ", re.IGNORECASE)  # why it was done, not where
_HOUSE = re.compile(r"(?<!\w)(?:embassy|consulate|mission|court|parliament|legislature)(?!\w)", re.IGNORECASE)
_PLAINLY = 4  # parties from which a report is plainly about their land
_BROAD = frozenset({"country", "water"})
_BACK_TO_COUNTRY = re.compile(r"\b(?:in|across|throughout|around) (?:the|that) country\b", re.IGNORECASE)
_PERMANENT = frozenset({"USA", "RUS", "CHN", "GBR", "FRA"})  # who may veto at the Security Council
_WARLIKE = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "RETREAT"})
_AFIELD = frozenset({"ASSAULT", "MOBILIZE", "RETREAT"})  # deeds of forces, which a government's seat says nothing of
_LENT = frozenset({"AID", "COOPERATE"})  # deeds of states that need a party where they are done


class Locator:
    """Finds the place of each event of one document. Nothing is looked up before the first event asks.

    Events are to be asked for in the order of the text: later ones lean on where earlier ones were.
    """

    def __init__(self, document: Document, actors: Iterable[Actor]) -> None:
        self._document = document
        self._actors = list(actors)
        self._told: list[tuple[int, Place]] = []
        self._fought: Counter[str | None] = Counter()
        self._last: dict[str, tuple[int, Place]] = {}
        self._met: list[tuple[int, Place, frozenset[str]]] = []
        self._here: dict[tuple[int, int], Place] = {}  # by sentence and word: where an act is that its sentence places

    @cached_property
    def _located(self) -> list[where.Located]:
        countries = Counter(a.country for a in self._actors if a.country)
        known = {c: n for c, n in countries.items() if c is not None}
        return where.locate(self._document.text, self._document.title or "", known)

    @cached_property
    def _focus(self) -> Place | None:
        found = where.focus(self._document.text, self._located)
        if found is None or not found.basis.startswith("most named"):
            return found
        lands = Counter(
            a.country for a in self._actors if a.country and a.country not in ontology.table()["international"]
        )
        about, times = max(lands.items(), key=lambda each: each[1], default=(None, 0))
        if (led := self._led_by(found)) is not None:
            return _country(led, f"leading: {led}")
        if times < _PLAINLY or times <= lands.total() / 3 or lands[found.country or ""] > 1:
            return found
        return _country(
            about, f"most named: {about}"
        )  # "Georgians", "Georgia's president" are of it, a war "in Ukraine" is told once

    def _led_by(self, found: Place) -> str | None:
        """The land of a report's first party, where that is one of its houses and what the report names is only whom it deals with: "*Sudan's parliament*
        ratified a pact with Poland. The opposition walked out".
        """
        first = self._actors[0] if self._actors else None
        if (
            first is None
            or first.sector not in _HOUSES
            or first.country in {None, found.country, *ontology.table()["international"]}
        ):
            return None
        named = [each for each in self._located if each.place.country == found.country]
        once = len(named) == 1 and not named[0].mention.locative and named[0].place.precision == "country"
        return first.country if once else None

    @cached_property
    def _put(self) -> list[tuple[int, Place]]:
        """Where the text puts something, with where it says so."""
        return [(each.mention.span.start, each.place) for each in self._located if each.mention.locative]

    @cached_property
    def _named(self) -> list[tuple[int, Place]]:
        """Every place with where it is named."""
        return [(each.mention.span.start, each.place) for each in self._located]

    @cached_property
    def _venues(self) -> list[tuple[int, Place, frozenset[str]]]:
        """Where the text says that words were said, with where it says so and who is named there."""
        found = setting.venues(self._document.text, self._located)
        return [
            (stretch.end, place, frozenset(_key(a) for a in self._actors if _within(a.span, stretch) and not _state(a)))
            for stretch, place in found
        ]

    def place(
        self,
        sentence: Span,
        act: Act,
        status: str,
        modifiers: Sequence[Span],
        mentions: Sequence[Mention],
        remember: bool = True,
    ) -> tuple[Place | None, str]:
        """Where an act took place and the reason; ``modifiers`` are the phrases that modify its predicate. Later acts lean on it
        unless it isn't to be remembered.
        """
        parties = _parties(act, mentions)
        found = self._stated(sentence, act, modifiers, parties)
        if found is not None:
            self._here[sentence.start, act.token.i] = found[0]
            if remember:
                self._keep(sentence, act, parties, found[0])
            return found
        if act.type == "CONSULT" and syntax.remote(act.token, act.match.support):
            return None, "place: none, over a line"
        said = _said(act, parties)
        place = (None if said else self._through(sentence, act)) or self._same_country(sentence, act)
        place = place or (self._spoken(sentence, act, parties) if said else self._done(sentence, act, parties))
        place = place or self._around(sentence) or (None if said else self._theatre(act, parties))
        if place is not None:
            return place, f"place: {place.name} ({place.basis})"
        if status == "historical" or not self._fits(act, parties) or self._is_only_origin(sentence, act):
            return None, "place: none said, and that of the report needn't be this act's"
        return where.lowered(self._focus, () if said else self._located)

    def _is_only_origin(self, sentence: Span, act: Act) -> bool:
        """Whether the land that the report is about is named only as where who acts was trained or raised."""
        raised = syntax.raised(act.token, sentence.start)
        code = self._focus.country if self._focus is not None else None
        return bool(raised) and all(each.mention.span in raised for each in self._located if each.place.country == code)

    def _fits(self, act: Act, parties: Sides) -> bool:
        """Whether an act whose place nothing tells may be where the report is set."""
        country = self._focus.country if self._focus else None
        if act.type == "CONSULT" and self._elsewhere(parties):
            return False
        if _said(act, parties):
            return parties.speak_in(country)
        return act.type not in _LENT or parties.touch(country)

    def _theatre(self, act: Act, parties: Sides) -> Place | None:
        """The country of the war, when armed groups fight that aren't of the one that the report is set in."""
        country = self._focus.country if self._focus else None
        if act.type not in _WARLIKE or not parties.strange(country) or parties.ground == country:
            return None
        if parties.ground is not None:
            return _country(parties.ground, "where its armed groups are")
        told = Counter(place.country for _, place in self._told)
        put = Counter(place.country for _, place in self._put)
        other = next((code for code, _ in (self._fought or told).most_common() if code and code != country), None)
        if self._fought[country] or 2 * put[other] < max(4, put[country]):
            return None
        return _country(other, "where the deeds told before were")

    def _elsewhere(self, parties: Sides) -> bool:
        """Whether officials of known states meet, none of which the report is set in."""
        official = all(actor.sector in OFFICIAL and actor.country for actor in parties.all)
        return official and self._focus is not None and self._focus.country not in parties.countries

    def _stated(self, sentence: Span, act: Act, modifiers: Sequence[Span], parties: Sides) -> tuple[Place, str] | None:
        """The place that the sentence itself gives."""
        token, support, offset = act.token, act.match.support, sentence.start
        raised = syntax.raised(token, offset)
        here = [each for each in self._located if sentence.start <= each.mention.span.start < sentence.end]
        here = [each for each in here if each.mention.span not in raised]
        if not here:
            return None
        said = _said(act, parties)
        text = self._document.text
        telling = [span for span in modifiers if not _CAUSE.match(text, span.start, span.end)]
        phrases = syntax.attached(token, support, act.type, offset) if said else telling
        phrases += syntax.seated(token, offset)
        named = syntax.named(token, support, act.type, offset)
        qualifying = syntax.qualifying(token, offset)
        located = [
            each for each in here
            if each.mention.span not in qualifying
            or (each.mention.span in named and each.place.precision not in _BROAD)
            or where.directly(each)
        ]  # fmt: skip
        goals = tuple(syntax.goals(token, support, act.type, offset))
        beyond = () if said else tuple(syntax.beyond(token, offset))
        hosts = [*syntax.hosts(token, offset), *syntax.shared(token, offset, said), *syntax.toured(token, offset)]
        hosts += [] if said else syntax.witnessed(token, offset)
        aim = where.Aim(
            said, goals, beyond, tuple(hosts), syntax.relative(token), tuple(named),
            (*syntax.visiting(token, support, offset), *syntax.based(token, offset)) if said else (), partial(syntax.others, token, offset),
            tuple(actor.span for actor in parties.all),
        )  # fmt: skip
        trigger = Span(offset + token.idx, offset + token.idx + len(token))
        return where.stated(self._document.text, sentence, trigger, phrases, parties.barred, located, aim)

    def _keep(self, sentence: Span, act: Act, parties: Sides, place: Place) -> None:
        """Remembers where a deed or a meeting was, for its persons and for the sentences after."""
        if act.type in syntax.TOGETHER and parties.official and len(parties.countries) > 1:
            self._met.append((sentence.end, place, parties.countries))
        if act.type == "ASSAULT" and parties.grouped:
            self._fought[place.country] += 1
        if not _said(act, parties):
            self._told.append((sentence.end - 1, place))
            self._last.update({_key(person): (sentence.end, place) for person in parties.persons})

    def _through(self, sentence: Span, act: Act) -> Place | None:
        """Where the deed is of which this is told as what it did ("shelled the port of X, *killing* two")."""
        token = act.token
        if token.tag_ != "VBG" or token.dep_ != "advcl" or token.i < token.head.i:
            return None
        place = self._here.get((sentence.start, token.head.i))
        return replace(place, basis=f"of the deed: {place.name}") if place is not None else None

    def _same_country(self, sentence: Span, act: Act) -> Place | None:
        """The country that a sentence points back to: "a bombing in Cairo, one of several attacks *in the country*"."""
        low, high = (sentence.start + word.idx for word in (act.token.left_edge, act.token.right_edge))
        link = _BACK_TO_COUNTRY.search(self._document.text, low, high)
        named = [
            each.place for each in self._located if link and sentence.start <= each.mention.span.start < link.start()
        ]
        return _country(named[-1].country, "the country named before") if named else None

    def _spoken(self, sentence: Span, act: Act, parties: Sides) -> Place | None:
        """Where the speaker last spoke, the seat of the body that speaks or is spoken to, the speaker's country."""
        speakers = {_key(actor) for actor in parties.actors}
        heard = [(abs(sentence.start - end), place) for end, place, present in self._venues if speakers & present]
        away, venue = min(heard, key=lambda each: each[0], default=(0, None))
        if venue is not None and away < _HEARD:
            return replace(venue, basis=f"where the speaker speaks: {venue.basis}")
        met = self._where_met(sentence, parties)
        if met is not None:
            return replace(met, basis=f"where they met: {met.basis}")
        phrases = syntax.attached(act.token, act.match.support, act.type, sentence.start)
        bodies = [actor.text for actor in parties.actors] + syntax.addressed(act.token, act.match.support)
        permanent = any(actor.country in _PERMANENT for actor in parties.actors)
        voted = setting.council(self._document.text, sentence, permanent) if syntax.vetoes(act.token) else None
        seat = voted or setting.seat(bodies, [phrase.of(self._document.text) for phrase in phrases])
        field = bool(parties.actors) and all(actor.sector in FIGHTING for actor in parties.actors)
        before = self._before(sentence, act, parties) if field else None
        if before is not None and any(actor.sector == "MIL" for actor in parties.actors):
            before = _country(before.country, before.basis)  # armies speak from headquarters
        return seat or self._home(act, parties) or before

    def _where_met(self, sentence: Span, parties: Sides) -> Place | None:
        """Where those who speak met or agreed in the sentence before."""
        speakers = {actor.country for actor in parties.actors if actor.country}
        end, place, countries = self._met[-1] if self._met else (0, None, frozenset())
        near = 0 <= sentence.start - end < _NEXT and "\n\n" not in self._document.text[end : sentence.start]
        return place if near and parties.official and speakers and speakers <= countries else None

    def _done(self, sentence: Span, act: Act, parties: Sides) -> Place | None:
        """Where those who rule do so, where a person was last, or where the text just before was."""
        home, before = self._home(act, parties), self._before(sentence, act, parties)
        if home is not None and (before is None or before.country != home.country):
            return home
        lasts = [self._last[_key(person)] for person in parties.persons if _key(person) in self._last]
        last = next((place for at, place in lasts if sentence.start - at < _REMEMBERED), None)
        return replace(last, basis="where the person was last") if last else before

    def _before(self, sentence: Span, act: Act, parties: Sides) -> Place | None:
        """The place told just before, where it fits what the report, the text around or the parties are about."""
        text = self._document.text
        found = setting.earlier(text, sentence.start, [*self._put, *self._told])
        refers = setting.refers(sentence.of(text))
        if refers and (found is None or found.back > 1):
            found = setting.earlier(text, sentence.start, self._named) or found
        refers = refers and found is not None and found.place.precision not in _BROAD
        about = {self._focus.country if self._focus else None, self._near(sentence), *parties.countries}
        if found is None or (found.place.country not in about and not (refers and found.back == 1)):
            return None
        sides = (
            {actor.country for actor in parties.actors if actor.country} if _said(act, parties) else parties.countries
        )
        if sides and found.place.country not in sides and not refers:
            return None  # what others did there says nothing of these
        if act.type in _AFIELD and _is_seat(found.place) and sides == {found.place.country} and not refers:
            return None  # "sent officials to the capital. It has pulled back its troops."
        basis = f"told just before: {found.place.name}"
        near = (found.back == 1 and not syntax.told(act.token)) or refers
        if near and found.place.country and found.place.precision not in _BROAD:
            return replace(found.place, basis=basis)
        return _country(found.place.country, basis)

    def _home(self, act: Act, parties: Sides) -> Place | None:
        """The country in which an act is done at home: words and rulings of officials, what stays among compatriots."""
        hosting = act.type == "CONSULT" and act.token.lemma_ in _HOSTING
        rulers = parties.recipients if hosting else parties.actors  # a guest meets with the host
        home, sectors = {actor.country for actor in rulers}, {actor.sector for actor in rulers}
        alone = hosting or (act.type == "AGREE" and syntax.offers(act.token))
        if len(home) != 1 or (act.type in syntax.TOGETHER and not alone and parties.abroad):
            return None
        official = sectors <= (_ESTABLISHED if act.type in syntax.WORDS else OFFICIAL)
        official = (official and _said(act, parties)) or (sectors <= OFFICIAL and act.type in _RULING)
        policing = act.type == "ASSAULT" and sectors <= _POLICING
        leaving = act.type == "RETREAT" and syntax.resigns(act.token)
        trying = act.type == "MOBILIZE" and syntax.tries(act.token) and sectors <= OFFICIAL | {"MIL"}
        joining = act.type == "COOPERATE" and sectors == {"GOV"} and not parties.foreign
        joining = joining or (act.type == "AID" and act.token.lemma_ in _SHELTERING and sectors <= OFFICIAL)
        compatriots = parties.domestic and (sectors <= OFFICIAL or act.type in syntax.WORDS)
        if official or policing or leaving or trying or joining or compatriots:
            return self._within(rulers[0]) or _country(home.pop(), "done at home")
        return None

    def _within(self, actor: Actor) -> Place | None:
        """The place that a party's own name gives it: "a court in X", "police in X"."""
        told = [
            actor.span,
            *(each.span for each in self._actors if each.name == actor.name and _HOUSE.search(actor.name)),
        ]
        for span in told:
            for each in self._located:
                if each.mention.locative and span.start < each.mention.locative_at <= span.end + 1:
                    return replace(each.place, basis=f"seat of {actor.name}: {each.place.name}")
        return None

    def _near(self, sentence: Span) -> str | None:
        return where.focus_near(self._document.text, self._located, sentence.start)

    def _around(self, sentence: Span) -> Place | None:
        """The country that the text around is about, when the report as a whole is about another."""
        code = self._near(sentence)
        return None if self._focus and code == self._focus.country else _country(code, "what the text around is about")


def _said(act: Act, parties: Sides) -> bool:
    """Whether an act is one of words, so that it is where they are said."""
    armed = bool(parties.actors) and all(actor.sector in FIGHTING for actor in parties.actors)
    return act.type in syntax.WORDS and not (act.type == "SUPPORT" and syntax.fielded(act.token, armed))


def _parties(act: Act, mentions: Sequence[Mention]) -> Sides:
    struck = act.recipients if act.type == "ASSAULT" or act.token.lemma_ in ("visit", "tour") else ()
    barred = tuple(m.actor.span for n, m in enumerate(mentions) if not m.place and n not in struck)
    actors, recipients = (tuple(mentions[n].actor for n in side) for side in (act.actors, act.recipients))
    return Sides(actors, recipients, barred)


def _country(code: str | None, basis: str) -> Place | None:
    entry = where.gazetteer().country(code) if code else None
    return entry.place(basis) if entry else None


def _is_seat(place: Place) -> bool:
    capital = where.gazetteer().capital(place.country) if place.country else None
    return capital is not None and capital.name == place.name


def _key(actor: Actor) -> str:
    return actor.id or f"{actor.name}/{actor.country}"


def _state(actor: Actor) -> bool:
    """Whether a party is a whole country: it speaks in many places."""
    return where.country_of(actor.name) is not None or not actor.sector


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end
