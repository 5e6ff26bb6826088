"""Protests before a seat of rulers, and other kinds seen in 120 leads on assault, coercion and protest."""

import pytest

from polybius import Coder, Document


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("Serbian veterans pitched tents outside the finance ministry in Belgrade.", "SRB GOV"),
        ("Kuwaiti opposition members walked out of the assembly on Monday.", "KWT LEG"),
        ("Ghanaian lecturers began a hunger strike on the steps of the Nigerian embassy.", "NGA GOV"),
        ("Residents of Soweto refused to pay rent for a sixth month in defiance of the white-run council.", "ZAF GOV"),
        ("Three Tunisian editors started a fast on Monday over press curbs.", "TUN GOV"),
        ("Filipino students burned an American flag outside the American embassy in Manila.", "USA"),
        ("Paraguayan peasants cut off the main road to Brazil to demand land.", ""),
        ("French lorry drivers staged a go-slow on roads to Calais on Sunday.", ""),
        ("Palestinian prisoners in three Israeli jails have refused food since Sunday.", "ISR"),
        ("Portuguese pilots went on strike in Lisbon over pay.", ""),
    ],
)
def test_a_protest_before_a_seat_of_rulers_is_towards_them(coder: Coder, text: str, recipient: str) -> None:
    protest = next(e for e in coder.code(Document(text=text)).events if e.type == "PROTEST")
    assert " ".join(f"{r.country} {r.sector}".strip() for r in protest.recipients) == recipient


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Some 400 women marched on the presidential palace in Buenos Aires on Thursday.", "ARG"),
        ("Some 400 Chilean women marched on the presidential palace in Buenos Aires on Thursday.", "CHL"),
    ],
)
def test_people_who_protest_before_the_rulers_of_a_place_are_of_there(coder: Coder, text: str, actor: str) -> None:
    protest = next(e for e in coder.code(Document(text=text)).events if e.type == "PROTEST")
    assert [a.country for a in protest.actors] == [actor]


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("Mauritanian officials blamed smugglers from Mali for the slaying.", "MLI"),
        ("Kenyan police arrested four men from Ghana on Monday.", "GHA"),
        ("Kenyan police expelled four men from Ghana on Monday.", ""),  # where they were, or whose they are?
    ],
)
def test_whom_somebody_blames_or_arrests_is_from_where_the_words_after_say(
    coder: Coder, text: str, recipient: str
) -> None:
    event = coder.code(Document(text=text)).events[0]
    assert (event.recipients[0].country or "") == recipient


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("Egypt barred a rights lawyer from flying to Geneva on Monday.", "EGY"),
        ("Kenyan police stopped two activists from leaving for Uganda.", "KEN"),
        ("Kenyan police arrested two activists in a raid on Uganda.", ""),  # whose they are isn't told
    ],
)
def test_where_somebody_is_kept_from_going_is_no_land_of_theirs(coder: Coder, text: str, recipient: str) -> None:
    event = next(e for e in coder.code(Document(text=text)).events if e.type == "COERCE")
    assert (event.recipients[0].country or "") == recipient


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("Nepal's king imposed emergency rule and cut phone lines.", "NPL"),
        ("The Bolivian government suspended civil liberties.", "BOL"),
        ("The army in Burkina Faso suspended the constitution.", "BFA"),
        ("The Ivory Coast government banned demonstrations for a month.", "CIV"),
    ],
)
def test_what_is_suspended_for_all_is_of_the_land_of_those_who_rule_it(coder: Coder, text: str, recipient: str) -> None:
    event = next(e for e in coder.code(Document(text=text)).events if e.type == "COERCE")
    assert [r.country for r in event.recipients] == [recipient]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Twelve Afghans were killed as Pakistani jets bombed their village.", ["PAK"]),
        ("Nine Colombian policemen were killed when rebels attacked their station.", ["COL"]),
        ("Twelve Afghans were killed before Pakistani jets bombed their village.", []),
    ],
)
def test_who_attacks_as_somebody_is_killed_kills_him(coder: Coder, text: str, actors: list[str]) -> None:
    event = next(e for e in coder.code(Document(text=text)).events if e.type == "ASSAULT")
    assert [a.country for a in event.actors] == actors


def test_a_post_that_is_shelled_is_not_given_up(coder: Coder) -> None:
    text = "Two Indian soldiers died and three were hurt when Pakistani troops shelled their post in Kashmir."
    assert not [e for e in coder.code(Document(text=text)).events if e.type == "RETREAT"]


def test_what_a_boiler_does_is_no_assault(coder: Coder) -> None:
    text = "Three Greek sailors were killed when a boiler exploded on their ship."
    assert not coder.code(Document(text=text)).events
