"""Who stands behind when and where a sentence opens without a comma, in sentences made for it."""

from __future__ import annotations

import pytest

from tests import coders

SUBJECTS = [
    ("In Naypyidaw the minister for immigration, U Thein Khaing, refused to discuss the matter.", "minister"),
    ("In Kuala Lumpur the home minister, Datuk Hamzah Idris, made no apology.", "minister"),
    (
        "By Friday its secretary of state, Caroline Whitlock, was urging Israel to stay off the airport road.",
        "secretary",
    ),
]


@pytest.mark.parametrize(("text", "subject"), SUBJECTS)
def test_who_stands_behind_a_place_or_day_is_the_subject(text: str, subject: str) -> None:
    doc = coders.coder().language.parse([text])[0]
    assert [t.text for t in doc if t.dep_ == "nsubj" and t.head.dep_ == "ROOT"] == [subject]


def test_a_day_is_no_name_of_who_acts() -> None:
    doc = coders.coder().language.parse(["On Tuesday border guards sent 17 of the fittest back across the river."])[0]
    assert [t.text for t in doc if t.dep_ == "pobj" and t.head.i == 0] == ["Tuesday"]
