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
