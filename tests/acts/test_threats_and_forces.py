"""Threats that stand before who utters them, what is arranged ("is to"), and against whom forces are moved."""

import pytest

from polybius import Coder, Document


@pytest.mark.parametrize(
    ("text", "actor", "recipient"),
    [
        ("Egypt will give Sudan a fitting answer, the defence minister in Cairo warned.", "EGY", "SDN"),
        ("Morocco would not hesitate to use force against Spain, its army chief said.", "MAR", "ESP"),
    ],
)  # fmt: skip
def test_a_threat_told_before_who_speaks_for_its_doer(coder: Coder, text: str, actor: str, recipient: str) -> None:
    event = next(e for e in coder.code(Document(text=text)).events if e.type == "THREATEN")
    assert [a.country for a in event.actors] == [actor]
    assert [r.country for r in event.recipients] == [recipient]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Peru is to expel two Bolivian envoys next week, officials in Lima said.", "THREATEN"),
        ("The king of Norway is to visit Iceland in May.", "AGREE"),
    ],
)  # fmt: skip
def test_what_somebody_is_to_do_is_announced(coder: Coder, text: str, type_: str) -> None:
    assert type_ in [e.type for e in coder.code(Document(text=text)).events if e.status == "asserted"]


@pytest.mark.parametrize(
    "text",
    [
        "The next step of Peru is to expel the Bolivian envoys.",
        "The aim of the Norwegian government is to expel the Russian envoys.",
    ],
)  # fmt: skip
def test_what_a_plan_or_step_is_announces_nothing(coder: Coder, text: str) -> None:
    assert not [e for e in coder.code(Document(text=text)).events if e.type == "THREATEN" and e.status == "asserted"]


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Australian bombers flew over Papua New Guinea in a warning to Indonesia.", ["IDN"]),
        ("Kenya rushed paratroopers north to confront the Ethiopian army.", ["ETH"]),
        ("Japan scrambled jets to shadow two Russian bombers off Hokkaido.", ["RUS"]),
        ("Polish tanks were seen rolling towards the Belarusian border.", ["BLR"]),
    ],
)  # fmt: skip
def test_against_whom_forces_are_moved(coder: Coder, text: str, recipients: list[str]) -> None:
    event = next(e for e in coder.code(Document(text=text)).events if e.type == "MOBILIZE")
    assert [r.country for r in event.recipients] == recipients


def test_against_whom_somebody_is_told_is_no_part_of_who_he_is(coder: Coder) -> None:
    text = "Threats by Malian officers against Niger have grown louder."
    event = next(e for e in coder.code(Document(text=text)).events if e.type == "THREATEN")
    assert ([a.country for a in event.actors], [r.country for r in event.recipients]) == (["MLI"], ["NER"])


@pytest.mark.parametrize(
    ("text", "type_", "actor", "recipient"),
    [
        ("Two Chilean envoys are to be expelled by Bolivia.", "THREATEN", "BOL", "CHL"),
        ("Three Thai sailors are to be freed by Laos on Sunday.", "AGREE", "LAO", "THA"),
    ],
)  # fmt: skip
def test_what_is_to_be_done_to_somebody(coder: Coder, text: str, type_: str, actor: str, recipient: str) -> None:
    event = next(e for e in coder.code(Document(text=text)).events if e.type == type_)
    assert ([a.country for a in event.actors], [r.country for r in event.recipients]) == ([actor], [recipient])


def test_a_strike_is_against_those_who_alone_can_avert_it(coder: Coder) -> None:
    text = "Paraguayan peasants announced road blockades from Monday unless the decree was repealed."
    event = next(e for e in coder.code(Document(text=text)).events if e.type == "THREATEN")
    assert [(r.country, r.sector) for r in event.recipients] == [("PRY", "GOV")]


def test_police_who_say_what_they_will_do_foretell_nothing(coder: Coder) -> None:
    text = "Police warned demonstrators in Lagos that they would shoot."
    assert "THREATEN" in [e.type for e in coder.code(Document(text=text)).events if e.status == "asserted"]


def test_a_plural_that_begins_a_sentence_is_no_name(coder: Coder) -> None:
    text = "Gendarmes were posted outside banks in Dakar on Monday."
    assert "MOBILIZE" in [e.type for e in coder.code(Document(text=text)).events]
