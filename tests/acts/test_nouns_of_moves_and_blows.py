"""Acts told by nouns: whose troops, ships and envoys move, whom a blow hits, where drills go on, who is found killed."""

import pytest

from polybius import Coder, Document

Told = list[tuple[str, list[str | None], list[str | None]]]


def told(coder: Coder, text: str) -> Told:
    """Type and countries of each asserted event of a text."""
    events = coder.code(Document(text=text)).events
    return [
        (e.type, [a.country for a in e.actors], [a.country for a in e.recipients])
        for e in events
        if e.status == "asserted"
    ]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The scrambling of Japanese jets was the third this month.", ("MOBILIZE", ["JPN"], [])),
        (
            "The withdrawal of the Canadian ambassador from Tehran followed the ruling.",
            ("SANCTION", ["CAN"], ["IRN"]),
        ),
        ("The departure of the Syrian army from Beirut began at dawn.", ("RETREAT", ["SYR"], ["LBN"])),
        ("A revenge raid by Chadian rebels on a Sudanese post left five dead.", ("ASSAULT", ["TCD"], ["SDN"])),
        ("A show of force by the Venezuelan navy was under way near Guyana.", ("MOBILIZE", ["VEN"], ["GUY"])),
        ("A Kenyan nun was found shot dead in Juba.", ("ASSAULT", [], ["KEN"])),
        ("The sacking of three Nigerian ministers followed a scandal.", ("SANCTION", [], ["NGA"])),
    ],
)
def test_nouns_tell_whose_and_at_whom(coder: Coder, text: str, event: tuple[str, list[str], list[str]]) -> None:
    assert event in told(coder, text)


def test_whom_a_blow_hits_is_no_phrase_of_who_strikes(coder: Coder) -> None:
    [doc] = coder.language.parse(["A revenge attack by Serb militiamen on Croat villagers left five dead."])
    assert next(t for t in doc if t.lower_ == "on").head.text == "attack"
