"""At what meeting or over what line one side said something to the other, and visits whose doer stands behind a time."""

from __future__ import annotations

import pytest

import polybius
from tests import coders

MET = [
    "During a call on Wednesday Ghana's president urged Togo's president to reopen the border.",
    "Ghana's president assured his Togolese counterpart in a 40-minute call that the gate would open.",
    "In talks on Monday, Ghana's foreign minister told his Togolese counterpart that lorries would be let through.",
    "Ghana's president invited his Togolese counterpart to Accra during a working lunch on Wednesday.",
    "At a summit in Lomé on Monday, Ghana and Togo agreed to share the river.",
    "The accord follows a visit to Lomé this month by Ghana's foreign minister.",
]
# A meeting of one's own, a line on which others listened, and what one only says of the other there.
NOT_MET = [
    "At a meeting in Accra on Monday, Ghana's ministers urged Togo to reopen the border.",
    "In a conference call on Monday, Ghana's finance minister accused Togo of smuggling.",
    "At a meeting on Monday, Ghana's foreign minister accused his Togolese counterpart of lying.",
    "In a call to reporters on Monday, Ghana's president urged Togo to reopen the border.",
]


def _consulting(text: str) -> list[set[str | None]]:
    events = coders.coder().code(polybius.Document(text=text)).events
    return [{p.country for p in (*e.actors, *e.recipients)} for e in events if e.type == "CONSULT"]


@pytest.mark.parametrize("text", MET)
def test_who_spoke_to_whom_there_met(text: str) -> None:
    assert {"GHA", "TGO"} in _consulting(text)


@pytest.mark.parametrize("text", NOT_MET)
def test_others_did_not(text: str) -> None:
    assert {"GHA", "TGO"} not in _consulting(text)


def test_a_sentence_that_a_report_repeats_tells_its_act_once() -> None:
    text = (
        "Ghana expelled the Togolese envoy on Monday. It rained in Accra. Ghana expelled the Togolese envoy on Monday."
    )
    assert [e.type for e in coders.coder().code(polybius.Document(text=text)).events] == ["SANCTION"]
