"""Titles of storylines name the parties and, in its own words, the matter."""

from __future__ import annotations

import pytest

from polybius import headings


def _title(parties: list[str], *sentences: str) -> str:
    return headings.title(parties, sentences, lambda stem: 1.0)


@pytest.mark.parametrize(
    ("parties", "sentences", "title"),
    [
        # Words that follow one another and are shared stand before single ones; the parties' own words tell nothing more.
        (["PER", "CHL"], ["Peru took the copper dispute to The Hague", "Chilean lawyers called the copper dispute old"], "Peru and Chile: copper dispute"),
        # Verbs, adverbs and numbers are no matter.
        (["KEN", "SOM"], ["Kenya quickly closed the border crossing", "Somalia said four had closed a border crossing"], "Kenya and Somalia: border crossing"),
        # What stands as nouns do goes before other words that are shared.
        (["FRA", "MLI"], ["France could harm the garrison", "Mali said harm was far from a garrison"], "France and Mali: garrison"),
        # A name that is shared stands behind the matter, whole; what is owned goes on.
        (["NOR", "RUS"], ["Ine Eriksen deplored the trawler's seizure", "Russia told Ine Eriksen of a seizure"], "Norway and Russia: seizure, Ine Eriksen"),
        # Small letters before a name are no part of it.
        (["GRC"], ["Greece wanted a truce to goad Nikos Kotzias", "A truce could goad Nikos Kotzias"], "Greece: truce, Nikos Kotzias"),
        # What some write small is no name; what begins a sentence is written as elsewhere.
        (["IND", "NPL"], ["The Water Board met", "India told a water board", "Nepal left the water board"], "India and Nepal: water board"),
        # Sides beyond countries have names; more than three parties aren't named.
        (["UNO", "SDN", "TCD", "EGY"], ["The refugee camp grew", "They left the refugee camp"], "United Nations, Sudan and Chad: refugee camp"),
        # Nothing is shared: what one sentence is about. Nothing at all: the parties; no party: the matter.
        (["BRA"], ["Brazil met", "Brazil took the locomotive"], "Brazil: locomotive"),
        (["BRA"], ["They met", "It was said"], "Brazil"),
        ([], ["A canal was begun", "They left the canal"], "canal"),
        (["QQQ"], ["A canal was begun", "They left the canal"], "QQQ: canal"),
    ],
)  # fmt: skip
def test_titles(parties: list[str], sentences: list[str], title: str) -> None:
    assert _title(parties, *sentences) == title


def test_rare_words_tell_more_and_the_order_of_sentences_tells_nothing() -> None:
    told = ["The harbour and the dam were named", "Of a dam and a harbour", "A harbour and a dam"]
    titles = {
        headings.title(["ETH"], order, lambda stem: 9.0 if stem == "dam" else 1.0) for order in (told, told[::-1])
    }
    assert titles == {"Ethiopia: dam, harbour"}


def test_a_sentence_that_several_incidents_quote_counts_once() -> None:
    quoted = ["The ferry sank in the strait"] * 5 + ["A strait was mined", "They left the strait"]
    assert _title(["TUR"], *quoted) == "Turkey: strait"
