"""What a sentence says wasn't done, on whose word, and what a party to a war that calls for its end does."""

from __future__ import annotations

from datetime import date

import pytest

import polybius
from polybius.model import Event
from tests import coders

NOT_DONE = [
    ("It was not Ghana that shelled the Togolese village.", "ASSAULT"),
    ("It wasn't Ghana that arrested the Togolese general.", "COERCE"),
    ("It is untrue that Ghana expelled the Togolese envoy.", "SANCTION"),
    ("Instead of arresting the Togolese students, Ghanaian police withdrew.", "COERCE"),
    ("Far from withdrawing its troops from Togo, Ghana sent more.", "RETREAT"),
    ("Ghana has yet to release the Togolese fishermen.", "RETREAT"),
    ("Talks between Ghana and Togo failed to take place.", "CONSULT"),
    ("The Ghanaian government denied accusations of torturing Togolese prisoners.", "ASSAULT"),
]
DENIED = [
    "Ghana denied attacking the Togolese tanker.",
    "Ghana denied that it had shelled Togolese villages.",
]
ENDING = [
    ("Ghana called for an immediate ceasefire with Togo.", "AGREE"),
    ("The Ghanaian rebels called on the Ghanaian government for an end to the fighting.", "AGREE"),
    ("Mali called on the Ghanaian rebels to end the war.", "REQUEST"),
    ("The Ghanaian government called on the Ghanaian rebels to lay down their arms.", "REQUEST"),
]


NOT_TOLD = [
    ("Few believe that Ghana shelled a Togolese village.", "ASSAULT"),
    ("In the novel, Ghana expelled three Togolese diplomats.", "SANCTION"),
    ("In a dream, the king saw how Ghana shelled a Togolese village.", "ASSAULT"),
    ("Ghana was falsely said to have arrested the Togolese envoy.", "COERCE"),
    ("Ghana pretended to shell a Togolese village.", "ASSAULT"),
    ("Ghana was to have expelled three Togolese diplomats on Monday.", "SANCTION"),
    ("Ghana postponed expelling three Togolese diplomats.", "SANCTION"),
    ("Ghana came close to shelling a Togolese village.", "ASSAULT"),
]


def _events(text: str) -> tuple[Event, ...]:
    return coders.coder(0.3).code(polybius.Document(text=text)).events


@pytest.mark.parametrize(("text", "type_"), NOT_DONE)
def test_what_was_not_done_is_not_told_as_done(text: str, type_: str) -> None:
    assert {e.status for e in _events(text) if e.type == type_} == {"negated"}


@pytest.mark.parametrize(("text", "type_"), NOT_TOLD)
def test_what_is_thought_dreamt_or_put_off_is_not_told_as_done(text: str, type_: str) -> None:
    assert "asserted" not in {e.status for e in _events(text) if e.type == type_}


@pytest.mark.parametrize("text", DENIED)
def test_a_denial_is_told_beside_the_deed_that_it_denies(text: str) -> None:
    told = {(e.type, e.status): e for e in _events(text)}
    assert ("REJECT", "asserted") in told
    denied = told["ASSAULT", "negated"]
    assert denied.attribution is not None
    assert denied.attribution.country == "GHA"


@pytest.mark.parametrize(("text", "type_"), ENDING)
def test_parties_to_a_war_who_call_for_its_end_agree(text: str, type_: str) -> None:
    assert {e.type for e in _events(text) if e.status == "asserted"} == {type_}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Ghana shelled a Togolese village under President Jerry Rawlings.", "historical"),
        ("Ghana shelled a Togolese village when President Jerry Rawlings ruled.", "historical"),
        ("Ghana shelled a Togolese village under President Nana Akufo-Addo.", "asserted"),
    ],
)
def test_what_was_done_under_a_ruler_of_long_ago_is_history(text: str, status: str) -> None:
    events = coders.coder(0.3).code(polybius.Document(text=text, published=date(2018, 5, 6))).events
    assert {e.status for e in events if e.type == "ASSAULT"} == {status}
