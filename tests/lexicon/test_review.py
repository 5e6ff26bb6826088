"""What a review of the entries settled by kinds: a body's sector follows who gathers in it, distinct groups stand alone, terms follow one another."""

from __future__ import annotations

from datetime import date

import pytest

from polybius.actors.who import Resolver
from polybius.lexicon import actor_index


@pytest.fixture(scope="module")
def resolver() -> Resolver:
    return Resolver(actor_index.load())


@pytest.mark.parametrize(
    ("name", "country", "sector"),
    [
        ("Febraban", "BRA", "BUS"),
        ("Coldiretti", "ITA", "AGR"),
        ("Indian Medical Association", "IND", "MED"),
        ("Press Club of India", "IND", "JRN"),
        ("Egyptian Lawyers Syndicate", "EGY", "SOC"),
        ("Election Commission of Sri Lanka", "LKA", "GOV"),
        ("Japanese Red Cross", "JPN", "SOC"),
        ("Nordic Resistance Movement", "SWE", "PRM"),
        ("Baloch Yakjehti Committee", "PAK", "SOC"),
        ("Fulani gunmen", "NGA", "UAF"),
        ("Fancy Bear", "RUS", "SPY"),
    ],
)
def test_bodies_have_the_sector_of_their_members(resolver: Resolver, name: str, country: str, sector: str) -> None:
    found = resolver.resolve(name, date(2024, 3, 1))
    assert found is not None and (found.country, found.sector) == (country, sector)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Tren de Aragua", "Cartel of the Suns"), ("Sinaloa cartel", "Beltran Leyva cartel"), ("GATIA", "Ganda Koy")],
)
def test_distinct_groups_are_distinct(resolver: Resolver, one: str, other: str) -> None:
    day = date(2018, 3, 1)
    found = resolver.resolve(one, day), resolver.resolve(other, day)
    assert all(f is not None and f.id for f in found) and found[0].id != found[1].id  # type: ignore[union-attr]  # said just before


@pytest.mark.parametrize(
    ("name", "day", "role"),
    [
        ("Interior Minister Petteri Orpo", date(2016, 1, 1), "interior minister"),
        ("Petteri Orpo", date(2018, 1, 1), "finance minister"),
        ("Petteri Orpo", date(2024, 1, 1), "prime minister"),
        ("Manohar Parrikar", date(2015, 6, 1), "defence minister"),
        ("Manohar Parrikar", date(2018, 6, 1), "chief minister of Goa"),
        ("Renan Filho", date(2019, 6, 1), "governor of Alagoas"),
        ("Layda Sansores", date(2023, 6, 1), "governor of Campeche"),
    ],
)
def test_offices_follow_one_another(resolver: Resolver, name: str, day: date, role: str) -> None:
    found = resolver.resolve(name, day)
    assert found is not None and found.sector == "GOV" and found.role == role
