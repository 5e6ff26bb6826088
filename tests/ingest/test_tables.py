"""Faults of tables and of what users say of them: each is told with its place, none costs more than itself."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from polybius.errors import InputError
from polybius.ingest import sources
from polybius.ingest.quotes import Quotes
from polybius.model import Document

HEAD = "id,text,published\n"


def _read(path: Path | str, columns: dict[str, str] | None = None) -> tuple[list[Document], list[str]]:
    complaints: list[InputError] = []
    settings = sources.Settings(None, date(2020, 1, 1), columns=columns or {})
    return list(sources.documents([str(path)], settings, complaints.append)), [str(c) for c in complaints]


def _table(folder: Path, text: str, name: str = "t.csv") -> Path:
    path = folder / name
    path.write_bytes(text.encode())
    return path


def _parquet(folder: Path, values: pa.Array) -> Path:
    pq.write_table(pa.table({"text": values}), folder / "t.parquet")
    return folder / "t.parquet"


def test_parquet_bytes_are_text_where_they_are_utf8(tmp_path: Path) -> None:
    found, complaints = _read(_parquet(tmp_path, pa.array(["Perú met Chile.".encode(), b"\xff\xfe"])))
    assert [d.text for d in found] == ["Perú met Chile."]
    assert len(complaints) == 1 and "row 2: column 'text' holds bytes that are no UTF-8" in complaints[0]


@pytest.mark.parametrize("values", [pa.array([1, 2]), pa.array([["Peru met Chile."]])])
def test_parquet_without_text_is_told_once(tmp_path: Path, values: pa.Array) -> None:
    found, complaints = _read(_parquet(tmp_path, values))
    assert not found and len(complaints) == 1 and "column 'text' holds no text but" in complaints[0]


def test_parquet_dictionaries_of_strings_are_text(tmp_path: Path) -> None:
    found, complaints = _read(_parquet(tmp_path, pa.array(["Peru met Chile."]).dictionary_encode()))
    assert len(found) == 1 and not complaints


def test_two_columns_of_one_name(tmp_path: Path) -> None:
    path = _table(tmp_path, "text,text,body\nOne.,Two.,Three.\n")
    found, complaints = _read(path)
    assert not found and "2 columns are named 'text'" in complaints[0]
    assert [d.text for d in _read(path, {"text": "body"})[0]] == ["Three."]


@pytest.mark.parametrize(
    ("pairs", "words"),
    [
        (["text=body", "text=headline"], "maps text twice"),
        (["text=body,published=when"], "repeat the option"),
    ],
)
def test_wrong_mappings(pairs: list[str], words: str) -> None:
    with pytest.raises(InputError) as told:
        sources.columns(pairs)
    assert words in str(told.value)


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("t.csv", "id;text\n1;Peru met Chile.\n", "separated by ';'"),
        ("t.csv", "id\ttext\n1\tPeru met Chile.\n", "name it .tsv"),
        ("t.tsv", "id,text\n1,Peru met Chile.\n", "name it .csv"),
        ("t.csv", "", "empty"),
        ("t.csv", "\n\n", "empty"),
        ("t.csv", HEAD, "a header without rows"),
    ],
)
def test_tables_that_hold_nothing_readable(tmp_path: Path, name: str, text: str, words: str) -> None:
    found, complaints = _read(_table(tmp_path, text, name))
    assert not found and len(complaints) == 1 and words in complaints[0]


@pytest.mark.parametrize("code", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf16(tmp_path: Path, code: str) -> None:
    (tmp_path / "t.csv").write_bytes(f"{HEAD}1,Peru met Chile.,\n".encode(code))
    found, complaints = _read(tmp_path / "t.csv")
    assert not found and len(complaints) == 1 and "UTF-16: save it as UTF-8" in complaints[0]


def test_names_of_columns_in_any_case(tmp_path: Path) -> None:
    path = _table(tmp_path, "ID, Text ,PUBLISHED,Body,body\n7,Peru met Chile.,2019-05-07,One.,Two.\n")
    (document,), complaints = _read(path)
    assert not complaints and (document.id, document.text, document.published) == (
        "7",
        "Peru met Chile.",
        date(2019, 5, 7),
    )
    assert [_read(path, {"text": c})[0][0].text for c in ("Body", "body", " id")] == ["One.", "Two.", "7"]
    assert "2 columns are named 'BODY'" in _read(path, {"text": "BODY"})[1][0]


@pytest.mark.parametrize(
    "wrong",
    [
        '2,"Peru met Chile.,2019-05-07\n3,Mali met Niger.,2019-05-08\n4,Laos met Peru.",2019-05-09\n',
        '2,"Peru met Chile.,2019-05-07\n3,Mali met Niger.",2019-05-08\n',
        '2,"Peru met Chile.,2019-05-07\n3,"Mali met Niger.",2019-05-08\n',
        '2,"Peru met Chile." again,2019-05-07\n',
        '2,"Peru said "no" to Chile, again.",2019-05-07\n',
    ],
)
def test_a_misplaced_quote_costs_its_row(tmp_path: Path, wrong: str) -> None:
    path = _table(tmp_path, f"{HEAD}1,Iran met Iraq.,2019-05-06\n{wrong}9,Oman met Iran.,2019-05-10\n")
    found, complaints = _read(path)
    assert [d.id for d in found] == ["1", "9"]
    assert len(complaints) == 1 and "t.csv:3: a quote seems to be misplaced" in complaints[0]


@pytest.mark.parametrize(
    "text",
    [
        "Peru, Chile, and Mali met.\nNiger, Laos, and Oman did not.\n\nThat was all.",
        'He said ""no"",\nand left,\n1,200,300 people too.',
        "Launches so far:\nTokyo,Japan,2019-05-01",
        "One, two, three.\nHowever,Peru met Chile, and\nOman.",
    ],
)
def test_honest_texts_of_several_lines(tmp_path: Path, text: str) -> None:
    found, complaints = _read(_table(tmp_path, f'{HEAD}1,"{text}",2019-05-06\r\n\n2,Oman met Iran.,\n'))
    assert not complaints and [d.text for d in found] == [text.replace('""', '"'), "Oman met Iran."]
    assert found[0].where.endswith("t.csv:2")


def test_an_id_behind_a_text_of_several_lines(tmp_path: Path) -> None:
    found, complaints = _read(_table(tmp_path, 'text,source,id\n"Peru met,\nChile,\nMali,Niger,Laos.",Own Wire,5\n'))
    assert len(found) + len(complaints) == 1


@given(st.lists(st.text(alphabet='ab "\n', max_size=12), min_size=3, max_size=3))
def test_well_quoted_rows_are_sound(cells: list[str]) -> None:
    row = ",".join('"' + c.replace('"', '""') + '"' for c in cells) + "\n"
    judge = Quotes(",", 3, {"text": 1})
    assert not judge.unclosed([row]) and not judge.misplaced(row.splitlines(keepends=True))


def test_a_glob_that_matches_nothing(tmp_path: Path) -> None:
    found, complaints = _read(tmp_path / "x*.csv")
    assert not found and len(complaints) == 1 and "no file matches" in complaints[0]


def test_nul_characters_cost_their_document(tmp_path: Path) -> None:
    lines = [json.dumps({"text": t}) for t in ("Peru\0 met Chile.", "Mali met Niger.")]
    for path in (
        _table(tmp_path, "text\nPeru\0 met Chile.\nMali met Niger.\n"),
        _table(tmp_path, "\n".join(lines), "t.jsonl"),
    ):
        found, complaints = _read(path)
        assert [d.text for d in found] == ["Mali met Niger."]
        assert len(complaints) == 1 and "holds NUL characters: binary, not text" in complaints[0]
