"""What headlines leave out: "will", "and", who the Pope is of."""

from __future__ import annotations

import pytest

import polybius
from tests import coders


@pytest.fixture(scope="module")
def coder() -> polybius.Coder:
    return coders.coder()


def told(coder: polybius.Coder, text: str) -> set[tuple[str, str, str]]:
    """Types with the countries of all parties and the status."""
    return {
        (e.type, "&".join(sorted({a.country or "" for a in (*e.actors, *e.recipients)})), e.status)
        for e in coder.code(polybius.Document(text=text)).events
    }


@pytest.mark.parametrize(
    "text,event",
    [
        ("Danish premier to visit Riga", ("AGREE", "DNK&LVA", "asserted")),
        ("Kenyan deputies to visit Juba", ("AGREE", "KEN&SSD", "asserted")),
        ("Laos and Thailand to share river data", ("AGREE", "LAO&THA", "asserted")),
        ("Peru, Chile to hold talks on copper", ("AGREE", "CHL&PER", "asserted")),
        ("Sudanese, Chadian officers meet at border", ("CONSULT", "SDN&TCD", "asserted")),
        ("Malta, Cyprus agree gas quota", ("AGREE", "CYP&MLT", "asserted")),
        ("The Pope urged Angola to free the priests.", ("REQUEST", "AGO&VAT", "asserted")),
        ("The pontiff met the Cuban president in Havana.", ("CONSULT", "CUB&VAT", "asserted")),
        ("The Coptic pope met the Ethiopian president on Sunday.", ("CONSULT", "EGY&ETH", "asserted")),
    ],
)
def test_is_told(coder: polybius.Coder, text: str, event: tuple[str, str, str]) -> None:
    assert event in told(coder, text)


@pytest.mark.parametrize(
    "text",
    [
        "Peru's bid to host Chad",
        "First Kenyan to visit Riga",
        "The man to bomb Chad",
        "Angry, Syrian writers hold talks",
    ],
)
def test_is_not_told(coder: polybius.Coder, text: str) -> None:
    assert not {e for e in told(coder, text) if e[0] in ("AGREE", "THREATEN") and e[2] == "asserted"}
