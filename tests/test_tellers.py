"""Who did it, where the authorities that tell of it name no doer."""

import pytest

from polybius import Coder, Document


def doers(coder: Coder, text: str) -> list[str | None]:
    """The countries of those who act in the surest event."""
    events = coder.code(Document(text=text)).events
    return [a.country for a in max(events, key=lambda e: e.confidence).actors] if events else []


@pytest.mark.parametrize(
    ("text", "land"),
    [
        ("The interior ministry in Lima said two Ecuadoreans had been arrested.", "PER"),
        ("Finnish officials said a Russian agent had been arrested on Friday.", "FIN"),
        ("The Armenian defence ministry said an Azerbaijani drone had been shot down.", "ARM"),
    ],
)
def test_authorities_tell_of_their_own_work(coder: Coder, text: str, land: str) -> None:
    assert doers(coder, text) == [land]


@pytest.mark.parametrize(
    "text",
    [
        "The Danish foreign ministry said two Danes had been arrested.",
        "Denmark said two Swedes had been arrested in Mali.",
        "Amnesty International said two Ugandans had been arrested.",
        "The Kenyan health ministry said a Ugandan drone had been shot down.",
    ],
)
def test_who_tells_of_others_work_does_nothing(coder: Coder, text: str) -> None:
    assert not {"DNK", "NGO", "KEN"} & set(doers(coder, text))


def struck(coder: Coder, text: str) -> list[str | None]:
    """The countries that an attack is told to befall."""
    return [r.country for e in coder.code(Document(text=text)).events if e.type == "ASSAULT" for r in e.recipients]


@pytest.mark.parametrize(
    ("text", "land"),
    [
        ("A spokesman for the Armenian army said Azerbaijani troops had crossed the river at dawn.", ["ARM"]),
        ("The Armenian army said Azerbaijani troops had attacked a border post.", ["ARM"]),
        ("Armenia said Azerbaijani troops had attacked a village.", ["ARM"]),
        ("The Armenian army said its troops had attacked a border post.", ["ARM"]),
        ("Washington said Azerbaijani troops had attacked a village.", []),
        ("Britain said Iranian boats had attacked a tanker.", []),
    ],
)
def test_ground_is_of_those_who_tell_that_it_was_struck_unless_they_look_on(
    coder: Coder, text: str, land: list[str]
) -> None:
    assert struck(coder, text) == land
