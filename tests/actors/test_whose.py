"""Whose those are who are named by their role only, or beside others."""

import pytest

from polybius import Coder, Document


def countries(coder: Coder, text: str, phrase: str) -> list[str | None]:
    return [m.actor.country for sentence in coder.explain(text)[1] for m in sentence if m.actor.text == phrase]


@pytest.mark.parametrize(
    ("sentence", "phrase", "country"),
    [
        ("Saudi jets and helicopters bombed a Yemeni village.", "helicopters", "SAU"),
        ("Egypt's president and foreign minister met Libyan officials.", "foreign minister", "EGY"),
        ("Turkish troops and separatists shelled a village.", "separatists", None),
        ("Turkish troops and the militia shelled a village.", "the militia", None),
        ("A government assault on Syria's last free province went on.", "government", "SYR"),
        ("Coptic bishops from Upper Egypt praised the army.", "the army", "EGY"),
        ("Kenya's foreign minister met the president.", "the president", None),
        ("Coal miners rejected the Polish government's offer.", "Coal miners", "POL"),
        ("The foreign ministry summoned the Afghan ambassador.", "The foreign ministry", None),
        ("Guerrillas ambushed a convoy of Philippine marines.", "Guerrillas", "PHL"),
        ("Militants killed two French soldiers.", "Militants", None),
        ("New Zealand said nothing, yet the country's navy brought water to Tonga.", "the country's navy", "NZL"),
        ("Hackers working for North Korea robbed a bank in Dhaka.", "Hackers", "PRK"),
        ("The Hutu rebels spurned Burundi's government.", "The Hutu rebels", "BDI"),
        ("Spain deported a Moroccan engineer named Driss Benhaddou.", "Driss Benhaddou", "MAR"),
        ("In Uganda's hills eleven soldiers died.", "eleven soldiers", "UGA"),
        ("Soldiers freed a Cuban near New Mexico.", "New Mexico", "USA"),
    ],
)
def test_whose_is_told_by_what_stands_beside(coder: Coder, sentence: str, phrase: str, country: str | None) -> None:
    assert set(countries(coder, sentence, phrase)) == {country}


def test_each_of_several_nations_before_a_noun_is_a_party(coder: Coder) -> None:
    sentence = "The Kenyan, Ugandan and Rwandan transport ministers criticised Tanzania."
    [event] = coder.code(Document(text=sentence)).events
    assert [a.country for a in event.actors] == ["KEN", "UGA", "RWA"]


def test_deltas_and_partners_are_no_lands(coder: Coder) -> None:
    assert not countries(coder, "Rebels in the Niger delta fired on soldiers.", "Niger")
    assert not countries(coder, "Ankara threatened its Nato ally.", "Nato")


@pytest.mark.parametrize(
    ("text", "phrase", "lands"),
    [
        ("Rwanda closed its embassy in Kinshasa. Its troops crossed the border.", "Its troops", ["RWA"]),
        ("Malaysia and Indonesia share a border. Their navies held an exercise.", "Their navies", ["MYS", "IDN"]),
        ("The presidents of Senegal and Mauritania met. They signed an accord.", "They", ["SEN", "MRT"]),
        ("Mali has few planes. Turkey gave it six drones.", "it", ["MLI"]),
        ("Eleven Sri Lankan fishermen drifted north. The Indian navy arrested them.", "them", ["LKA"]),
        ("A Ukrainian delegation came to Ljubljana. Slovenia's president talked with them.", "them", ["UKR"]),
        ("Floods hit Pakistan. Saudi Arabia sent the country eight planes with tents.", "the country", ["PAK"]),
        ("Kiribati has few people. The island nation broke off relations with Taiwan.", "The island nation", ["KIR"]),
        (
            "Kenya and Somalia claim a strip of sea. Norway urged the two countries to talk.",
            "the two countries",
            ["KEN", "SOM"],
        ),
        ("Burundi accused Rwanda. Rwanda called on its neighbour to show proof.", "its neighbour", ["BDI"]),
        ("Three Afghan drones fell in Tajikistan. The foreign ministry spoke.", "The foreign ministry", ["TJK"]),
        ("Kenya held an election. It criticised Ugandan courts.", "It", ["KEN"]),
        ("Kenya fired a missile. It flew over Uganda.", "It", [None]),
        ("Ugandan marines held nine Kenyan fishermen. Kampala has since released them.", "them", ["KEN"]),
        ("The Dutch foreign minister, Annelies Brouwer, spoke. Brouwer apologised to Suriname.", "Brouwer", ["NLD"]),
    ],
)
def test_whom_the_sentence_before_tells(coder: Coder, text: str, phrase: str, lands: list[str | None]) -> None:
    assert countries(coder, text, phrase) == lands


@pytest.mark.parametrize("body", ["group", "movement", "organisation"])
def test_the_group_is_the_body_named_last(coder: Coder, body: str) -> None:
    told = f"Boko Haram raided a village in Nigeria. The {body} killed ten farmers."
    [_, killed] = coder.code(Document(text=told)).events
    assert [(a.text, a.country, a.sector) for a in killed.actors] == [(f"The {body}", "NGA", "REB")]


def test_the_group_is_nobody_where_two_bodies_were_named(coder: Coder) -> None:
    told = "Hamas clashed with Hezbollah. The group freed ten prisoners."
    assert countries(coder, told, "The group") == [None]
