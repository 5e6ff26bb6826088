"""Incidents of the store: what one event alone says is written down as what several say."""

from __future__ import annotations

import pytest

import polybius
from polybius.store import joining
from polybius.store.database import streamed
from tests.store.made import ATTACK, DENIED, FRENCH_TALKS, LATER_TALKS, OTHER_WORDS, SAME_ATTACK, MadeCoder, report

TWO_FIGURES = "IRN ASSAULT SYR in Geneva on 2019-05-07 killing 3 people by one account and killing 5 by another"


def test_one_event_is_written_down_as_several_are(monkeypatch: pytest.MonkeyPatch) -> None:
    with polybius.open(":memory:") as store:
        told = (FRENCH_TALKS, LATER_TALKS, ATTACK, SAME_ATTACK, DENIED, TWO_FIGURES)
        reports = [report(n, sentence) for n, sentence in enumerate(told)]
        store.ingest([*reports, report(9, "Another line of a paper's own town", LATER_TALKS)], MadeCoder())  # type: ignore[arg-type]
        before, pairs = store.incidents().rows(), store.rows("SELECT * FROM pairs ORDER BY ALL")
        monkeypatch.setattr(joining, "_COUNTED", [""])  # so that none is left to DuckDB
        store.join()
        assert store.incidents().rows() == before and store.rows("SELECT * FROM pairs ORDER BY ALL") == pairs != []
        assert {i["events"] for i in before} > {1} and any("figures" in d for i in before for d in i["differences"])


def test_the_store_gives_reports_in_the_order_in_which_they_are_joined() -> None:
    with polybius.open(":memory:") as store:
        told = [f"FRA CONSULT IRN in Geneva on 2019-04-{day:02} about wheat {day}" for day in range(10, 28)]
        store.ingest([report(n, sentence) for n, sentence in enumerate(told)], MadeCoder())  # type: ignore[arg-type]
        with store.database.transaction() as connection:
            connection.execute("UPDATE events SET end_day = start_day + (4 * (day(start_day) % 11))::INTEGER")
            connection.execute("UPDATE events SET start_day = NULL WHERE day(start_day) % 5 = 0")
        with store.database.transaction() as connection:
            reports = [joining._report(row) for row in streamed(connection, joining._REPORTS)]
        assert len(reports) == len(told) and reports == sorted(reports, key=lambda r: (r.day, r.event))


def test_a_report_that_brings_nothing_but_witnesses_is_counted() -> None:
    with polybius.open(":memory:") as store:
        store.ingest([report(1, FRENCH_TALKS)], MadeCoder())  # type: ignore[arg-type]
        store.ingest([report(2, "Another line of a paper's own town", FRENCH_TALKS)], MadeCoder())  # type: ignore[arg-type]
        assert [i["documents"] for i in store.incidents().rows()] == [2]
        store.join()
        assert [i["documents"] for i in store.incidents().rows()] == [2]


def test_a_number_in_words_is_the_same_in_digits() -> None:
    in_words = "SYR ASSAULT ISR in Vienna on 2019-05-06 killing twelve people in the words of others"
    with polybius.open(":memory:") as store:
        store.ingest([report(1, ATTACK), report(2, in_words)], MadeCoder())  # type: ignore[arg-type]
        assert [(i["events"], i["differences"]) for i in store.incidents().rows()] == [(2, [])]


def test_who_names_the_month_does_not_differ_from_who_names_the_day() -> None:
    with polybius.open(":memory:") as store:
        store.ingest([report(1, FRENCH_TALKS), report(2, OTHER_WORDS)], MadeCoder())  # type: ignore[arg-type]
        with store.database.transaction() as connection:
            connection.execute(
                "UPDATE events SET day_precision = 'month', start_day = DATE '2019-05-01', end_day = DATE '2019-05-31' WHERE document = 'd0002'"
            )
        store.join()
        assert [(i["events"], str(i["start_day"]), i["differences"]) for i in store.incidents().rows()] == [
            (2, "2019-05-06", [])
        ]
