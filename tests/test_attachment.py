"""Phrases that a parser hung on the wrong word."""

import pytest
from spacy.tokens import Doc

from polybius import Coder, Document, attachment


def above(coder: Coder, sentence: str, word: str) -> str:
    """The word on which the first ``word`` of a sentence hangs."""
    return next(t for t in coder.language.parse([sentence])[0] if t.lower_ == word).head.text


@pytest.mark.parametrize(
    ("sentence", "word", "head"),
    [
        ("The arrest by Kenyan police of two Somali traders angered the town.", "of", "arrest"),
        ("The arrest of two Somali traders by Kenyan police angered the town.", "by", "arrest"),
        ("An attack by members of the guard shook Lima.", "of", "members"),
        ("A claim by the Bank of England was rejected.", "of", "Bank"),
        ("The donation of ten ambulances to Moldova was praised.", "to", "donation"),
        ("Sudan accused Chad's police of theft on Monday.", "of", "accused"),
        (
            "Two villages were shelled on Monday, the ministry in Baku said, accusing Armenia of treachery.",
            "accusing",
            "said",
        ),
        ("Farmers were ordered to flee as a missile from the North passed overhead.", "missile", "passed"),
        ("The dockers were blamed for the losses, half of them in exports, by Chilean ministers.", "by", "blamed"),
    ],
)
def test_where_a_phrase_hangs(coder: Coder, sentence: str, word: str, head: str) -> None:
    assert above(coder, sentence, word) == head


def test_nouns_with_hyphens_are_whole(coder: Coder) -> None:
    words = [t.text for t in coder.language.parse(["Oman gave Qatar the go-ahead after two about-turns."])[0]]
    assert "go-ahead" in words and "about-turns" in words


@pytest.mark.parametrize(
    "sentence", ["Government airstrikes on the town killed ten.", "Heavy shelling by Russia continued."]
)
def test_nouns_that_a_parser_takes_for_verbs_keep_their_words(coder: Coder, sentence: str) -> None:
    noun = next(t for t in coder.language.parse([sentence])[0] if t.lower_ in ("airstrikes", "shelling"))
    assert (noun.pos_, noun.lemma_) in (("NOUN", "airstrike"), ("NOUN", "shelling"))
    assert noun.doc.text == sentence


def test_of_what_a_passive_accuses_is_no_part_of_who_accuses(coder: Coder) -> None:
    [accused] = coder.code(Document(text="Qatar was accused by Egypt of spying.")).events
    assert [(a.text, a.sector) for a in accused.actors] == [("Egypt", "")]


def test_what_something_is_called_hangs_on_the_verb(coder: Coder) -> None:
    assert above(coder, "Peru called the demands of Bolivia absurd.", "absurd") == "called"
    assert above(coder, "Peru called the demands of Bolivia absurd.", "bolivia") == "of"
    assert above(coder, "Peru considered the ban on Bolivian tin.", "tin") == "on"


def test_who_somebody_is_hangs_on_the_name_before_it(coder: Coder) -> None:
    told = "Elena Sandu and Ion Petrescu, mayor of a port, both met Greek envoys."
    assert above(coder, told, "mayor") == "Petrescu"


def test_a_participle_behind_a_doer_is_no_verb_of_the_sentence(coder: Coder) -> None:
    told = "Gunmen linked to Boko Haram shot a mayor in Cameroon."
    assert above(coder, told, "linked") == "Gunmen"
    assert above(coder, told, "gunmen") == "shot"
    assert above(coder, "The evidence linked to the case was lost.", "linked") == "evidence"


