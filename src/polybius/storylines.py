"""Links incidents that belong together over days or months: the same parties, soon after, about the same things."""

from __future__ import annotations

import hashlib
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

GAP = timedelta(days=21)  # between two incidents of one storyline that follow each other
LIKE = 0.16  # weighted share of words in common from which an incident continues a storyline
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
    told = [_Told(p, p.day or date.min, words[p.incident], sum(weights[w] for w in words[p.incident])) for p in dated]
    open_ = _Open()
    made: list[_Line] = []
    for one in told:
        best = _best(one, open_.near(one), weights)
        if best is None:
            best = _Line(len(made))
            made.append(best)
        best.take(one)
        open_.add(one)
    lines = [line.parts for line in made if len(line.parts) >= FEWEST]
    return [Storyline([t.part for t in line], _title(line, weights)) for line in lines]


@dataclass(slots=True, eq=False)
class _Told:
    """A part, its day, its words, what they weigh together, and where it stands in which storyline."""

    part: Part
    day: date
    words: frozenset[str]
    weight: int
    line: _Line = field(default_factory=lambda: _Line(-1))
    position: int = 0

    def goes_on(self, day: date) -> bool:
        """Whether an incident of a day, or one of a later day, may still follow this one."""
        return day - self.line.last <= GAP and len(self.line.parts) - self.position <= RECENT


@dataclass(slots=True, eq=False)
class _Line:
    """A storyline under way; ``number`` counts them as they began."""

    number: int
    parts: list[_Told] = field(default_factory=list)
    last: date = date.min

    def take(self, told: _Told) -> None:
        """Adds an incident."""
        told.line, told.position = self, len(self.parts)
        self.parts.append(told)
        self.last = told.day


class _Open:
    """Incidents of storylines that may go on, by their parties and words.

    Two incidents are alike only when they share half of their parties, and a word or the place: the rest doesn't reach LIKE.
    """

    def __init__(self) -> None:
        self._told: dict[frozenset[str], dict[str, list[_Told]]] = defaultdict(dict)
        self._near: dict[frozenset[str], list[frozenset[str]]] = {}
        self._holding: dict[str, list[frozenset[str]]] = defaultdict(list)

    def near(self, told: _Told) -> list[_Told]:
        """Those that may be alike, not long ago; of the oldest storyline first, each once."""
        keys, parties = _keys(told), told.part.countries
        found: set[_Told] = set()
        for others in self._near[parties] if parties in self._near else self._neighbours(parties):
            held = self._told[others]
            for key in keys & held.keys():
                held[key][:] = [other for other in held[key] if other.goes_on(told.day)]
                found.update(held[key])
        return sorted(found, key=lambda other: (other.line.number, other.position))

    def add(self, told: _Told) -> None:
        """Notes an incident."""
        held = self._told[told.part.countries]
        for key in _keys(told):
            held.setdefault(key, []).append(told)

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


def _keys(told: _Told) -> frozenset[str]:
    """A part's words and its place, marked as one."""
    return told.words | {f"@{told.part.place}"} if told.part.place is not None else told.words


def _stems(sentence: str) -> frozenset[str]:
    return frozenset(w.lower()[:7] for w in _WORD.findall(sentence) if w.lower() not in _COMMON)


def _weights(told: Sequence[frozenset[str]]) -> dict[str, int]:
    """How much a word tells, in millionths: rare words more than frequent ones. Whole numbers add up alike in any order."""
    counts = Counter(w for words in told for w in words)
    return {w: round(1e6 * math.log(1 + len(told) / n)) for w, n in counts.items()}


def _best(told: _Told, others: Iterable[_Told], weights: dict[str, int]) -> _Line | None:
    """The storyline of the incident that is most like; of equals the oldest."""
    best, best_fit = None, LIKE
    for other in others:
        fit = _like(told, other, weights)
        if fit > best_fit or (best is None and fit == best_fit):
            best, best_fit = other.line, fit
    return best


def _like(one: _Told, other: _Told, weights: dict[str, int]) -> float:
    """Words in common by weight, with something for the same place, contexts and parties, of which half are the same."""
    a, b = one.part, other.part
    parties = len(a.countries & b.countries) / len(a.countries | b.countries)
    common = sum([weights[w] for w in one.words & other.words])
    union = one.weight + other.weight - common
    like = (common / union if union else 0.0) + 0.06 * parties
    if a.place is not None and a.place == b.place:
        like += 0.08
    if a.contexts and b.contexts:
        like += 0.06 if a.contexts == b.contexts else 0.06 * len(a.contexts & b.contexts) / len(a.contexts | b.contexts)
    return like


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
