"""Clauses about a pact that a parser breaks, the two for whom one phrase stood before, and refusals until something is done."""

import pytest

from polybius import Coder
from tests import coders
from tests.acts.stories import sides


@pytest.mark.parametrize(
    "text",
    [
        "Kenya and Sudan opened a bridge. The plan was set out in the trade accord that the two finance ministers signed in May.",
        "The two Sudans and the African Union opened a bridge on Monday. It was set out in the trade accord that the two finance "
        "ministers signed in May.",
    ],
)
def test_who_signed_the_pact_that_a_sentence_names(coder: Coder, text: str) -> None:
    ((signing, _),) = sides(coder, text, "SUPPORT")
    assert set(signing) == ({"KEN", "SDN"} if "Kenya" in text else {"SDN", "SSD"})


def test_the_two_of_one_phrase_are_both_sides(coder: Coder) -> None:
    text = "The two Congos and Angola opened a bridge on Monday. Both sides hailed it."
    ((hailing, _),) = sides(coder, text, "SUPPORT")
    assert set(hailing) == {"COD", "COG"}


def test_until_when_a_ministry_refuses_talks(coder: Coder) -> None:
    text = "No negotiations could be held, Kenya's foreign ministry said, until Sudan freed its prisoners."
    ((refusing, _),) = sides(coders.coder(0.03), text, "REJECT")
    assert refusing == ["KEN"]


def test_a_national_security_council_is_of_the_state_told_of(coder: Coder) -> None:
    text = "The Kremlin was silent on Monday. A spokeswoman for the National Security Council condemned Norway."
    assert sides(coder, text, "ACCUSE") == [(["RUS"], ["NOR"])]
