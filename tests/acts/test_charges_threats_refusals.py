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


def test_who_denies_and_accuses_accuses(coder: Coder) -> None:
    text = "Iran denied that it had armed the rebels and accused Saudi Arabia of lying."
    event = told(coder, text, "ACCUSE")
    assert (lands(event.actors), lands(event.recipients), event.status) == (["IRN"], ["SAU"], "asserted")


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Russia and China vetoed a draft Security Council resolution put forward by France.", ["FRA"]),
        ("India has cancelled a meeting of its foreign secretary with his Pakistani counterpart.", ["PAK"]),
        ('Peru rejected as "unacceptable" a Chilean map of the sea border.', ["CHL"]),
        ("Togo dismissed as groundless a Ghanaian complaint about reefs.", ["GHA"]),
    ],
)
def test_whom_a_refusal_meets(coder: Coder, text: str, recipients: list[str]) -> None:
    assert lands(told(coder, text, "REJECT").recipients) == recipients


def test_what_is_called_in_quotation_marks(coder: Coder) -> None:
    text = 'The Kremlin called a Czech decision to remove the statue of a Soviet marshal "outrageous and cynical".'
    assert lands(told(coder, text, "ACCUSE").recipients) == ["CZE"]


def test_what_soldiers_are_accused_of_isnt_told(coder: Coder) -> None:
    events = coder.code(Document(text="Kenya accused Ethiopian soldiers of killing herders.")).events
    assert [e.type for e in events if e.status == "asserted"] == ["ACCUSE"]


@pytest.mark.parametrize(
    ("text", "land"),
    [
        ("The truth commission blamed the Chadian army for massacres.", "TCD"),
        ("State auditors accused the Kenyan health minister of theft.", "KEN"),
    ],
)
def test_who_watches_rulers_is_of_their_land(coder: Coder, text: str, land: str) -> None:
    assert lands(told(coder, text, "ACCUSE").actors) == [land]


def test_a_strike_threatened_over_what_a_government_did_is_against_it(coder: Coder) -> None:
    text = "Unions of South African workers said they would strike from June 1 over the government's refusal to raise wages."
    event = told(coder, text, "THREATEN")
    assert (lands(event.actors), lands(event.recipients)) == (["ZAF"], ["ZAF"])
