"""What one tells another that he himself will do; people who ask the rulers of the only land named."""

from __future__ import annotations

import pytest

import polybius
from tests import coders


@pytest.fixture(scope="module")
def coder() -> polybius.Coder:
    return coders.coder()


def told(coder: polybius.Coder, text: str) -> set[tuple[str, str, str]]:
    """Types of what is asserted with the countries of both sides."""
    return {
        (
            e.type,
            "&".join(sorted({a.country or "" for a in e.actors})),
            "&".join(sorted({a.country or "" for a in e.recipients})),
        )
        for e in coder.code(polybius.Document(text=text)).events
        if e.status == "asserted"
    }


@pytest.mark.parametrize(
    "text,event",
    [
        ("Jordan told Syria that it would open the crossing for the wounded.", ("AGREE", "JOR", "SYR")),
        ("Angola's leader told the Pope that he would free priests.", ("AGREE", "AGO", "VAT")),
        ("Belarus told Latvia it would cut gas supplies.", ("THREATEN", "BLR", "LVA")),
        ("The Danish premier told the Greek president that she would visit Athens.", ("AGREE", "DNK", "GRC")),
        ("Islanders begged the Greek government to move the migrants.", ("REQUEST", "GRC", "GRC")),
        ("Mexico promised not to deport Cuban refugees.", ("AGREE", "MEX", "CUB")),
        ("Chad assured Niger that the dam would not cut its water.", ("AGREE", "TCD", "NER")),
        ("Eritrea agreed to let Sudanese lorries use the port.", ("AGREE", "ERI", "SDN")),
        ("Japan's prime minister led a delegation to Kenya.", ("CONSULT", "JPN", "KEN")),
        ("The president of Ghana met his Togolese colleague.", ("CONSULT", "GHA&TGO", "")),
        ("Talks went on in Muscat between Yemen and Oman.", ("CONSULT", "OMN&YEM", "")),
        ("A summit of the Arab League opened in Khartoum on Sunday.", ("CONSULT", "IGO", "")),
        ("Forty novelists appealed to the Egyptian president to free a poet.", ("REQUEST", "EGY", "EGY")),
    ],
)
def test_is_told(coder: polybius.Coder, text: str, event: tuple[str, str, str]) -> None:
    assert event in told(coder, text)


@pytest.mark.parametrize(
    "text,event",
    [
        ("The Danish premier told the Greek president that he would be jailed.", ("THREATEN", "DNK", "GRC")),
        ("Refugees begged the Greek government for food.", ("REQUEST", "GRC", "GRC")),
        ("The young widow begged her brother for a loan in Lagos.", ("REQUEST", "NGA", "")),
        ("The Irish premier addressed parliament in Dublin.", ("CONSULT", "IRL", "IRL")),
        ("Peru said that fishermen had begged the Chilean navy for help.", ("REQUEST", "CHL", "CHL")),
    ],
)
def test_is_not_told(coder: polybius.Coder, text: str, event: tuple[str, str, str]) -> None:
    assert event not in told(coder, text)
