"""Acts whose words say more than a judge sees: orders to one's own traders, goods stopped at a border, frames that are sure of themselves."""

from datetime import date

import pytest

from polybius import Coder, Document


@pytest.mark.parametrize(
    ("text", "type_", "actor", "recipient"),
    [
        (
            "Refiners in Athens were ordered by the energy ministry on Friday to stop importing oil from Turkey.",
            "SANCTION",
            "GRC",
            "TUR",
        ),
        ("Chilean customs stopped fruit from Peru at the border last week.", "SANCTION", "CHL", "PER"),
        (
            "Peruvian insurers, which have been banned from lending to Bolivia, complained.",
            "SANCTION",
            "PER",
            "BOL",
        ),
        (
            "While its envoy packed, Canada classed Sudan among the sponsors of terrorism.",
            "SANCTION",
            "CAN",
            "SDN",
        ),
        (
            "No talks could be held, Greece's cabinet said late in the evening, until Turkey had moved its ships.",
            "REJECT",
            "GRC",
            "",
        ),
        (
            "Iran's army tried a second launch in May, and the rocket crashed within a minute.",
            "MOBILIZE",
            "IRN",
            "",
        ),
    ],
)
def test_an_act_stands(coder: Coder, text: str, type_: str, actor: str, recipient: str) -> None:
    events = [e for e in coder.code(Document(text=text, published=date(2016, 6, 15))).events if e.type == type_]
    told = {(a.country, r.country if r else "") for e in events for a in e.actors for r in (e.recipients or (None,))}
    assert (actor, recipient) in told


def test_an_order_to_traders_at_home_asks_them(coder: Coder) -> None:
    text = "Kenya told traders to stop selling rotten fish in Mombasa."
    assert [e.type for e in coder.code(Document(text=text, published=date(2016, 6, 15))).events] == ["REQUEST"]
