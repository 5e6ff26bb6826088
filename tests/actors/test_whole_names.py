"""Names of bodies that a parse cuts are one party."""

from __future__ import annotations

import pytest

from polybius import Coder, Document, hanging
from polybius.actors import wholes


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


@pytest.mark.parametrize(
    "sentence",
    [
        "Accused by Law and Justice of lying, Save the Children's director for Justice and Development left Save the Children.",
        "The National League for Democracy's leader, whom Doctors Without Borders and Law and Justice praised, met Save the Children.",
        "Of Justice and Development, for Law and Justice and against Save the Children, Peru's Union for National Progress said nothing.",
    ],
)
def test_no_word_hangs_on_itself_by_way_of_others(coder: Coder, sentence: str) -> None:
    (doc,) = coder.language.parse([sentence])
    wholes.mend(doc, coder.resolver.resolve, None, "")
    for word in doc:
        here, steps = word, 0
        while here.head != here:
            here, steps = here.head, steps + 1
            assert steps <= len(doc)


def test_a_circle_of_words_is_no_tree(coder: Coder) -> None:
    (doc,) = coder.language.parse(["Peru condemned Chile on Monday."])
    assert hanging.is_tree(doc, {})
    assert not hanging.is_tree(doc, {1: 3})
