"""Who takes part in what the sentence before tells of, and who throws what is thrown by nobody who is told."""

import pytest

from polybius import Coder
from tests import coders
from tests.acts.stories import sides


@pytest.mark.parametrize(
    ("text", "type_", "doing"),
    [
        ("Norway and Denmark began an annual exercise on Monday. Some 5,000 Danish soldiers are taking part, against 9,000 last year.",
         "COOPERATE", {"NOR", "DNK"}),
        ("Chile held naval drills off Arica on Friday. Some 4,000 Chilean troops took part.", "MOBILIZE", {"CHL"}),
    ],
)  # fmt: skip
def test_soldiers_who_take_part_in_an_exercise(coder: Coder, text: str, type_: str, doing: set[str]) -> None:
    ((actors, _),) = sides(coder, text, type_)
    assert set(actors) == doing
    assert sides(coder, text, "ASSAULT") == []


@pytest.mark.parametrize(
    "text",
    [
        "Chile held an election on Friday. Some 4,000 Chilean soldiers took part.",
        "Norway and Denmark began an annual exercise on Monday. Some 5,000 Danish soldiers are not taking part.",
    ],
)
def test_others_take_part_in_nothing(coder: Coder, text: str) -> None:
    assert sides(coder, text, "MOBILIZE") == sides(coder, text, "COOPERATE") == []


def test_who_protested_before_throws_stones() -> None:
    text = "Several hundred villagers marched in Cusco on Monday against a mine. Stones were thrown at the trucks."
    assert [actors for actors, _ in sides(coders.coder(0.03), text, "PROTEST")] == [["PER"]]
