"""Who says what is told: by whose statement or source, behind the act, and after a fronted participle."""

import pytest

from polybius import Coder, Document


@pytest.mark.parametrize(
    "sentence",
    [
        "A statement from the Chilean navy said Peru had freed six Bolivian soldiers.",
        "Sources in the Chilean government said Peru had freed six Bolivian soldiers.",
        "A report by Chile's ombudsman says Peru has freed six Bolivian soldiers.",
        "Peru has freed six Bolivian soldiers, Chile's foreign minister told reporters.",
        "Peru has freed six Bolivian soldiers, the Chilean foreign minister wrote on Twitter.",
        "Speaking in Lima, Chile's president said Peru had freed six Bolivian soldiers.",
    ],
)
def test_who_vouches(coder: Coder, sentence: str) -> None:
    (event,) = coder.code(Document(text=sentence)).events
    assert event.type == "RETREAT"
    assert event.attribution is not None
    assert event.attribution.country == "CHL"


def test_who_does_something_else_says_nothing(coder: Coder) -> None:
    (event, *_) = coder.code(Document(text="Peru freed six soldiers, and Chile told its envoys to wait.")).events
    assert event.attribution is None


def test_who_stands_after_a_fronted_participle_acts(coder: Coder) -> None:
    (event,) = coder.code(Document(text="Speaking in Lima, Chile's president condemned Cuba.")).events
    assert [a.country for a in event.actors] == ["CHL"]
