"""Who made a treaty, a truce or sanctions that are judged some sentences behind, and which two "both sides" are."""

from datetime import date

import pytest

from polybius import Coder, Document
from tests import coders

IDLE = "The harvest was poor. Rain is expected. Prices rose. Fishermen stayed at home. Nobody was hurt."


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        (f"Kenya and Uganda signed a treaty on Monday. {IDLE} Russia welcomed the treaty.", ["KEN", "UGA"]),
        (f"Kenya and Uganda agreed on Monday to share a river. {IDLE} Russia criticised the deal.", ["KEN", "UGA"]),
        (f"Kenya imposed sanctions on Uganda on Monday. {IDLE} Russia criticised the sanctions.", ["KEN"]),
        (f"Kenya and Uganda signed a treaty on Monday. {IDLE} Russia welcomed a treaty.", []),
        ("Iran fired a missile into the sea. Oman put its troops on alert. Russia condemned the test.", ["IRN"]),
        # "Both sides" are whom the report leads with, not who comes between them, and no land twice.
        (
            "Thai and Cambodian soldiers clashed on Friday. Cambodia called a meeting. Indonesia, which chairs the African Union, offered to mediate."
            " Japan urged both sides to show restraint.",
            ["THA", "KHM"],
        ),
        (
            "Ethiopia accused Eritrea of theft. Eritrea denied that it had robbed anyone. Nobody has moved. Japan urged both sides to talk.",
            ["ETH", "ERI"],
        ),
    ],
)
def test_recipients_of_the_last_event(coder: Coder, text: str, recipients: list[str]) -> None:
    *_, event = coder.code(Document(text=text, published=date(2016, 6, 15))).events
    assert [r.country for r in event.recipients] == recipients


@pytest.mark.parametrize(
    ("text", "type_", "actors"),
    [
        (
            "Ecuador and Peru agreed to end patrols. Chile praised both. The pact was signed in March in Quito.",
            "SUPPORT",
            ["ECU", "PER"],
        ),
        (
            "Ecuador and Peru stopped patrols near their border. That pact, signed in March, bans live fire near the line.",
            "SUPPORT",
            ["ECU", "PER"],
        ),
        # "Their generals" are those of the two told of last.
        (
            "President Noboa told a crowd in Lima that Ecuador and Peru should trade more. Their generals signed a fishing treaty on Monday.",
            "SUPPORT",
            ["ECU", "PER"],
        ),
        # What is known of a weapon's flight is told of who tried it, or of whom sanctions punish for it.
        (
            "Pakistan tested a new rocket. Launched from a lorry at night, it covered 900 kilometres and hit its target.",
            "MOBILIZE",
            ["PAK"],
        ),
        (
            "The European Union imposed sanctions on Eritrea. The text was drafted by Britain after the missile test of May 29.",
            "MOBILIZE",
            ["ERI"],
        ),
    ],
)
def test_doers_of_the_last_event(text: str, type_: str, actors: list[str]) -> None:
    event = [
        e for e in coders.coder(0.1).code(Document(text=text, published=date(2016, 6, 15))).events if e.type == type_
    ][-1]
    assert sorted(str(a.country) for a in event.actors) == actors


def test_a_resolution_hits_whom_the_council_s_vote_hit(coder: Coder) -> None:
    text = (
        "The Security Council decided on Monday to limit diesel supplies to Eritrea and ban its gold. Britain withdrew an amendment. "
        "Resolution 1907 caps sales of diesel."
    )
    *_, event = coder.code(Document(text=text, published=date(2016, 6, 15))).events
    assert (event.type, [r.country for r in event.recipients]) == ("SANCTION", ["ERI"])


@pytest.mark.parametrize(
    ("text", "type_", "start"),
    [
        (
            "Kenya and Uganda met in Nairobi on Monday. The talks follow a deal in March to share their lake.",
            "AGREE",
            date(2016, 3, 1),
        ),
        (
            "Kenya and Uganda struck a deal on Sunday. A ferry was freed at once. The agreement was disclosed on Monday by Kenya's president.",
            "AGREE",
            date(2016, 6, 13),
        ),
        (
            "Kenya and Uganda opened a bridge at Busia on Monday. It crowns a joint survey of Uganda's shores that began on May 1.",
            "COOPERATE",
            date(2016, 5, 1),
        ),
    ],
)
def test_what_two_did_together_is_told_again(coder: Coder, text: str, type_: str, start: date) -> None:
    event = [e for e in coder.code(Document(text=text, published=date(2016, 6, 15))).events if e.type == type_][-1]
    assert {a.country for a in event.actors} == {"KEN", "UGA"}
    assert event.when is not None and event.when.start == start
