"""Bodies of several words that stand before a noun: whose plan, summit, mission it is."""

import pytest

from polybius import Coder, Document


@pytest.mark.parametrize(
    ("sentence", "country"),
    [
        ("Malawi rejected a European Union plan.", "EUR"),
        ("Kenya criticised the African Union meeting in Addis Ababa.", "IGO"),
        ("Kenya rejected an International Court of Justice decision.", "UNO"),
        ("Kenya denounced the Soviet Union plan for Mozambique.", "RUS"),
    ],
)
def test_whose_a_matter_is(coder: Coder, sentence: str, country: str) -> None:
    (event,) = coder.code(Document(text=sentence)).events
    assert [r.country for r in event.recipients] == [country]


@pytest.mark.parametrize(
    ("sentence", "country"),
    [
        ("An Organization of American States mission visited Haiti.", "IGO"),
        ("A Bank of Japan official visited Haiti.", "JPN"),
    ],
)
def test_whose_people_act(coder: Coder, sentence: str, country: str) -> None:
    (event,) = coder.code(Document(text=sentence)).events
    assert [a.country for a in event.actors] == [country]


def test_a_union_in_small_letters_is_of_workers(coder: Coder) -> None:
    (event,) = coder.code(Document(text="A Peruvian union march in Lima denounced Chile.")).events
    assert [a.country for a in event.actors] == ["PER"]
