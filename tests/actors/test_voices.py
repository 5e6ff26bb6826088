"""Who says "I" and "we" where a quotation goes on over several sentences, or stands behind a colon without marks."""

from __future__ import annotations

import pytest

from polybius import Coder, Document

MARKED = '"Togo crossed the river," Ghana\'s foreign minister said. "{}"'
COLON = "Ghana's envoy spoke in Geneva. She told the council: We condemn the raid by Togo. Togo broke the treaty. {}"


def _asked(coder: Coder, text: str) -> set[tuple[str | None, str | None]]:
    """Who asks whom in a text."""
    events = [e for e in coder.code(Document(text)).events if e.type == "REQUEST"]
    return {(a.country, r.country) for e in events for a in e.actors for r in e.recipients}


@pytest.mark.parametrize("story", [MARKED, COLON, 'Ghana\'s foreign minister said: "Togo crossed the river. {}"'])
def test_a_quotation_goes_on(coder: Coder, story: str) -> None:
    assert ("GHA", "TGO") in _asked(coder, story.format("We call on Togo to withdraw its troops."))


@pytest.mark.parametrize(
    "text",
    [
        "Ghana's foreign minister said that Togo had crossed the river. We call on Togo to withdraw its troops.",  # the paper
        '"Togo crossed the river," Ghana\'s foreign minister said. Rain fell. "We call on Togo to withdraw its troops."',
        '"Togo crossed the river," Ghana\'s foreign minister said. A farmer said: "We call on Togo to withdraw its troops."',
    ],
)
def test_somebody_else_speaks(coder: Coder, text: str) -> None:
    assert not any(asking == "GHA" for asking, _ in _asked(coder, text))


def test_states_told_before_are_meant_by_these(coder: Coder) -> None:
    """ "The leaders of these states" are of none that the sentence names alone."""
    story = "Ghana's envoy spoke of Togo and Benin. He told the chamber: This grieves us. We ask the rulers of these lands to stop."
    assert ("GHA", "GHA") not in _asked(coder, story)
