"""Rulers, soldiers and envoys of no told land where the sentence before tells of two states, and who rules where somebody was held."""

from datetime import date

import pytest

from polybius import Coder, Document

KENYA = "Kenya closed its border with Uganda on Monday."


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        (f"{KENYA} The government also arrested three Ugandan businessmen.", ["KEN"], ["UGA"]),
        (f"{KENYA} The army shelled a Ugandan village later.", ["KEN"], ["UGA"]),
        (f"{KENYA} The government also arrested three traders.", ["KEN"], ["KEN"]),
        (f"{KENYA} The Ugandan foreign minister summoned the ambassador.", ["UGA"], ["KEN"]),
        ("Ghana called a Togolese plan a provocation and summoned the ambassador.", ["GHA"], ["TGO"]),
        ("Ghana and Togo quarrelled over oil. Ghana summoned the ambassador on Friday.", ["GHA"], ["TGO"]),
        ("A Bolivian diplomat was arrested in Lima on Monday. Bolivia condemned the move.", ["BOL"], ["PER"]),
        ("Two Canadians were jailed in Beijing on Monday. Canada demanded their release.", ["CAN"], ["CHN"]),
        ("A Bolivian diplomat was arrested by Chad's police in Lima. Bolivia condemned Chad.", ["BOL"], ["TCD"]),
        (
            "Egypt is to vote in May. The US criticised Egypt on Monday. The government arrested two Egyptian bloggers.",
            ["EGY"],
            ["EGY"],
        ),
    ],
)
def test_last_event(coder: Coder, text: str, actors: list[str], recipients: list[str]) -> None:
    *_, event = coder.code(Document(text=text, published=date(2016, 6, 15))).events
    assert [a.country for a in event.actors] == actors
    assert [r.country for r in event.recipients] == recipients
