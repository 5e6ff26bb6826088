"""Rulers, soldiers and envoys of no told land where the sentence before tells of two states, and who rules where somebody was held."""

from datetime import date

import pytest

from polybius import Coder, Document

KENYA = "Kenya closed its border with Uganda on Monday."


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        (f"{KENYA} The government also arrested three Ugandan businessmen.", ["KEN"], ["UGA"]),
        (f"{KENYA} The army shelled a Ugandan village later.", ["KEN"], ["UGA"]),
        (f"{KENYA} The government also arrested three traders.", ["KEN"], ["KEN"]),
        (f"{KENYA} The Ugandan foreign minister summoned the ambassador.", ["UGA"], ["KEN"]),
        ("Ghana called a Togolese plan a provocation and summoned the ambassador.", ["GHA"], ["TGO"]),
        ("Ghana and Togo quarrelled over oil. Ghana summoned the ambassador on Friday.", ["GHA"], ["TGO"]),
        ("A Bolivian diplomat was arrested in Lima on Monday. Bolivia condemned the move.", ["BOL"], ["PER"]),
        ("Two Canadians were jailed in Beijing on Monday. Canada demanded their release.", ["CAN"], ["CHN"]),
        ("A Bolivian diplomat was arrested by Chad's police in Lima. Bolivia condemned Chad.", ["BOL"], ["TCD"]),
        (
            "Egypt is to vote in May. The US criticised Egypt on Monday. The government arrested two Egyptian bloggers.",
            ["EGY"],
            ["EGY"],
        ),
    ],
)
def test_last_event(coder: Coder, text: str, actors: list[str], recipients: list[str]) -> None:
    *_, event = coder.code(Document(text=text, published=date(2016, 6, 15))).events
    assert [a.country for a in event.actors] == actors
    assert [r.country for r in event.recipients] == recipients


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        # Bodies of many states by their kind, however far back they were named.
        ("The European Union fined Chad. Prices rose. Chad recalled its ambassador to the bloc.", ["TCD"], ["EUR"]),
        (
            "The Security Council met on Monday. Rain fell. Prices rose. Fishermen slept. Wind blew. Israel urged the council to act.",
            ["ISR"],
            ["UNO"],
        ),
        # A land told only of somebody is no scene, and the capital that leads a clause is.
        (
            "Police in Yerevan cleared a square in Armenia. The rise was sought by a company which belongs to a Russian bank."
            " The prime minister, Vardan Ghazaryan, offered to meet the leaders of the protest.",
            ["ARM"],
            ["ARM"],
        ),
        (
            "The coup was welcomed in Washington. In Caracas, opponents accused the president of using a quarrel to hide a shortage.",
            ["VEN"],
            ["VEN"],
        ),
        # Clothes are nobody, and a seat of government is of where it stands.
        (
            "In Bangkok, nationalists in yellow shirts rallied outside Government House.",
            ["THA"],
            ["THA"],
        ),
    ],
)
def test_who_is_meant_in_long_reports(coder: Coder, text: str, actors: list[str], recipients: list[str]) -> None:
    *_, event = coder.code(Document(text=text, published=date(2016, 6, 15))).events
    assert [a.country for a in event.actors] == actors
    assert [r.country for r in event.recipients] == recipients


def test_red_shirts_that_are_worn_set_no_scene(coder: Coder) -> None:
    text = "Venezuela is poor. The crowd, in red shirts, cheered. Police arrested eight soldiers on Wednesday."
    lands = {a.country for e in coder.code(Document(text=text, published=date(2016, 6, 15))).events for a in e.actors}
    assert "THA" not in lands


def test_who_gathers_outside_an_embassy_is_not_of_its_land(coder: Coder) -> None:
    text = "Russia stopped gas to Georgia. Moscow is silent. Some 500 people gathered outside the Russian embassy and threw eggs."
    protests = [e for e in coder.code(Document(text=text, published=date(2016, 6, 15))).events if e.type == "PROTEST"]
    assert all(a.country != "RUS" for e in protests for a in e.actors)
