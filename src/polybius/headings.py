"""Titles of storylines: who, and about what in the storyline's own words.

No sentence is parsed here, as stores are joined without a language model: what a noun is shows by where it stands.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from polybius.lexicon import countries

STEM = 7  # letters by which words are the same
PARTIES = 3  # named at most
READ = 16  # sentences at most, spread over a storyline: titles are made anew at each join
LONGEST = 3  # words of a phrase
OF_NOUNS, OF_NAMES = (
    1.6,
    1.2,
)  # how much more a phrase weighs that stands as nouns do, or has capitals within a sentence
_TOKEN = re.compile(r"[^\W\d_](?:[\w'\u2019-]*\w)?|[^\w\s]|\d[\d,.]*")
_POSSESSIVE = re.compile(r"['\u2019]s?$")
# Words that stand before nouns. "To" isn't one of them: verbs stand behind it.
_LEADING = frozenset(
    """a an the its his her their this that these those any no every another of on over against in for by about with from after before at
    into between under during amid""".split()
)
_COMMON = _LEADING | frozenset(
    """and or but nor so than as to up out off down also only just still even most much many more less some all both each other others own same
    such few very too not never ever again once already yet near far long ago back away together apart today tomorrow yesterday now then
    soon later earlier overnight when while where which who whom whose what why how because since until through around without within along
    across among if whether though although unless like there here i you he she it we they him them us me my your our himself itself
    themselves is are was were be been being am has have had having do does did done will would can could may might must shall should
    gave give given gives took take taken takes held hold holds told tell tells made make makes met meet meets went go gone goes came come
    comes sent send sends left leave leaves kept keep keeps lost won win fell fall rose rise sank sunk fought broke broken brought bring built
    began begun begin became become said say says saying spoke speak spoken wrote written saw seen see knew know known thought think found find
    felt feel heard put set let led paid spent stood sat ran flew drew grew chose swore hit cut shut quit got get gets showed shown met
    adding allowing asking calling citing clearing continuing demanding doing facing following forcing getting giving going harming
    helping including keeping killing leaving letting making offering ordering paying putting receiving saying seeking sending setting showing
    taking telling threatening trying urging using visiting wanting warning working insist insists meant mean means follow follows aside commits hopes vows urges warns calls asks wants
    one two three four five six seven eight nine ten eleven twelve dozen dozens hundred hundreds thousand thousands million billion
    first second third last next new old former late early several half further outside inside agreed freed guaranteed joint temporary
    side sides act acts effort efforts matter matters tonnes others
    day days week weeks month months year years hour hours time times morning evening night
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december
    mr mrs ms sir dr gen col lt sen rep president minister ministers government governments country countries official officials leader leaders
    spokesman spokeswoman foreign prime ministry state states secretary people person man men woman women reported statement according counterpart counterparts thing
    things way ways part parts""".split()
)
_DONE = re.compile(r"(?<!e)ed$|ly$", re.IGNORECASE)  # verbs of the past and adverbs
_NOT_DONE = frozenset(
    "armed united unmanned bed red shed family assembly supply rally ally anomaly monopoly reply".split()
)


@dataclass(slots=True)
class _Phrase:
    """Some words that follow one another, by their stems."""

    within: set[int] = field(default_factory=set)  # numbers of the sentences that hold it
    said: dict[str, int] = field(default_factory=dict)  # how often each way of writing it
    nouns: bool = False  # it ends where nouns end, behind what leads to nouns
    capitals: bool = False  # it has them within a sentence

    @property
    def is_name(self) -> bool:
        """Whether it is always written with capitals."""
        return self.capitals and not any(words.islower() for words in self.said)

    @property
    def is_shared(self) -> bool:
        """Whether sentences share it, and it is no adjective or verb."""
        return len(self.within) > 1 and (self.nouns or self.is_name)


@dataclass(frozen=True, slots=True)
class _Naming:
    """Words of the parties that a title names anyhow, in small letters."""

    all: frozenset[str]
    before_nouns: frozenset[str]  # adjectives only: verbs stand behind names


class _Word(NamedTuple):
    """A word as a title may say it."""

    text: str  # without what tells that it owns
    small: str
    stem: str
    capital: bool
    tells: bool  # whether it tells something, whoever the parties are


class _Run(NamedTuple):
    """Words that stand together with nothing common between them."""

    words: list[_Word]
    nouns: bool  # what comes before leads to nouns
    opens: bool  # its first word is its sentence's first, where every word has a capital


Stems = tuple[str, ...]


def title(parties: Sequence[str], sentences: Sequence[str], weight: Callable[[str], float]) -> str:
    """ "France and Iran: sugar talks": the parties, by their codes, and what most of the sentences share.

    ``weight`` says how rare a stem is among all that a store holds.
    """
    shown = parties[:PARTIES]
    names = frozenset(word for code in shown for word in countries.names_of(code))
    adjectives = frozenset(word for code in shown for word in countries.adjectives_of(code))
    naming = _Naming(names | adjectives, adjectives - names)
    told = list(dict.fromkeys(sentences))
    spread = told[:: math.ceil(len(told) / READ)] if told else []
    matter = _matter(spread, naming, weight)
    return ": ".join(part for part in (_listed([_name(code) for code in shown]), ", ".join(matter)) if part)


def _name(code: str) -> str:
    return countries.names().get(code) or countries.BEYOND.get(code, code)


def _listed(names: Sequence[str]) -> str:
    return " and ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)


def _matter(sentences: Sequence[str], naming: _Naming, weight: Callable[[str], float]) -> list[str]:
    """The phrases that most of the sentences share and little else does."""
    told = [list(_runs(sentence, naming)) for sentence in sentences]
    for words in (_shared(told), None):  # the few phrases from which one is mostly chosen, then all
        phrases = _phrases(told, words)
        weigh = {stems: _weight(phrase, stems, weight) for stems, phrase in phrases.items()}
        best = sorted(
            weigh, key=lambda stems: (len(phrases[stems].within) == 1, -weigh[stems], stems)
        )  # what two share first
        # Names of persons are mostly those of the parties' leaders: what it is about is asked for first.
        chosen = [s for s in best if phrases[s].nouns and not phrases[s].is_name][:1]
        if chosen:
            break
    taken = {word for stems in chosen for word in stems}
    chosen += [s for s in best if phrases[s].is_shared and not taken & set(s)][:1]
    return [_said(phrases[stems].said) for stems in chosen or best[:1]]


def _shared(told: Sequence[Sequence[_Run]]) -> frozenset[str]:
    """The stems that more than one sentence has."""
    counts = Counter(stem for runs in told for stem in {word.stem for run in runs for word in run.words})
    return frozenset(stem for stem, sentences in counts.items() if sentences > 1)


def _phrases(told: Sequence[Sequence[_Run]], words: frozenset[str] | None) -> dict[Stems, _Phrase]:
    """All phrases of the sentences' runs; with ``words`` only those made of these stems, and those that end where nouns end."""
    phrases: dict[Stems, _Phrase] = defaultdict(_Phrase)
    for number, runs in enumerate(told):
        for run in runs:
            _note(run, number, phrases, words)
    return phrases


