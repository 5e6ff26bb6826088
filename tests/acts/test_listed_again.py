"""Who is listed behind the same preposition once more, and men of several lands in one group."""

import pytest

from polybius import Coder, Document


@pytest.mark.parametrize(
    ("sentence", "actors", "recipients"),
    [
        ("Kenya sent tents to Sudan and to Eritrea.", ["KEN"], ["SDN", "ERI"]),
        (
            "Kenya imposed sanctions on three Sudanese generals and on a bank in Eritrea.",
            ["KEN"],
            ["SDN", "ERI"],
        ),
        ("A joint force of Kenyan and Ugandan troops attacked Sudanese rebels.", ["KEN", "UGA"], ["SDN"]),
        ("A group of Iranian and Iraqi doctors criticised Turkey.", ["IRN", "IRQ"], ["TUR"]),
    ],
)
def test_parties(coder: Coder, sentence: str, actors: list[str], recipients: list[str]) -> None:
    event, *_ = coder.code(Document(text=sentence)).events
    assert [a.country for a in event.actors] == actors
    assert [r.country for r in event.recipients] == recipients
