"""Whether an act happened, by what its clause hangs on."""

import pytest

from polybius import Coder, Document


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Russia bombed Georgia.", "asserted"),
        ("It is hard to imagine a scenario where Russia bombs Georgia.", "hypothetical"),
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
