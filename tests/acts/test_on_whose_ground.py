"""Of which land gunmen and their victims are who were on ground that only a nationality tells, and headlines without a verb's ending."""

import pytest

from polybius import Coder, Document


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Gunmen killed 12 people in a Mexican bar.", ("ASSAULT", "MEX", "MEX")),
        ("Masked men shot four women outside a Bolivian hospital.", ("ASSAULT", "BOL", "BOL")),
        ("Inmates rioted in a Brazilian prison.", ("PROTEST", "BRA", "")),
        ("Thousands rally in Minsk against Lukashenko", ("PROTEST", "BLR", "BLR")),
    ],
)
def test_who_is_on_a_lands_ground_is_of_that_land(coder: Coder, text: str, told: tuple[str, str, str]) -> None:
    events = coder.code(Document(text=text)).events
    assert told in [
        (event.type, *("&".join(a.country or "?" for a in side) for side in (event.actors, event.recipients)))
        for event in events
    ]


def test_who_was_at_an_embassy_is_of_no_land_by_it(coder: Coder) -> None:
    events = coder.code(Document(text="Gunmen shot a minister on a visit to a Mexican embassy.")).events
    assert not [actor for event in events for actor in event.actors if actor.country]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Women marched in Warsaw against an abortion ban.", ("PROTEST", "POL", "")),
        ("Mass demonstrations against the Romanian government were held in Timisoara.", ("PROTEST", "ROU", "ROU")),
    ],
)
def test_people_who_protest_are_of_where_they_do(coder: Coder, text: str, told: tuple[str, str, str]) -> None:
    events = coder.code(Document(text=text)).events
    assert told in [
        (event.type, *("&".join(a.country or "?" for a in side) for side in (event.actors, event.recipients)))
        for event in events
    ]


def test_a_noun_of_an_act_that_begins_a_sentence_is_no_name(coder: Coder) -> None:
    parse = coder.language.parse(["Sit-ins were staged by graduates at three ministries in Rabat."])[0]
    assert parse[0].lemma_ == "sit-in"


@pytest.mark.parametrize(
    "sentence",
    [
        "Vietnam's attack on a village in Thailand angered many.",
        "An attack by Vietnam on a village in Thailand left two dead.",
        "An attack by Vietnam on Thai peacekeepers left two dead.",
    ],
)
def test_whom_a_deed_told_by_its_noun_befalls(coder: Coder, sentence: str) -> None:
    (event,) = coder.code(Document(text=sentence)).events
    assert [a.country for a in event.actors] == ["VNM"]
    assert [r.country for r in event.recipients] == ["THA"]


def test_grounds_that_are_reasons_are_hit_by_nobody(coder: Coder) -> None:
    (event,) = coder.code(Document(text="Kenya is waging war against al-Shabaab in Somalia on legal grounds.")).events
    assert not event.recipients
