"""What a verb of judging dismisses, told behind what it is called, is its object; who lay down their tools act."""

from __future__ import annotations

import pytest

from polybius import Coder, Document


def head(coder: Coder, sentence: str, word: str) -> tuple[str, str]:
    """The word on which the first ``word`` of a sentence hangs, and how."""
    token = next(t for t in coder.language.parse([sentence])[0] if t.lower_ == word)
    return token.head.text, token.dep_


@pytest.mark.parametrize(
    ("sentence", "word", "verb"),
    [
        ("Cuba has denounced as cynical a U.S. plan to beam broadcasts to the island.", "plan", "denounced"),
        ("Kenya condemned as reckless a raid by Somali gunmen.", "raid", "condemned"),
        ("Zambian unions will down tools on Monday.", "tools", "down"),
    ],
)
def test_is_the_object(coder: Coder, sentence: str, word: str, verb: str) -> None:
    assert head(coder, sentence, word) == (verb, "dobj")


def test_a_preposition_stays_one(coder: Coder) -> None:
    assert head(coder, "The crew will climb down ladders on Monday.", "ladders")[1] != "ROOT"


def test_regions_called_after_a_quarter_are_not_the_west(coder: Coder) -> None:
    events = coder.code(Document(text="Rustlers from West Pokot raided a village in Turkana on Sunday.")).events
    assert {a.country for e in events for a in e.actors} == {"KEN"}


def test_governors_of_states_whose_name_is_a_common_noun(coder: Coder) -> None:
    event = coder.code(Document(text="The Plateau State governor clamped a curfew on Jos.")).events[0]
    assert [a.country for a in event.actors] == ["NGA"]
