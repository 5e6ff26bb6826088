"""Leaders whose last name is an everyday word are known by the leader of another land with whom they are told of."""

from datetime import date

import pytest

from polybius import Document
from tests import coders


@pytest.mark.parametrize(
    ("text", "published", "lands"),
    [
        ("Traders in Hanoi and China waited. Hu told Dung that he would send ships.", date(2012, 5, 6), {"CHN", "VNM"}),
        ("France's builders did well. Brown met Sarkozy in Leeds on Monday.", date(2009, 5, 6), {"GBR", "FRA"}),
        # Nobody of these leads another land by then, or no land is named.
        ("France's builders did well. Brown met Sarkozy in Leeds on Monday.", date(2013, 5, 6), set()),
        ("Brown met Moon in Leeds on Monday.", date(2018, 5, 6), set()),
    ],
)
def test_last_names_of_two_leaders(text: str, published: date, lands: set[str]) -> None:
    coder = coders.coder(0)
    *_, mentions = coder._parse(Document(text=text, published=published), explain=True).mentions
    persons = {m.actor.country for m in mentions if m.actor.text in ("Hu", "Dung", "Brown", "Sarkozy", "Moon")}
    assert persons - {None} == lands
