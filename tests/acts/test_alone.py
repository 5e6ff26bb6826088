"""The main clause of a long sentence, read once more by itself."""

from polybius import Coder, Document
from polybius.acts import alone


def around(coder: Coder, text: str) -> str:
    """The words that only stand around the main clause."""
    doc = coder.language.parse([text])[0]
    return " ".join(doc[i].text for i in sorted(alone.around(doc)) if doc[i].is_alpha)


def test_what_stands_around_the_main_clause(coder: Coder) -> None:
    text = "The Laotian government will not extradite a banker wanted in Mandalay, an official told reporters."
    assert around(coder, text) == "an official told reporters"


def test_conditions_and_purposes_belong_to_it(coder: Coder) -> None:
    assert around(coder, "Laos will close the bridge to punish Burma if the talks fail.") == ""


def test_a_refusal_in_the_midst_of_background_is_told(coder: Coder) -> None:
    text = (
        "The Laotian government will not extradite a Burmese banker wanted in Mandalay over missing deposits, a judicial official in"
        " Vientiane told reporters."
    )
    events = coder.code(Document(text=text)).events
    assert [(e.type, e.actors[0].country, e.recipients[0].country) for e in events] == [("REJECT", "LAO", "MMR")]
