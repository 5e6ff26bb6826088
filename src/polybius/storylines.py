"""Links incidents that belong together over days or months: the same parties, soon after, about the same things."""

from __future__ import annotations

import hashlib
import math
import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import accumulate
from sys import intern, maxsize

GAP = timedelta(days=21)  # between two incidents of one storyline that follow each other
LIKE = 0.16  # weighted share of words in common, and what is added to it, from which an incident continues a storyline
SAME_PARTIES, SAME_PLACE, SAME_CONTEXTS = 0.06, 0.08, 0.06  # what is added for each
FEWEST = 3  # incidents that make a storyline
TITLE_WORDS = 3
RECENT = 8  # newest incidents of a storyline that a further one is compared with
_WORD = re.compile(r"[A-Za-z][A-Za-z'-]{3,}")
_COMMON = frozenset(
    """that with from this have which their they were will said been about would after over into also than when while more other some
    what there these those could its before between against during under because should says told year years week month monday tuesday
    wednesday thursday friday saturday sunday president minister government country officials official leader leaders spokesman
    first last three four five seven eight people also only just still even most much many make made take took back both each since
    january february march april june july august september october november december foreign ministry state reported statement
    according called saying added through among around until without within against""".split()
)


@dataclass(frozen=True, slots=True)
class Part:
    """One incident as the linking sees it."""

    incident: str
    day: date | None
    countries: frozenset[str]
    place: str | None
    contexts: frozenset[str]
    sentence: str
    score: float
    documents: int


@dataclass(slots=True)
class Storyline:
    """Incidents that belong together, oldest first."""

    parts: list[Part] = field(default_factory=list)
    title: str = ""

    @property
    def id(self) -> str:
        """Stable: named after its first incident."""
        return "s-" + hashlib.sha256(min(p.incident for p in self.parts).encode()).hexdigest()[:12]

    @property
    def countries(self) -> list[str]:
        """The parties of a quarter of its incidents or more, most frequent first."""
        counts = Counter(c for p in self.parts for c in sorted(p.countries))
        least = max(2, len(self.parts) / 4)
        return [c for c, n in counts.most_common() if n >= least] or [c for c, _ in counts.most_common(2)]


def link(parts: Iterable[Part]) -> list[Storyline]:
    """Storylines of at least FEWEST incidents; the order in which incidents come changes nothing."""
    dated = sorted((p for p in parts if p.day is not None), key=lambda p: (p.day, p.incident))
    words = {p.incident: _stems(p.sentence) for p in dated}
    weights = _weights(list(words.values()))
    rank = {w: n for n, w in enumerate(sorted(weights, key=lambda w: (weights[w], w)))}
    told = []
    for p in dated:
        ranked = sorted(words[p.incident], key=rank.__getitem__)
        told.append(
            _Told(p, p.day or date.min, words[p.incident], ranked, [0, *accumulate(weights[w] for w in ranked)])
        )
    open_ = _Open(weights)
    made: list[_Line] = []
    for one in told:
        line = open_.best(one)
        if line is None:
            line = _Line(len(made))
            made.append(line)
        open_.add(one, line)
    lines = [line.parts for line in made if len(line.parts) >= FEWEST]
    return [Storyline([t.part for t in line], _title(line, weights)) for line in lines]


@dataclass(slots=True, eq=False)
class _Told:
    """A part, its day, its words, and the storyline in which it stands."""

    part: Part
    day: date
    words: frozenset[str]
    ranked: list[str]  # the words, the most frequent first
    weights: list[int]  # what none of them weighs, the first, the first two, and so on
    line: _Line = field(default_factory=lambda: _Line(-1))

    @property
    def weight(self) -> int:
        """What all words weigh together."""
        return self.weights[-1]


@dataclass(slots=True, eq=False)
class _Line:
    """A storyline under way; ``number`` counts them as they began."""

    number: int
    parts: list[_Told] = field(default_factory=list)
    last: date = date.min


@dataclass(slots=True)
class _Held:
    """The open incidents between certain parties, by each of their words and by their place."""

    by_word: dict[str, dict[_Told, None]] = field(default_factory=dict)
    by_place: dict[str, dict[_Told, None]] = field(default_factory=dict)
    lightest: int = maxsize  # weight of the lightest incident that was ever held

    def keys(self, told: _Told) -> Iterator[tuple[dict[str, dict[_Told, None]], str]]:
        """Where an incident between these parties stands."""
        for word in told.words:
            yield self.by_word, word
        if told.part.place is not None:
            yield self.by_place, told.part.place


