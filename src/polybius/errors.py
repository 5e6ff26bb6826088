"""Errors that say what went wrong, where, and how to mend it."""

from __future__ import annotations


class PolybiusError(Exception):
    """Base of all errors that a user can mend: ``what``, ``where`` it was found and how to ``mend`` it."""

    def __init__(self, what: str, where: str = "", mend: str = "") -> None:
        self.what, self.where, self.mend = what, where, mend
        super().__init__(what, where, mend)

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        return f"{place}{self.what}" + (f" ({self.mend})" if self.mend else "")


class InputError(PolybiusError):
    """A document or a source of documents that can't be read."""


class ArgumentError(PolybiusError, ValueError):
    """What a function can't answer as it was called."""


class LexiconError(PolybiusError):
    """A lexicon file that breaks its schema; ``where`` is file:line."""


class OutputError(PolybiusError):
    """Results that can't be written where they should go."""


class StoreError(PolybiusError):
    """A store that can't be opened or used."""


class ModelError(PolybiusError):
    """A language model that is missing or of the wrong kind."""
