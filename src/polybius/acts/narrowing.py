"""Of all patterns of one word, those for which a sentence has the other words that they need.

"Be" alone sets off some hundreds of patterns, of which a sentence leaves one or two: they are found by a word that they need, not tried in turn.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from functools import cached_property

from polybius.acts.patterns import Pattern


class Narrowing:
    """Patterns by what they need, and which of them a sentence may hold."""

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        self._needs = [pattern.needs for pattern in patterns]

    @cached_property
    def _by_word(self) -> dict[str, list[int]]:
        """Positions of patterns by each word of the smallest set of which they need one."""
        out: dict[str, list[int]] = {}
        for position, needs in enumerate(self._needs):
            for word in min(needs, key=len, default=()):
                out.setdefault(word, []).append(position)
        return out

    @cached_property
    def _free(self) -> Sequence[int]:
        """Those that need nothing."""
        return [position for position, needs in enumerate(self._needs) if not needs]

    def possible(self, words: Set[str]) -> list[int]:
        """Positions of the patterns that may match in a sentence of these words, in order."""
        found = set(self._free)
        for word in self._by_word.keys() & words:
            found.update(self._by_word[word])
        return sorted(p for p in found if not any(need.isdisjoint(words) for need in self._needs[p]))
