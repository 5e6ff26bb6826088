"""What judges let stand hits whom it hit before, and what befalls somebody by two verbs of one list is told by both."""

import pytest

from polybius import Coder, Document
from tests.acts.stories import sides


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("A court in Ghana jailed two editors on Friday. An appeal court upheld the sentence on Monday.", "COERCE"),
        ("Ghana's Constitutional Court removed President Kwame Badu on Friday. All nine judges upheld the impeachment.", "SANCTION"),
    ],
)  # fmt: skip
def test_judges_who_uphold_a_sentence_punish_again(coder: Coder, text: str, type_: str) -> None:
    told = sides(coder, text, type_)
    assert len(told) == 1
    assert told[0][0] == ["GHA"] and told[0][1]
    assert sides(coder, text, "SUPPORT") == []


def test_a_second_verb_without_an_object_suffers_too(coder: Coder) -> None:
    text = "Peru's president was removed by Congress in March 2017 and jailed by Peru's police a month later."
    events = coder.code(Document(text=text)).events
    assert ("SANCTION", "removed") in {(e.type, e.trigger.of(text)) for e in events}
