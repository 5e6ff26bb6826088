"""How much one incident is like others, by words, place, contexts and parties: worked out for all of them at once."""

from __future__ import annotations

import math
from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

SAME_PARTIES, SAME_PLACE, SAME_CONTEXTS = 0.06, 0.08, 0.06  # what is added for each to the share of words in common
WIDE = 32  # words of an incident that stand in the first table; most have fewer
_AT_FIRST = 1024  # places of the tables, doubled when they are full
_ONES = np.ones(WIDE)

Numbers = NDArray[np.intp]
Measures = NDArray[np.float64]


class Words:
    """The words of all incidents as numbers, and what each tells: rare words more than frequent ones."""

    def __init__(self, told: Iterable[Iterable[str]]) -> None:
        numbers: defaultdict[str, int] = defaultdict()
        numbers.default_factory = numbers.__len__  # each new word gets the next number
        flat, ends = array("i"), array("q", [0])
        for words in told:
            flat.extend(map(numbers.__getitem__, words))
            ends.append(len(flat))
        self._flat, self._ends = np.asarray(flat, dtype=np.int32), np.asarray(ends, dtype=np.int64)
        counts = np.bincount(self._flat, minlength=len(numbers)).tolist()
        self.stems = list(numbers)
        # In millionths, as whole numbers: they add up alike in any order.
        self.weights = [round(1e6 * math.log(1 + (len(ends) - 1) / n)) for n in counts]
        added = np.concatenate(([0], np.cumsum(np.array(self.weights, dtype=np.int64)[self._flat])))
        self.sums = np.diff(added[self._ends]).astype(np.float64)  # what all words of an incident weigh together
        self.most = int(np.diff(self._ends).max(initial=0))  # the words of the incident that has most

    def of(self, incident: int) -> NDArray[np.int32]:
        """The words of an incident, each once."""
        return self._flat[self._ends[incident] : self._ends[incident + 1]]


class Standing:
    """Some of the incidents, each at a place of its own in tables that are read at once.

    ``towns`` holds a place's number for each incident, or -1; ``contexts`` its contexts.
    """

    def __init__(self, words: Words, towns: Sequence[int], contexts: Sequence[frozenset[str]]) -> None:
        self._words, self._towns = words, towns
        kinds: dict[frozenset[str], int] = {}
        self._kinds = array("i", [kinds.setdefault(c, len(kinds)) for c in contexts])
        self._contexts, self._fits = list(kinds), dict[int, Measures]()
        self._nothing = len(words.weights)  # the number of no word
        self._weights = np.array([*words.weights, 0], dtype=np.float64)
        self._mine = np.zeros_like(self._weights)  # what each word weighs that the incident to be compared has
        self._first = np.full((_AT_FIRST, WIDE), self._nothing, dtype=np.intp)
        self._rest = np.full((_AT_FIRST, max(0, words.most - WIDE)), self._nothing, dtype=np.intp)
        self._long = np.zeros(_AT_FIRST, dtype=np.bool_)  # whether an incident has words in the second table
        self._sums = np.zeros(_AT_FIRST)
        self._town, self._kind = np.zeros(_AT_FIRST, dtype=np.int32), np.zeros(_AT_FIRST, dtype=np.int32)
        self._free = list(range(_AT_FIRST))

    def put(self, incident: int) -> int:
        """Gives an incident a place, which it returns."""
        if not self._free:
            self._grow()
        place, words = self._free.pop(), self._words.of(incident)
        self._first[place], self._rest[place] = self._nothing, self._nothing
        self._first[place, : len(words)] = words[:WIDE]
        self._rest[place, : max(0, len(words) - WIDE)] = words[WIDE:]
        self._long[place], self._sums[place] = len(words) > WIDE, self._words.sums[incident]
        self._town[place], self._kind[place] = self._towns[incident], self._kinds[incident]
        return place

    def leave(self, place: int) -> None:
        """Makes a place free for another."""
        self._free.append(place)

    def like(self, incident: int, places: Sequence[Numbers], shares: Sequence[float]) -> Measures:
        """How much an incident is like those at certain places, which come with the share of its parties that they have: the weighted share of
        words in common, and something for the same parties, place and contexts.
        """
        all_ = places[0] if len(places) == 1 else np.concatenate(places)
        common = self._common(incident, all_)
        union = self._sums.take(all_)
        union += self._words.sums[incident]
        union -= common
        union[union == 0] = 1  # neither has words
        like: Measures = np.divide(common, union, out=common)
        start = 0
        for part, share in zip(places, shares, strict=True):
            like[start : start + len(part)] += SAME_PARTIES * share
            start += len(part)
        if self._towns[incident] >= 0:
            like += SAME_PLACE * (self._town.take(all_) == self._towns[incident])
        like += self._fit(self._kinds[incident]).take(self._kind.take(all_))
        return like

    def _common(self, incident: int, places: Numbers) -> Measures:
        """What the words weigh together that an incident shares with others."""
        words = self._words.of(incident)
        self._mine[words] = self._weights[words]
        # The product with ones adds up rows three times as fast as their sum.
        common: Measures = self._mine.take(self._first.take(places, 0)) @ _ONES
        long = self._long.take(places).nonzero()[0]
        if len(long):
            common[long] += self._mine.take(self._rest.take(places[long], 0)).sum(1)
        self._mine[words] = 0
        return common

    def _fit(self, kind: int) -> Measures:
        """What is added for contexts, by the number of the other's contexts."""
        if kind not in self._fits:
            mine = self._contexts[kind]
            self._fits[kind] = np.array(
                [SAME_CONTEXTS * len(mine & c) / len(mine | c) if mine and c else 0.0 for c in self._contexts]
            )
        return self._fits[kind]

    def _grow(self) -> None:
        """Twice as many places."""
        size = len(self._sums)
        self._free.extend(range(size, 2 * size))
        for name in ("_first", "_rest", "_long", "_sums", "_town", "_kind"):
            table = getattr(self, name)
            setattr(self, name, np.concatenate((table, np.zeros_like(table))))
