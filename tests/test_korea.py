"""The report that the first issue names, read from the shared data where that is; no sentence of it is kept here."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import polybius
from polybius.model import Coded, Event

REPORT = Path(__file__).resolve().parents[2] / "shared" / "data" / "reports" / "korea-2017-09.txt"
pytestmark = [
    pytest.mark.skipif(not REPORT.exists(), reason=f"{REPORT.name} is not here: the report of issue 2 is not tested"),
    pytest.mark.filterwarnings("default"),
]


@pytest.fixture(scope="module")
def coded(coder: polybius.Coder) -> Coded:
    return coder.code(polybius.Document(text=REPORT.read_text(encoding="utf-8"), published=date(2017, 9, 8)))


def _having(coded: Coded, word: str, type_: str) -> list[Event]:
    return [e for e in coded.events if word in e.sentence.of(coded.document.text) and e.type == type_]


def _codes(event: Event) -> tuple[set[str], set[str]]:
    return (
        {f"{a.country} {a.sector}".strip() for a in event.actors},
        {f"{a.country} {a.sector}".strip() for a in event.recipients},
    )


def test_attacked_over_is_an_accusation(coded: Coded) -> None:
    (event,) = _having(coded, "has attacked", "ACCUSE")
    assert _codes(event) == ({"RUS GOV"}, {"USA GOV"})
    assert not [e for e in coded.events if e.type == "ASSAULT"]


def test_both_are_the_leaders_named_after(coded: Coded) -> None:
    (event,) = _having(coded, "both condemned", "ACCUSE")
    actors, recipients = _codes(event)
    assert actors == {"RUS GOV", "KOR GOV"}
    assert recipients == {"PRK"}


UNSURE = pytest.mark.xfail(
    reason="whom the sanctions would hit is taken for who is opposed, with a confidence of 0.1: told only on request"
)


@pytest.mark.parametrize(
    ("words", "whom"), [pytest.param("opposition to new", set(), marks=UNSURE), ("opposed to cutting", {"PRK"})]
)
def test_opposition_is_rejection_and_no_sanction(coded: Coded, words: str, whom: set[str]) -> None:
    (event,) = [e for e in _having(coded, words, "REJECT") if any(a.country == "RUS" for a in e.actors)]
    assert {a.country for a in event.actors} == {"RUS"}
    assert {a.country for a in event.recipients} == whom  # whom sanctions would hit isn't whom he opposes
    assert not [e for e in coded.events if e.type == "SANCTION" and e.status == "asserted"]


def test_the_meeting_in_vladivostok(coded: Coded) -> None:
    (event,) = _having(coded, "took place in", "CONSULT")
    assert {a.country for a in (*event.actors, *event.recipients)} == {"RUS", "KOR"}
    assert event.where is not None and event.where.name == "Vladivostok"
    assert event.where.latitude == pytest.approx(43.1, abs=0.3)
    assert event.when is not None and event.when.start == event.when.end == date(2017, 9, 6)


def test_the_president_is_russian(coded: Coded) -> None:
    (event,) = _having(coded, "counterpart", "CONSULT")
    assert {a.country for a in (*event.actors, *event.recipients)} == {"RUS", "KOR"}


def test_a_call_for_a_response(coded: Coded) -> None:
    (event,) = _having(coded, "further response", "REQUEST")
    assert _codes(event)[0] == {"CHN GOV"}
    assert {a.country for a in event.recipients} == {"UNO"}
    assert event.when is not None and event.when.start == date(2017, 9, 7)


def test_the_nuclear_test(coded: Coded) -> None:
    (event,) = _having(coded, "detonated", "MOBILIZE")
    assert event.mode == "weapons"
    assert {a.country for a in event.actors} == {"PRK"}
    assert event.when is not None and event.when.start == date(2017, 9, 3)
    assert event.attribution is not None and event.attribution.country == "PRK"


def test_quoted_at_second_hand(coded: Coded) -> None:
    events = [e for e in coded.events if "quoted Putin" in e.sentence.of(coded.document.text) and e.attribution]
    assert events
    assert {(e.attribution.country, e.attribution.sector) for e in events if e.attribution} == {("KOR", "GOV")}


def test_protest_and_page_furniture(coded: Coded) -> None:
    assert _having(coded, "the protest began", "PROTEST")
    assert not [e for e in coded.events if "Latest News" in e.sentence.of(coded.document.text)]


def test_evidence_is_exact_and_titles_are_coded_once(coded: Coded) -> None:
    text = coded.document.text
    for event in coded.events:
        assert event.sentence.of(text).strip() == event.sentence.of(text)
        assert event.sentence.start <= event.trigger.start < event.trigger.end <= event.sentence.end
        for actor in (*event.actors, *event.recipients):
            assert actor.span.of(text) == actor.text
    sentences = [s.of(text) for s in coded.sentences]
    assert len([s for s in sentences if s.startswith("Vladimir Putin Says")]) == 1