@pytest.mark.parametrize(
    ("sentence", "actors", "recipients"),
    [
        ("Oman, Bahrain, Kuwait and Egypt cut ties with Chad.", "OMN BHR KWT EGY", "TCD"),
        ("Iranian soldiers killed two Iraqi nurses, a Swiss driver and three Omani boys.", "IRN", "IRQ CHE OMN"),
        ("Togo, along with its ally Benin, accused Niger of theft.", "TGO BEN", "NER"),
        ("Together with Benin, Togo accused Niger of theft.", "BEN TGO", "NER"),
        ("Togo, alongside Benin, accused Niger of theft.", "TGO BEN", "NER"),
        ("Iranian police arrested two Dutch tourists together with a Swiss journalist.", "IRN", "NLD CHE"),
        (
            "Four Italian nurses were abducted by Chadian rebels on Friday along with a Belgian driver.",
            "TCD",
            "ITA BEL",
        ),
        ("Irish volunteers fought with Croatian troops against Serbia in 1991.", "IRL", "SRB"),
        ("Togo criticised the seizure of a ship and Benin's silence.", "TGO", "BEN"),
    ],
)
def test_who_is_told_together(coder: Coder, sentence: str, actors: str, recipients: str) -> None:
    event = coder.code(Document(text=sentence)).events[0]
    told = [" ".join(dict.fromkeys(a.country or "?" for a in side)) for side in (event.actors, event.recipients)]
    assert told == [actors, recipients]


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("The court in Lima jailed Juan Perez, a teacher and mother of two.", "teacher"),
        ("Gunmen shot Maria Lopez, a judge and former minister, in Quito.", "judge"),
        ("Police killed two brothers, a teacher and a farmer.", "teacher"),
    ],
)
def test_who_somebody_is_is_no_second_party(coder: Coder, sentence: str, word: str) -> None:
    assert next(t for t in coder.language.parse([sentence])[0] if t.lower_ == word).dep_ == "appos"


@pytest.mark.parametrize(
    ("sentence", "word", "head"),
    [
        ("Nigerian traders, denied entry by Benin, slept on the bridge.", "denied", "traders"),
        ("Nigerian traders, denied entry by Benin, slept on the bridge.", "by", "denied"),
        ("The garrison, poorly fed and refused reinforcements by the Kenyan commander, left.", "by", "refused"),
        ("Rebels shelled the port, and Sudan, for its part, bombed two villages in Chad.", "sudan", "bombed"),
        ("Rebels shelled the port, and Sudan, for its part, bombed two villages in Chad.", "bombed", "shelled"),
        ("The party Karama, whose deputies the Egyptian police had beaten, left parliament.", "police", "beaten"),
        ("Kenya rejected the offer, and Uganda, which had made it, sulked.", "uganda", "sulked"),
        ("Officials of Ecowas, whose force is in Bissau, spoke with him by telephone and left.", "officials", "spoke"),
    ],
)
def test_clauses_that_words_between_them_hide(coder: Coder, sentence: str, word: str, head: str) -> None:
    assert above(coder, sentence, word) == head


@pytest.mark.parametrize(
    ("sentence", "acting"),
    [
        ("Kenya and Uganda signed an accord on Monday, with the Chinese ambassador among the guests.", {"KEN", "UGA"}),
        (
            "Georgia and Turkey have been negotiating in Oslo since May, with Norway as one of the guarantors.",
            {"GEO", "TUR"},
        ),
        ("Russia and Ukraine held talks in Geneva, with the Swiss foreign minister in attendance.", {"RUS", "UKR"}),
        ("Iran signed a pact on Monday with Armenia as a sign of goodwill.", {"IRN", "ARM"}),
    ],
)
def test_who_only_attends_takes_no_part(coder: Coder, sentence: str, acting: set[str]) -> None:
    told = coder.code(Document(text=sentence)).events
    assert {a.country for e in told for a in (*e.actors, *e.recipients)} == acting


