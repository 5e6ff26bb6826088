"""What one frame reports in a sentence, and the kinds of types that rules speak of."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from polybius.acts.match import Match
from polybius.model import Mention

RECIPROCAL = frozenset({"CONSULT", "AGREE", "COOPERATE", "ASSAULT", "SUPPORT"})
VERBAL = frozenset({"AGREE", "CONSULT", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})


@dataclass(frozen=True, slots=True)
class Act:
    """What one frame reports, before it becomes an event. Parties are positions of mentions' head words."""

    match: Match
    type: str
    mode: str | None
    actors: tuple[int, ...]
    recipients: tuple[int, ...]
    status: str
    why: tuple[str, ...]
    speaker: int | None = None
    weight: float = 0.0
    share: float | None = None  # the judge's for this type
    befalls: float | None = None  # the judge's for this type, whoever does it
    happened: float | None = None  # the judge's for "asserted"
    readings: int = 0  # how many judges have read its sentence
    guessed: bool = False  # a side is whom a judge takes from the sentence before, or with whom the doer deals there
    resort: Mention | None = None  # whom it befalls where no place tells whose they are

    @property
    def token(self) -> Token:
        """The word that reports the act."""
        return self.match.token