def _weight(phrase: _Phrase, stems: Stems, weight: Callable[[str], float]) -> float:
    rare = sum(math.sqrt(weight(s)) for s in stems)
    return len(phrase.within) * rare * (OF_NOUNS if phrase.nouns else OF_NAMES if phrase.is_name else 1.0)


def _runs(sentence: str, naming: _Naming) -> Iterator[_Run]:
    """The runs of a sentence."""
    run: list[_Word] = []
    leads = opens = True  # subjects begin sentences
    for found in _TOKEN.findall(sentence):
        word = _looked_at(found)
        small = word.small
        owns = len(word.text) < len(found)
        tells = word.tells and small not in naming.all and small.removesuffix("s") not in naming.all
        if tells:
            run.append(word)
        if not tells or owns:  # "the court's ruling": one phrase ends, another is led to
            if run:
                yield _Run(run, leads, opens)
            run, leads, opens = [], owns or small in _LEADING or small in naming.before_nouns, False
    if run:
        yield _Run(run, leads, opens)


@lru_cache(maxsize=50_000)
def _looked_at(word: str) -> _Word:
    """What is to be known of a word. Words come again: kept, as whole stores are read."""
    plain = _POSSESSIVE.sub("", word)
    small = plain.lower()
    return _Word(plain, small, small[:STEM], plain[:1].isupper(), plain[:1].isalpha() and not _is_common(plain))


def _is_common(word: str) -> bool:
    small = word.lower()
    short = len(word) < (2 if word[:1].isupper() else 3)
    return short or small in _COMMON or (small not in _NOT_DONE and _DONE.search(small) is not None)


def _note(run: _Run, number: int, phrases: dict[Stems, _Phrase], words: frozenset[str] | None) -> None:
    """Notes the phrases of a run; small letters before a name are no part of it."""
    told = run.words
    for start, first in enumerate(told):
        if words is not None and first.stem not in words and not (run.nouns and start + LONGEST >= len(told)):
            continue  # no phrase that begins here is asked for
        part: list[_Word] = []
        known = True
        for word in told[start : start + LONGEST]:
            if word.capital and not first.capital:
                break
            part.append(word)
            known = known and (words is None or word.stem in words)
            nouns = run.nouns and start + len(part) == len(told)
            if known or nouns:
                phrase = phrases[tuple([w.stem for w in part])]
                phrase.within.add(number)
                words_said = " ".join([w.text for w in part])
                phrase.said[words_said] = phrase.said.get(words_said, 0) + 1
                phrase.nouns |= nouns
                phrase.capitals |= all(w.capital for w in part) and not (run.opens and start == 0)


def _said(said: Mapping[str, int]) -> str:
    """The most usual way of writing it; with small letters where these are used too, since sentences begin with capitals."""
    most = min(said, key=lambda words: (-said[words], words))
    return most.lower() if most.lower() in said else most
