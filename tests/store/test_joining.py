"""Incidents of the store: what one event alone says is written down as what several say."""

from __future__ import annotations

import pytest

import polybius
from polybius.store import joining
from tests.store.made import ATTACK, DENIED, FRENCH_TALKS, LATER_TALKS, SAME_ATTACK, MadeCoder, report

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
