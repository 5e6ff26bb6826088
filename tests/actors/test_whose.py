"""Whose those are who are named by their role only, or beside others."""

from datetime import date

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
        ("Boris Johnson rang Volodymyr Zelensky, whose army he praised.", "whose army", "UKR"),
        ("Russia, whose army shelled Kharkiv, accused Ukraine.", "whose army", "RUS"),
        ("Soldiers freed a Cuban near New Mexico.", "New Mexico", "USA"),
    ],
)
def test_whose_is_told_by_what_stands_beside(coder: Coder, sentence: str, phrase: str, country: str | None) -> None:
    assert set(countries(coder, sentence, phrase)) == {country}


@pytest.mark.parametrize(
    ("sentence", "phrase", "country"),
    [
        ("A statement by its foreign ministry accused America of theft.", "its foreign ministry", "SYR"),
        ("A spokesman for its army accused America of theft.", "A spokesman for its army", "SYR"),
        ("Its Red Crescent asked America for help.", "Its Red Crescent", "SYR"),
        ("An official of its foreign ministry met an American.", "An official of its foreign ministry", "SYR"),
    ],
)
def test_whose_word_leads_a_sentence_is_of_whom_the_one_before_told(
    coder: Coder, sentence: str, phrase: str, country: str
) -> None:
    assert countries(coder, f"Syria jailed ten Americans on Friday. {sentence}", phrase) == [country]


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


@pytest.mark.parametrize(
    ("text", "phrase", "land", "sector"),
    [
        ("Gunmen linked to Boko Haram shot a mayor in Cameroon.", "Gunmen", "NGA", "REB"),
        ("Boko Haram fled. Bombers tied to the group killed a guard in Chad.", "Bombers", "NGA", "REB"),
        ("Gunmen linked to Rwanda shot a mayor in Congo.", "Gunmen", "COD", "UAF"),
        ("The widow of a Kenyan pilot who bombed Somali rebels wept.", "a Kenyan pilot", "KEN", "MIL"),
        ("Evo Morales left Bolivia. Police beat his supporters.", "his supporters", "BOL", "CVL"),
        ("Boko Haram freed a bishop and praised its followers.", "its followers", "NGA", "CVL"),
        ("Polish MPs, trade unionists and academics called on Berlin in a letter.", "trade unionists", "POL", "LAB"),
        ("The Syrian opposition spoke in Oslo of talks with the regime.", "the regime", "SYR", "GOV"),
    ],
)
def test_whom_words_behind_or_beside_tie_to_a_party(
    coder: Coder, text: str, phrase: str, land: str, sector: str
) -> None:
    found = {(m.actor.country, m.actor.sector) for s in coder.explain(text)[1] for m in s if m.actor.text == phrase}
    assert found == {(land, sector)}


def test_a_coalition_named_in_the_report_is_no_other(coder: Coder) -> None:
    told = "US jets left. The Libyan National Coalition spoke. The Coalition will not take part."
    assert set(countries(coder, told, "The Coalition")) <= {"LBY", None}


def test_who_somebody_is_belongs_to_the_name_before_it(coder: Coder) -> None:
    told = "President Paul Kagame and Kofi Darko, head of the Ghanaian parliament, met Emmanuel Macron."
    [met] = coder.code(Document(text=told)).events
    assert {a.country for a in (*met.actors, *met.recipients)} == {"RWA", "GHA", "FRA"}


def test_inhabitants_whom_a_visitor_s_guards_beat_are_of_where_that_was(coder: Coder) -> None:
    told = "Ghana and Togo quarrel over fish. When Emmanuel Macron flew to Tunis, his bodyguards punched protesters and local police."
    beat = coder.code(Document(text=told)).events[-1]
    assert [(a.text, a.country) for a in beat.recipients] == [("protesters", "TUN"), ("local police", "TUN")]


def test_soldiers_whom_only_rebels_of_one_land_face_are_of_that_land(coder: Coder) -> None:
    told = "Chad and Niger met. Boko Haram said it had seized and killed several soldiers."
    assert countries(coder, told, "several soldiers") == ["NGA"]


def test_the_group_is_a_band_too_where_a_parser_takes_a_verb_for_a_participle(coder: Coder) -> None:
    told = "Boko Haram wants a caliphate. In May gunmen linked to the group shot ten shoppers in Ndjamena."
    assert countries(coder, told, "the group") == ["NGA"]


def test_who_asks_both_sides_is_none_of_them(coder: Coder) -> None:
    text = "Sudan shelled a town on Monday. The harvest is poor. Kenya's president asked both sides to stop."
    assert not [
        r
        for e in coder.code(Document(text=text)).events
        if e.type == "REQUEST"
        for r in e.recipients
        if r.country == "KEN"
    ]


def test_the_two_neighbours_are_those_told_of_together(coder: Coder) -> None:
    text = "Chad accused Sudan of arming the rebels. Kenya urged the two neighbours to talk."
    told = [e for e in coder.code(Document(text=text)).events if e.type == "REQUEST"]
    assert [[r.country for r in e.recipients] for e in told] == [["TCD", "SDN"]]


def test_both_sides_of_one_land(coder: Coder) -> None:
    text = "Sudan's army holds the east of the country, the paramilitary Rapid Support Forces the west. Kenya urged both sides to talk."
    told = [e for e in coder.code(Document(text=text)).events if e.type == "REQUEST"]
    assert [{r.country for r in e.recipients} for e in told] == [{"SDN"}]


@pytest.mark.parametrize("whose", ["Western", "western", "European"])
def test_who_is_of_the_west_is_of_no_scene(coder: Coder, whose: str) -> None:
    (event,) = coder.code(Document(text=f"Police in Kabul arrested two {whose} journalists.")).events
    assert [a.country for a in event.actors] == ["AFG"]
    assert [a.country for a in event.recipients] == [None]


@pytest.mark.parametrize(
    ("text", "phrase", "country"),
    [
        ("Nicolas Maduro is angry. Colombian police arrested two of his aides.", "his aides", "VEN"),
        ("The Turkish president came to Berlin. German police beat his bodyguards.", "his bodyguards", "TUR"),
        ("Barack Obama met Angela Merkel. Russia accused her ministers of lying.", "her ministers", "DEU"),
    ],
)
def test_his_officials_are_his_whatever_befalls_them(coder: Coder, text: str, phrase: str, country: str) -> None:
    _, mentions, _ = coder.explain(text, published=date(2016, 6, 18))
    assert {m.actor.country for m in mentions[-1] if m.actor.text == phrase} == {country}


def test_who_goes_on_to_say_something_of_himself(coder: Coder) -> None:
    _, mentions, _ = coder.explain("Vladimir Putin called Petro Poroshenko a fool and said that he was weighing it.")
    assert {m.actor.country for m in mentions[-1] if m.actor.text == "he"} == {"RUS"}
    _, mentions, _ = coder.explain(
        "Vladimir Putin called Petro Poroshenko a fool and told Angela Merkel's aide that he lied."
    )
    assert {m.actor.country for m in mentions[-1] if m.actor.text == "he"} == {None}
