"""Coding again: what changed is told, witnesses and incidents follow, a killed run goes on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from types import SimpleNamespace

import pytest

import polybius
from polybius.model import Coded, Document
from polybius.store import Store, ingest
from tests.store.made import ATTACK, FRENCH_TALKS, LATER_TALKS, OTHER_WORDS, MadeCoder, report


class Upgraded(MadeCoder):
    """Takes assaults for coercion, and no longer codes what happened in May's second half."""

    version = "made, upgraded"
    language = SimpleNamespace(name="made")
    dies_after = 99

    def pipe(self, documents: Iterable[Document], processes: int = 1) -> Iterator[Coded]:
        for number, document in enumerate(documents):
            if number == self.dies_after:
                raise KeyboardInterrupt
            yield self.code(document)

    def code(self, document: Document) -> Coded:
        coded = super().code(document)
        kept = [e for e in coded.events if e.when and e.when.start and e.when.start.day < 15]
        return replace(coded, events=tuple(replace(e, type="COERCE") if e.type == "ASSAULT" else e for e in kept))


REPORTS = [
    report(1, FRENCH_TALKS, ATTACK),
    report(2, OTHER_WORDS, ATTACK),
    report(3, LATER_TALKS),
    report(4, "A line of this paper's own, long enough to count.", LATER_TALKS),
]


def _filled() -> Store:
    store = polybius.open(":memory:")
    store.ingest(REPORTS, MadeCoder())  # type: ignore[arg-type]  # a coder made by hand
    return store


def _held(store: Store) -> dict[str, list[dict[str, object]]]:
    tables = ("events", "sentences", "witnesses", "parties", "incidents", "pairs")
    return {t: sorted(store.rows(f"SELECT * FROM {t}"), key=str) for t in tables}


def test_the_same_version_changes_nothing() -> None:
    store = _filled()
    before = _held(store)
    assert store.recode(MadeCoder()).documents == 0  # type: ignore[arg-type]
    account = store.recode(MadeCoder(), every=True)  # type: ignore[arg-type]
    assert (account.documents, account.same, account.changed, account.new, account.gone) == (4, 4, 0, 0, 0)
    assert _held(store) == before


def test_what_changed_is_told() -> None:
    store = _filled()
    account = store.recode(Upgraded())  # type: ignore[arg-type]
    assert (account.documents, account.same, account.changed, account.new, account.gone) == (4, 2, 1, 0, 1)
    changes = {c["change"]: c for c in store.changes()}
    assert changes["changed"]["fields"] == ["type"] and "ASSAULT" in changes["changed"]["before"]
    assert "COERCE" in changes["changed"]["after"] and changes["gone"]["type"] == "CONSULT"
    assert {i["type"] for i in store.incidents()} == {"CONSULT", "COERCE"}
    assert store.recode(Upgraded()).documents == 0  # type: ignore[arg-type]
    back = store.recode(MadeCoder())  # type: ignore[arg-type]
    assert (back.new, back.changed) == (1, 1)


def test_coded_again_is_as_coded_afresh() -> None:
    store, fresh = _filled(), polybius.open(":memory:")
    fresh.ingest(REPORTS, Upgraded())  # type: ignore[arg-type]
    store.recode(Upgraded())  # type: ignore[arg-type]
    assert _held(store) == _held(fresh)


def test_stopped_it_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ingest, "BATCH", 1)
    store, coder = _filled(), Upgraded()
    coder.dies_after = 2
    with pytest.raises(KeyboardInterrupt):
        store.recode(coder)  # type: ignore[arg-type]
    assert store.recode(Upgraded()).documents == 2  # type: ignore[arg-type]
    assert store.rows("SELECT count(*) AS n FROM events WHERE incident IS NULL") == [{"n": 0}]
    assert store.changes().count() == 2
