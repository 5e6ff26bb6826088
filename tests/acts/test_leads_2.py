"""What news leads tell of charges, threats and refusals: who does them where nobody is named, and what is only looked into or answered."""

from __future__ import annotations

from datetime import date

import pytest

from polybius import Coder, Document
from polybius.model import Event

DAY = date(2016, 6, 15)


def told(coder: Coder, text: str, type_: str) -> Event:
    (event,) = (e for e in coder.code(Document(text=text, published=DAY)).events if e.type == type_)
    return event


def lands(parties: tuple[object, ...]) -> list[object]:
    return [getattr(p, "country", None) for p in parties]


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("Five policemen were charged with murder in Karachi on Monday.", ["PAK"], ["PAK"]),
        ("A Haitian colonel was indicted in Miami on drug charges.", ["USA"], ["HTI"]),
        ("A Rwandan mayor was arraigned in Arusha on Monday.", [], ["RWA"]),  # where the court sits isn't whose it is
    ],
)
def test_who_rules_there_charges(coder: Coder, text: str, actors: list[str], recipients: list[str]) -> None:
    event = told(coder, text, "ACCUSE")
    assert (lands(event.actors), lands(event.recipients)) == (actors, recipients)


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Pirates threatened to kill a French couple.", ["FRA"]),
        ("Three Danish cartoonists had received death threats, police said.", ["DNK"]),
    ],
)
def test_who_is_threatened_is_told(coder: Coder, text: str, recipients: list[str]) -> None:
    event = told(coder, text, "THREATEN")
    assert (lands(event.actors) in ([], [None]), lands(event.recipients)) == (True, recipients)


def test_an_announced_stoppage_needs_nobody_to_hear_it(coder: Coder) -> None:
    event = told(coder, "Zambian copper miners threatened a walkout over safety.", "THREATEN")
    assert (lands(event.actors), event.mode) == (["ZMB"], "restrict")


def test_who_will_sue_threatens(coder: Coder) -> None:
    assert told(coder, "Poland said it would sue Germany over the pipeline.", "THREATEN").status == "asserted"


def test_claims_that_are_looked_into_arent_told(coder: Coder) -> None:
    text = "Danish police are investigating claims that officers beat Swedish fans."
    assert told(coder, text, "ASSAULT").status == "hypothetical"


@pytest.mark.parametrize(
    "text", ["Malawi gave a flat no to Zambia.", "Fiji's army chief would have none of a plan by New Zealand."]
)
def test_a_no_that_is_given_is_told(coder: Coder, text: str) -> None:
    assert told(coder, text, "REJECT").status == "asserted"


def test_the_year_of_what_a_probe_is_over_is_its_own(coder: Coder) -> None:
    text = "Peruvian prosecutors have opened a probe of five army officers over the killing of peasants in a village in 1985."
    assert told(coder, text, "ACCUSE").status == "asserted"


def test_ministers_of_a_region_are_of_many_states(coder: Coder) -> None:
    text = "Myanmar's generals brushed aside an appeal from Southeast Asian ministers."
    assert lands(told(coder, text, "REJECT").recipients) == ["IGO"]
