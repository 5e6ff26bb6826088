"""From acts to records: who vouches, when and where it was, in which context, how sure it is, and what isn't told."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from polybius import dating, placing, ruling, tellers
from polybius.actors import scene
from polybius.acts import confidence, contexts, selection, targets
from polybius.acts.act import Act
from polybius.acts.attribution import is_bare_quotation
from polybius.acts.match import TurnedDown
from polybius.acts.told import ELSEWHERE
from polybius.model import Actor, Coded, Event, Mention, Place, Span, When
from polybius.reading import Sentence
from polybius.stories import Parsed

STATELY = frozenset({"ASSAULT", "MOBILIZE", "SANCTION", "COERCE", "RETREAT", "THREATEN"})  # what peoples do as states
PROMISES = frozenset({"AGREE", "CONCEDE"})
COMPARING = frozenset({"against", "versus", "than"})
_THE_PEOPLE = re.compile(r"the \w+", re.IGNORECASE)


class Keeper:
    """Turns what was found in one document into events, sentence by sentence: days and places go by those told before."""

    def __init__(self, parsed: Parsed, lexicon: dating.Terms) -> None:
        named = [m.actor for s in parsed.mentions for m in s]
        self._parsed, self._sentences = parsed, parsed.reading.sentences
        self._clock = dating.Clock(parsed.document, named, lexicon)
        self._locator = placing.Locator(parsed.document, named)
        self._spoken = [contexts.in_sentence(s.plain) for s in self._sentences]
        self._widely = contexts.of_document(self._spoken)

    def coded(self, least: float | None) -> Coded:
        """All events of at least that confidence; None keeps also what the codebook's rules refuse, however sure."""
        events: list[Event] = []
        speaker: Actor | None = None
        for number, (sentence, found) in enumerate(zip(self._sentences, self._parsed.acts, strict=True)):
            quoting = speaker if is_bare_quotation(sentence.plain) else None
            events += self._events(number, quoting, least)
            if found.speaker is not None:
                speaker = self._parsed.mentions[number][found.speaker].actor
            elif quoting is None and not sentence.plain.startswith('"'):
                speaker = None
        document = self._parsed.document
        told = tuple(selection.distinct(events, document.text))
        return Coded(document, tuple(s.span for s in self._sentences), told, endless=self._parsed.reading.endless)

    def _events(self, number: int, quoting: Actor | None, least: float | None) -> list[Event]:
        """The events of one sentence; ``quoting`` speaks where it is a quotation and nothing else."""
        found, mentions, sentence = self._parsed.acts[number], self._parsed.mentions[number], self._sentences[number]
        out = []
        for read, chain in zip(found.acts, found.vouchers, strict=True):
            act = selection.without_nobody(read, mentions)
            reason = selection.refused(act, mentions) if least is not None else ""
            known = mentions
            if reason == selection.NO_COUNTRY or (not reason and targets.befalls_inhabitants(act, mentions)):
                known = self._of_the_scene(sentence, act, mentions)
            elif reason == selection.NO_ACTOR:
                act, known = ruling.gathered(act, mentions, self._scene(sentence, act, mentions), sentence.span.start)
            if reason and (known == mentions or selection.refused(act, known)):
                continue
            event = selection.captured(self._event(number, act, chain, known, quoting))
            if least is not None and event.confidence < least:
                reason = f"its confidence of {event.confidence} is below {least}"
                found.turned_down.append(TurnedDown(act.match.frame.id, act.match.pattern.text, act.token, reason))
                continue
            evidence = contexts.of_act(event, act.match.frame.contexts, self._spoken[number], self._widely)
            reasons = tuple(f"context {c}: {e}" for c, e in evidence.items())
            out.append(replace(event, contexts=tuple(evidence), why=(*event.why, *reasons)))
        return out

    def _of_the_scene(self, sentence: Sentence, act: Act, mentions: list[Mention]) -> list[Mention]:
        """The mentions of a sentence with the country of where an act was for those of its parties that have none and are at home there."""
        place = self._scene(sentence, act, mentions)
        guessed = place is None or place.country is None or place.basis.startswith(targets.GUESSED)
        if place is not None and ruling.is_where_to(act, mentions, place):
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
            here = ruling.held_there(act, here, country)
        return here if guessed else ruling.crowd(act, here, country)

    def _scene(self, sentence: Sentence, act: Act, mentions: list[Mention]) -> Place | None:
        """Where an act was, as far as its sentence and those before tell."""
        offset = sentence.span.start
        modifiers = [Span(offset + a, offset + b) for a, b in _modifiers(act.token, act.match.support)]
        return self._locator.place(sentence.span, act, act.status, modifiers, mentions, remember=False)[0]

    def _event(self, number: int, act: Act, chain: list[int], mentions: list[Mention], quoting: Actor | None) -> Event:
        """One event record from one act of a sentence; ``chain``: on whose word, the nearest first."""
        sentence, offset = self._sentences[number], self._sentences[number].span.start
        trigger = Span(offset + act.token.idx, offset + act.token.idx + len(act.token))
        vouching = [mentions[p] for p in chain if p not in act.actors or len(chain) == 1]
        attribution = vouching[0].actor if vouching else quoting
        moment, status, reasons = self._dated(number, act, mentions, trigger)
        modifiers = _within(offset, _modifiers(act.token, act.match.support))
        place, place_reason = self._locator.place(sentence.span, act, status, modifiers, mentions)
        ground = None if tellers.is_far(vouching, place) else place
        act, mentions = _whom_it_befell(*ruling.by_rulers(act, mentions, place, offset), ground, offset)
        why = [*act.why, *_party_reasons(act, mentions), _on_whose_word(vouching, attribution), *reasons, place_reason]
        actors = tuple(_as_acting(mentions[p], act.type) for p in act.actors)
        recipients = _apart(tuple(mentions[p].actor for p in act.recipients))
        return Event(
            _event_id(self._parsed.document.id, trigger, act, actors, recipients),
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
            confidence.of(act, mentions, sentence.headline, len(self._sentences)),
            tuple(w for w in why if w),
        )

    def _dated(
        self, number: int, act: Act, mentions: Sequence[Mention], trigger: Span
    ) -> tuple[When | None, str, tuple[str, str]]:
        """When an act was, the status that this leaves it, and the reasons for both."""
        sentence, doc = self._sentences[number], self._parsed.docs[number]
        offset = sentence.span.start
        moment, when_reason, status = self._clock.date(
            sentence.span,
            trigger,
            _within(offset, _modifiers(act.token, act.match.support)),
            act.status,
            act.token,
            _within(offset, _asides(doc, act.token)),
            _within(offset, dating.backgrounds(doc, act.token, act.match.support)),
        )
        if act.type in PROMISES and act.match.frame.type != act.type:
            moment, when_reason = self._settled(number, act) or (moment, when_reason)
        parties = [mentions[p].actor for p in (*act.actors, *act.recipients)]
        bygone = self._clock.bygone([*parties, *dating.rulers(act.token, mentions)])
        if status == "asserted" and bygone:
            if dating.is_news(sentence.plain):
                moment, when_reason = None, "the report is older than the day given for it"
            else:
                status, bygone = "historical", f"historical: {bygone}"
                moment = None if moment is not None and moment.basis == "publication" else moment
        return moment, status, (when_reason, bygone)

    def _settled(self, number: int, act: Act) -> tuple[When, str] | None:
        """The day of the bargain under which an act will be done, where its own words tell one."""
        bargain = dating.settled_in(act.match.support or act.token)
        if bargain is None:
            return None
        sentence, offset = self._sentences[number].span, self._sentences[number].span.start
        phrase = Span(offset + bargain.left_edge.idx, offset + bargain.right_edge.idx + len(bargain.right_edge))
        word = Span(offset + bargain.idx, offset + bargain.idx + len(bargain))
        found, _ = self._clock.told_of(sentence, word, phrase)
        return (found, f"day of the {bargain.lemma_} under which it will be done") if found is not None else None


