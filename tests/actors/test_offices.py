"""Offices and services that any state has are of the land that is told before, in small letters and with capitals."""

from __future__ import annotations

from datetime import date

import pytest

from polybius import Coder, Document
from polybius.actors.offices import is_of_state


@pytest.mark.parametrize(
    ("text", "actor", "recipient"),
    [
        ("Clashes went on in Honduras. The Attorney General condemned Chad.", "HND", "TCD"),
        ("Clashes went on in Honduras. The strongman condemned Chad.", "HND", "TCD"),
        ("Clashes went on in Honduras. The deputy defence minister condemned Chad.", "HND", "TCD"),
        ("Clashes went on in Honduras. The Bar Association condemned Chad.", "HND", "TCD"),
        ("Clashes went on in Honduras. Chad was condemned by the Interior Minister.", "HND", "TCD"),
        ("Clashes went on in Honduras. Chad accused the police chief of lying.", "TCD", "HND"),
        ('Clashes went on in Honduras. "Chad must apologise," the army chief of staff said.', "HND", "TCD"),
    ],
)
def test_of_the_land_told_before(coder: Coder, text: str, actor: str, recipient: str) -> None:
    event = next(e for e in coder.code(Document(text=text)).events if e.recipients)
    assert ([a.country for a in event.actors], [r.country for r in event.recipients]) == ([actor], [recipient])


def test_whom_a_state_arrests_is_not_of_the_land_before(coder: Coder) -> None:
    event = coder.code(Document(text="Egypt held an election. Sudan arrested the army chief.")).events[-1]
    assert [r.country for r in event.recipients] != ["EGY"]


def test_an_opposition_speaks_of_its_own_president(coder: Coder) -> None:
    text = (
        "President Evo Morales has declared a state of emergency in Bolivia. Brazil's president has offered to mediate. "
        "Bolivia's opposition has rejected the president's plan for a vote."
    )
    document = Document(text=text, published=date(2016, 6, 15))
    event = next(e for e in coder.code(document).events if e.type == "REJECT")
    assert [r.country for r in event.recipients] == ["BOL"]


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("the Attorney General", True),
        ("the acting foreign minister", True),
        ("the chief of the general staff", True),
        ("the prosecutor general's office", True),
        ("the Interior Minister John Doe", False),
        ("a minister", False),
        ("the high commissioner", False),
        ("the ambassador", False),
    ],
)
def test_which_phrases_are_offices(text: str, is_one: bool) -> None:
    assert is_of_state(text) is is_one