class _Open:
    """Incidents of storylines that may go on: the newest of those that aren't long past.

    Two incidents are alike only when they share half of their parties, and a word or the place: the rest doesn't reach LIKE.
    """

    def __init__(self, weights: dict[str, int]) -> None:
        self._weights = weights
        self._held: dict[frozenset[str], _Held] = defaultdict(_Held)
        self._near: dict[frozenset[str], list[frozenset[str]]] = {}
        self._holding: dict[str, list[frozenset[str]]] = defaultdict(list)
        self._lines: dict[_Line, None] = {}  # those that may go on, by their last day

    def best(self, told: _Told) -> _Line | None:
        """The storyline of the open incident that is most like; of equals the oldest."""
        self._close(told.day)
        best, best_fit = None, LIKE
        parties = told.part.countries
        for others in self._near[parties] if parties in self._near else self._neighbours(parties):
            for other, common in self._sharing(told, self._held[others], others):
                fit = _like(told, other, common)
                if fit > best_fit or (fit == best_fit and (best is None or other.line.number < best.number)):
                    best, best_fit = other.line, fit
        return best

    def add(self, told: _Told, line: _Line) -> None:
        """Notes an incident as the newest of a storyline."""
        line.parts.append(told)
        line.last, told.line = told.day, line
        self._lines.pop(line, None)
        self._lines[line] = None
        if len(line.parts) > RECENT:
            self._drop(line.parts[-RECENT - 1])
        held = self._held[told.part.countries]
        held.lightest = min(held.lightest, told.weight)
        for index, key in held.keys(told):
            index.setdefault(key, {})[told] = None

    def _close(self, day: date) -> None:
        while self._lines and day - (line := next(iter(self._lines))).last > GAP:
            del self._lines[line]
            for told in line.parts[-RECENT:]:
                self._drop(told)

    def _drop(self, told: _Told) -> None:
        for index, key in self._held[told.part.countries].keys(told):
            del index[key][told]
            if not index[key]:
                del index[key]

    def _sharing(self, told: _Told, held: _Held, parties: frozenset[str]) -> Iterator[tuple[_Told, int]]:
        """Those of the held that may be alike, and what the words weigh that they share.

        What two weigh together times ``share`` is the least that they share if they are alike in another place. The most frequent
        words, which together don't weigh that much, needn't be looked up: who shares nothing else isn't alike.
        """
        least = LIKE - SAME_CONTEXTS - SAME_PARTIES * _jaccard(told.part.countries, parties)
        share = least / (1 + least)
        spare = share * (told.weight + held.lightest) - 1  # less one: what rounding may take
        frequent = max(0, bisect_right(told.weights, spare) - 1)
        there = held.by_place.get(told.part.place or "", {})
        common = dict.fromkeys(there, 0)
        for word in held.by_word.keys() & told.ranked[frequent:]:
            weight = self._weights[word]
            for other in held.by_word[word]:
                common[other] = common.get(other, 0) + weight
        most = told.weights[frequent]
        for other, weight in common.items():
            if weight + most >= share * (told.weight + other.weight) - 1 or other in there:
                passed = told.ranked[:frequent]
                yield other, weight + sum([self._weights[word] for word in passed if word in other.words])

    def _neighbours(self, parties: frozenset[str]) -> list[frozenset[str]]:
        """The sets of parties that share half with this one; it is noted as one of theirs."""
        met = dict.fromkeys(other for country in sorted(parties) for other in self._holding[country])
        near = [other for other in met if 2 * len(other & parties) >= len(other | parties)]
        for other in near:
            self._near[other].append(parties)
        self._near[parties] = [*near, parties] if parties else []  # who is unknown continues nothing
        for country in parties:
            self._holding[country].append(parties)
        return self._near[parties]


def _stems(sentence: str) -> frozenset[str]:
    return frozenset(intern(w.lower()[:7]) for w in _WORD.findall(sentence) if w.lower() not in _COMMON)


def _weights(told: Sequence[frozenset[str]]) -> dict[str, int]:
    """How much a word tells, in millionths: rare words more than frequent ones. Whole numbers add up alike in any order."""
    counts = Counter(w for words in told for w in words)
    return {w: round(1e6 * math.log(1 + len(told) / n)) for w, n in counts.items()}


def _like(one: _Told, other: _Told, common: int) -> float:
    """Words in common by weight, with something for the same place, contexts and parties, of which half are the same."""
    a, b = one.part, other.part
    union = one.weight + other.weight - common
    like = (common / union if union else 0.0) + SAME_PARTIES * _jaccard(a.countries, b.countries)
    if a.place is not None and a.place == b.place:
        like += SAME_PLACE
    if a.contexts and b.contexts:
        like += SAME_CONTEXTS * len(a.contexts & b.contexts) / len(a.contexts | b.contexts)
    return like


def _jaccard(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other)


def _title(told: Sequence[_Told], weights: dict[str, int]) -> str:
    """A title from the storyline's own words: those that most of it shares and little else does."""
    counts: Counter[str] = Counter()
    written: dict[str, Counter[str]] = defaultdict(Counter)
    for one in told:
        counts.update(one.words)
        for word in _WORD.findall(one.part.sentence):
            written[word.lower()[:7]][word] += 1
    ranked = sorted(counts, key=lambda w: (-counts[w] / len(told) * weights[w] ** 0.5, w))
    chosen = [min(written[stem].items(), key=lambda pair: (-pair[1], pair[0]))[0] for stem in ranked[:TITLE_WORDS]]
    return ", ".join(chosen)
