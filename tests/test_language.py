"""What the parser is given."""

import pytest
from spacy.tokens import Doc

from polybius import Coder, Document, hanging, language


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("On Monday Turkey sold Kenya six drones.", "Turkey"),
        ("In March Russia expelled two Czech diplomats.", "Russia"),
        ("In Berlin on July 6 Mr Macron met German ministers.", "Mr Macron"),
        ("By Friday morning Tehran had answered.", "Tehran"),
    ],
)
def test_a_time_before_a_name_is_no_part_of_it(coder: Coder, text: str, party: str) -> None:
    mentions = coder.explain(text)[1]
    named = [m.actor for sentence in mentions for m in sentence]
    assert party in [a.text for a in named]
    assert all(a.span.of(text) == a.text for a in named)


def test_feasts_and_papers_keep_their_names(coder: Coder) -> None:
    for text in ("He came on May Day to Rome.", "On Sunday Times reporters went to Kyiv."):
        assert coder.language.parse([text])[0].text == text


def test_what_happened_in_march_is_told(coder: Coder) -> None:
    events = coder.code(Document(text="In March Turkey accused Syria of shelling a village.")).events
    accused = [e for e in events if e.type == "ACCUSE"]
    assert [(e.actors[0].country, e.recipients[0].country) for e in accused] == [("TUR", "SYR")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Bolivia Nationalised a Spanish Airline Company.", [("COERCE", "BOL", "ESP")]),
        ("Japan's Emperor Visited Belgium on Thursday.", [("CONSULT", "JPN", "BEL")]),
        ("TURKEY ACCUSES SYRIA OF SHELLING VILLAGE", [("ACCUSE", "TUR", "SYR")]),
        ("United States Expels Two Russian Envoys", [("SANCTION", "USA", "RUS")]),
    ],
)
def test_titles_and_capitals_hide_no_verb(coder: Coder, text: str, told: list[tuple[str, str, str]]) -> None:
    coded = coder.code(Document(text=text))
    found = [
        (e.type, (e.actors[0].country or ""), ((e.recipients or e.actors[1:])[0].country or ""))
        for e in coded.events
        if e.actors and (e.recipients or e.actors[1:])
    ]
    assert set(told) <= set(found)
    assert all(
        a.span.of(coded.document.text).lower() == a.text.lower()
        for e in coded.events
        for a in (*e.actors, *e.recipients)
    )


def test_bases_are_no_basis(coder: Coder) -> None:
    (event,) = coder.code(Document(text="Mali's army seized two rebel bases in Mali.")).events
    assert event.type == "ASSAULT"


def test_a_mender_that_closes_a_circle_changes_nothing(coder: Coder) -> None:
    doc = coder.language.parse(["Kenya shelled a village in Uganda."])[0]
    before = [(t.head.i, t.dep_) for t in doc]

    def circling(doc: Doc) -> None:
        village, shelled = doc[3], doc[1]
        village.dep_ = "nsubj"
        shelled.head = village

    hanging.safely(doc, circling)
    assert [(t.head.i, t.dep_) for t in doc] == before
    assert hanging.is_tree(doc)


def test_a_mender_that_leaves_a_tree_stands(coder: Coder) -> None:
    doc = coder.language.parse(["Kenya shelled a village in Uganda."])[0]

    def moving(doc: Doc) -> None:
        doc[4].head = doc[1]

    hanging.safely(doc, moving)
    assert doc[4].head.i == 1


def test_what_others_mend_stands_beside_a_circle(coder: Coder) -> None:
    doc = coder.language.parse(["Kenya shelled a village in Uganda."])[0]

    def moving(doc: Doc) -> None:
        doc[4].head = doc[1]

    def circling(doc: Doc) -> None:
        doc[1].head = doc[4]

    hanging.safely(doc, moving, circling)
    assert doc[4].head.i == 1
    assert hanging.is_tree(doc)


def test_few_long_sentences_are_parsed_together() -> None:
    """Parsing takes memory by the words that are parsed at once."""
    sentences = ["a" * 40_000, "b" * 40_000, "c" * 40_000, "d" * 200_000, "e"]
    assert [len(chunk) for chunk in language._chunks(sentences)] == [2, 1, 1, 1]
    assert [len(chunk) for chunk in language._chunks(["word"] * 600)] == [256, 256, 88]
    assert list(language._chunks([])) == []
