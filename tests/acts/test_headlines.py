"""Headlines whose verb a parser of sentences takes for a noun."""

from __future__ import annotations

import pytest

from polybius import Coder, Document


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        ("Kenya MPs snub president's bill", "REJECT", ["KEN"], ["KEN"]),
        ("Peru senators slam Lima mayor over roads", "ACCUSE", ["PER"], ["PER"]),
        ("Chad rebels free Libyan hostages", "RETREAT", ["TCD"], ["LBY"]),
        ("Russia, China veto Syria resolution", "REJECT", ["CHN", "RUS"], ["SYR"]),
    ],
)
def test_a_headline_has_a_verb(coder: Coder, text: str, type_: str, actors: list[str], recipients: list[str]) -> None:
    (event,) = coder.code(Document(text=text)).events
    told = (event.type, sorted(a.country or "" for a in event.actors), [r.country for r in event.recipients])
    assert told == (type_, actors, recipients)


@pytest.mark.parametrize("text", ["French strike talks", "Syria floods", "Ghana bank offers", "Peru protests"])
def test_a_heap_of_nouns_tells_no_act(coder: Coder, text: str) -> None:
    assert not [
        e for e in coder.code(Document(text=text)).events if e.type in ("ACCUSE", "ASSAULT", "REJECT", "RETREAT")
    ]


@pytest.mark.parametrize(
    ("text", "actor", "recipient"),
    [
        ("Residents of Homs accused rebels of looting shops.", "SYR", "SYR"),
        ("Swedish lawmakers disapproved of Norway's conduct.", "SWE", "NOR"),
        ("Witnesses accused Burundian police of shooting unarmed youths.", "BDI", "BDI"),
        ("The Committee to Protect Journalists condemned Ethiopia on Monday.", "NGO", "ETH"),
        ("Doctors Without Borders accused the Chadian army of looting its clinics.", "NGO", "TCD"),
    ],
)
def test_a_sentence_that_was_read_as_a_phrase_has_a_verb(coder: Coder, text: str, actor: str, recipient: str) -> None:
    (event,) = (e for e in coder.code(Document(text=text)).events if e.type == "ACCUSE")
    assert ([a.country for a in event.actors], [r.country for r in event.recipients]) == ([actor], [recipient])
