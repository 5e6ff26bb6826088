"""Whose soldiers a state speaks of, of which land a clause with "where" tells, who turns somebody out, and clauses that a semicolon parts."""

from __future__ import annotations

import pytest

from polybius import Coder
from polybius.model import Document


def _told(coder: Coder, text: str, type_: str) -> list[tuple[list[str | None], list[str | None]]]:
    events = (e for e in coder.code(Document(text=text)).events if e.type == type_)
    return [([a.country for a in e.actors], [r.country for r in e.recipients]) for e in events]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Nepal said that Chinese guards had shot three policemen.", (["CHN"], ["NPL"])),
        ("The Omani navy said Iranian gunboats had fired at a patrol.", (["IRN"], ["OMN"])),
        ("Two sentries were wounded by Tajik smugglers, Uzbekistan said.", (["TJK"], ["UZB"])),
        # Of villagers strangers speak as well, and where it was may tell whose they are.
        ("Norway said that Sudanese troops had killed villagers.", (["SDN"], ["SDN"])),
        ("Kenya said Somali fighters had killed two policemen in Kismayo.", (["SOM"], ["SOM"])),
    ],
)
def test_a_state_tells_of_its_own_losses(
    coder: Coder, text: str, sides: tuple[list[str | None], list[str | None]]
) -> None:
    assert sides in _told(coder, text, "ASSAULT")


@pytest.mark.parametrize(
    ("text", "type_", "sides"),
    [
        ("Denmark closed its embassy in Burundi, where soldiers shot protesters.", "ASSAULT", (["BDI"], ["BDI"])),
        ("Japan cut its aid to Fiji, where the army has arrested deputies.", "COERCE", (["FJI"], ["FJI"])),
        ("Norway recalled its envoy from Sudan, where police had beaten a Norwegian nurse.", "ASSAULT", (["SDN"], ["NOR"])),
    ],
)  # fmt: skip
def test_a_clause_with_where_is_set_in_the_land_it_describes(
    coder: Coder, text: str, type_: str, sides: tuple[list[str | None], list[str | None]]
) -> None:
    assert sides in _told(coder, text, type_)


@pytest.mark.parametrize(
    ("text", "type_", "sides"),
    [
        ("A Ghanaian diplomat was ordered to leave Gabon.", "SANCTION", (["GAB"], ["GHA"])),
        ("Half of the Malian nurses seized by Nigerian rebels were set free.", "RETREAT", (["NGA"], ["MLI"])),
        ("The Maltese president told the Danish envoy that Libya must withdraw.", "REQUEST", (["MLT"], ["LBY"])),
        ("Chile told Bolivia that it must free the pilots.", "REQUEST", (["CHL"], ["BOL"])),
        ("Peru arrested two Chilean spies; Chile called it a provocation.", "COERCE", (["PER"], ["CHL"])),
        ("Athens accused Tirana of arming smugglers; Tirana denied it.", "ACCUSE", (["GRC"], ["ALB"])),
    ],
)
def test_sides(coder: Coder, text: str, type_: str, sides: tuple[list[str | None], list[str | None]]) -> None:
    assert sides in _told(coder, text, type_)


def test_what_a_clause_after_a_semicolon_denies_was_said(coder: Coder) -> None:
    events = coder.code(Document(text="Athens accused Tirana of arming smugglers; Tirana denied it.")).events
    accused = next(e for e in events if e.type == "ACCUSE")
    assert (accused.status, accused.attribution) == ("asserted", None)
