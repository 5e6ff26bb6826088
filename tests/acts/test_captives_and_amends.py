"""What later sentences of a story tell of captives, ransoms, amends and answers is between those who were told of before."""

import pytest

from polybius import Coder
from tests.acts.stories import sides

TAKEN = "Gunmen from Oman kidnapped three Danish nurses. "


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        (TAKEN + "They threatened to kill the hostages.", "THREATEN"),
        (TAKEN + "Two of the captives were freed on Friday.", "RETREAT"),
        ("Omani soldiers abducted two Danish nurses. The soldiers later released one of them.", "RETREAT"),
        ("Oman detained nine Danish fishermen. Their boats were confiscated.", "COERCE"),
        ("Oman detained nine Danish fishermen. Oman pardoned the men on Friday.", "CONCEDE"),
        ("Oman seized a Danish trawler. Its captain was fined 20,000 dollars.", "SANCTION"),
        ("Oman's navy seized a Danish fishing boat. The vessel was escorted to a naval base.", "COERCE"),
        ("An Omani warplane shot down a Danish military plane. The pilot was captured.", "ASSAULT"),
    ],
)
def test_captives(coder: Coder, text: str, type_: str) -> None:
    assert sides(coder, text, type_) == [(["OMN"], ["DNK"])]


def test_a_ransom_is_asked_of_those_whose_the_captives_are(coder: Coder) -> None:
    told = [sides(coder, TAKEN + "The kidnappers demanded a ransom.", type_) for type_ in ("REQUEST", "ASSAULT")]
    assert (["OMN"], ["DNK"]) in [pair for found in told for pair in found]


@pytest.mark.parametrize(
    "demand",
    ["demanded that he be handed over", "demanded that he be released", "demanded the return of the engineer"],
)
def test_release_is_asked_of_who_holds(coder: Coder, demand: str) -> None:
    assert sides(coder, f"Oman arrested a Danish engineer. Denmark {demand}.", "REQUEST") == [(["DNK"], ["OMN"])]


CROSSED = "Danish soldiers crossed into Omani territory. "


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        (CROSSED + "Denmark apologised for the incursion.", "CONCEDE", (["DNK"], ["OMN"])),
        (
            CROSSED + "Denmark apologised for the incursion. In return, Oman pulled back its forces.",
            "RETREAT",
            (["OMN"], ["DNK"]),
        ),
        (
            "Danish jets bombed a village in Oman. The raids killed 12 people. Oman vowed to respond.",
            "THREATEN",
            (["OMN"], ["DNK"]),
        ),
        (
            "Protesters stormed the Danish embassy in Muscat. Oman apologised for the attack.",
            "CONCEDE",
            (["OMN"], ["DNK"]),
        ),
    ],
)
def test_amends_and_answers(coder: Coder, text: str, type_: str, expected: tuple[list[str], list[str]]) -> None:
    assert expected in sides(coder, text, type_)
