"""Bands that are called again go on to hit whom they hit before, and who stops them is of the land that they hit."""

import pytest

from polybius import Coder
from tests.acts.stories import sides


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        (
            "Rebels backed by Chad raided a Togolese army post. The attackers killed eight soldiers.",
            "ASSAULT",
            ([None], ["TGO"]),
        ),
        (
            "Fighting broke out between Chadian soldiers and rebels. The rebels captured two towns.",
            "ASSAULT",
            (["TCD"], ["TCD"]),
        ),
        ("Rebels backed by Chad attacked a Togolese base. The rebels withdrew.", "RETREAT", ([None], ["TGO"])),
        ("Togolese soldiers crossed into Chadian territory. They withdrew at dusk.", "RETREAT", (["TGO"], ["TCD"])),
        (
            "Pirates seized a Togolese tanker off Chad. The pirates are holding 20 sailors.",
            "ASSAULT",
            (["TCD"], ["TGO"]),
        ),
        (
            "Protesters stormed the Togolese embassy in Ndjamena. They tore down the flag and smashed windows.",
            "PROTEST",
            (["TCD"], ["TGO"]),
        ),
        (
            "The president of Chad was attacked by a Togolese gunman. The attacker was shot dead by guards.",
            "ASSAULT",
            (["TCD"], ["TGO"]),
        ),
        (
            "Chadian police arrested a Togolese priest. Togo condemned the arrest. It recalled its ambassador.",
            "SANCTION",
            (["TGO"], ["TCD"]),
        ),
        (
            "Soldiers seized power in Chad. Togo condemned the coup. It demanded an apology.",
            "REQUEST",
            (["TGO"], ["TCD"]),
        ),
    ],
)
def test_who_is_called_again(
    coder: Coder, text: str, type_: str, expected: tuple[list[str | None], list[str | None]]
) -> None:
    assert expected in sides(coder, text, type_)


def test_guards_who_stop_nobody_told_before(coder: Coder) -> None:
    text = "The president of Chad met a Togolese priest. The attacker was shot dead by guards."
    assert (["TCD"], ["TGO"]) not in sides(coder, text, "ASSAULT")


@pytest.mark.parametrize("verb", ["resign", "apologise"])
@pytest.mark.parametrize("who", ["the finance minister", "the prime minister"])
def test_asked_of_whom_the_clause_names(coder: Coder, verb: str, who: str) -> None:
    text = f"Thousands of people marched in Lome. The marchers demanded that {who} {verb}."
    assert (["TGO"], ["TGO"]) in sides(coder, text, "REQUEST")


def test_a_junta_is_of_the_land_whose_power_was_seized(coder: Coder) -> None:
    text = "Soldiers seized power in Chad. Togo condemned the coup. The junta promised elections within a year."
    assert all(actors == ["TCD"] and "TGO" not in recipients for actors, recipients in sides(coder, text, "AGREE"))


def test_who_is_to_be_punished_need_not_be_whom_one_dealt_with(coder: Coder) -> None:
    text = "Protesters stormed the Togolese embassy in Ndjamena. Chad apologised for the attack. It vowed to punish those responsible."
    assert (["TCD"], ["TGO"]) not in sides(coder, text, "THREATEN")
