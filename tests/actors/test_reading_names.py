"""Names as reports write them: other spellings, acronyms in brackets, pairs with a hyphen, everyday words, pronouns by binding."""

from __future__ import annotations

from datetime import date

import pytest

import polybius

DAY = date(2018, 3, 1)


@pytest.mark.parametrize(
    ("phrase", "country", "sector"),
    [
        ("Moammar Kadafi", "LBY", ""),
        ("Jabhat an-Nusrah", "SYR", "REB"),
        ("the National Union for the Total Independence of Angola (UNITA)", "AGO", ""),
        ("the headquarters of the Turkish army", "TUR", "MIL"),
        ("the regional capital Goma", "COD", "CVL"),
    ],
)
def test_names_are_known_however_they_are_written(
    coder: polybius.Coder, phrase: str, country: str, sector: str
) -> None:
    found = coder.actor(phrase, on=DAY)
    assert found is not None and found.country == country and sector in ("", found.sector)


@pytest.mark.parametrize("day", ["Friday", "Monday", "May", "March"])
def test_days_and_months_name_nobody(coder: polybius.Coder, day: str) -> None:
    assert coder.actor(day, on=date(2026, 6, 1)) is None


@pytest.mark.parametrize(
    ("sentence", "actors"),
    [
        ("US-Cuban migration talks resumed in Havana.", {"USA", "CUB"}),
        ("Sino-Indian talks were held in Shimla.", {"CHN", "IND"}),
        ("The two Koreas held talks on Friday.", {"KOR", "PRK"}),
        pytest.param(
            "Laos, which borders Vietnam, held talks with it on Thursday.",
            {"LAO", "VNM"},
            marks=pytest.mark.xfail(strict=True, reason="the second judge no longer takes *it* for Vietnam"),
        ),
    ],
)
def test_all_who_talk_are_actors(coder: polybius.Coder, sentence: str, actors: set[str]) -> None:
    events = coder.code(polybius.Document(text=sentence, published=DAY)).events
    assert {a.country for e in events if e.type == "CONSULT" for a in (*e.actors, *e.recipients)} == actors


@pytest.mark.parametrize(
    ("sentence", "country"),
    [
        ("The Sudanese general Omar Bakri accused Egypt of theft.", "SDN"),
        ("His Sudanese counterpart, Omar Bakri, accused Egypt of theft.", "SDN"),
        ("Russia's ally, Bashar al-Assad, accused Egypt of theft.", "SYR"),
        ("Syrian President Bashar al-Assad accused Egypt of theft.", "SYR"),
        ("The Saudi militant Osama bin Laden accused Egypt of theft.", "IMG"),
    ],
)
def test_an_office_of_another_state_tells_a_namesake(coder: polybius.Coder, sentence: str, country: str) -> None:
    [accused] = coder.code(polybius.Document(text=sentence)).events
    assert [a.country for a in accused.actors] == [country]


@pytest.mark.parametrize(
    ("phrase", "on", "country"),
    [
        ("rebels in South Sudan", date(1999, 5, 1), "SDN"),
        ("rebels in South Sudan", date(2015, 5, 1), "SSD"),
        ("Eritrean villagers", date(1990, 5, 1), "ETH"),
        ("Congo", date(1990, 5, 1), "COG"),
        ("Zaire", date(1990, 5, 1), "COD"),
        ("Congo", date(2001, 5, 1), "COD"),
    ],
)
def test_lands_are_of_the_states_of_the_day(coder: polybius.Coder, phrase: str, on: date, country: str) -> None:
    found = coder.actor(phrase, on=on)
    assert found is not None and found.country == country
