"""Whom "both sides" means where who speaks is one of the two, and whom orders at home are given to."""

import pytest

from polybius import Coder, Document


def told(coder: Coder, text: str, type_: str) -> list[tuple[set[str | None], set[str | None]]]:
    """The countries of both sides of all events of a type."""
    events = coder.code(Document(text=text)).events
    return [({a.country for a in e.actors}, {r.country for r in e.recipients}) for e in events if e.type == type_]


@pytest.mark.parametrize(
    "text",
    [
        "After talks with his Omani counterpart, Iraq's oil minister said both sides had agreed to share the field.",
        "Iraq's oil minister, speaking after a meeting with his Omani counterpart in Rome, said the two sides had agreed to share the field.",
        "Iraq's oil minister met his Omani counterpart in Rome and said the two sides had agreed to share the field.",
    ],
)
def test_who_tells_of_his_own_talks_is_one_of_both_sides(coder: Coder, text: str) -> None:
    assert told(coder, text, "AGREE") == [({"IRQ", "OMN"}, set())]


def test_who_tells_of_others_talks_is_neither(coder: Coder) -> None:
    text = "Chad and Niger met in Geneva on Monday. Norway said both sides had agreed to share the lake."
    assert told(coder, text, "AGREE") == [({"TCD", "NER"}, set())]


@pytest.mark.parametrize(
    ("text", "land"),
    [
        ("A Malian court ordered the government to publish a treaty with Niger.", "MLI"),
        ("Bolivia's president ordered the army to guard a pipeline to Brazil.", "BOL"),
        ("Ghana's president ordered police to search trucks from Togo.", "GHA"),
    ],
)
def test_orders_are_given_at_home_whatever_other_land_is_named(coder: Coder, text: str, land: str) -> None:
    assert told(coder, text, "REQUEST") == [({land}, {land})]


def test_an_order_to_the_police_of_another_land_is_to_them(coder: Coder) -> None:
    assert told(coder, "France told the Malian police to free a priest.", "REQUEST") == [({"FRA"}, {"MLI"})]
