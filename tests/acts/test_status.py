"""Whether an act happened, by what its clause hangs on."""

import pytest

from polybius import Coder, Document


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Russia bombed Georgia.", "asserted"),
        ("Few can picture a scenario in which Russia bombs Georgia.", "hypothetical"),
        ("Imagine that Russia bombs Georgia.", "hypothetical"),
        ("Officials doubt that Russia bombed Georgia.", "hypothetical"),
        ("The possibility that Russia had bombed Georgia worried many people.", "hypothetical"),
        ("Russia did not bomb Georgia.", "negated"),
        ("In a village where Russia bombed Georgia's army, people wept.", "asserted"),
    ],
)
def test_what_is_only_thought_of_has_not_happened(coder: Coder, sentence: str, status: str) -> None:
    events = [e for e in coder.code(Document(text=sentence)).events if e.type == "ASSAULT"]
    assert [e.status for e in events] == [status]


def test_what_is_done_whenever_is_no_news(coder: Coder) -> None:
    told = coder.code(Document(text="When Turkey accuses Greece of spying, nobody in Athens listens.")).events
    assert "asserted" not in {e.status for e in told if e.type == "ACCUSE"}
    told = coder.code(Document(text="When Turkey accused Greece of spying, nobody in Athens listened.")).events
    assert "asserted" in {e.status for e in told if e.type == "ACCUSE"}


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Russia usually bombs Georgia in May.", "hypothetical"),
        ("In the novel, Russia bombs Georgia.", "hypothetical"),
        ("Reports that Russia had bombed Georgia were untrue.", "negated"),
        ("Russia's goal is to bomb Georgia.", "hypothetical"),
        ("Russia is weeks away from bombing Georgia.", "hypothetical"),
        ("Had Russia bombed Georgia, nobody would have come.", "hypothetical"),
        ("On being bombed by Russia, Georgia asked for help.", "asserted"),
        ("Russia became the third country to bomb Georgia.", "asserted"),
        ("The news led Russia to bomb Georgia.", "asserted"),
    ],
)
def test_what_is_near_aimed_at_or_made_up_has_not_happened(coder: Coder, sentence: str, status: str) -> None:
    events = [e for e in coder.code(Document(text=sentence)).events if e.type in ("ASSAULT", "THREATEN")]
    assert {e.status for e in events} == {status}
