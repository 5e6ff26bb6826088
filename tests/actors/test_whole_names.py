"""Names of bodies that a parse cuts are one party."""

from __future__ import annotations

import pytest

from polybius import Coder, Document


@pytest.mark.parametrize(
    ("text", "actor", "recipient"),
    [
        ("Chad accused Save the Children of spying on Monday.", "TCD", "NGO"),
        ("Chad was condemned by Law and Justice on Monday.", "POL", "TCD"),
        ("Chad was condemned by Umkhonto we Sizwe on Monday.", "ZAF", "TCD"),
        ("Lashkar-e-Taiba threatened to attack Nepal.", "PAK", "NPL"),
        ("Chad rejected the Organization of African Unity's demands.", "TCD", "IGO"),
        ("Chad accused the International Criminal Tribunal for the former Yugoslavia of bias.", "TCD", "UNO"),
        ("Leaders of Law and Justice condemned Chad.", "POL", "TCD"),
    ],
)
def test_cut_names_are_whole(coder: Coder, text: str, actor: str, recipient: str) -> None:
    event = next(e for e in coder.code(Document(text=text)).events)
    assert ([a.country for a in event.actors], [r.country for r in event.recipients]) == ([actor], [recipient])


def test_a_name_beside_others_leaves_them(coder: Coder) -> None:
    event = coder.code(Document(text="Togo, Peru and Save the Children condemned Chad.")).events[0]
    assert [a.country for a in event.actors] == ["TGO", "PER", "NGO"]


def test_a_ministry_is_not_the_party_whose_name_ends_its_own(coder: Coder) -> None:
    event = coder.code(Document(text="Nepal's Ministry of Law and Justice condemned Chad.")).events[0]
    assert [a.country for a in event.actors] == ["NPL"]


def test_a_time_is_no_part_of_a_name(coder: Coder) -> None:
    event = coder.code(Document(text="Norwegian diplomats met officials from FLEC on Monday.")).events[0]
    assert {a.country for a in event.actors} == {"NOR", "AGO"}
