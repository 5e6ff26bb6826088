"""Who says "I" and "we": whose words a quotation gives, in its own sentence or in those before it that it goes on from."""

from __future__ import annotations

from polybius.actors import natures
from polybius.actors.antecedents import Candidate, Offered

GOES_ON = 4  # sentences that words told behind a colon without quotation marks may go on for ("She told the council: We condemn it.")


class Voice:
    """Whose words were told last, while nobody else has spoken."""

    def __init__(self) -> None:
        self._speaker: Candidate | None = None
        self._unmarked = 0  # how many more sentences may go on with words that no quotation marks enclose

    def of(self, here: Offered, at: int) -> tuple[Candidate | None, int]:
        """Whose word stands at ``at`` of the sentence that is read, and how many sentences back who speaks was named."""
        colon = _colon(here)
        if here.quoted[at] or 0 <= colon < at:
            meant, speaks = _speaker(here, colon)
            if speaks or not _is_all_quoted(here):
                return meant, 0
            return self._speaker, 1
        return (self._speaker, 1) if self._unmarked and not _has_marks(here) else (None, 0)

    def keep(self, here: Offered) -> None:
        """Notes who spoke in the sentence just read."""
        colon = _colon(here)
        meant, speaks = _speaker(here, colon)
        if speaks:
            self._speaker, self._unmarked = meant, GOES_ON if colon >= 0 else 0
        elif self._unmarked and not _has_marks(here):
            self._unmarked -= 1
        elif not _is_all_quoted(here):
            self._speaker, self._unmarked = None, 0


def _speaker(here: Offered, colon: int) -> tuple[Candidate | None, bool]:
    """Who speaks in a sentence outside its quoted words, and whether somebody does."""
    for subject in here.doc if colon < 0 else here.doc[:colon]:
        verb = subject.head
        outside = not here.quoted[subject.i] and not here.quoted[verb.i]
        if subject.dep_ == "nsubj" and outside and verb.lemma_.lower() in natures.table().speech:
            described = subject.tag_ in ("WP", "WDT") and verb.dep_ == "relcl"  # "B, *who* said"
            return here.at.get(verb.head.i if described else subject.i), True
    return None, False


def _colon(here: Offered) -> int:
    """Where a colon opens somebody's words that no quotation marks enclose; -1 where none does."""
    if _has_marks(here):
        return -1
    for token in here.doc:
        if token.text == ":":
            speaks = any(t.lemma_.lower() in natures.table().speech for t in here.doc[: token.i] if t.pos_ == "VERB")
            return token.i if speaks else -1
    return -1


def _has_marks(here: Offered) -> bool:
    return any(t.text == '"' for t in here.doc)


def _is_all_quoted(here: Offered) -> bool:
    words = [t for t in here.doc if not t.is_punct and not t.is_space]
    return bool(words) and all(here.quoted[t.i] for t in words)
