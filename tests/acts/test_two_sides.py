"""Towards whom an act is in a story of two sides, where the other stands sentences before."""

import pytest

from polybius import Coder, Document
from tests.acts.stories import sides

QUARREL = "Oman massed troops on the border with Yemen. Yemen condemned the move. It was a quiet day. "
FRIENDS = "Oman sent 300 tents to Yemen on Friday. Yemen thanked Oman for the tents. It rained. "


@pytest.mark.parametrize(
    ("text", "type_", "doer", "other"),
    [
        (QUARREL + "Oman demanded an apology.", "REQUEST", "OMN", "YEM"),
        (QUARREL + "Yemen warned that any attack would be met with force.", "THREATEN", "YEM", "OMN"),
        (QUARREL + "Yemen warned that Yemeni forces would respond.", "THREATEN", "YEM", "OMN"),
        ("Oman said Yemen had lied. It warned that Omani forces would respond.", "THREATEN", "OMN", "YEM"),
        (QUARREL + "Yemen put its army on alert in response.", "MOBILIZE", "YEM", "OMN"),
        (QUARREL + "Oman said it would withdraw its troops.", "CONCEDE", "OMN", "YEM"),
        (FRIENDS + "Oman also promised to send doctors.", "AGREE", "OMN", "YEM"),
    ],
)
def test_the_other_side_of_the_story_is_meant(coder: Coder, text: str, type_: str, doer: str, other: str) -> None:
    assert sides(coder, text, type_) == [([doer], [other])]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        (QUARREL + "Oman's sultan called for tax reform.", "REQUEST"),
        (QUARREL + "Oman promised to raise wages.", "AGREE"),
        (QUARREL + "Chad and Niger protested. Oman demanded an apology.", "REQUEST"),
    ],
)
def test_what_is_at_home_or_among_more_stays_open(coder: Coder, text: str, type_: str) -> None:
    assert not [s for s in sides(coder, text, type_) if s[1] not in ([], ["OMN"])]


def test_anybody_in_what_a_visit_is_is_nobody_whom_he_means(coder: Coder) -> None:
    text = "Oman's sultan arrived in Copenhagen. The visit is the first by an Omani leader in years. He held talks with the Danish premier."
    assert sides(coder, text, "CONSULT") == [(["OMN", "DNK"], [])]


def test_where_two_met_is_no_third_side(coder: Coder) -> None:
    text = "The Omani minister met his Danish counterpart in Geneva. Afterwards he said that Oman would withdraw its troops from the area."
    assert sides(coder, text, "CONCEDE") == [(["OMN"], ["DNK"])]


def test_ground_that_is_left_is_no_party(coder: Coder) -> None:
    coded = coder.code(
        Document(
            text="Oman's minister met his Danish counterpart. He said Oman would withdraw its troops from the disputed area."
        )
    )
    assert [[r.text for r in e.recipients] for e in coded.events[1:]] == [["his Danish counterpart"]]
