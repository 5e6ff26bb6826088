"""What a participle beside an act tells that is a part of it, and who bombs in a town that its land follows."""

from __future__ import annotations

import pytest

from polybius import Coder, Document
from tests.acts.stories import sides


@pytest.mark.parametrize(
    ("text", "victims"),
    [
        ("A car bomb exploded in Niamey, killing nine people.", ["NER"]),
        ("A landmine blew up a lorry in northern Chad, killing six traders.", ["TCD"]),
        ("A bomb went off near a church in Jos, Nigeria, wounding four people.", ["NGA"]),
    ],
)
def test_an_attack_and_those_it_hurt_are_one(coder: Coder, text: str, victims: list[str]) -> None:
    assert sides(coder, text, "ASSAULT") == [([], victims)]


def test_who_is_told_to_have_done_it_stays(coder: Coder) -> None:
    told = sides(coder, "Kenyan jets bombed a Somali clinic, killing four nurses.", "ASSAULT")
    assert (["KEN"], ["SOM"]) in told


@pytest.mark.parametrize(
    "text",
    [
        "Thousands of Bolivians took to the streets of Sucre, calling for early elections.",
        "Fishermen in Senegal blocked a road, calling on the government to ban trawlers.",
    ],
)
def test_what_a_march_asks_for_is_no_act(coder: Coder, text: str) -> None:
    assert {e.type for e in coder.code(Document(text=text)).events} == {"PROTEST"}


def test_what_is_asked_in_another_sentence_is_one(coder: Coder) -> None:
    assert sides(coder, "Guinea's bishops met on Sunday, urging the president to free a poet.", "REQUEST")
