"""Whose somebody is by who is named behind as saying it, and whom a state calls its own."""

import pytest

from polybius import Coder


@pytest.mark.parametrize(
    ("sentence", "phrase", "country"),
    [
        ("Dozens of its soldiers were killed by Taliban fighters, Pakistan said.", "Dozens of its soldiers", "PAK"),
        ("Its ambassador was expelled by Chad on Friday, the Sudanese government said.", "Its ambassador", "SDN"),
        ("His country will support the Syrian rebels, the Turkish president said.", "His country", "TUR"),
        ("He will visit Beijing in May, the Russian president said.", "He", "RUS"),
        ("Two of its fishermen were detained by the Sri Lankan navy, India said.", "Two of its fishermen", "IND"),
        ("India said its fishermen were detained by the Sri Lankan navy.", "its fishermen", "IND"),
        ("Kenya moved its army. Its soldiers were attacked by gunmen, Somalia said.", "Its soldiers", None),
        ("It rained for three days, Bolivia said.", "It", None),
        ("The company said its workers in Nigeria were kidnapped by gunmen.", "its workers", None),
    ],
)
def test_whose(coder: Coder, sentence: str, phrase: str, country: str | None) -> None:
    _, mentions, _ = coder.explain(sentence)
    (found,) = (m.actor for ms in mentions for m in ms if m.actor.text == phrase)
    assert found.country == country


@pytest.mark.parametrize(
    ("sentence", "phrase", "country"),
    [
        ("Soldiers loyal to Vietnam's president condemned Thailand on Monday.", "Soldiers", "VNM"),
        ("Gunmen loyal to the ousted Yemeni president attacked Saudi soldiers.", "Gunmen", "YEM"),
        ("A rebel group opposed to Chad's president attacked Sudanese soldiers.", "A rebel group", "TCD"),
        ("Deputies close to the Georgian president rejected the Russian proposal.", "Deputies", "GEO"),
        ("Gunmen loyal to the United Nations envoy attacked Saudi soldiers.", "Gunmen", None),
    ],
)
def test_who_stands_to_a_leader_is_of_his_land(coder: Coder, sentence: str, phrase: str, country: str | None) -> None:
    _, mentions, _ = coder.explain(sentence)
    (found,) = (m.actor for ms in mentions for m in ms if m.actor.text == phrase)
    assert found.country == country


def test_a_spokesman_behind_by_is_of_those_for_whom_he_speaks(coder: Coder) -> None:
    (event,) = coder.explain("Thailand was condemned by a spokesman for Vietnam's army on Monday.")[0].events
    assert [a.country for a in event.actors] == ["VNM"]


@pytest.mark.parametrize(
    ("sentence", "land"),
    [
        ("Norway deported 12 traders from Poland.", "POL"),
        ("Italy freed several sailors from Tunisia.", "TUN"),
        ("Chad imposed curbs on teachers from Cameroon.", "CMR"),
        ("Nigeria freed 12 hostages from Cameroon.", None),
        ("They deported traders from Poland.", None),
    ],
)
def test_whom_another_state_moves_is_from_where_the_words_behind_say(
    coder: Coder, sentence: str, land: str | None
) -> None:
    _, mentions, _ = coder.explain(sentence)
    (found,) = (
        m.actor
        for ms in mentions
        for m in ms
        if m.actor.text.split()[-1] in ("traders", "sailors", "hostages", "Poland", "Tunisia", "Cameroon")
        and m.actor.sector
    )
    assert found.country == land


@pytest.mark.parametrize(
    ("sentence", "phrase", "country"),
    [
        ("Red Cross officials of Chad met the Sudanese president.", "Red Cross officials of Chad", "TCD"),
        ("Greenpeace activists from Peru blocked a Chilean ship.", "Greenpeace activists from Peru", "PER"),
        ("A Red Cross official in Chad met the Sudanese president.", "A Red Cross official", "NGO"),
    ],
)
def test_people_of_a_body_of_all_lands_by_where_they_are_from(
    coder: Coder, sentence: str, phrase: str, country: str
) -> None:
    _, mentions, _ = coder.explain(sentence)
    (found,) = (m.actor for ms in mentions for m in ms if m.actor.text == phrase)
    assert found.country == country


@pytest.mark.parametrize(
    ("before", "country"),
    [("South Korea and North Korea quarrelled.", "PRK"), ("Nigeria and Chad quarrelled.", None)],
)
def test_the_half_of_a_divided_land(coder: Coder, before: str, country: str | None) -> None:
    _, mentions, _ = coder.explain(f"{before} Fog lay on the sea. The northern leader spoke.")
    (found,) = (m.actor for m in mentions[-1] if m.actor.text == "The northern leader")
    assert found.country == country
