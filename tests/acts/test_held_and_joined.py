"""What somebody is held as, verbs with a hyphen, verbs without an object behind a noun, and things that were fired."""

import pytest

from polybius import Coder, Document


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Chadian rebels took two Sudanese villagers hostage near Bahai.", ("ASSAULT", "TCD", "SDN")),
        ("Filipino gunmen are holding three Malaysian sailors captive near Jolo.", ("ASSAULT", "PHL", "MYS")),
        ("Libyan militiamen gang-raped two Nigerian migrants in Zawiya.", ("ASSAULT", "LBY", "NGA")),
        ("Rwandan soldiers machine-gunned three Burundian refugees at a ferry.", ("ASSAULT", "RWA", "BDI")),
        ("A counter-attack by Ethiopian infantry drove the Eritrean army back.", ("ASSAULT", "ETH", "ERI")),
        ("Rockets fired from Lebanon struck an Israeli school on Monday.", ("ASSAULT", "LBN", "ISR")),
    ],
)
def test_who_is_held_hit_or_harmed_is_told(coder: Coder, text: str, told: tuple[str, str, str]) -> None:
    events = coder.code(Document(text=text)).events
    assert told in [
        (event.type, *("&".join(a.country or "?" for a in side) for side in (event.actors, event.recipients)))
        for event in events
    ]


def test_a_verb_without_an_object_behind_a_noun_is_the_sentences_verb(coder: Coder) -> None:
    parse = coder.language.parse(["Fijian policemen rebelled over pay."])[0]
    assert [(word.text, word.dep_) for word in parse if word.dep_ in ("ROOT", "nsubj")] == [
        ("policemen", "nsubj"),
        ("rebelled", "ROOT"),
    ]


def test_a_verb_with_a_hyphen_keeps_its_letters_and_its_lemma(coder: Coder) -> None:
    parse = coder.language.parse(["Burmese troops gang-raped two women."])[0]
    assert [(word.text, word.lemma_) for word in parse if "-" in word.text] == [("gang-raped", "gang-rape")]
