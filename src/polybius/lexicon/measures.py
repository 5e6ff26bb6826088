"""Nouns that count or gather people and stand for them: "a group of tourists" are tourists."""

from __future__ import annotations

MEASURES = frozenset(
    "group number crowd dozens hundreds thousands tens scores handful couple majority minority band series pair trio bunch most some "
    "half third quarter wave rest lot lots variety".split()
)
