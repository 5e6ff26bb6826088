"""Feasts against days that are known, and the tables against the moon."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from polybius.errors import LexiconError
from polybius.when.feasts import feast_days
from polybius.when.words import words

KNOWN = [
    ("easter", 2000, "2000-04-23"),
    ("easter", 2024, "2024-03-31"),
    ("orthodox easter", 2018, "2018-04-08"),
    ("orthodox easter", 2024, "2024-05-05"),
    ("yom kippur", 1973, "1973-10-06"),
    ("passover", 2018, "2018-03-31"),
    ("rosh hashanah", 2023, "2023-09-16"),
    ("hanukkah", 2017, "2017-12-13"),
    ("shavuot", 2018, "2018-05-20"),
    ("thanksgiving", 2018, "2018-11-22"),
    ("memorial day", 2021, "2021-05-31"),
    ("martin luther king day", 2021, "2021-01-18"),
]


@pytest.mark.parametrize(("name", "year", "answer"), KNOWN)
def test_known_day(name: str, year: int, answer: str) -> None:
    assert str(feast_days(name, year)[0][0]) == answer


@pytest.mark.parametrize(
    ("name", "seen"),
    [
        ("eid al-fitr", date(2017, 6, 25)),
        ("eid al-adha", date(2018, 8, 21)),
        ("ramadan", date(2022, 4, 2)),
        ("ashura", date(2018, 9, 20)),
    ],
)
def test_reckoned_islamic_days_are_at_most_one_off(name: str, seen: date) -> None:
    assert min(abs((start - seen).days) for start, _ in feast_days(name, seen.year)) <= 1


def test_an_islamic_feast_can_come_twice_a_year() -> None:
    assert len(feast_days("eid al-adha", 2006)) == 2


def age_of_moon(day: date) -> float:
    """Days since the mean new moon, at noon in East Asia; the mean may be most of a day off the true one."""
    return ((day - date(2000, 1, 6)).days + 4 / 24 - 18.2 / 24) % 29.530588


@pytest.mark.parametrize("name", ["lunar_new_year", "mid_autumn", "diwali"])
def test_tables_keep_to_the_moon(name: str) -> None:
    wanted = {"lunar_new_year": 0.0, "mid_autumn": 14.5, "diwali": 29.0}[name]
    for year, (month, day) in words().tables[name].items():
        age = age_of_moon(date(year, month, day))
        off = min(abs(age - wanted), 29.530588 - abs(age - wanted))
        assert off <= 1.6, (name, year, age)


def test_unknown_feasts_and_years_have_no_day() -> None:
    assert feast_days("independence day", 2017) == ()
    assert feast_days("diwali", 1900) == ()
    assert feast_days("easter", 1) == ()


def test_a_broken_lexicon_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = tmp_path / "time.yaml"
    broken.write_text("months: [january]\n", encoding="utf-8")
    monkeypatch.setattr("polybius.when.words.PATH", broken)
    with pytest.raises(LexiconError, match=r"time\.yaml:1"):
        words.__wrapped__()
