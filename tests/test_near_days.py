"""Days of what stands beside an act: they are only near its own, or not its own at all."""

from __future__ import annotations

from datetime import date

import pytest

from polybius import Coder, Document
from polybius.model import Event

SATURDAY = date(2016, 6, 18)


def _event(coder: Coder, text: str, trigger: str) -> Event:
    events = coder.code(Document(text=text, published=SATURDAY)).events
    return next(e for e in events if e.trigger.of(text) == trigger)


@pytest.mark.parametrize(
    ("text", "trigger", "basis"),
    [
        ("Four Swiss engineers released by Mali's rebels landed in Geneva on Thursday.", "released", "weekday of another clause"),
        ("Mali's rebels released four Swiss engineers on Thursday.", "released", "weekday"),
        ("Chad has freed six Cameroonian soldiers, and they came home on Wednesday.", "freed", "weekday of another clause"),
        ("Two Dutch sailors were beaten by Turkish policemen earlier in the day.", "beaten", "publication"),
        ("Greece rejected the verdict, its minister warning that it broke a treaty in force since 1923.", "rejected", "publication"),
        ("Ghana has banned cement from Togo, its trade ministry announced on Thursday.", "banned", "weekday of another clause"),
        ("Niger has forbidden Malian traders to leave Niamey, although three came home on Thursday.", "forbidden", "weekday of another clause"),
        ("Serbia and Russia have shelved their exercise, and on Friday the army of Belarus suspended two drills.", "shelved", "weekday of another clause"),
        ("The sanctions on Togo were imposed by Ghana under a law passed in April.", "imposed", "publication"),
        ("The sanctions on Togo were imposed by Ghana in April.", "imposed", "month"),
        ("Having closed the Kenyan mine in April, Uganda has decided to let Kenyan traders return.", "let", "publication"),
        ("Armenia offered talks with Azerbaijan on July 1.", "offered", "publication"),
    ],
)  # fmt: skip
def test_on_what_a_day_is_based(coder: Coder, text: str, trigger: str, basis: str) -> None:
    when = _event(coder, text, trigger).when
    assert when is not None and when.basis == basis


def test_what_has_lasted_since_long_ago_is_another_thing(coder: Coder) -> None:
    text = "Greece rejected the verdict, its minister warning that it broke a treaty in force since 1923."
    when = _event(coder, text, "rejected").when
    assert when is not None and when.start == SATURDAY


def test_what_was_agreed_on_a_day_was_agreed_before(coder: Coder) -> None:
    when = _event(
        coder, "Peru and Chile will open a second border crossing, they agreed in Lima on Wednesday.", "open"
    ).when
    assert when is not None and when.start == date(2016, 6, 15)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Some 5,000 Danish soldiers are exercising with Norway, against 9,000 last year, but Norway denied that it was smaller.", "denied"),
        ("Chad has expelled 40 Sudanese traders, against 20 last year.", "expelled"),
    ],
)  # fmt: skip
def test_a_number_of_another_year_dates_nothing(coder: Coder, text: str, trigger: str) -> None:
    event = _event(coder, text, trigger)
    assert event.when is not None and event.when.basis == "publication"
