"""What befalls the things that somebody has in another land, and who deals with them there."""

from datetime import date

import pytest

from polybius import Coder, Document


@pytest.mark.parametrize(
    ("text", "actor", "recipient"),
    [
        ("Hyundai, whose Polish yard was searched by police last week, denied theft.", "POL", "KOR"),
        ("Petronas, whose Kenyan supermarkets were searched by police on Monday, is leaving.", "KEN", "MYS"),
    ],
)
def test_things_abroad(coder: Coder, text: str, actor: str, recipient: str) -> None:
    event = next(e for e in coder.code(Document(text=text, published=date(2016, 6, 15))).events if e.type == "COERCE")
    assert [a.country for a in event.actors] == [actor]
    assert recipient in {r.country for r in event.recipients}
