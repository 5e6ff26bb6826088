"""Those who go on protesting are of the land of who began; an offer that several were made is answered by each."""

import pytest

from polybius import Coder, Document
from tests.acts.stories import sides

MARCH = "Thousands of people marched in Copenhagen on Saturday against Oman's dam. "


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        (MARCH + "The marchers burned an Omani flag.", "PROTEST"),
        (MARCH + "The crowd was large. The protesters burned an Omani flag.", "PROTEST"),
        (MARCH + "They demanded that Oman close the dam.", "REQUEST"),
    ],
)
def test_marchers_are_of_the_land_of_who_marched(coder: Coder, text: str, type_: str) -> None:
    assert sides(coder, text, type_) == [(["DNK"], ["OMN"])]


def test_others_are_not_the_marchers(coder: Coder) -> None:
    assert sides(coder, MARCH + "Kenyan protesters burned an Omani flag.", "PROTEST") == [(["KEN"], ["OMN"])]


def test_police_are_of_where_they_march(coder: Coder) -> None:
    coded = coder.code(Document(text=MARCH + "The police fired tear gas and arrested dozens of people."))
    assert not [e for e in coded.events[1:] if {a.country for a in e.actors} != {"DNK"}]


def test_each_answers_the_offer(coder: Coder) -> None:
    text = "Chad offered to mediate between Oman and Yemen. Oman accepted the offer. Yemen turned it down."
    assert sides(coder, text, "REJECT") == [(["YEM"], ["TCD"])]


def test_several_answer_together(coder: Coder) -> None:
    text = "Chad called on Oman and Yemen to end the row. Both sides rejected the appeal."
    (found,) = sides(coder, text, "REJECT")
    assert (sorted(str(c) for c in found[0]), found[1]) == (["OMN", "YEM"], ["TCD"])


def test_who_rules_jails_those_who_marched(coder: Coder) -> None:
    text = "Protesters filled the streets of Harare on Monday. Six were jailed on Tuesday."
    last = coder.code(Document(text=text)).events[-1]
    assert (last.type, [a.country for a in last.actors]) == ("COERCE", ["ZWE"])
