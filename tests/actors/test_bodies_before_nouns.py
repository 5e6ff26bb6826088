"""Bodies of several words that stand before a noun: whose plan, summit, mission it is."""

import pytest
from spacy.tokens import Doc

from polybius import Coder, Document
from polybius.actors import bodies


@pytest.mark.parametrize(
    ("sentence", "country"),
    [
        ("Malawi rejected a European Union plan.", "EUR"),
        ("Kenya criticised the African Union meeting in Addis Ababa.", "IGO"),
        ("Kenya rejected an International Court of Justice decision.", "UNO"),
        ("Turkey criticised a Council of Europe report.", "IGO"),
        ("Turkey criticised the Council of Europe meeting in Oslo.", "IGO"),
        ("Kenya denounced the Soviet Union plan for Mozambique.", "RUS"),
    ],
)
def test_whose_a_matter_is(coder: Coder, sentence: str, country: str) -> None:
    (event,) = coder.code(Document(text=sentence)).events
    assert [r.country for r in event.recipients] == [country]


@pytest.mark.parametrize(
    ("sentence", "country"),
    [
        ("An Organization of American States mission visited Haiti.", "IGO"),
        ("Democratic Front for the Liberation of Palestine gunmen attacked an Israeli patrol.", "PSE"),
        ("A Bank of Japan official visited Haiti.", "JPN"),
    ],
)
def test_whose_people_act(coder: Coder, sentence: str, country: str) -> None:
    (event,) = coder.code(Document(text=sentence)).events
    assert [a.country for a in event.actors] == [country]


def test_a_union_in_small_letters_is_of_workers(coder: Coder) -> None:
    (event,) = coder.code(Document(text="A Peruvian union march in Lima denounced Chile.")).events
    assert [a.country for a in event.actors] == ["PER"]


def test_a_name_without_a_noun_behind_it_stays_as_it_is(coder: Coder) -> None:
    doc = coder.language.parse(["The Council of Europe met in Oslo on Monday."])[0]
    heads = [t.head.i for t in doc]
    bodies.mend(doc, coder.resolver.resolve, None, "")
    assert [t.head.i for t in doc] == heads


def test_a_name_of_several_phrases_closes_no_circle(coder: Coder) -> None:
    words = ["Turkey", "called", "the", "Council", "of", "Europe", "report", "false"]
    tags = ["NNP", "VBD", "DT", "NNP", "IN", "NNP", "NN", "JJ"]
    heads = [1, 1, 3, 7, 3, 4, 1, 6]  # "Council" hangs on "false", which hangs on "report"
    doc = Doc(coder.language.nlp.vocab, words, tags=tags, lemmas=words, heads=heads, deps=["dep"] * 8, pos=["X"] * 8)
    bodies.mend(doc, coder.resolver.resolve, None, "")
    assert [t.head.i for t in doc] == heads


def test_a_name_may_begin_with_a_link(coder: Coder) -> None:
    words = ["Of", "Freedom", "and", "Bread", "members", "met"]
    tags, heads = ["IN", "NNP", "CC", "NNP", "NNS", "VBD"], [4, 0, 1, 1, 5, 5]
    doc = Doc(coder.language.nlp.vocab, words, tags=tags, lemmas=words, heads=heads, deps=["dep"] * 6, pos=["X"] * 6)
    party = coder.resolver.resolve("Labour Party", None, "Britain")
    bodies.mend(doc, lambda *_: party, None, "")
    assert doc[1].head == doc[4]