def _whom_it_befell(act: Act, mentions: list[Mention], place: Place | None, offset: int) -> tuple[Act, list[Mention]]:
    """An act with the land where it struck, or the last resort, as recipient where it has none."""
    struck = targets.struck(act, mentions, place, offset)
    if struck is not None:
        reason = f"it is of {struck.country}, where it was struck"
        here = mentions[0].sentence if mentions else 0
        found = Mention(here, ELSEWHERE, struck, "noun", False, False, True, why=(reason,))
    elif act.resort is not None and not any(mentions[r].actor.country for r in act.recipients):
        found = act.resort
    else:
        return act, mentions
    return replace(act, recipients=(len(mentions),)), [*mentions, found]


def _on_whose_word(vouching: Sequence[Mention], attribution: Actor | None) -> str:
    if vouching:
        return "on the word of " + ", quoting ".join(v.actor.name for v in vouching)
    return f"quoted words of {attribution.name}" if attribution is not None else ""


def _within(offset: int, ranges: Iterable[tuple[int, int]]) -> list[Span]:
    """Ranges of a sentence's characters as spans of the document."""
    return [Span(offset + start, offset + end) for start, end in ranges]


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
            if _is_told_besides(child):
                continue
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
                last = _before_rules_clause(child) or child.right_edge
                out.append((child.left_edge.idx, last.idx + len(last)))
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


