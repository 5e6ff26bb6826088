"""What a sentence leaves to the one before."""

import pytest

from polybius import Coder, Document


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("Iran tested a rocket on Monday. The rocket was launched near Semnan.", ["IRN", "IRN"]),
        ("Iran tested a rocket on Monday. A rocket was launched near Semnan.", ["IRN"]),  # any rocket
        ("Iran met Oman on Monday. The rocket was launched near Semnan.", []),
    ],
)
def test_a_weapon_is_of_who_fired_it_just_before(coder: Coder, text: str, doers: list[str]) -> None:
    events = [e for e in coder.code(Document(text=text)).events if e.type == "MOBILIZE"]
    assert [e.actors[0].country for e in events] == doers


def test_a_weapon_is_of_who_fired_it_some_sentences_before(coder: Coder) -> None:
    text = "Iran tested a rocket on Monday. Oman's weather was fine. The fishing season has begun. The rocket was launched near Semnan."
    events = [e for e in coder.code(Document(text=text)).events if e.type == "MOBILIZE"]
    assert [e.actors[0].country for e in events] == ["IRN", "IRN"]
