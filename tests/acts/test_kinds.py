"""Kinds of acts that fresh readers of real reports found wrong, in sentences of our own."""

from __future__ import annotations

from polybius import Coder, Document
from polybius.model import Event


def events(coder: Coder, text: str) -> list[Event]:
    return list(coder.code(Document(text=text)).events)


def test_a_town_does_nothing_by_force(coder: Coder) -> None:
    assert not [e for e in events(coder, "Mosul bombed Turkish soldiers.") if e.type == "ASSAULT"]
    assert [e for e in events(coder, "Iraq bombed Turkish soldiers.") if e.type == "ASSAULT"]


def test_what_is_no_longer_done_is_negated(coder: Coder) -> None:
    told = {
        e.status for e in events(coder, "Turkey no longer demands that Syria release the pilot.") if e.type == "REQUEST"
    }
    assert told <= {"negated"}


def test_weapons_of_no_country_suffer_nothing(coder: Coder) -> None:
    told = [
        r.text for e in events(coder, "The United States fired 59 missiles at a base in Syria.") for r in e.recipients
    ]
    assert not [text for text in told if "missiles" in text]
