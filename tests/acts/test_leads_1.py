"""Protests before a seat of rulers, and other kinds seen in 120 leads on assault, coercion and protest."""

import pytest

from polybius import Coder, Document


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("Serbian veterans pitched tents outside the finance ministry in Belgrade.", "SRB GOV"),
        ("Kuwaiti opposition members walked out of the assembly on Monday.", "KWT LEG"),
        ("Ghanaian lecturers began a hunger strike on the steps of the Nigerian embassy.", "NGA GOV"),
        ("Residents of Soweto refused to pay rent for a sixth month in defiance of the white-run council.", "ZAF GOV"),
        ("Three Tunisian editors started a fast on Monday over press curbs.", "TUN GOV"),
        ("Portuguese pilots went on strike in Lisbon over pay.", ""),
    ],
)
def test_a_protest_before_a_seat_of_rulers_is_towards_them(coder: Coder, text: str, recipient: str) -> None:
    protest = next(e for e in coder.code(Document(text=text)).events if e.type == "PROTEST")
    assert " ".join(f"{r.country} {r.sector}".strip() for r in protest.recipients) == recipient
