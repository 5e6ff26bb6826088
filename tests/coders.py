"""One model and one lexicon a run, whatever a test wants told."""

from __future__ import annotations

import copy
from functools import cache

from polybius import Coder


@cache
def coder(least: float | None = None) -> Coder:
    """A coder that tells events from ``least`` on, without it as users have it. Loading costs seconds, and only the limit differs."""
    made = copy.copy(_loaded())
    made.min_confidence = least
    return made


@cache
def _loaded() -> Coder:
    return Coder()
