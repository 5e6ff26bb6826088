"""The store: nothing lost, nothing doubled, copies told from witnesses, the same thing joined once."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, cast

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import polybius
from polybius.errors import InputError, StoreError
from polybius.model import Coded
from polybius.store import Store, copies, database, search
from tests.store.made import ATTACK, DENIED, FRENCH_TALKS, LATER_TALKS, OTHER_WORDS, SAME_ATTACK, MadeCoder, report


def _filled(*documents: polybius.Document) -> Store:
    store = polybius.open(":memory:")
    store.ingest(documents, MadeCoder())  # type: ignore[arg-type]  # a coder made by hand
    return store


def test_ingest_is_idempotent_by_content() -> None:
    store, coder = polybius.open(":memory:"), MadeCoder()
    first = store.ingest([report(1, FRENCH_TALKS), report(1, FRENCH_TALKS)], coder)  # type: ignore[arg-type]
    again = store.ingest([report(1, FRENCH_TALKS)], coder)  # type: ignore[arg-type]
    assert (first.coded, first.known, again.coded, again.known) == (1, 1, 0, 1)
    assert coder.coded == ["d0001"] and store.events().count() == 1


def test_copied_sentences_are_coded_once_and_witnessed() -> None:
    store = _filled(
        report(1, FRENCH_TALKS), report(2, "A line of another paper's own, long enough to count.", FRENCH_TALKS)
    )
    assert store.events().count() == 1
    assert store.rows("SELECT document FROM witnesses") == [{"document": "d0002"}]
    (incident,) = store.incidents()
    assert (incident["documents"], incident["sources"]) == (2, 1)


def test_the_same_words_long_after_are_another_telling() -> None:
    days = (date(2019, 5, 7), date(2019, 5, 13), date(2019, 5, 14), date(2019, 5, 20), None)
    told = [
        replace(report(n, FRENCH_TALKS, f"Another line of paper {n} about its own town"), published=day)
        for n, day in enumerate(days)
    ]
    for parts in ([told], [[d] for d in told]):  # in one batch as in several
        store = polybius.open(":memory:")
        accounts = [store.ingest(part, MadeCoder()) for part in parts]  # type: ignore[arg-type]
        assert [e["document"] for e in store.events().rows()] == ["d0000", "d0002"]
        assert sum(a.told for a in accounts) == 3
        assert store.rows("SELECT event, document FROM witnesses ORDER BY document") == [
            {"event": "d0000:0", "document": "d0001"},
            {"event": "d0002:0", "document": "d0003"},
            {"event": "d0000:0", "document": "d0004"},
        ]
        store.recode(MadeCoder(), every=True)  # type: ignore[arg-type]
        assert [e["document"] for e in store.events().rows()] == ["d0000", "d0002"]


def test_near_copies_are_no_independent_source() -> None:
    long = [
        f"Sentence number {n} of a long report about wheat, debts and ships in the harbour of the town."
        for n in range(20)
    ]
    store = _filled(
        report(1, *long, FRENCH_TALKS),
        report(2, *long[:-1], "An editor changed this.", OTHER_WORDS),
        report(3, OTHER_WORDS + " indeed"),
    )
    assert [r["copy_of"] for r in store.rows("SELECT copy_of FROM documents ORDER BY id")] == [None, "d0001", None]
    (incident,) = store.incidents()
    assert (incident["events"], incident["documents"], incident["sources"]) == (3, 3, 2)


def test_same_thing_once_other_things_apart() -> None:
    store = _filled(
        report(1, FRENCH_TALKS, ATTACK), report(2, OTHER_WORDS), report(3, LATER_TALKS, day=date(2019, 5, 21))
    )
    assert sorted((i["type"], i["sources"], i["start_day"].isoformat()) for i in store.incidents()) == [
        ("ASSAULT", 1, "2019-05-06"),
        ("CONSULT", 1, "2019-05-20"),
        ("CONSULT", 2, "2019-05-06"),
    ]


def test_disagreement_is_shown() -> None:
    (incident,) = _filled(report(1, ATTACK), report(2, SAME_ATTACK), report(3, DENIED)).incidents()
    said = " | ".join(incident["differences"])
    assert (
        incident["status"] == "asserted"
        and "denied by Paper 3" in said
        and "12 (Paper 1)" in said
        and "15 (Paper 2)" in said
    )


@settings(max_examples=20, deadline=None)
@given(
    st.permutations(
        [report(n, s) for n, s in enumerate((FRENCH_TALKS, OTHER_WORDS, LATER_TALKS, ATTACK, SAME_ATTACK, DENIED))]
    )
)
def test_order_of_documents_changes_nothing(documents: list[polybius.Document]) -> None:
    store = _filled(*documents)
    joined = {i["id"]: sorted(e["id"] for e in store.events(incident=i["id"])) for i in store.incidents()}
    assert sorted(map(len, joined.values())) == [1, 2, 3]
    assert joined == (_JOINED or joined)
    _JOINED.update(joined)


_JOINED: dict[str, list[str]] = {}

FILTERS: list[tuple[dict[str, Any], int]] = [
    ({}, 3),
    ({"since": "2019-05-10"}, 1),
    ({"until": date(2019, 5, 10)}, 2),
    ({"actor": "SYR"}, 1),
    ({"actor": "FRA", "recipient": "IRN"}, 2),
    ({"party": ["ISR", "nowhere"]}, 1),
    ({"between": ("IRN", "FRA")}, 2),
    ({"country": "CHE"}, 1),
    ({"sector": "GOV"}, 3),
    ({"sector": "REB"}, 0),
    ({"type": ["CONSULT", "AGREE"]}, 2),
    ({"context": "diplomatic"}, 3),
    ({"status": "asserted"}, 3),
    ({"quad": 4}, 1),
    ({"place": "vienna"}, 2),
    ({"text": "wheat ministers"}, 1),
    ({"min_sources": 2}, 1),
    ({"min_confidence": 0.95}, 0),
    ({"limit": 2}, 2),
    ({"offset": 2, "limit": 5}, 1),
    ({"document": "d0002"}, 1),
]


@pytest.mark.parametrize(("filters", "number"), FILTERS, ids=lambda v: str(v)[:40])
def test_filters(filters: dict[str, Any], number: int) -> None:
    store = _filled(
        report(1, FRENCH_TALKS, ATTACK), report(2, OTHER_WORDS), report(3, LATER_TALKS, day=date(2019, 5, 21))
    )
    assert store.incidents(**filters).count() == number == len(store.incidents(**filters).rows())
    assert store.incidents(**filters).arrow().num_rows == number
    assert store.events(**filters).count() >= number


@pytest.mark.parametrize(
    ("wrong", "near"),
    [
        ({"country": "Syrai"}, "SYR"),
        ({"type": "consul"}, "CONSULT"),
        ({"mode": "dron"}, "drone"),
        ({"context": "militry"}, "military"),
        ({"status": ["asserted", "assertd"]}, "asserted"),
        ({"sector": "GVO"}, "GOV"),
    ],
)
def test_an_unknown_code_is_told_with_the_nearest(wrong: dict[str, Any], near: str) -> None:
    with pytest.raises(InputError, match=f"nearest: .*{near}"):
        polybius.open(":memory:").incidents(**wrong)


def test_codes_are_read_in_any_case() -> None:
    store = _filled(report(1, FRENCH_TALKS, ATTACK), report(2, LATER_TALKS))
    asked: dict[str, Any] = {"type": ["consult"], "status": "Asserted", "context": "DIPLOMATIC", "sector": "gov"}
    assert store.incidents(**asked).count() == store.incidents(type="CONSULT").count() == 2
    assert store.incidents(country="che").count() == store.incidents(country="Switzerland").count() == 1


@pytest.mark.parametrize(
    "wrong", [{"type": "FIGHT"}, {"since": "May"}, {"status": "maybe"}, {"context": "war"}, {"order": "random"}]
)
def test_wrong_filters_say_what_is_right(wrong: dict[str, Any]) -> None:
    with pytest.raises(InputError):
        polybius.open(":memory:").incidents(**wrong)


def test_dyads_count_by_quad_class() -> None:
    store = _filled(
        report(1, FRENCH_TALKS, ATTACK), report(2, OTHER_WORDS), report(3, LATER_TALKS, day=date(2019, 5, 21))
    )
    rows = store.dyads(by="month").rows()
    assert [
        (r["actor"], r["recipient"], r["incidents"], r["material_conflict"])
        for r in rows
        if r["actor"] in ("FRA", "SYR")
    ] == [
        ("FRA", "IRN", 2, 0),
        ("SYR", "ISR", 1, 1),
    ]
    assert store.dyads(by="day", between=("IRN", "FRA")).count() >= 2
    assert store.dyads(context="diplomatic").count() == store.dyads().count()
    assert any(r["actor"] == "FRA" for r in store.dyads(actor="fra")), "by lexicon id"
    assert any(r["actor"] == "SYR" for r in store.dyads(between=("ISR", "syr")))
    assert store.dyads(party=["syr", "IRN"]).count() >= store.dyads(party="IRN").count()


def test_a_store_that_is_none_or_too_new(tmp_path: Path) -> None:
    (tmp_path / "text.duckdb").write_text("no database")
    for way in (True, False):
        with pytest.raises(StoreError, match="it is no store") as error:
            polybius.open(tmp_path / "text.duckdb", read_only=way)
        assert "IO Error" not in str(error.value) and (tmp_path / "text.duckdb").read_text() == "no database"
    with pytest.raises(StoreError, match=r"no such store.*polybius ingest"):
        polybius.open(tmp_path / "none.duckdb", read_only=True)
    with pytest.raises(StoreError, match="is a folder"):
        polybius.open(tmp_path)
    with pytest.raises(StoreError, match="can't be made there"):
        polybius.open(tmp_path / "no" / "store.duckdb")
    duckdb.connect(str(tmp_path / "other.duckdb")).execute("CREATE TABLE t (x INTEGER)")
    for way in (True, False):
        with pytest.raises(StoreError, match="no store of polybius"):
            polybius.open(tmp_path / "other.duckdb", read_only=way)
    with duckdb.connect(str(tmp_path / "other.duckdb")) as other:
        assert other.execute("SELECT table_name FROM information_schema.tables").fetchall() == [("t",)]
    polybius.open(tmp_path / "new.duckdb").close()
    duckdb.connect(str(tmp_path / "new.duckdb")).execute("UPDATE meta SET value = '99'")
    with pytest.raises(StoreError, match="version 99"):
        polybius.open(tmp_path / "new.duckdb")


def test_an_older_store_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "old.duckdb"
    with polybius.open(path) as store:
        store.ingest([report(1, FRENCH_TALKS)], MadeCoder())  # type: ignore[arg-type]
    with duckdb.connect(str(path)) as old:
        old.execute("DROP TABLE changes; UPDATE meta SET value = '1'; UPDATE signatures SET signature = 'old'")
    with pytest.raises(StoreError, match=r"of version 1.*recode"):
        polybius.open(path, read_only=True)
    polybius.open(path).close()
    with polybius.open(path, read_only=True) as store:
        assert store.changes().count() == 0 and store.events().count() == 1
    with polybius.open(path) as store:
        store.ingest([], MadeCoder())  # type: ignore[arg-type]
        (row,) = store.rows("SELECT signature FROM signatures")
        assert row["signature"] == copies.fingerprints([""], [report(1, FRENCH_TALKS).text]).signatures.tobytes()
        assert store.rows("SELECT count(*) AS n FROM bands") == [{"n": copies.PERMUTATIONS // copies.BAND}]


def test_who_waits_for_a_lock_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "SILENCE", 0.05)
    path = tmp_path / "locked.duckdb"
    polybius.open(path).close()
    program = "import duckdb, sys; held = duckdb.connect(sys.argv[1]); print('held', flush=True); sys.stdin.read()"
    holder = subprocess.Popen([sys.executable, "-c", program, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert holder.stdout is not None and holder.stdin is not None
    assert holder.stdout.readline() == b"held\n"
    told: list[str] = []
    with pytest.raises(StoreError, match=f"locked by process {holder.pid}"):
        database.Database(path, read_only=True, tell=told.append, patience=0.2)
    holder.communicate()
    assert len(told) == 1 and str(holder.pid) in told[0]


def test_a_report_at_which_the_coder_fails_is_kept_with_its_reason() -> None:
    class Failing(MadeCoder):
        def code(self, document: polybius.Document) -> Coded:
            if document.id == "d0002":
                return Coded(document, (), (), "d0002: the coder failed")
            return super().code(document)

    told: list[InputError] = []
    store = polybius.open(":memory:")
    account = store.ingest([report(1, ATTACK), report(2, OTHER_WORDS)], Failing(), complain=told.append)  # type: ignore[arg-type]
    assert (account.coded, account.refused, [str(e) for e in told]) == (1, 1, ["d0002: the coder failed"])
    assert store.rows("SELECT id, reason FROM documents WHERE state = 'refused'") == [
        {"id": "d0002", "reason": "d0002: the coder failed"}
    ]
    store.recode(MadeCoder(), every=True)  # type: ignore[arg-type]
    assert store.rows("SELECT DISTINCT state FROM documents") == [{"state": "coded"}] and store.events().count() == 2


def test_an_id_given_twice_is_told() -> None:
    told: list[InputError] = []
    store = polybius.open(":memory:")
    account = store.ingest([report(1, ATTACK), report(1, OTHER_WORDS)], MadeCoder(), complain=told.append)  # type: ignore[arg-type]
    assert (account.coded, account.known, account.refused, len(told)) == (1, 0, 1, 1)


def test_a_text_held_under_another_id_is_known_and_counted() -> None:
    again = replace(report(1, ATTACK), id="other")
    store, coder = polybius.open(":memory:"), MadeCoder()
    first = store.ingest([report(1, ATTACK), again], coder)  # type: ignore[arg-type]
    account = store.ingest([again, report(1, ATTACK)], coder)  # type: ignore[arg-type]
    assert (first.known, first.renamed, account.known, account.renamed) == (1, 1, 2, 1)


def test_the_language_found_is_kept() -> None:
    french = (
        "Les ministres ont dit que les pourparlers entre les deux pays vont reprendre la semaine prochaine à Paris."
    )
    store = _filled(report(1, ATTACK), polybius.Document(french, id="fr"))
    (row,) = store.rows("SELECT language, state, reason FROM documents WHERE id = 'fr'")
    assert (row["language"], row["state"]) == ("fr", "kept") and "not in English" in row["reason"]


def test_copies_of_copies_are_copies_of_the_first() -> None:
    long = [f"Sentence number {n} of a long report about wheat, debts and ships in the harbour." for n in range(20)]
    store = polybius.open(":memory:")
    for n in range(3):
        store.ingest([report(n, *long[: 20 - n], f"Paper {n} adds a line.")], MadeCoder())  # type: ignore[arg-type]
    assert [r["copy_of"] for r in store.rows("SELECT copy_of FROM documents ORDER BY id")] == [None, "d0000", "d0000"]


def test_search_is_by_words_and_their_stems_once_indexed() -> None:
    store = _filled(report(1, FRENCH_TALKS), report(2, ATTACK))
    assert [e["document"] for e in store.events(text="debt sales")] == ["d0001"]


PROGRAM = """
import sys, polybius
from datetime import date
from tests.store.made import MadeCoder, report, FRENCH_TALKS
from polybius.store import ingest
ingest.BATCH = 5
days = [date(2019, 1, 1 + n % 28) for n in range(60)]
documents = [report(n, f"FRA CONSULT IRN in Geneva on {days[n]} about matter {n} of {n * 7919}", day=days[n]) for n in range(60)]
polybius.open(sys.argv[1]).ingest(documents, MadeCoder())
print("done")
"""


def test_killed_at_any_point_nothing_is_lost_or_doubled(tmp_path: Path) -> None:
    rounds = int(os.environ.get("POLYBIUS_KILLS", "6"))
    chance = random.Random(7)
    path = tmp_path / "kill.duckdb"
    for _ in range(rounds):
        if chance.random() < 0.2:
            path.unlink(missing_ok=True)
        child = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, str(path)], stdout=subprocess.DEVNULL, env=dict(os.environ)
        )
        time.sleep(chance.uniform(0.3, 1.6))
        child.send_signal(signal.SIGKILL)
        child.wait()
    done = subprocess.run([sys.executable, "-c", PROGRAM, str(path)], capture_output=True, text=True, check=True)
    assert "done" in done.stdout
    with polybius.open(path, read_only=True) as store:
        assert store.rows("SELECT count(*) AS n, count(DISTINCT id) AS ids FROM documents") == [{"n": 60, "ids": 60}]
        assert store.rows("SELECT count(*) AS n FROM events WHERE incident IS NOT NULL") == [{"n": 60}]


def test_a_reader_and_a_writer_take_turns(tmp_path: Path) -> None:
    path = tmp_path / "shared.duckdb"
    writer = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(path)], stdout=subprocess.DEVNULL, env=dict(os.environ)
    )
    seen = []
    while writer.poll() is None:
        if path.exists():
            with_reader = subprocess.run(
                [sys.executable, "-c", "import sys, polybius; print(polybius.open(sys.argv[1], read_only=True).events().count())", str(path)],
                capture_output=True, text=True, check=False, env=dict(os.environ),
            )  # fmt: skip
            if with_reader.returncode == 0:
                seen.append(int(with_reader.stdout))
    assert writer.returncode == 0 and seen == sorted(seen)


def test_words_are_found_by_the_index_that_ingest_keeps() -> None:
    store = _filled(report(1, FRENCH_TALKS, "Résolution 2356 was read."), report(2, ATTACK, "Nothing of it."))
    asked = {"debt": ["d0001"], "DEBTS wheat": ["d0001"], "resolution 2356": ["d0001"], "wheat dogs": [], "of": ["d0001", "d0002"], "2356": ["d0001"]}  # fmt: skip
    assert {words: search.documents(store.database, words) for words in asked} == asked
    store.ingest([report(3, LATER_TALKS, "Resolution again.")], MadeCoder())  # type: ignore[arg-type]
    assert search.documents(store.database, "resolution") == ["d0003", "d0001"]


def test_a_store_without_its_index_is_searched_plainly_and_mended_by_ingest() -> None:
    store = _filled(report(1, FRENCH_TALKS))
    with store.database.transaction() as connection:
        connection.execute("DROP SCHEMA fts_main_documents CASCADE")
    assert search.documents(store.database, "debts") == ["d0001"]
    store.ingest([], MadeCoder())  # type: ignore[arg-type]
    with store.database.connected() as connection:
        assert connection.execute("SELECT count(*) FROM fts_main_documents.docs").fetchone() == (1,)


@pytest.mark.parametrize("order", ["oldest", "newest", "sources"])
def test_a_page_is_the_same_in_two_steps_as_in_one(order: str) -> None:
    store = _filled(report(1, FRENCH_TALKS, ATTACK), report(2, SAME_ATTACK), report(3, LATER_TALKS), report(4, DENIED))
    for ask in (store.events, store.incidents):
        pages = [ask(order=order, limit=2, offset=n) for n in range(0, 6, 2)]
        assert all(page.rows() == page.arrow().to_pylist() for page in pages)
        assert [r for page in pages for r in page] == ask(order=order).rows()


@pytest.mark.parametrize(
    ("party", "found"),
    [("FRA", 2), ("fra", 2), ("IRN", 2), ("SYR", 1), ("Fra", 2), ("france", 2), ("Fra.Nobody", 0), ("", 0)],
)
def test_a_party_by_code_or_id(party: str, found: int) -> None:
    store = _filled(report(1, FRENCH_TALKS, ATTACK), report(2, LATER_TALKS))
    assert store.incidents(party=party).count() == found


def test_no_progress_bar_stands_among_the_output(tmp_path: Path) -> None:
    for path in (tmp_path / "a.duckdb", ":memory:"):
        with polybius.open(path) as store:
            assert store.rows("SELECT current_setting('enable_progress_bar') AS shown") == [{"shown": False}]


def test_a_database_of_another_program_is_no_store(tmp_path: Path) -> None:
    import sqlite3

    other = tmp_path / "other.sqlite"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE t (x)")
    before = other.read_bytes()
    for read_only in (True, False):
        with pytest.raises(StoreError, match="no store"):
            Store(other, read_only=read_only)
    assert other.read_bytes() == before


@pytest.mark.parametrize(
    "wrong", [{"since": "2018-01-01", "until": "2017-01-01"}, {"min_confidence": 7}, {"min_sources": 0}]
)
def test_filters_that_can_fit_nothing_are_refused(tmp_path: Path, wrong: dict[str, object]) -> None:
    with Store(tmp_path / "s.duckdb") as store, pytest.raises(InputError):
        store.incidents(**wrong)


def test_the_index_of_words_grows_to_what_it_would_be_made_anew() -> None:
    long = [
        "The talks about wheat continued in Malm\u00f6, it was said; 12,5 tons",
        "Stra\u00dfe, \u00c9A: talking of ships and debts",
    ]
    parts = [
        [report(n, f"{text} {n}") for n, text in enumerate(long)],
        [report(n, f"{long[n % 2]} more {n}") for n in range(2, 5)],
    ]
    grown = polybius.open(":memory:")
    for part in parts:
        grown.ingest(part, MadeCoder())  # type: ignore[arg-type]
    made = _filled(*[d for part in parts for d in part])
    with made.database.connected() as connection:
        connection.execute("DROP SCHEMA fts_main_documents CASCADE")
        search.prepare(connection)
    asked = (
        "SELECT d.name, d.len, t.fieldid, w.term, w.df, count(*) AS n, any_value(s.num_docs) AS held, any_value(s.avgdl) AS length"
        " FROM fts_main_documents.terms t JOIN fts_main_documents.docs d USING (docid) JOIN fts_main_documents.dict w USING (termid),"
        " fts_main_documents.stats s GROUP BY ALL ORDER BY ALL"
    )
    assert grown.rows(asked) == made.rows(asked) != []


def test_a_store_removed_while_it_is_written_is_told_and_none_is_left(tmp_path: Path) -> None:
    path = tmp_path / "gone.duckdb"
    store = polybius.open(path)
    path.unlink()
    with pytest.raises(StoreError, match="removed or replaced"):
        store.ingest([report(1, "An attack.", ATTACK)], cast(Any, MadeCoder()))
    assert not path.exists()


def test_a_list_of_python_is_never_taken_for_a_table(tmp_path: Path) -> None:
    documents = [1, 2, 3]  # noqa: F841 (DuckDB would find it by its name)
    with polybius.open(tmp_path / "s.duckdb").database.connected() as connection, pytest.raises(duckdb.Error):
        connection.execute("DROP TABLE documents; SELECT * FROM documents")


def test_a_data_frame_without_pandas_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with polybius.open(":memory:") as store, pytest.raises(StoreError, match=r"polybius\[pandas\]"):
        store.dyads().df()


def test_dyads_and_storylines_come_in_the_order_that_is_asked() -> None:
    store = _filled(report(1, FRENCH_TALKS), report(2, FRENCH_TALKS.replace("2019", "2017"), day=date(2017, 5, 7)))
    with store.database.transaction() as connection:
        connection.execute("UPDATE incidents SET storyline = 's' || year(start_day)")
        connection.execute(
            "INSERT INTO storylines SELECT storyline, 'told', start_day, start_day, actors, 1, 2020 - year(start_day), 2.5 FROM incidents"
        )
    days = {order: [r["period"].year for r in store.dyads(order=order).rows()] for order in (None, "oldest", "newest")}
    assert days == {
        None: [2017, 2019],
        "oldest": [2017, 2019],
        "newest": [2019, 2017],
    }
    lines = {o: [r["id"] for r in store.storylines(order=o).rows()] for o in (None, "oldest", "newest", "sources")}
    assert lines["newest"] == lines[None] == ["s2019", "s2017"] and lines["oldest"] == lines["sources"] == [
        "s2017",
        "s2019",
    ]
