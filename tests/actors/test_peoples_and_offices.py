"""Peoples by old and new spellings, and persons under the title of an office of many states."""

from __future__ import annotations

from datetime import date

import pytest

import polybius

DAY = date(2018, 6, 1)


@pytest.mark.parametrize(
    ("phrase", "country"),
    [
        ("Bosnian Moslems", "BIH"),
        ("Indian Moslems", "IND"),
        ("Toposa raiders", "SSD"),
        ("Isaaq clansmen", "SOM"),
        ("Kekchi Indians", "GTM"),
        ("Macuxi Indians", "BRA"),
        ("Turcomans", "IRQ"),
        ("Bugti tribesmen", "PAK"),
        ("Lezgins", "RUS"),
        ("Falklanders", "GBR"),
        ("Zulu chiefs", "ZAF"),
        ("Karimojong warriors", "UGA"),
        ("Apache helicopters", None),
        ("EU chiefs", "EUR"),
    ],
)
def test_whose_a_people_is(coder: polybius.Coder, phrase: str, country: str | None) -> None:
    found = coder.actor(phrase, on=DAY)
    assert (found.country if found is not None else None) == country


@pytest.mark.parametrize(
    ("phrase", "country"),
    [
        ("EU foreign policy chief Javier Solana", "EUR"),
        ("IAEA chief Mohamed ElBaradei", "UNO"),
        ("OAU chairman Robert Mugabe", "IGO"),
        ("OSCE chairman-in-office Alexander Stubb", "IGO"),
        ("ICRC president Jakob Kellenberger", "NGO"),
        ("Moussa Faki Mahamat, chairperson of the African Union Commission", "IGO"),
        ("the UN special rapporteur on torture", "UNO"),
        # An ambassador is of who sends him, an ally of his own land.
        ("UN ambassador Nikki Haley", "USA"),
        ("NATO ally Recep Tayyip Erdogan", "TUR"),
    ],
)
def test_who_speaks_for_many(coder: polybius.Coder, phrase: str, country: str) -> None:
    found = coder.actor(phrase, on=DAY)
    assert found is not None and found.country == country


@pytest.mark.parametrize(
    ("phrase", "country"),
    [
        ("Croatia's Serb rebels", "HRV"),
        ("Peru's Aymara peasants", "PER"),
        ("Romania's Hungarian party", "ROU"),
        ("Papua New Guinea's Bougainville Revolutionary Army", "PNG"),
        ("the main opposition Movement for Democratic Change", "ZWE"),
        ("Lagos Chamber of Commerce", "NGA"),
        ("Karen refugees in Thailand", "MMR"),
        ("Karen villagers in Thailand", "THA"),
        ("the papal nuncio in Managua", "VAT"),
        ("police in Karachi", "PAK"),
        ("the Commonwealth", "IGO"),
        ("the former Soviet republic of Georgia", "GEO"),
        ("the Gulf emirate of Qatar", "QAT"),
        ("Romania's ethnic Hungarian party", "ROU"),
    ],
)
def test_of_which_land(coder: polybius.Coder, phrase: str, country: str) -> None:
    found = coder.actor(phrase, on=DAY)
    assert found is not None and found.country == country


@pytest.mark.parametrize(
    ("phrase", "said", "country"),
    [
        ("Indian peasants", "Indian peasants in Bolivia marched on La Paz.", "BOL"),
        ("Indians", "Indians blocked roads in Ecuador.", "ECU"),
        ("an Indian mining company", "An Indian mining company signed a deal with Bolivia.", "IND"),
        ("Indian farmers", "Indian farmers in Delhi protested against a deal with Brazil.", "IND"),
    ],
)
def test_natives_of_the_americas(coder: polybius.Coder, phrase: str, said: str, country: str) -> None:
    found = coder.actor(phrase, on=DAY, context=said)
    assert found is not None and found.country == country
