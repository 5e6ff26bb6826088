"""Sentences of our own with the places that they name, and invariants that hold for any text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from polybius.model import Span
from polybius.where import country_of, event_where, focus, gazetteer, index, locate, mentions, places
from polybius.where.gazetteer import Gazetteer
from polybius.where.records import fold

LINES = [
    line.split(" | ")
    for line in Path(__file__).with_name("cases.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
WORDS = st.sampled_from(
    [
        "May",
        "March",
        "June",
        "Jordan",
        "Chad",
        "Victoria",
        "Paris",
        "Peterson",
        "Hilton",
        "in",
        "at",
        "near",
        "the",
        "of",
        ",",
        ".",
        "Syria",
        "Idlib",
        "Post",
        "said",
        "Mr.",
        "Washington",
        "Texas",
        "al-Hol",
        "Cox's",
        "US",
        "us",
        "St.",
        "MOSCOW",
        "—",
        "(AP)",
        "province",
        "45th",
        "ü",
        "'",
        "and",
    ]
)


@pytest.mark.parametrize(("sentence", "key"), LINES, ids=[line[0][:60] for line in LINES])
def test_sentence_names_its_places(sentence: str, key: str) -> None:
    found = {each.mention.name: (each.place.country, each.place.precision) for each in locate(sentence)}
    if key == "=":
        assert found == {}
        return
    for item in key.split("; "):
        if item.startswith("!"):
            assert item[1:] not in found
            continue
        name, _, rest = item.partition("=")
        country, _, kind = rest.partition("/")
        assert found.get(name) == (None if country == "~" else country, kind)


def test_there_are_three_hundred_cases() -> None:
    assert len(LINES) >= 300


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(WORDS, max_size=25).map(" ".join))
def test_spans_are_exact_and_apart(text: str) -> None:
    end = 0
    for mention in mentions(text):
        assert mention.span.of(text) == mention.name
        assert mention.span.start >= end
        end = mention.span.end
    assert places(text) == places(text)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=120))
def test_any_text_is_read(text: str) -> None:
    located = locate(text)
    place, why = event_where(text, Span(0, len(text)), Span(0, 0), [], [], located, focus(text, located))
    assert why and (place is None or place.basis)


@given(
    st.sampled_from(["Jordan", "Chad", "Victoria", "Paris", "Georgia", "Austin"]),
    st.sampled_from(["Peterson", "Nuland", "Smith"]),
)
def test_a_person_is_no_place(first: str, last: str) -> None:
    assert places(f"{first} {last} said nothing.") == []


@given(
    st.sampled_from(["January", "March", "April", "May", "June", "August", "September"]),
    st.sampled_from(["in", "since", "last"]),
)
def test_a_month_is_no_place(month: str, word: str) -> None:
    assert places(f"It happened {word} {month}.") == []


def where(
    text: str, trigger: str, modifiers: tuple[str, ...] = (), parties: tuple[str, ...] = ()
) -> tuple[str | None, str]:
    def at(phrase: str) -> Span:
        return Span(text.index(phrase), text.index(phrase) + len(phrase))

    located = locate(text)
    place, why = event_where(
        text, Span(0, len(text)), at(trigger), [at(item) for item in modifiers], [at(item) for item in parties],
        located,
        focus(text, located),
    )  # fmt: skip
    return (place.name if place else None), why


def test_a_clause_says_where() -> None:
    text = "Beijing said in Geneva that troops attacked rebels near Homs in Syria."
    assert where(text, "attacked", ("near Homs in Syria",), ("troops", "rebels"))[0] == "Homs"


def test_a_capital_that_acts_is_no_place() -> None:
    name, why = where("Beijing condemned Washington.", "condemned", (), ("Beijing", "Washington"))
    assert name in ("China", "United States") and "focus" in why


def test_a_place_within_a_party_is_none() -> None:
    text = "The mayor of Lyon met the prime minister of Japan in Oslo."
    assert where(text, "met", ("in Oslo",), ("The mayor of Lyon", "the prime minister of Japan"))[0] == "Oslo"


def test_a_place_not_reached_is_none() -> None:
    assert where("Families fled to Turkey from Idlib.", "fled", (), ("Families",))[0] != "Turkey"


def test_on_a_topic_is_not_there() -> None:
    assert mentions("They held talks on Syria.")[0].locative == ""
    assert mentions("They landed on Mindanao.")[0].locative == "on"


def test_nothing_said_gives_none() -> None:
    assert where("Unknown men kidnapped three teachers.", "kidnapped") == (None, "place: none said")


def test_the_dateline_is_the_focus() -> None:
    text = "SEOUL, South Korea (AP) — The president met lawmakers."
    found = focus(text, locate(text))
    assert found is not None and found.name == "Seoul" and found.country == "KOR"


def test_close_runner_up_is_kept() -> None:
    assert any("runner-up" in place.basis for place in places("Troops entered Punjab."))


def test_country_of_a_sure_name() -> None:
    assert country_of("Puerto Penasco") == "MEX"
    assert country_of("Donetsk") == "UKR"
    assert country_of("Valencia") is None
    assert country_of("Nowhereville Zzz") is None


def test_context_settles_a_name() -> None:
    assert places("Troops entered Tripoli.", context="Lebanon crisis deepens in Lebanon")[0].country == "LBN"
    assert places("Troops entered Tripoli.")[0].country == "LBY"


def test_fold_joins_spellings() -> None:
    assert fold("Al-Ḩudaydah") == fold("al hudaydah")
    assert fold("St. Petersburg") == fold("Saint Petersburg")


def test_same_records_without_a_cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    names = ("Homs", "Paris", "Springfield", "Punjab", "Hodeidah", "DMZ")
    expected = [gazetteer().candidates(name) for name in names]
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    monkeypatch.setattr(index, "_caches", lambda: [blocked])
    fresh = Gazetteer()
    assert [fresh.candidates(name) for name in names] == expected
