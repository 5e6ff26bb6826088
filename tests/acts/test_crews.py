"""Whose the crews of craft are, what waters are named after, what a protest at home is against."""

import pytest

from polybius import Coder, Document


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("Norway arrested the crew of a Russian trawler on Monday.", "RUS"),
        ("Libya detained the captain of an Italian fishing boat.", "ITA"),
        ("Police in Egypt shot the driver of a Sudanese lorry.", "SDN"),
        ("Malta seized two Turkish tugs off Gozo and detained their four sailors.", "TUR"),
        ("Egypt arrested the driver of a German car.", "EGY"),  # a make, often
    ],
)
def test_a_crew_is_of_the_land_of_its_craft(coder: Coder, text: str, recipient: str) -> None:
    event = [e for e in coder.code(Document(text=text)).events if e.type in ("COERCE", "ASSAULT")][-1]
    assert [r.country for r in event.recipients] == [recipient]


@pytest.mark.parametrize(
    "text",
    [
        "North Korea fired two missiles into the Sea of Japan on Monday.",
        "Iran held naval drills in the Gulf of Oman.",
        "Venezuela sent a frigate to the Gulf of Mexico.",
    ],
)
def test_a_water_is_nobody(coder: Coder, text: str) -> None:
    event = next(e for e in coder.code(Document(text=text)).events if e.type == "MOBILIZE")
    assert event.recipients == ()


@pytest.mark.parametrize(
    "text", ["Students in Chad demonstrated against the amnesty.", "Kenyan drivers protested against the toll."]
)
def test_amnesties_and_tolls_are_of_rulers(coder: Coder, text: str) -> None:
    event = next(e for e in coder.code(Document(text=text)).events if e.type == "PROTEST")
    assert [r.sector for r in event.recipients] == ["GOV"]
