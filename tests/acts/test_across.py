"""Sides of an act that only the sentence before names."""

from __future__ import annotations

from polybius import Coder, Document
from polybius.model import Event


def last(coder: Coder, text: str, type_: str) -> Event:
    (event,) = (e for e in coder.code(Document(text=text)).events if e.type == type_ and e.sentence.start > 0)
    return event


def test_who_did_it_is_named_before(coder: Coder) -> None:
    text = "Kenyan jets bombed the Somali town of Jilib on Sunday. At least nine civilians were killed."
    event = last(coder, text, "ASSAULT")
    assert [a.country for a in event.actors] == ["KEN"]
    assert any("of the sentence before does it" in reason for reason in event.why)


def test_to_whom_is_named_before(coder: Coder) -> None:
    text = "Bolivia held a Peruvian ship at the lake for a week. Peru's foreign ministry refused to pay the fine."
    event = last(coder, text, "REJECT")
    assert [r.country for r in event.recipients] == ["BOL"]


def test_what_names_both_sides_asks_no_other_sentence(coder: Coder) -> None:
    text = "Russia invited the Syrian opposition to talks. France condemned Iran on Monday."
    event = last(coder, text, "ACCUSE")
    assert [r.country for r in event.recipients] == ["IRN"]
    assert not any("sentence before" in reason for reason in event.why)


def test_nobody_before_leaves_it_open(coder: Coder) -> None:
    text = "It rained all night in the hills. Two French doctors were kidnapped on Monday."
    event = last(coder, text, "ASSAULT")
    assert not event.actors


def test_a_private_journey_consults_nobody(coder: Coder) -> None:
    told = coder.code(Document(text="The Kenyan teacher completed a pilgrimage to Mecca on Monday.")).events
    assert not [e for e in told if e.type == "CONSULT"]


def test_an_opposition_speaks_of_its_own_government(coder: Coder) -> None:
    text = "The Syrian government denied the charge. Marine Le Pen accused the government of dithering."
    coded = coder.code(Document(text=text)).events
    told = [e for e in coded if e.type == "ACCUSE" and [a.country for a in e.actors] == ["FRA"]]
    assert [[r.country for r in e.recipients] for e in told] == [["FRA"]]