def _before_rules_clause(phrase: Token) -> Token | None:
    """The last word of a phrase with *under* before a clause about the rule that it names, which is older: "under a law *passed in May*"."""
    clause = next((c for c in phrase.subtree if _describes_rule(c)), None) if phrase.lower_ == "under" else None
    return clause.left_edge.nbor(-1) if clause is not None else None


def _describes_rule(clause: Token) -> bool:
    """Whether a clause is about that under which something is done."""
    return clause.dep_ in ("acl", "relcl") and clause.head.dep_ == "pobj" and clause.head.head.lower_ == "under"


def _is_told_besides(clause: Token) -> bool:
    """Whether a clause below a predicate tells of another time: "*although* three came home on Thursday", "*against 9,000* last year"."""
    first = clause.left_edge
    if _compares(clause) or (clause.dep_ == "npadvmod" and first.i and _compares(first.nbor(-1).head)):
        return True
    return clause.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in dating.BESIDES for c in clause.children)


def _compares(phrase: Token) -> bool:
    """Whether a phrase gives a number of another time: "5,000 took part, *against 9,000 last year*"."""
    return phrase.dep_ == "prep" and phrase.lower_ in COMPARING and any(c.pos_ == "NUM" for c in phrase.children)


def _with_its_time(phrase: Token) -> Token:
    """The last word of an aside, with the time behind a comparison that the parser hung on the verb ("against 9,000 *last year*")."""
    last = phrase.right_edge
    behind = (c for c in phrase.head.children if c.dep_ == "npadvmod" and c.left_edge.i == last.i + 1)
    return next((c.right_edge for c in behind if _compares(phrase)), last)


def _asides(doc: Doc, trigger: Token) -> list[tuple[int, int]]:
    """Character ranges of the relative clauses, of those about a rule and of comparisons, in which a predicate doesn't stand and that don't describe it."""
    return [
        (word.left_edge.idx, (last := _with_its_time(word)).idx + len(last))
        for word in doc
        if _compares(word)
        or (
            (word.dep_ == "relcl" or _describes_rule(word))
            and word != trigger
            and not word.is_ancestor(trigger)
            and word.head != trigger
        )
    ]


def _event_id(
    document: str | None, trigger: Span, act: Act, actors: Iterable[Actor], recipients: Iterable[Actor]
) -> str:
    who = (
        "&".join(f"{a.country}{a.sector}@{a.span.start}" for a in actors)
        + ">"
        + "&".join(f"{a.country}@{a.span.start}" for a in recipients)
    )
    digest = hashlib.sha256(f"{document}\x1f{trigger.start}\x1f{act.type}\x1f{who}".encode())
    return f"{document}-{digest.hexdigest()[:10]}"
