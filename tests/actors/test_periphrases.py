"""Lands that are told by what they are, and bodies whose names many states' bodies bear."""

from __future__ import annotations

from datetime import date

import pytest

from polybius import Coder, Document


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Crowds met in Kuwait. The Gulf state condemned Chad.", "KWT"),
        ("Crowds met in Armenia. The former Soviet republic condemned Chad.", "ARM"),
        ("Crowds met in Laos. The Communist state condemned Chad.", "LAO"),
        ("Crowds met in Fiji. The archipelago condemned Chad.", "FJI"),
        ("Crowds met in South Africa. The apartheid regime condemned Chad.", "ZAF"),
        ('Crowds met in Niger. "Chad must apologise," the landlocked country said.', "NER"),
    ],
)
def test_lands_by_what_they_are(coder: Coder, text: str, actor: str) -> None:
    event = next(e for e in coder.code(Document(text=text)).events if e.recipients)
    assert [a.country for a in event.actors] == [actor]


def test_a_former_soviet_republic_is_not_russia(coder: Coder) -> None:
    events = coder.code(Document(text="A former Soviet republic condemned Chad.")).events
    assert all(a.country != "RUS" for e in events for a in e.actors)


@pytest.mark.parametrize(
    ("name", "context", "country"),
    [
        ("the Progress Party", "Crowds met in Oslo, Norway.", "NOR"),
        ("the Progress Party", "Crowds met in Kenya.", None),
        ("the Congress Party", "", "IND"),
        ("the Congress Party", "Crowds met in Oslo, Norway.", "IND"),
        ("the Revolutionary Court", "Crowds met in Tunisia.", None),
        ("the Communist Party", "Crowds met in Vietnam.", "VNM"),
        ("the FDLR", "Crowds met in Congo.", "RWA"),
        ("the state", "Crowds met in Kuwait.", None),
    ],
)
def test_whose_a_name_of_everyday_words_is(coder: Coder, name: str, context: str, country: str | None) -> None:
    found = coder.resolver.resolve(name, None, context)
    assert (found.country if found is not None else None) == country


@pytest.mark.parametrize(("year", "country"), [(1994, "UKR"), (2016, "RUS")])
def test_whose_crimeas_parliament_is(coder: Coder, year: int, country: str) -> None:
    found = coder.resolver.resolve("the Crimean parliament", date(year, 6, 1), "")
    assert found is not None
    assert found.country == country


@pytest.mark.parametrize(("town", "country"), [("Barcelona", "ESP"), ("Vancouver", "CAN"), ("Manchester", "GBR")])
def test_towns_that_several_lands_have(coder: Coder, town: str, country: str) -> None:
    found = coder.resolver.resolve(f"the mayor of {town}", None, "")
    assert found is not None
    assert found.country == country
