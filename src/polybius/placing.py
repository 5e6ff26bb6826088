"""Places the events of one document: its places are located once, an event takes the one its clause names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property

from polybius import where
from polybius.model import Actor, Document, Place, Span


class Locator:
    """Finds the place of each event of one document. Nothing is looked up before the first event asks."""

    def __init__(self, document: Document, actors: Iterable[Actor]) -> None:
        self._document = document
        self._actors = list(actors)

    @cached_property
    def _located(self) -> list[where.Located]:
        countries = Counter(a.country for a in self._actors if a.country)
        known = {c: n for c, n in countries.items() if c is not None}
        return where.locate(self._document.text, self._document.title or "", known)

    @cached_property
    def _focus(self) -> Place | None:
        return where.focus(self._document.text, self._located)

    def place(
        self, sentence: Span, trigger: Span, modifiers: Sequence[Span], parties: Sequence[Span]
    ) -> tuple[Place | None, str]:
        """Where an act took place and the reason."""
        return where.event_where(self._document.text, sentence, trigger, modifiers, parties, self._located, self._focus)
