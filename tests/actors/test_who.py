"""Who a phrase names on a day."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import polybius

Y2018 = date(2018, 6, 1)
CASES = [
    ("South Korean President Moon Jae-in", Y2018, "", "KOR", "GOV"),
    ("MOON JAE IN", Y2018, "", "KOR", "GOV"),
    ("Moon Jae-in", date(2024, 1, 1), "", "KOR", "ELI"),
    ("Taliban", date(2020, 1, 1), "", "AFG", "REB"),
    ("the Taliban", date(2022, 1, 1), "", "AFG", "GOV"),
    ("President Bush", date(1990, 5, 1), "", "USA", "GOV"),
    ("President Bush", date(2005, 5, 1), "", "USA", "GOV"),
    ("the Kremlin", Y2018, "", "RUS", "GOV"),
    ("Congolese army spokesman Guillaume Njike", Y2018, "", "COD", "MIL"),
    ("neighbouring Iran", Y2018, "", "IRN", ""),
    ("NATO member Norway", Y2018, "", "NOR", ""),
    ("Kenyan police", Y2018, "", "KEN", "COP"),
    ("Hamas commander", Y2018, "", "PSE", "REB"),
    ("the U.N. Security Council", Y2018, "", "UNO", ""),
    ("former French president", Y2018, "", "FRA", "ELI"),
    ("a group of Spanish tourists", Y2018, "", "ESP", "CVL"),
    ("gunmen", Y2018, "", None, "UAF"),
    ("Mr Moon", Y2018, "Mr Moon spoke in Seoul.", "KOR", "GOV"),
    ("Mr Kim", Y2018, "Mr Kim spoke in Pyongyang.", "PRK", "GOV"),
    ("Mr. Pompeo", Y2018, "Mr. Pompeo spoke.", "USA", "GOV"),
    ("the North", Y2018, "South Korea said so.", "PRK", ""),
    ("the South", Y2018, "Pyongyang said so.", "KOR", ""),
    ("the North's foreign ministry", Y2018, "South Korea said so.", "PRK", "GOV"),
    ("Iraqi Yazidis", Y2018, "", "IRQ", "CVL"),
    ("Palestinians in Lebanon", Y2018, "", "PSE", "CVL"),
    ("ethnic Serbs in Croatia", Y2018, "", "HRV", "CVL"),
    ("Jewish settlers in Hebron", Y2018, "", "ISR", "CVL"),
    ("Jordan's Muslim Brotherhood", Y2018, "", "JOR", "OPP"),
    ("Lebanon's Hezbollah", Y2018, "", "LBN", "REB"),
    ("European Union officials", Y2018, "", "EUR", ""),
    ("India's UN ambassador", Y2018, "", "IND", "GOV"),
    ("the UN envoy for Syria", Y2018, "", "UNO", ""),
    ("Chancellor Angela Merkel", date(2022, 2, 1), "", "DEU", "GOV"),
    ("former Chancellor Angela Merkel", date(2022, 2, 1), "", "DEU", "ELI"),
    ("Angela Merkel", date(2022, 2, 1), "", "DEU", "ELI"),
    ("Chancellor Angela Merkel", date(2024, 2, 1), "", "DEU", "ELI"),
    ("Western powers", Y2018, "", "IGO", "GOV"),
    ("the West", Y2018, "", "IGO", "GOV"),
    ("Gulf Arab states", Y2018, "", "IGO", "GOV"),
    ("two aid agencies", Y2018, "", "NGO", "SOC"),
    ("a local human rights group", Y2018, "", None, "SOC"),
    ("Egyptian human rights groups", Y2018, "", "EGY", "SOC"),
    ("a multinational oil company", Y2018, "", "MNC", "BUS"),
    ("the West Bank", Y2018, "", "PSE", ""),
    ("two men", Y2018, "", None, "UNK"),
    ("He", Y2018, "", None, "UNK"),
]


@pytest.mark.parametrize(("phrase", "on", "context", "country", "sector"), CASES)
def test_who(coder: polybius.Coder, phrase: str, on: date, context: str, country: str | None, sector: str) -> None:
    found = coder.actor(phrase, on=on, context=context)
    assert found is not None and (found.country, found.sector) == (country, sector)


@pytest.mark.parametrize("phrase", ["", "   ", "the situation", "last night", "of", "!!!"])
def test_nobody(coder: polybius.Coder, phrase: str) -> None:
    assert coder.actor(phrase, on=Y2018) is None


@pytest.mark.parametrize("on", [date(1850, 1, 1), date(2100, 1, 1), None])
def test_days_far_off(coder: polybius.Coder, on: date | None) -> None:
    found = coder.actor("Angela Merkel", on=on)
    assert found is not None and found.country == "DEU"


def test_a_long_phrase_takes_no_longer(coder: polybius.Coder) -> None:
    coder.actor("President " + "of the republic " * 700, on=Y2018)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=80))
def test_any_text_is_answered(coder: polybius.Coder, text: str) -> None:
    found = coder.actor(text, on=Y2018)
    assert found is None or found.text == text


def test_last_names_after_the_full_name(coder: polybius.Coder) -> None:
    text = "Angela Merkel met Emmanuel Macron in Berlin. Merkel praised France. He thanked Germany."
    coded = coder.code(polybius.Document(text=text, published=Y2018))
    assert {a.id for e in coded.events for a in e.actors} >= {"deu.angela-merkel", "fra.emmanuel-macron"}
    stranger = "Angela Merkel spoke in Berlin. Otto Unbekannt, a baker, went home. He condemned Russia."
    assert not [
        e
        for e in coder.code(polybius.Document(text=stranger, published=Y2018)).events
        if any(a.id == "deu.angela-merkel" for a in e.actors) and "condemned" in e.trigger.of(stranger)
    ]
