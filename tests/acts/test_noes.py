"""Acts whose own words hold a *no*: told, not denied."""

from __future__ import annotations

import pytest

from polybius import Coder, Document


@pytest.mark.parametrize(
    ("text", "actor", "recipient"),
    [
        ("Cuba paid scant heed to Spanish complaints on Friday.", "CUB", "ESP"),
        ("Cuba paid no heed to Spanish complaints on Friday.", "CUB", "ESP"),
        ("The Kuwaiti request got no answer from Iraq.", "IRQ", "KWT"),
        ("Togo's communists want no dealings with the Togolese army.", "TGO", "TGO"),
        ("Indonesia went ahead with the sale despite Dutch objections.", "IDN", "NLD"),
    ],
)
def test_a_refusal_by_a_no_is_told(coder: Coder, text: str, actor: str, recipient: str) -> None:
    (event,) = (e for e in coder.code(Document(text=text)).events if e.type == "REJECT")
    assert (event.status, [a.country for a in event.actors], [r.country for r in event.recipients]) == (
        "asserted",
        [actor],
        [recipient],
    )


def test_a_vote_that_fails_at_some_time_is_a_refusal(coder: Coder) -> None:
    text = "Lebanon's parliament failed for the fourth time to approve the government's budget."
    (event,) = (e for e in coder.code(Document(text=text)).events if e.type == "REJECT")
    assert [a.country for a in event.actors] == ["LBN"]


def test_who_was_promised_something_is_told_behind_the_promise(coder: Coder) -> None:
    text = "Libya went back on its promise to compensate Chadian traders."
    (event,) = (e for e in coder.code(Document(text=text)).events if e.type in ("AGREE", "REJECT"))
    assert (event.type, [r.country for r in event.recipients]) == ("REJECT", ["TCD"])
