"""What is answered in kind or taken up, whose sailors are jailed, who is faced by who leaves talks, boycotts a vote or strikes down a law."""

import pytest

from polybius import Coder
from tests.acts.stories import sides


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        ("Norway expelled two Chilean diplomats. Chile responded in kind on Friday.", "SANCTION", ["CHL"], ["NOR"]),
        ("Fiji accused Tonga of theft. Tonga replied in kind.", "ACCUSE", ["TON"], ["FJI"]),
        ("Norway offered Chad a loan. Chad accepted it on Monday.", "AGREE", ["TCD"], ["NOR"]),
        (
            "Denmark shelled a Latvian ship. Denmark said it was sorry for the loss of life.",
            "CONCEDE",
            ["DNK"],
            ["LVA"],
        ),
        ("Togo walked out of the talks in Oslo after Benin insulted its envoy.", "REJECT", ["TGO"], ["BEN"]),
        ("Togo recalled its envoy after a Ghanaian court jailed three of its sailors.", "COERCE", ["GHA"], ["TGO"]),
        ("Opposition parties in Chile said they would boycott the vote.", "THREATEN", ["CHL"], ["CHL"]),
        ("Chile's supreme court struck down a law on strikes.", "SANCTION", ["CHL"], ["CHL"]),
        ("Norway urged Chad and Niger to halt and offered to mediate.", "AGREE", ["NOR"], ["TCD", "NER"]),
        ("The regional bloc suspended Mali.", "SANCTION", ["IGO"], ["MLI"]),
        ("The customs union lifted its embargo on Chile.", "RETREAT", ["IGO"], ["CHL"]),
    ],
)  # fmt: skip
def test_whom_it_is_towards(coder: Coder, text: str, type_: str, actors: list[str], recipients: list[str]) -> None:
    assert (actors, recipients) in sides(coder, text, type_)


def test_an_unmarked_clause_behind_a_list_begins_with_who_acts(coder: Coder) -> None:
    text = "Norway put tariffs on Chilean copper and Chile retaliated in kind."
    assert (["CHL"], ["NOR"]) in sides(coder, text, "SANCTION")


def test_those_of_one_noun_are_listed(coder: Coder) -> None:
    text = "Troops from Mali and Togo withdrew from the border under a deal brokered by Norway."
    assert [(a, set(r)) for a, r in sides(coder, text, "CONSULT")] == [(["NOR"], {"MLI", "TGO"})]


def test_its_president_may_be_anybodys(coder: Coder) -> None:
    text = "Togo protested after Ghana arrested its president."
    assert (["GHA"], ["TGO"]) not in sides(coder, text, "COERCE")
