"""Lists of parties that a parser begins or ends at the wrong word."""

import pytest

from polybius import Coder, Document


def told(coder: Coder, sentence: str) -> list[str]:
    """The lands of the doers and of the recipients of the first event."""
    event = coder.code(Document(text=sentence)).events[0]
    return [" ".join(dict.fromkeys(a.country or "?" for a in side)) for side in (event.actors, event.recipients)]


def heads(coder: Coder, sentence: str, *words: str) -> list[str]:
    """The words on which the first of each of some words hang."""
    doc = coder.language.parse([sentence])[0]
    return [next(t for t in doc if t.lower_ == word).head.text for word in words]


@pytest.mark.parametrize(
    ("sentence", "actors", "recipients"),
    [
        ("At a summit in Lagos, Ghana and Togo signed a trade pact.", "GHA TGO", ""),
        ("Ahead of the vote in Tirana, Italy and Greece warned Albania.", "ITA GRC", "ALB"),
        ("A day after the strike on Damascus, Russia and Iran accused Israel of piracy.", "RUS IRN", "ISR"),
        (
            "In a letter sent from Tunis, Poland, Hungary and Slovakia accused Brussels of blackmail.",
            "POL HUN SVK",
            "BEL",
        ),
    ],
)
def test_a_list_before_a_verb_is_its_subject(coder: Coder, sentence: str, actors: str, recipients: str) -> None:
    assert told(coder, sentence) == [actors, recipients]


@pytest.mark.parametrize(
    ("sentence", "noun", "verb"),
    [
        ("In the south a Panamanian tanker, the Bright Star, has been impounded at Izmir.", "tanker", "impounded"),
        ("On the day that he went home Turkey listed Syria again among the sponsors of terrorism.", "turkey", "listed"),
        ("In the north a Greek tanker, the Blue Star, has been impounded at Izmir.", "tanker", "impounded"),
        ("In the north of the country Kenya closed its border.", "kenya", "closed"),
    ],
)
def test_a_noun_right_before_a_verb_without_a_subject_is_it(coder: Coder, sentence: str, noun: str, verb: str) -> None:
    assert heads(coder, sentence, noun) == [verb]


def test_a_name_behind_an_object_is_no_second_verb(coder: Coder) -> None:
    sentence = (
        "He had come from Moscow, where Vladimir Putin hosted him and Ali Salehi, Iran's nuclear chief, for dinner."
    )
    assert heads(coder, sentence, "salehi") == ["him"]


def test_what_stands_before_a_list_is_no_subject(coder: Coder) -> None:
    sentence = "Officials said that after strikes on Gaza, Egypt and Jordan had closed their borders."
    assert heads(coder, sentence, "egypt", "strikes") == ["closed", "after"]


@pytest.mark.parametrize(
    ("sentence", "word", "head"),
    [
        ("Soldiers from Chad, Niger and Benin shelled the camp.", "niger", "Chad"),
        ("Migrants from Chad, Niger and Benin deported by Libya were arrested.", "niger", "Chad"),
        ("After talks in Lima, Quito and La Paz, Chile signed the accord.", "quito", "Lima"),
    ],
)
def test_a_list_behind_a_preposition_stays_one(coder: Coder, sentence: str, word: str, head: str) -> None:
    assert heads(coder, sentence, word) == [head]


@pytest.mark.parametrize(
    ("sentence", "actors", "recipients"),
    [
        ("Two nurses from Chad and a Swiss driver were killed by Iraqi rebels.", "IRQ", "TCD CHE"),
        (
            "Two brothers from Tunis and a former policeman from Marseille were jailed by a Rome court.",
            "ITA",
            "TUN FRA",
        ),
        ("Officials from Kenya and the Somali president signed a pact.", "KEN SOM", ""),
        (
            "Two journalists from Al Jazeera, a Reuters cameraman and a Swiss nurse were shot by Israeli police.",
            "ISR",
            "QAT GBR CHE",
        ),
    ],
)
def test_a_person_behind_anothers_origin_is_told_beside_that_one(
    coder: Coder, sentence: str, actors: str, recipients: str
) -> None:
    assert told(coder, sentence) == [actors, recipients]


@pytest.mark.parametrize(
    ("sentence", "word", "head"),
    [
        ("Soldiers beat the caretaker of the mosque, his teenage sons and a visiting preacher.", "sons", "caretaker"),
        ("Rebels killed the mayor of Jos and his driver.", "driver", "mayor"),
        ("Rebels killed the wife of Haftar and his driver.", "driver", "Haftar"),
        ("Reporters from the BBC and a local paper were held.", "paper", "BBC"),
        ("Lawyers for the students and their teachers were held.", "teachers", "students"),
        ("A man from Leeds, a teacher and a poet, was killed.", "teacher", "Leeds"),
        ("The minister for women and children resigned.", "children", "women"),
    ],
)
def test_beside_whom_a_person_is_told(coder: Coder, sentence: str, word: str, head: str) -> None:
    assert heads(coder, sentence, word) == [head]


@pytest.mark.parametrize(
    ("sentence", "actors", "recipients"),
    [
        (
            "Eleven people, including two Dutch tourists and a Swiss guide, were killed by Ugandan rebels.",
            "UGA",
            "? NLD CHE",
        ),
        (
            "Police in Kampala arrested eleven people, among them two Dutch tourists and a Swiss guide.",
            "UGA",
            "UGA NLD CHE",
        ),
        ("Twelve countries, including Chile and Peru, condemned Venezuela.", "CHL PER", "VEN"),
        ("Canada imposed sanctions on five officials, including the Belarusian defence minister.", "CAN", "? BLR"),
    ],
)
def test_some_of_several(coder: Coder, sentence: str, actors: str, recipients: str) -> None:
    assert told(coder, sentence) == [actors, recipients]


@pytest.mark.parametrize(
    ("sentence", "actors", "recipients"),
    [
        ("Some backers of the opposition, such as Algeria and Tunisia, have condemned Libya.", "DZA TUN", "LBY"),
        ("Many supporters of the Syrian rebels, such as Qatar and Jordan, criticised Iran.", "QAT JOR", "IRN"),
        ("Norway has accused neighbours such as Denmark and Sweden of dumping.", "NOR", "DNK SWE"),
    ],
)
def test_those_named_as_examples(coder: Coder, sentence: str, actors: str, recipients: str) -> None:
    assert told(coder, sentence) == [actors, recipients]


@pytest.mark.parametrize(
    ("sentence", "words", "above"),
    [
        ("Kenya, Chad and, for a while, Mali have sent police.", ["chad", "mali"], ["Kenya", "Kenya"]),
        (
            "Boeing, the union and relatives of the dead rejected the report.",
            ["union", "relatives"],
            ["Boeing", "union"],
        ),
        ("Soldiers freed Bishop Diaz, his aide and two nuns.", ["aide"], ["Diaz"]),
    ],
)
def test_names_and_nouns_of_one_list(coder: Coder, sentence: str, words: list[str], above: list[str]) -> None:
    doc = coder.language.parse([sentence])[0]
    assert heads(coder, sentence, *words) == above
    assert all(t.dep_ == "conj" for t in doc if t.lower_ in words)


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("Soldiers met Bishop Diaz, his friend and a former minister.", "friend"),
        ("Diaz, a bishop and a poet, was freed.", "bishop"),
    ],
)
def test_who_a_name_is(coder: Coder, sentence: str, word: str) -> None:
    assert next(t for t in coder.language.parse([sentence])[0] if t.lower_ == word).dep_ == "appos"
