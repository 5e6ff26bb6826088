"""How often Python looks for cycles of objects: half a million words of the lexicon and the rows of a batch hold none, and going
through them again and again takes up to a third of the time.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

SELDOM = 1_000_000  # objects made after which Python looks for cycles


@contextmanager
def never() -> Iterator[None]:
    """Cycles are left alone within. A threshold says so, as msgpack's reader switches the collector itself off and on again."""
    with _from(0):
        yield


@contextmanager
def seldom() -> Iterator[None]:
    """Cycles are looked for seldom within: memory stays bounded over whatever is read."""
    with _from(SELDOM):
        yield


@contextmanager
def _from(made: int) -> Iterator[None]:
    usual = gc.get_threshold()
    gc.set_threshold(made, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)
