"""What is told behind an aim, in the past, has happened: it is a second act and no second aim."""

import pytest

from polybius import Coder, Document


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Kenyan troops crossed the border to rescue hostages and killed four Somali gunmen.", "ASSAULT"),
        ("Ghana's minister flew to Lome to demand an apology and accused Togo of lying.", "ACCUSE"),
        ("Chad sent soldiers to seize the well and arrested two Libyan herders.", "COERCE"),
        ("Turkish jets took off to patrol the coast and bombed two Syrian villages.", "ASSAULT"),
    ],
)
def test_a_second_act_behind_an_aim_is_asserted(coder: Coder, text: str, type_: str) -> None:
    told = [e.status for e in coder.code(Document(text=text)).events if e.type == type_]
    assert told == ["asserted"]


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan troops plan to cross the border and kill the Somali gunmen.",
        "Chad ordered its soldiers to seize the well and arrest the Libyan herders.",
    ],
)
def test_a_second_aim_has_not_happened(coder: Coder, text: str) -> None:
    events = coder.code(Document(text=text)).events
    assert not any(e.status == "asserted" for e in events if e.type in ("ASSAULT", "COERCE"))
