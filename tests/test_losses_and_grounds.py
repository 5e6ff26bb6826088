"""Whose soldiers a state speaks of, of which land a clause with "where" tells, who turns somebody out, and clauses that a semicolon parts."""

from __future__ import annotations

import pytest

from polybius import Coder
from polybius.acts import contexts
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
        ("Honduras said that Nicaraguan gunboats had sunk a trawler and wounded two fishermen.", (["NIC"], ["HND"])),
    ],
)
def test_a_state_tells_of_its_own_losses(
    coder: Coder, text: str, sides: tuple[list[str | None], list[str | None]]
) -> None:
    assert sides in _told(coder, text, "ASSAULT")


@pytest.mark.parametrize(
    ("text", "type_", "sides"),
    [
        ("Gabon said that Angola had rejected the offer.", "REJECT", (["AGO"], ["GAB"])),
        ("Latvia said Estonia had agreed to send two icebreakers.", "AGREE", (["EST"], ["LVA"])),
        ("Laos said that Thailand had demanded an apology.", "REQUEST", (["THA"], ["LAO"])),
        ("Oman said that Iran had apologised.", "CONCEDE", (["IRN"], ["OMN"])),
        ("Zambia said Malawi had expelled a diplomat.", "SANCTION", (["MWI"], ["ZMB"])),
        ("Zambia said that Malawi had freed two pilots.", "RETREAT", (["MWI"], ["ZMB"])),
        # What is done with many or at home isn't towards who tells of it.
        ("Norway said that Sudan had jailed two journalists.", "COERCE", (["SDN"], ["SDN"])),
    ],
)
def test_what_a_state_tells_of_another_is_towards_it(
    coder: Coder, text: str, type_: str, sides: tuple[list[str | None], list[str | None]]
) -> None:
    assert sides in _told(coder, text, type_)


def test_a_vote_that_another_state_tells_of_is_towards_nobody(coder: Coder) -> None:
    told = _told(coder, "France said Mali had agreed to hold elections.", "AGREE")
    assert all(not recipients for _, recipients in told)


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


@pytest.mark.parametrize(
    ("text", "type_", "sides"),
    [
        # Whoever is a kind of rebels to the parser is a side of its own, and rebels named with rulers are of their land.
        ("Talks between the Malian government and Tuareg rebels opened in Algiers.", "CONSULT", (["MLI", "MLI"], [])),
        ("The Turkish government and Kurdish rebels held talks in Oslo.", "CONSULT", (["TUR", "TUR"], [])),
        ("Niger's army and Tuareg rebels exchanged prisoners in Tripoli.", "RETREAT", (["NER", "NER"], [])),
        # Who goes between isn't who is agreed with.
        ("Sudan's army and the RSF agreed to a week-long truce after Saudi mediation.", "AGREE", (["SDN", "SDN"], [])),
        ("Talks between Chad and Libya under Omani auspices broke down.", "REJECT", (["TCD", "LBY"], [])),
        # A party to a war that calls for its end.
        ("Kenya called for an end to its war with Somalia.", "AGREE", (["KEN"], ["SOM"])),
    ],
)
def test_sides_of_wars_and_talks(
    coder: Coder, text: str, type_: str, sides: tuple[list[str | None], list[str | None]]
) -> None:
    assert sides in _told(coder, text, type_)


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Norway's king flew to Reykjavik.", "visit"),
        ("The Danish government seized a Russian-owned refinery.", "seize"),
        ("Latvian customs officers seized a Belarusian truck.", "seize"),
        ("Ethiopian authorities shut down the internet in Oromia.", "withhold"),
        ("A Pakistani court barred the former premier from politics.", "restrict"),
        ("Ecuador's congress removed the president from office.", "expel"),
        ("Azerbaijan put its missile batteries on alert.", "weapons"),
    ],
)
def test_modes_by_the_acts_own_words(coder: Coder, text: str, mode: str) -> None:
    assert mode in {e.mode for e in coder.code(Document(text=text)).events}


@pytest.mark.parametrize(
    ("text", "context"),
    [
        ("The Philippine army killed four Abu Sayyaf fighters.", "terrorism"),
        ("Ecuador's president dissolved parliament.", "pro_autocracy"),
        ("Polish farmers blocked a road over the price of rapeseed.", "economic"),
        ("Singapore accused Indonesian firms of setting peatland on fire.", "environment"),
        ("Belgium handed looted treasures back to Congo.", "reparations"),
        ("Latvian and Finnish spies shared intelligence.", "intelligence"),
    ],
)
def test_contexts_by_words(text: str, context: str) -> None:
    found = contexts.in_sentence(text)
    assert context in found


@pytest.mark.parametrize(
    ("text", "type_", "sides"),
    [
        ("Peru accused Ecuador of spying. It denied the charge.", "REJECT", (["ECU"], ["PER"])),
        ("Finland accused Latvia of fraud. Its foreign minister called the charge absurd.", "REJECT", (["LVA"], ["FIN"])),
        ("Ghana asked Togo for maize. It refused.", "REJECT", (["TGO"], ["GHA"])),
        ("Cuba demanded an apology from Jamaica. It declined to apologise.", "REJECT", (["JAM"], ["CUB"])),
        ("Egypt offered Sudan a truce. It rejected the offer.", "REJECT", (["SDN"], ["EGY"])),
        # Who charges may refuse something else.
        ("Peru accused Ecuador of spying. It rejected an offer of talks.", "REJECT", (["PER"], ["ECU"])),
        # Gunmen and pirates hold people, they don't arrest them.
        ("Kidnappers freed a Danish nun in Libya. They had held her since May.", "ASSAULT", (["LBY"], ["DNK"])),
    ],
)  # fmt: skip
def test_who_answers_and_who_holds(
    coder: Coder, text: str, type_: str, sides: tuple[list[str | None], list[str | None]]
) -> None:
    assert sides in _told(coder, text, type_)
