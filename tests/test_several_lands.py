"""Stories of three lands and more: who met whom, who attacked together, who mediates between whom, in sentences made for it."""

from __future__ import annotations

import pytest

import polybius
from tests import coders

Told = tuple[str, set[str], set[str]]
TOLD: list[tuple[str, Told]] = [
    # "They" who met.
    ("Togo's foreign minister met his Beninese counterpart on Friday. They agreed to meet again in May.", ("AGREE", {"TGO", "BEN"}, set())),
    ("The Omani sultan received the leaders of Malta and Fiji. They agreed to build a port.", ("AGREE", {"OMN", "MLT", "FJI"}, set())),
    ("Denmark signed a pact with Iceland on Monday. They will hold joint exercises in May.", ("AGREE", {"DNK", "ISL"}, set())),
    # Those who attacked together, and soldiers by what they did.
    ("Troops from Benin and Gabon attacked Togolese posts. Togo said it had killed nine of the attackers.", ("ASSAULT", {"TGO"}, {"BEN", "GAB"})),
    ("Gabonese commandos raided a Beninese base. Beninese soldiers shot two of the raiders.", ("ASSAULT", {"BEN"}, {"GAB"})),
    # Who mediates between whom.
    ("Togo and Benin have been shelling each other since May. Gabon has offered to mediate.", ("AGREE", {"GAB"}, {"TGO", "BEN"})),
    # Whose ground it was is who answers.
    ("Togo asked Gabon for help after Beninese forces seized a border town.", ("ASSAULT", {"BEN"}, {"TGO"})),
    ("Togo recalled its ambassador after Beninese jets bombed a border post.", ("ASSAULT", {"BEN"}, {"TGO"})),
    # What somebody "did so" before.
    ("Togo recalled its ambassador from Gabon on Monday, a week after Benin had done so.", ("SANCTION", {"BEN"}, {"GAB"})),
    ("Malta condemned Fiji on Monday. Cyprus had done so last week.", ("ACCUSE", {"CYP"}, {"FJI"})),
    # Three told together, and what they share is nobody.
    ("The presidents of Togo, Benin and Gabon met on Monday. The three leaders condemned Mali.", ("ACCUSE", {"TGO", "BEN", "GAB"}, {"MLI"})),
    ("Ministers from Malta, Fiji and Oman met in Muscat. All three countries agreed to share intelligence on the rebels.", ("AGREE", {"MLT", "FJI", "OMN"}, set())),
    # Whither a ship sails is no side; who is told to stop or face something is threatened.
    ("Maltese police seized a ship that was carrying Togolese rifles to Oman.", ("COERCE", {"MLT"}, {"TGO"})),
    ("Togo told Benin to stop arming gangs in Gabon or face sanctions.", ("THREATEN", {"TGO"}, {"BEN"})),
    # "Its soldiers", who are several's victims, aren't theirs.
    ("Fiji said two of its soldiers had been killed by Omani gunmen.", ("ASSAULT", {"OMN"}, {"FJI"})),
    ("Malta vowed revenge after Omani rebels ambushed its troops on Sunday.", ("ASSAULT", {"OMN"}, {"MLT"})),
    # Who asks for an inquiry asks those where it befell its own; who is faced by forces calls up others against them.
    ("Two Fijian nurses were shot dead in Muscat on Friday. Fiji demanded an inquiry.", ("REQUEST", {"FJI"}, {"OMN"})),
    ("Togo moved tanks to its border with Benin. Benin called up its reserves.", ("MOBILIZE", {"BEN"}, {"TGO"})),
    ("Malta froze the assets of two Omani banks, a day after Fiji took the same step.", ("SANCTION", {"FJI"}, {"OMN"})),
    # "Both leaders" are persons, however many lands are named since; who begs both sides is neither.
    ("Togo's president phoned the Beninese president. The talks lasted an hour, according to Gabon. Both leaders condemned Mali.", ("ACCUSE", {"TGO", "BEN"}, {"MLI"})),
    ("Fiji said Omani divers had hurt two Maltese. Cyprus called on Malta to stop and begged both sides to keep calm.", ("REQUEST", {"CYP"}, {"MLT"})),
    # A verb that looks like half of a compound.
    ("Lima hosted ministers from Fiji and Malta.", ("CONSULT", {"FJI", "MLT", "PER"}, set())),
    ("Malta seized two Cypriot trawlers on Friday. Cyprus protested, saying they were in open waters.", ("ACCUSE", {"CYP"}, {"MLT"})),
]  # fmt: skip
NOT_TOLD: list[tuple[str, Told]] = [
    ("Togo asked Benin to free the fishermen. Benin did so on Monday.", ("REQUEST", {"BEN"}, {"TGO"})),
    ("Malta condemned Fiji. Cyprus did so much to calm the crowd.", ("ACCUSE", {"CYP"}, {"FJI"})),
    ("Togo restored diplomatic relations with Benin after talks in Libreville.", ("SUPPORT", {"TGO", "BEN", "GAB"}, set())),
    ("Togo urged Benin to stop arming rebels in Gabon.", ("AID", {"BEN"}, {"GAB"})),
    ("Oman will host the leaders of Malta and Fiji next week for talks on sharing water.", ("AGREE", {"OMN"}, {"FJI"})),
    ("Fiji closed its embassy in Muscat, citing threats against its staff.", ("THREATEN", {"FJI"}, {"FJI"})),
    ("Fiji accused Oman of spying. Cyprus called on Malta to wait and begged both sides to keep calm.", ("REQUEST", {"CYP"}, {"CYP", "MLT"})),
    ("Togo has joined Benin in boycotting a summit in Libreville.", ("SUPPORT", {"TGO"}, {"BEN"})),
]  # fmt: skip


def _events(text: str) -> list[Told]:
    told = []
    for e in coders.coder().code(polybius.Document(text=text)).events:
        actors, recipients = ({a.country or "?" for a in side} for side in (e.actors, e.recipients))
        together = e.type in ("CONSULT", "AGREE") and len(actors | recipients) > 2
        told.append(
            (e.type, actors | recipients, set()) if together and e.type == "CONSULT" else (e.type, actors, recipients)
        )
    return told


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_the_sides_are_those_of_the_story(text: str, told: Told) -> None:
    assert told in _events(text)


@pytest.mark.parametrize(("text", "told"), NOT_TOLD)
def test_nobody_else_does_it(text: str, told: Told) -> None:
    assert told not in _events(text)


def test_a_protest_and_its_aim_are_one() -> None:
    text = "Hundreds of people marched to the Fijian embassy in Valletta to protest against the war in Togo."
    events = coders.coder().code(polybius.Document(text=text)).events
    assert [(e.type, e.actors[0].country, e.recipients[0].country) for e in events] == [("PROTEST", "MLT", "FJI")]


@pytest.mark.parametrize(("land", "code"), [("Belize", "BLZ"), ("Tonga", "TON")])
def test_lands_that_the_parser_takes_for_other_words(land: str, code: str) -> None:
    events = coders.coder().code(polybius.Document(text=f"{land} freed two Norwegian sailors.")).events
    assert [(e.type, e.actors[0].country) for e in events] == [("RETREAT", code)]