@pytest.mark.parametrize(
    ("sentence", "word", "head", "role"),
    [
        ("Peru fired what appeared to be a ballistic missile on Monday.", "missile", "fired", "dobj"),
        ("Peru fired what Chile described as a rocket.", "rocket", "fired", "dobj"),
        ("Mali condemned what it called an act of aggression by Algeria.", "act", "condemned", "dobj"),
        ("Iran seized what the navy said was a tanker on Tuesday.", "tanker", "seized", "dobj"),
        ("Turkey accused Syria of what it described as a massacre.", "massacre", "of", "pobj"),
        ("Sanctions would follow, warned the French minister.", "minister", "warned", "nsubj"),
        ("He said what it was.", "what", "was", "attr"),
        ("Four soldiers who had been held since January were freed by rebels.", "soldiers", "freed", "nsubjpass"),
        (
            "Ten Turkish sailors who had been missing since May were found by the Greek navy on Monday.",
            "may",
            "since",
            "pobj",
        ),
        ("Peru imposed tariffs on Chile as well as on Bolivia.", "bolivia", "Chile", "conj"),
        ("Emmanuel Macron met Saudi Foreign Minister Adel al-Jubeir on Tuesday.", "jubeir", "met", "dobj"),
        ("Mexico warned the French minister.", "minister", "warned", "dobj"),
    ],
)
def test_what_is_so_called_and_who_says_it_afterwards(
    coder: Coder, sentence: str, word: str, head: str, role: str
) -> None:
    found = next(t for t in coder.language.parse([sentence])[0] if t.lower_ == word)
    assert (found.head.text, found.dep_) == (head, role)


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("The resolution was drafted by France after the missile test of Monday.", []),
        ("Iran and Oman signed a pact after the talks in Muscat.", ["SUPPORT", "CONSULT"]),
    ],
)
def test_what_was_told_before_is_done_by_nobody_here(coder: Coder, sentence: str, told: list[str]) -> None:
    assert [e.type for e in coder.code(Document(text=sentence)).events if e.actors] == told


@pytest.mark.parametrize(
    "heads",
    [
        [1, 2, 2, 2, 2],  # the hyphen bears all
        [1, 1, 1, 1, 1],  # the article does
        [1, 4, 1, 2, 4],  # the name hangs below the hyphen, that below the article
        [3, 3, 4, 4, 4],
        [3, 4, 3, 4, 4],
    ],
)
def test_a_name_joined_over_its_hyphen_closes_no_ring(coder: Coder, heads: list[int]) -> None:
    words, tags = ["Adel", "al", "-", "Jubeir", "spoke"], ["PROPN", "PROPN", "PUNCT", "PROPN", "VERB"]
    labels = ["ROOT" if n == head else "dep" for n, head in enumerate(heads)]
    doc = Doc(
        coder.language.nlp.vocab,
        words=words,
        spaces=[True, False, False, True, False],
        heads=heads,
        deps=labels,
        pos=tags,
    )
    attachment.mend(doc, frozenset())
    for word in doc:
        top = word
        for _ in doc:
            top = top.head
        assert top.head == top


@pytest.mark.parametrize(
    "sentence", ["Home they brought the envoy.", "The charge, as Chad dismissed it as.", "Home sent ships home."]
)
def test_odd_orders_break_nothing(coder: Coder, sentence: str) -> None:
    doc = coder.language.parse([sentence])[0]
    assert all(len(list(t.ancestors)) < len(doc) for t in doc)


@pytest.mark.parametrize(
    ("sentence", "actor"),
    [
        ("Kenya Monday arrested three Ugandan fishermen.", "KEN"),
        ("Kenya Monday has arrested three Ugandan fishermen.", "KEN"),
        ("South Korea Wednesday fired at a North Korean boat.", "KOR"),
        ("Vietnam Friday rejected a Thai offer of talks.", "VNM"),
    ],
)
def test_a_weekday_between_name_and_verb_is_no_part_of_the_name(coder: Coder, sentence: str, actor: str) -> None:
    (event,) = coder.code(Document(text=sentence)).events
    assert [a.country for a in event.actors] == [actor]


def test_a_day_with_a_name_does_nothing(coder: Coder) -> None:
    assert coder.code(Document(text="Bloody Sunday has divided Derry and its people.")).events == ()


def test_what_a_noun_of_saying_says_is_not_of_who_answers(coder: Coder) -> None:
    text = "Barack Obama was replying to the Iranian president's warning, in a speech Monday, that all of Israel was within range of his weapons."
    (event,) = coder.code(Document(text=text)).events
    told = (event.type, [a.country for a in event.actors], [r.country for r in event.recipients])
    assert told == ("THREATEN", ["IRN"], ["ISR"])
