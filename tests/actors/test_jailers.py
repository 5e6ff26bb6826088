"""Of which land those of the law are who deal with somebody in a land's jail."""

from datetime import date

import pytest

from polybius import Coder, Document


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Prosecutors accuse a nurse of theft, and she sits in a Kenyan jail.", ["KEN"]),
        ("Police beat a student who is in a Cuban prison.", ["CUB"]),
    ],
)
def test_of_whose_law(coder: Coder, text: str, actors: list[str]) -> None:
    event = coder.code(Document(text=text, published=date(2016, 6, 15))).events[0]
    assert [a.country for a in event.actors] == actors
