"""Who made a treaty, a truce or sanctions that are judged some sentences behind, and which two "both sides" are."""

from datetime import date

import pytest

from polybius import Coder, Document

IDLE = "The harvest was poor. Rain is expected. Prices rose. Fishermen stayed at home. Nobody was hurt."


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        (f"Kenya and Uganda signed a treaty on Monday. {IDLE} Russia welcomed the treaty.", ["KEN", "UGA"]),
        (f"Kenya and Uganda agreed on Monday to share a river. {IDLE} Russia criticised the deal.", ["KEN", "UGA"]),
        (f"Kenya imposed sanctions on Uganda on Monday. {IDLE} Russia criticised the sanctions.", ["KEN"]),
        (f"Kenya and Uganda signed a treaty on Monday. {IDLE} Russia welcomed a treaty.", []),
        ("Iran fired a missile into the sea. Oman put its troops on alert. Russia condemned the test.", ["IRN"]),
        # "Both sides" are whom the report leads with, not who comes between them, and no land twice.
        (
            "Thai and Cambodian soldiers clashed on Friday. Cambodia called a meeting. Indonesia, which chairs the African Union, offered to mediate."
            " Japan urged both sides to show restraint.",
            ["THA", "KHM"],
        ),
        (
            "Ethiopia accused Eritrea of theft. Eritrea denied that it had robbed anyone. Nobody has moved. Japan urged both sides to talk.",
            ["ETH", "ERI"],
        ),
    ],
)
def test_recipients_of_the_last_event(coder: Coder, text: str, recipients: list[str]) -> None:
    *_, event = coder.code(Document(text=text, published=date(2016, 6, 15))).events
    assert [r.country for r in event.recipients] == recipients
