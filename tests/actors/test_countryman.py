"""Whom a nationality alone calls again: "the Russian" is who of Russia was named last."""

from datetime import date

import pytest

from polybius import Coder, Document


@pytest.mark.parametrize(
    ("text", "sectors"),
    [
        ("Sergei Lavrov flew to Cairo on Monday. The Russian accused Kenya of theft.", ["GOV"]),
        ("Sergei Lavrov met Vladimir Putin. The Russian accused Kenya of theft.", ["CVL"]),
        ("A baker and a smith quarrelled in Minsk. The Russian accused Kenya of theft.", ["CVL"]),
    ],
)
def test_a_nationality_alone(coder: Coder, text: str, sectors: list[str]) -> None:
    *_, event = [e for e in coder.code(Document(text=text, published=date(2016, 6, 15))).events if e.type == "ACCUSE"]
    assert [a.sector for a in event.actors] == sectors
