"""Where a report tells a year of the past and comes back to its own day, and clauses that tell what has long been so."""

from datetime import date

import pytest

from polybius import Coder, Document


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The last talks failed in 2011 at short notice. The army of Chad bombed two villages of Sudan.", "historical"),
        (
            'The last talks failed in 2011 at short notice. "I am sad," said a baker. The army of Chad bombed two villages of Sudan.',
            "asserted",
        ),
        ("The president has ruled since a coup in 2011. The army of Chad bombed two villages of Sudan.", "asserted"),
        (
            "Chad, which abolished its senate in 2011, held talks with Kenya. The army bombed two villages of Sudan.",
            "asserted",
        ),
        ("Kenya has long accused Sudan of theft.", "historical"),
        ("Kenya has accused Sudan of theft.", "asserted"),
        ("Ties have been bad since Kenya accused Sudan of theft.", "historical"),
        ("Ties have been bad since Kenya accused Sudan of theft last week.", "asserted"),
        ("Kenya buys most of its oil from Sudan.", "hypothetical"),
        ("Kenya bought most of its oil from Sudan.", "asserted"),
    ],
)
def test_status(coder: Coder, text: str, status: str) -> None:
    *_, event = coder.code(Document(text=text, published=date(2016, 6, 15))).events
    assert event.status == status


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Under a deal reached in Quito on Sunday, Peru will open its ports to Bolivia in July.", date(2016, 6, 12)),
        ("Peru will lend Bolivia two ships in July under the accord of Friday.", date(2016, 6, 10)),
        ("Under an agreement on fishing Peru and Chile will meet in July.", date(2016, 7, 1)),
    ],
)
def test_what_will_be_done_under_an_accord_was_promised_on_its_day(coder: Coder, text: str, day: date) -> None:
    event = max(coder.code(Document(text=text, published=date(2016, 6, 15))).events, key=lambda e: e.confidence)
    assert event.type == "AGREE" and event.when is not None and event.when.start == day
