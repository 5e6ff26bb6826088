"""What a clause of time tells behind what is asked, promised or refused: it is no part of that."""

from __future__ import annotations

import pytest

from polybius import Coder, Document
from tests import coders


@pytest.mark.parametrize(
    ("text", "type_", "actors"),
    [
        ("Villagers in Oman were told to take cover as a missile from Iran passed overhead.", "MOBILIZE", ["IRN"]),
        ("Egypt agreed to meet Libya after Libyan police arrested two divers.", "COERCE", ["LBY"]),
    ],
)
def test_what_happened_then_is_told_by_its_frame(text: str, type_: str, actors: list[str]) -> None:
    events = coders.coder(0.1).code(Document(text=text)).events
    (event,) = [e for e in events if e.type == type_]
    assert ([a.country for a in event.actors], event.status) == (actors, "asserted")
    assert event.why[0].startswith("frame ")


def test_what_may_come_after_it_is_not_told(coder: Coder) -> None:
    events = coder.code(Document(text="Egypt agreed to meet Libya when Libyan police free the divers.")).events
    assert all(e.type != "RETREAT" for e in events)
