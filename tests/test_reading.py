"""Text as it comes: titles told twice, page furniture, datelines, quotes, abbreviations, and spans that are always exact."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import polybius
from polybius import reading

DAY = date(2019, 5, 7)


def _texts(text: str) -> list[str]:
    return [s.span.of(text) for s in reading.read(text).sentences]


def test_a_title_told_twice_is_read_once() -> None:
    text = (
        "France and Iran hold talks in Geneva\n\nFrance and Iran hold talks in Geneva\n\nThe talks went on until dawn."
    )
    assert _texts(text) == ["France and Iran hold talks in Geneva", "The talks went on until dawn."]


@pytest.mark.parametrize(
    "line", ["Latest News", "Read more", "Share on Facebook", "Sign up for our newsletter", "Advertisement"]
)
def test_page_furniture_is_passed_over(line: str) -> None:
    text = f"France met Iran in Geneva on Monday.\n\nBoth sides praised the host.\n\n{line}"
    assert line not in _texts(text)


@pytest.mark.parametrize("hour", ["9.20am ", "12:05 pm ", "9.20am Jane Hart writes: ", "9.20am Jane Hart: "])
def test_the_hour_of_an_entry_and_who_writes_it_are_no_part_of_its_sentence(hour: str) -> None:
    assert _texts(f"France met Iran. {hour}Iran's envoy left Geneva.") == [
        "France met Iran.",
        "Iran's envoy left Geneva.",
    ]


@pytest.mark.parametrize("dateline", ["SEOUL (Own Wire) - ", "GENEVA, May 7 (Own Wire) — ", "WASHINGTON — "])
def test_datelines_are_no_part_of_the_first_sentence(dateline: str, coder: polybius.Coder) -> None:
    text = dateline + "France condemned Iran on Monday over a missile test."
    assert _texts(text) == ["France condemned Iran on Monday over a missile test."]
    (event,) = [e for e in coder.code(polybius.Document(text=text, published=DAY)).events if e.type == "ACCUSE"]
    assert {a.country for a in event.actors} == {"FRA"}


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The U.S. and S. Korea met. N. Korea did not.", 2),
        ("Sen. John Doe and Gen. Smith spoke at 5 p.m. in Paris. Nobody came.", 2),
        ("“We agreed,” Mr. Kim said. “It is done.”", 2),
        ('He asked: "Will they come?" They came.', 2),
        ("Prices rose 3.5 percent. Wages fell.", 2),
    ],
)
def test_sentences_end_where_they_end(text: str, number: int) -> None:
    assert len(_texts(text)) == number


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=st.sampled_from("aB .,!?\n\t“”'’()-–0é中\u200b\x00"), max_size=300))
def test_spans_are_exact_ordered_and_trimmed(text: str) -> None:
    read = reading.read(text)
    last = 0
    for sentence in read.sentences:
        assert last <= sentence.span.start < sentence.span.end <= len(text)
        assert len(sentence.plain) == sentence.span.end - sentence.span.start
        last = sentence.span.end


HARD = [
    "word " * 2000,
    "No verb here, only nouns and more nouns of every kind",
    "“He said “she said “they said France would " * 20,
    "France \x07condemned\x1b Iran \U0001f600 yesterday \U0001f4a3.",
    "Франция condemned 伊朗 اليوم over إيران tests.",
    "FRANCE CONDEMNS IRAN OVER MISSILE TEST",
    "?!?!?!... --- ((()))",
    "France" * 3000,
    "Kenya " * 2000,
    "Aa " * 4000,
    "missile " * 5000,
    "Kenya, which " + "attacked Ethiopia, which " * 300 + "fled.",
    ", ".join(["Kenya", "Chad", "Peru", "Mali"] * 500) + ".",
    "Kenya said that " + "Chad denied that " * 300 + "Peru attacked Mali.",
    "Kenya (" + "." * 20_000 + ") met Chad on Monday.",
    "Kenya met 😀" + "😀" * 20_000 + " Chad on Monday.",
]


@pytest.mark.parametrize("text", HARD)
def test_hard_text_neither_crashes_nor_invents(text: str, coder: polybius.Coder) -> None:
    begun = time.process_time()
    coded = coder.code(polybius.Document(text=text, published=DAY))
    assert time.process_time() - begun < 20  # by the square of their words some took a minute
    for event in coded.events:
        assert event.sentence.of(text) and any(a.country for a in (*event.actors, *event.recipients))


@pytest.mark.parametrize(
    "text", [" " * 400_000, "\t" * 400_000, "\u00a0" * 400_000, "Kenya" + " " * 400_000 + "met Chad.", "?" * 400_000]
)
def test_time_grows_no_faster_than_blanks_and_marks(text: str, coder: polybius.Coder) -> None:
    """By the square of their number these took minutes."""
    begun = time.process_time()
    coder.code(polybius.Document(text=text, published=DAY))
    assert time.process_time() - begun < 5


def test_what_runs_on_is_cut_where_clauses_end() -> None:
    clause = "Kenya met Chad, which thanked it warmly for the loan"
    text = "; ".join([clause] * 100) + "."
    found = reading.read(text)
    assert len(found.sentences) > 2 and not found.endless
    assert all(t.endswith(("loan;", "loan.")) and len(t.split()) <= reading.LONGEST_WORDS for t in _texts(text))
    assert " ".join(_texts(text)) == text


def test_what_runs_on_without_a_clause_is_passed_over_and_told(coder: polybius.Coder) -> None:
    endless = "missile " * 1000
    text = f"Peru met Chile. Kenya met Chad, {endless}, but Mali thanked Togo."
    coded = coder.code(polybius.Document(text=text, published=DAY))
    assert [s.of(text) for s in coded.sentences] == ["Peru met Chile.", "Kenya met Chad,", "but Mali thanked Togo."]
    assert [s.of(text) for s in coded.endless] == [f"{endless},"]


def test_a_sentence_of_a_newspaper_is_never_cut() -> None:
    text = "The presidents of " + ", ".join(["Kenya"] * 120) + " and Chad met."
    assert _texts(text) == [text]


def test_same_records_alone_and_among_others(coder: polybius.Coder) -> None:
    texts = [
        "France condemned Iran.",
        "Rebels attacked the army in Chad. France met Iran.",
        "China warned Vietnam over the drilling.",
    ]
    documents = [polybius.Document(text=t, published=DAY) for t in texts]
    alone = [coder.code(d) for d in documents]
    assert list(coder.pipe(documents)) == alone
    assert list(coder.pipe(reversed(documents))) == alone[::-1]


def test_relate_tells_a_promise_to_yield_as_a_promise(coder: polybius.Coder) -> None:
    for text in ("Malawi agreed to lift its ban on Zambia.", "Malawi said it would release prisoners to Zambia."):
        start = text.index("Zambia")
        found = coder.relate(text, actor=(0, 6), recipient=(start, start + 6))
        assert found is not None and found.type == "AGREE", (text, found)


def test_relate_gives_the_relation_of_two_spans(coder: polybius.Coder) -> None:
    text = "Ghana thanked Norway for the loan, but Togo accused Benin of theft."
    found = coder.relate(text, actor=(39, 43), recipient=(52, 57))
    assert text[39:43] == "Togo" and text[52:57] == "Benin"
    assert found is not None and found.type == "ACCUSE"
    first = coder.relate(text, actor=(0, 5), recipient=(14, 20))
    assert first is not None and first.type == "SUPPORT"


def test_half_a_character_costs_no_document(coder: polybius.Coder) -> None:
    document = polybius.Document(text="Iran attacked \ud800Iraq.", title="\udfff")
    assert (document.text, document.title) == ("Iran attacked \ufffdIraq.", "\ufffd")
    assert [s.of(document.text) for s in coder.code(document).sentences] == [document.text]


def test_control_characters_part_words_and_sentences() -> None:
    assert _texts("China met Japan.\x00 Russia\x07met Ukraine on Monday.") == [
        "China met Japan.",
        "Russia\x07met Ukraine on Monday.",
    ]


def test_who_did_not_answer_is_not_quoted(coder: polybius.Coder) -> None:
    events = coder.code(polybius.Document(text='Putin never answered. "China invaded Taiwan."', published=DAY)).events
    assert all(e.attribution is None or "Putin" not in e.attribution.name for e in events)
