"""Who is threatened, reminded, let home, driven out: parties that stand beside the word, not in its plain slots."""

import pytest

from polybius import Coder, Document


@pytest.mark.parametrize(
    ("text", "type_", "recipient"),
    [
        ("Ecuador threatened to shut its ports unless Peru freed the crew.", "THREATEN", "PER"),
        ("Italy reminded Tunisia that it must stop the boats.", "REQUEST", "TUN"),
        ("Malawi will let Mozambican exiles go back to their farms.", "AGREE", "MOZ"),
        ("Zambian nurses called off a strike after talks with the government.", "CONCEDE", "ZMB"),
        ("Armenia shelled an autonomous Georgian canton.", "ASSAULT", "GEO"),
        ("Ethiopia reinforced its battalions in Somalia.", "MOBILIZE", "SOM"),
    ],
)  # fmt: skip
def test_who_is_addressed(coder: Coder, text: str, type_: str, recipient: str) -> None:
    event = next(e for e in coder.code(Document(text=text)).events if e.type == type_)
    assert [r.country for r in event.recipients] == [recipient]


def test_the_place_of_an_act_is_no_recipient_beside_those_who_suffer_it(coder: Coder) -> None:
    text = "Senegalese police broke up a rally of students in Dakar."
    event = next(e for e in coder.code(Document(text=text)).events if e.type == "COERCE")
    assert [r.sector for r in event.recipients] == ["EDU"]


def test_what_tells_only_the_occasion_names_nobody_who_suffers(coder: Coder) -> None:
    text = "Turkey closed the road to Syria on Friday following the murder of two Iraqis."
    sealed = [e for e in coder.code(Document(text=text)).events if e.trigger.of(text) == "closed"]
    assert [[r.country for r in e.recipients] for e in sealed] == [["SYR"]]


@pytest.mark.parametrize(
    ("text", "type_", "recipients"),
    [
        ("Angola's foreign minister welcomed the departure of the French ambassador on Tuesday.", "SUPPORT", []),
        ("Kenya welcomed the arrest of two Sudanese generals in Cairo.", "SUPPORT", []),
        ("Estonia welcomed the Belarusian premier's resignation.", "SUPPORT", []),
        ("Norway welcomed Mali's release of two Danish reporters.", "SUPPORT", ["MLI"]),
        ("Kenya welcomed the election of the Ugandan president.", "SUPPORT", ["UGA"]),
        ("Oman mourned the death of the Kuwaiti emir.", "SUPPORT", ["KWT"]),
        ("Spain condemned the killing of two Danish reporters by Mali's army.", "ACCUSE", ["MLI"]),
    ],
)  # fmt: skip
def test_whom_a_deed_befell_is_neither_praised_nor_blamed_for_it(
    coder: Coder, text: str, type_: str, recipients: list[str]
) -> None:
    event = next(e for e in coder.code(Document(text=text)).events if e.type == type_)
    assert [r.country for r in event.recipients] == recipients


@pytest.mark.parametrize(
    ("text", "type_", "recipients"),
    [
        ("Kenya offered to send a retired judge.", "AGREE", []),
        ("Haiti asked Kenya for police, and Spain offered to fly them in.", "AGREE", []),
        ("Fiji promised to send doctors to Tonga.", "AGREE", ["TON"]),
        ("Serbia's army commander demanded that NATO be given command of any force.", "REQUEST", []),
        ("Togo asked that Benin be handed the island.", "REQUEST", []),
        ("Togo asked that Benin hand over the island.", "REQUEST", ["BEN"]),
    ],
)
def test_who_is_to_be_sent_or_to_get_something_is_not_asked(
    coder: Coder, text: str, type_: str, recipients: list[str]
) -> None:
    event = [e for e in coder.code(Document(text=text)).events if e.type == type_][-1]
    assert [r.country for r in event.recipients] == recipients


@pytest.mark.parametrize(
    ("text", "type_", "recipients"),
    [
        ("The Armenian government is opposed to any corridor across Syunik.", "REJECT", []),
        ("The Brazilian minister rejected suggestions in the press that Argentina had been bullied.", "REJECT", []),
        ("Serbia denied reports in Croatian newspapers.", "REJECT", []),
        ("Russia is opposed to missile bases in Poland.", "REJECT", ["POL"]),
        ("The Kenyan president promised Mombasa a new port.", "AGREE", ["KEN"]),
    ],
)  # fmt: skip
def test_where_something_stands_is_not_spoken_to(coder: Coder, text: str, type_: str, recipients: list[str]) -> None:
    event = next(e for e in coder.code(Document(text=text)).events if e.type == type_)
    assert [r.country for r in event.recipients] == recipients
