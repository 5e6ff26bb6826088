"""How many they are, and what is said of them, changes nobody's country or sector."""

import pytest

from polybius import Coder

GROUPS = (
    "UN peacekeepers", "African Union soldiers", "al-Shabab militants", "Turkish soldiers", "opposition lawmakers in Venezuela",
    "Catholic bishops in Poland", "Hutu rebels in Burundi", "South Sudanese rebels", "supporters of Vladimir Putin",
)  # fmt: skip
BEFORE = (
    "twelve",
    "about 200",
    "more than 1,000",
    "hundreds of",
    "a group of",
    "a handful of",
    "the last",
    "unarmed",
    "masked",
    "at least 14",
)


@pytest.mark.parametrize("group", GROUPS)
def test_counts_and_adjectives_change_nobody(coder: Coder, group: str) -> None:
    plain = coder.actor(group)
    assert plain is not None and plain.country
    for words in BEFORE:
        found = coder.actor(f"{words} {group}")
        assert found is not None
        assert (found.country, found.sector) == (plain.country, plain.sector), words


@pytest.mark.parametrize(
    ("phrase", "country", "sector"),
    [
        ("eighty UN peacekeepers", "UNO", "MIL"),
        ("al-Qaida fighters", "IMG", "REB"),
        ("Hutu rebels in Burundi", "BDI", "REB"),
        ("Hutu rebels", "RWA", "REB"),
        ("ethnic Albanian guerrillas in Macedonia", "MKD", "REB"),
        ("Albanian soldiers in Macedonia", "ALB", "MIL"),
        ("supporters of the former president", None, "CVL"),
        ("supporters of Hezbollah", "LBN", "REB"),
        ("a 23-year-old Briton", "GBR", "CVL"),
        ("a naturalised American", "USA", "CVL"),
        ("a British-Iranian charity worker", "GBR", "SOC"),
        ("a Cuban-American businessman", "USA", "BUS"),
    ],
)
def test_whose_they_are(coder: Coder, phrase: str, country: str | None, sector: str) -> None:
    found = coder.actor(phrase)
    assert found is not None
    assert (found.country, found.sector) == (country, sector)


def test_fighters_of_a_model_are_aircraft(coder: Coder) -> None:
    for text in ("Russia sold 12 MiG-29 fighters to Serbia.", "Norway lent eight F-16 fighters to Ghana."):
        _, mentions, _ = coder.explain(text)
        assert not any("fighters" in m.actor.text for m in mentions[0])
