"""Polybius reads news reports and writes down who did or said what to whom, when, where, and on whose word.

>>> import polybius
>>> coder = polybius.Coder()
>>> coded = coder.code(polybius.Document(text="France agreed to host talks with Iran."))
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from polybius.model import Actor, Coded, Document, Event, Place, Span, When
from polybius.version import __version__

if TYPE_CHECKING:
    from polybius.pipeline import Coder
    from polybius.store import open


__all__ = ["Actor", "Coded", "Coder", "Document", "Event", "Place", "Span", "When", "__version__", "open"]

_LATE = {"Coder": "polybius.pipeline", "open": "polybius.store"}  # loaded at first use: importing stays fast


def __getattr__(name: str) -> Any:
    if name in _LATE:
        return getattr(importlib.import_module(_LATE[name]), name)
    raise AttributeError(f"module 'polybius' has no attribute {name!r}")
