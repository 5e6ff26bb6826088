"""Links incidents that belong together over days or months: the same parties, soon after, about the same things."""

from __future__ import annotations

import hashlib
import re
from array import array
from collections import Counter, OrderedDict, defaultdict, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from itertools import chain
from sys import intern

import numpy as np

from polybius import headings
from polybius.likeness import Numbers, Standing, Words

GAP = timedelta(days=21)  # between two incidents of one storyline that follow each other
LIKE = 0.16  # weighted share of words in common, and what is added to it, from which an incident continues a storyline
FEWEST = 3  # incidents that make a storyline
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
    words = Words(_stems(p.sentence) for p in dated)
    open_ = _Open(dated, words)
    made: list[_Line] = []
    for number in range(len(dated)):
        line = open_.best(number)
        if line is None:
            line = _Line(len(made))
            made.append(line)
        open_.add(number, line)
    lines = [line.parts for line in made if len(line.parts) >= FEWEST]
    return [_storyline(line, dated, words) for line in lines]


@dataclass(slots=True, eq=False)
class _Line:
    """A storyline under way; ``number`` counts them as they began."""

    number: int
    parts: list[int] = field(default_factory=list)  # numbers of its incidents
    places: deque[int] = field(default_factory=deque)  # where the newest of them stand, the oldest first
    last: date = date.min


class _Open:
    """Incidents of storylines that may go on: the newest of those that aren't long past.

    Two incidents are alike only when they share half of their parties.
    """

    def __init__(self, parts: Sequence[Part], words: Words) -> None:
        self._parts = parts
        towns: dict[str, int] = {}
        of_each = array("i", [-1 if p.place is None else towns.setdefault(p.place, len(towns)) for p in parts])
        self._standing = Standing(words, of_each, [p.contexts for p in parts])
        self._neighbours = _Neighbours()
        self._held: dict[frozenset[str], _Held] = defaultdict(_Held)  # by parties
        self._lines: OrderedDict[_Line, None] = OrderedDict()  # those that may go on, by their last day

    def best(self, number: int) -> _Line | None:
        """The storyline of the open incident that is most like; of equals the oldest."""
        part = self._parts[number]
        self._close(part.day or date.min)
        near = [(self._held[parties], share) for parties, share in self._neighbours.of(part.countries)]
        met = [(held, share) for held, share in near if held.lines]
        if not met:
            return None
        like = self._standing.like(number, [held.places for held, _ in met], [share for _, share in met])
        if (most := like.max()) < LIKE:
            return None
        lines = list(chain.from_iterable(held.lines for held, _ in met))
        equal: list[int] = np.flatnonzero(like == most).tolist()
        return min((lines[n] for n in equal), key=lambda line: line.number)

    def add(self, number: int, line: _Line) -> None:
        """Notes an incident as the newest of a storyline."""
        part = self._parts[number]
        if len(line.places) == RECENT:
            self._drop(line)
        line.last = part.day or date.min
        self._lines.pop(line, None)
        self._lines[line] = None
        place = self._standing.put(number)
        line.parts.append(number)
        line.places.append(place)
        self._held[part.countries].add(place, line)

    def _close(self, day: date) -> None:
        while self._lines and day - (line := next(iter(self._lines))).last > GAP:
            del self._lines[line]
            while line.places:
                self._drop(line)

    def _drop(self, line: _Line) -> None:
        """Lets the oldest of a storyline's incidents that still stand go."""
        countries = self._parts[line.parts[-len(line.places)]].countries
        place = line.places.popleft()
        self._held[countries].remove(place)
        self._standing.leave(place)


class _Held:
    """Places of incidents, as numbers that are read at once, and the storyline of each; in no order."""

    def __init__(self) -> None:
        self.lines: list[_Line] = []
        self._table = np.zeros(8, dtype=np.intp)  # doubled when it is full
        self._at: dict[int, int] = {}  # where each place stands in it

    @property
    def places(self) -> Numbers:
        """Those of ``lines``."""
        return self._table[: len(self.lines)]

    def add(self, place: int, line: _Line) -> None:
        """Notes an incident of a storyline."""
        at = len(self.lines)
        if at == len(self._table):
            self._table = np.concatenate((self._table, self._table))
        self._table[at], self._at[place] = place, at
        self.lines.append(line)

    def remove(self, place: int) -> None:
        """Lets an incident go: the last one takes its room."""
        at, last = self._at.pop(place), self.lines.pop()
        if at < len(self.lines):
            moved = int(self._table[len(self.lines)])
            self.lines[at], self._table[at], self._at[moved] = last, moved, at


class _Neighbours:
    """Sets of parties, and for each those that share half with it."""

    def __init__(self) -> None:
        self._near: dict[frozenset[str], list[tuple[frozenset[str], float]]] = {}
        self._holding: dict[str, list[frozenset[str]]] = defaultdict(list)

    def of(self, parties: frozenset[str]) -> list[tuple[frozenset[str], float]]:
        """The sets met so far that share half with this one, and the share; it is noted as one of theirs."""
        if parties in self._near:
            return self._near[parties]
        met = dict.fromkeys(other for country in sorted(parties) for other in self._holding[country])
        near = [(other, share) for other in met if (share := len(other & parties) / len(other | parties)) >= 0.5]
        for other, share in near:
            self._near[other].append((parties, share))
        self._near[parties] = [*near, (parties, 1.0)] if parties else []  # who is unknown continues nothing
        for country in parties:
            self._holding[country].append(parties)
        return self._near[parties]


def _stems(sentence: str) -> set[str]:
    stems = set(map(_stem, _WORD.findall(sentence)))
    stems.discard("")
    return stems


@lru_cache(maxsize=100_000)
def _stem(word: str) -> str:
    """What words are the same by; "" for one that tells nothing. Words come again: kept, as whole stores are read."""
    small = word.lower()
    return "" if small in _COMMON else intern(small[: headings.STEM])


def _storyline(line: Sequence[int], parts: Sequence[Part], words: Words) -> Storyline:
    made = Storyline([parts[number] for number in line])
    met = np.unique(np.concatenate([words.of(number) for number in line])).tolist()
    weights = {words.stems[w]: words.weights[w] for w in met}
    least = min(weights.values(), default=0)  # of words too short to be counted
    made.title = headings.title(
        made.countries, [part.sentence for part in made.parts], lambda stem: weights.get(stem, least)
    )
    return made
